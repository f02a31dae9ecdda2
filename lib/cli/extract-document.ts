import type { SourceReading } from "@/lib/adapters/sources/source-reading";
import type { CandidateAction, Found } from "@/lib/core/mandate/candidate-action";
import { extractMandates } from "@/lib/core/mandate/extract";
import { type GuideDocument, toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";

type Evidence = {
  readonly value: unknown;
  readonly words: string;
  readonly at: readonly (readonly [number, number])[];
  readonly rule: string;
  readonly certainty: number;
};

/** A document in the form of the labelling guide, with where each value stands and by which rule it was found. */
export type ExtractedDocument = Omit<GuideDocument, "actions"> & {
  readonly actions: readonly (GuideDocument["actions"][number] & {
    readonly id: string;
    readonly ask: string;
    readonly agendaTitle: string | null;
    readonly evidence: Readonly<
      Record<"verb" | "lead" | "with" | "deliverable" | "deadlines", readonly Evidence[]>
    >;
    readonly conditions: readonly Evidence[];
  })[];
  readonly reasons: readonly { readonly para: string; readonly reason: string }[];
  readonly references: readonly {
    readonly symbol: string;
    readonly relation: string;
    readonly in: string;
  }[];
  readonly language: string;
  readonly isResolution: boolean;
  readonly warnings: readonly string[];
  /** Symbols of further resolutions in the same text (neighbours on the page, parts). */
  readonly alsoOnThePage: readonly string[];
};

const evidence = (found: Found<unknown>): Evidence => ({
  value: found.value,
  words: found.quote.text,
  at: found.quote.spans.map((span) => [span.start, span.end] as const),
  rule: found.rule,
  certainty: found.certainty,
});

const details = (action: CandidateAction) => ({
  id: action.id,
  ask: action.ask.text,
  agendaTitle: action.agendaTitle?.text ?? null,
  evidence: {
    verb: [evidence(action.verb)],
    lead: action.lead.map(evidence),
    with: action.with.map(evidence),
    deliverable: [evidence(action.deliverable)],
    deadlines: action.deadlines.map(evidence),
  },
  conditions: action.conditions.map(evidence),
});

/** Reads the first resolution of a source and its follow-up actions. A text that is no resolution says so in its warnings. */
export function extractDocument(source: SourceReading): ExtractedDocument {
  const [resolution, ...others] = readResolutions({
    text: source.text,
    hints: source.hints,
    ...(source.language === null ? {} : { language: source.language }),
  });
  if (resolution === undefined)
    return {
      symbol: "",
      organ: null,
      session: null,
      adopted: null,
      title: "",
      actions: [],
      none: [],
      reasons: [],
      references: [],
      language: "en",
      isResolution: false,
      warnings: ["The text holds nothing that can be read."],
      alsoOnThePage: [],
    };
  const extraction = extractMandates(resolution);
  const document = toGuideDocument(resolution, extraction);
  return {
    ...document,
    actions: document.actions.map((action, index) => {
      const found = extraction.actions[index];
      if (found === undefined) throw new Error("every action has its extraction");
      return { ...action, ...details(found) };
    }),
    reasons: extraction.none.map(({ para, reason }) => ({ para, reason })),
    references: extraction.references.map((one) => ({
      symbol: one.symbol,
      relation: one.relation,
      in: one.paragraphId,
    })),
    language: resolution.language,
    isResolution: resolution.isResolution,
    warnings: resolution.warnings.map((one) => one.message),
    alsoOnThePage: others.map((one) => one.symbol),
  };
}
