import type { IsoDate } from "./rule";

/** A rule for documents: how long before its anchor, since when, by which document. */
export type DocumentRule = {
  readonly weeks?: number;
  readonly days?: number;
  /** The first day on which the rule was in force as far as sources show; earlier it is "the rule of today". */
  readonly since: IsoDate;
  readonly source: string;
};

/**
 * The 10-4-6 rule and the rules of procedure on agendas. The six weeks are old (45/238, 48/162); ten weeks and four
 * weeks belong to the slot system, which was instituted in 2002.
 */
export const documentRules = {
  slot: {
    weeks: 10,
    since: "2002-01-01",
    source:
      "10-4-6 rule (ungeneva.org, documents instructions); slot system instituted in 2002 (un.org/depts/DGACM/dpu.shtml)",
  },
  processing: { weeks: 4, since: "2002-01-01", source: "A/RES/69/250, para. 84" },
  issue: {
    weeks: 6,
    since: "1990-12-21",
    source: "six-week rule: A/RES/45/238; A/RES/48/162, annex I; A/RES/57/283 B, sect. III",
  },
  provisionalAgenda: { days: 60, since: "1947-11-17", source: "A/520/Rev.20, rule 12" },
  supplementaryRequest: { days: 30, since: "1947-11-17", source: "A/520/Rev.20, rule 14" },
  supplementaryList: { days: 20, since: "1947-11-17", source: "A/520/Rev.20, rule 14" },
} as const satisfies Record<string, DocumentRule>;

/** Days that no rule sets: how this product plans unless a caller says otherwise. All are working days. */
export const planningHabits = {
  /** Internal clearance before the submission. */
  clearance: 10,
  /** A section leaves its author before the host report is submitted. */
  contribution: 10,
  /** Speaking notes for an oral report before the meeting. */
  speakingNotes: 5,
} as const;

/** What a plan can lead to. */
export const outputKinds = [
  "report",
  "section",
  "consolidated-report",
  "oral-report",
  "note",
  "agenda-item",
  "meeting",
  "other",
] as const;
export type OutputKind = (typeof outputKinds)[number];

export type WordLimit = { readonly words: number; readonly source: string };

const secretariatLimit: WordLimit = {
  words: 8500,
  source:
    "limit for Secretariat reports, 8,500 words (second-hand: scotsman.com 1665078); waivers: A/RES/79/248, para. 82",
};

/** Limits for documents that other authors submit, in words. */
export const wordLimits = {
  "secretariat-report": secretariatLimit,
  "intergovernmental-report": { words: 10_700, source: "A/HRC/PRST/20/1" },
  "treaty-body-document": { words: 10_700, source: "A/RES/68/268, para. 15" },
  "state-report-initial": { words: 31_800, source: "A/RES/68/268, para. 16" },
  "state-report-periodic": { words: 21_200, source: "A/RES/68/268, para. 16" },
  "common-core-document": { words: 42_400, source: "A/RES/68/268, para. 16" },
  "in-session-document": { words: 3300, source: "ungeneva.org, documents instructions" },
} as const satisfies Record<string, WordLimit>;

/** The limit that a kind of output meets unless the task says otherwise; null where none applies (or none is known). */
export function wordLimitOf(kind: OutputKind): WordLimit | null {
  return kind === "report" || kind === "consolidated-report" ? secretariatLimit : null;
}

/** The kind of output that an extracted deliverable is planned as; a person may refine it (note, section, oral report). */
export function outputKindOf(deliverable: string): OutputKind {
  if (deliverable === "report") return "report";
  if (deliverable === "agenda_item") return "agenda-item";
  return deliverable === "meeting" ? "meeting" : "other";
}
