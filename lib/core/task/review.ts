import type { DeadlineRule } from "../calendar/rule";
import type { BodyRole, CandidateAction, Deliverable, Found } from "../mandate/candidate-action";
import type { ParagraphKind } from "../resolution/resolution";
import type { Quote, Span } from "../text/span";

/** What happened to a proposal. */
export type CandidateState = "proposed" | "accepted" | "edited" | "dismissed" | "merged" | "split";

/** What was decided about a paragraph; `not_applicable` for preambles, headings and annexes. */
export type ParagraphDecision = "undecided" | "tasks" | "not_actionable" | "not_applicable";

/** What a person can decide in a review; every decision is kept, an undo is one more. */
export type DecisionKind =
  | "accept"
  | "edit"
  | "dismiss"
  | "merge"
  | "split"
  | "add"
  | "not_actionable"
  | "undo";

/** Why a paragraph or a proposal gives no follow-up. "other" asks for words. */
export const noFollowUpReasons = {
  takes_note: "Takes note of or welcomes something; nothing is asked",
  endorses: "Endorses or adopts; takes effect at once",
  stresses: "Stresses, recalls or reaffirms; nothing is asked",
  seized: "The organ remains seized of the matter",
  no_addressee: "Nobody is named who could act",
  duplicate: "Asked already by another paragraph or task",
  misread: "The proposal misreads the text",
  other: "Another reason, given in words",
} as const;
export type NoFollowUpReason = keyof typeof noFollowUpReasons;

/** True for a code of the list above. */
export const isNoFollowUpReason = (code: string): code is NoFollowUpReason =>
  Object.hasOwn(noFollowUpReasons, code);

/** The reason as it is kept: the words of the code, with the person's own words where given. */
export const reasonInWords = (code: NoFollowUpReason, words: string): string =>
  code === "other"
    ? words.trim()
    : [noFollowUpReasons[code], words.trim()].filter((part) => part !== "").join(": ");

/** The values of a proposal that a person may change, or give to a new one. */
export type ActionValues = {
  readonly verb: string;
  readonly lead: readonly string[];
  readonly with: readonly { readonly name: string; readonly role: Exclude<BodyRole, "lead"> }[];
  readonly deliverable: Deliverable;
  readonly deadlines: readonly DeadlineRule[];
  readonly ask: string;
  readonly agendaTitle: string;
};

/** The values of a proposal as the machine gave them. */
export const valuesOf = (action: CandidateAction): ActionValues => ({
  verb: action.verb.value,
  lead: action.lead.map((found) => found.value.name),
  with: action.with.map((found) => ({ name: found.value.name, role: found.role })),
  deliverable: action.deliverable.value,
  deadlines: action.deadlines.map((found) => found.value),
  ask: action.ask.text,
  agendaTitle: action.agendaTitle?.text ?? "",
});

/** The fields of a proposal, as the accuracy page counts them. */
export const reviewedFields = [
  "verb",
  "lead",
  "with",
  "deliverable",
  "deadlines",
  "ask",
  "agendaTitle",
] as const satisfies readonly (keyof ActionValues)[];

export type ReviewedField = (typeof reviewedFields)[number];

/** Which fields a person changed. Order of bodies does not count; spaces at the ends do not either. */
export function changedFields(action: CandidateAction, values: ActionValues): ReviewedField[] {
  const before = valuesOf(action);
  return reviewedFields.filter((field) => comparable(before[field]) !== comparable(values[field]));
}

function comparable(value: ActionValues[keyof ActionValues]): string {
  if (typeof value === "string") return value.trim();
  return JSON.stringify(value.map((one) => (typeof one === "string" ? one.trim() : stable(one))).sort());
}

const stable = (value: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The mark of a value that a person gave: no words of the text stand for it. */
const personRule = "person";
const noQuote: Quote = { text: "", spans: [] };
const byPerson = <T>(value: T, quote: Quote = noQuote): Found<T> => ({
  value,
  quote,
  basis: quote.spans.length > 0 ? "exact" : "inferred",
  rule: personRule,
  certainty: 1,
  alternatives: [],
});

/**
 * A proposal with a person's values in place. Values that were left alone keep the words they were read from; a value
 * that the person gave says so (rule "person") and points at no words.
 */
export function withValues(action: CandidateAction, values: ActionValues): CandidateAction {
  const changed = new Set<string>(changedFields(action, values));
  const leads = new Map(action.lead.map((found) => [found.value.name, found]));
  const partners = new Map(action.with.map((found) => [`${found.role} ${found.value.name}`, found]));
  const rules = new Map(action.deadlines.map((found) => [stable(found.value), found]));
  return {
    ...action,
    verb: changed.has("verb") ? byPerson(values.verb) : action.verb,
    lead: values.lead.map((name) => leads.get(name) ?? byPerson({ name, isClass: false })),
    with: values.with.map(
      ({ name, role }) => partners.get(`${role} ${name}`) ?? { ...byPerson({ name, isClass: false }), role },
    ),
    deliverable: changed.has("deliverable") ? byPerson(values.deliverable) : action.deliverable,
    deadlines: values.deadlines.map((rule) => rules.get(stable(rule)) ?? byPerson(rule)),
    ask: changed.has("ask") ? { text: values.ask, spans: action.ask.spans } : action.ask,
    agendaTitle: changed.has("agendaTitle")
      ? values.agendaTitle === ""
        ? null
        : { text: values.agendaTitle, spans: [] }
      : action.agendaTitle,
  };
}

/** A proposal that a person makes from words selected in the text. */
export function newAction(
  place: { readonly id: string; readonly paragraphId: string; readonly para: string },
  values: ActionValues,
  selection: { readonly text: string; readonly span: Span },
): CandidateAction {
  const quote: Quote = { text: selection.text, spans: [selection.span] };
  return {
    ...place,
    verb: byPerson(values.verb),
    lead: values.lead.map((name) => byPerson({ name, isClass: false })),
    with: values.with.map(({ name, role }) => ({ ...byPerson({ name, isClass: false }), role })),
    deliverable: byPerson(values.deliverable),
    deadlines: values.deadlines.map((rule) => byPerson(rule)),
    recurrence: null,
    ask: { text: values.ask, spans: quote.spans },
    agendaTitle: values.agendaTitle === "" ? null : { text: values.agendaTitle, spans: [] },
    conditions: [],
  };
}

/** The values of several proposals as one: bodies and deadlines together, the first's verb and deliverable. */
export function mergedValues(actions: readonly [CandidateAction, ...CandidateAction[]]): ActionValues {
  const all = actions.map(valuesOf);
  const first = valuesOf(actions[0]);
  const unique = <T>(list: readonly T[], key: (one: T) => string): T[] => [
    ...new Map(list.map((one) => [key(one), one])).values(),
  ];
  const lead = unique(
    all.flatMap((values) => values.lead),
    (name) => name,
  );
  return {
    verb: first.verb,
    lead,
    with: unique(
      all.flatMap((values) => values.with),
      (one) => `${one.role} ${one.name}`,
    ).filter((one) => !lead.includes(one.name)),
    deliverable: first.deliverable,
    deadlines: unique(
      all.flatMap((values) => values.deadlines),
      stable,
    ),
    ask: unique(
      all.map((values) => values.ask),
      (ask) => ask,
    ).join("; "),
    agendaTitle: all.find((values) => values.agendaTitle !== "")?.agendaTitle ?? "",
  };
}

/** Below this a value is shown for checking, even where its words stand in the text. */
const certain = 0.9;

/** True where every value stands in the words of the text and is certain: such proposals can be accepted together. */
export const isExact = (action: CandidateAction): boolean =>
  action.lead.length > 0 &&
  [action.verb, action.deliverable, ...action.lead, ...action.with, ...action.deadlines].every(
    (found) => found.basis === "exact" && found.certainty >= certain,
  );

/** A paragraph as coverage sees it. */
export type CoveredParagraph = {
  readonly stableId: string;
  readonly parentStableId: string | null;
  readonly kind: ParagraphKind;
  readonly decision: ParagraphDecision;
};

/** The operative paragraphs that stand for themselves: sub-paragraphs are decided with the paragraph they belong to. */
export function reviewUnits<T extends CoveredParagraph>(paragraphs: readonly T[]): T[] {
  const kinds = new Map(paragraphs.map((paragraph) => [paragraph.stableId, paragraph.kind]));
  return paragraphs.filter(
    (paragraph) =>
      paragraph.kind === "operative" &&
      (paragraph.parentStableId === null || kinds.get(paragraph.parentStableId) !== "operative"),
  );
}

/** The unit that a paragraph belongs to; itself where it is one; null outside the operative part. */
export function unitOf<T extends CoveredParagraph>(paragraphs: readonly T[], stableId: string): T | null {
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.stableId, paragraph]));
  let paragraph = byId.get(stableId);
  while (paragraph?.kind === "operative") {
    const parent: T | undefined =
      paragraph.parentStableId === null ? undefined : byId.get(paragraph.parentStableId);
    if (parent?.kind !== "operative") return paragraph;
    paragraph = parent;
  }
  return null;
}

/**
 * What the proposals of a unit say of it: undecided while one waits; "tasks" once one is accepted; else what a person
 * said of the paragraph itself (`own`).
 */
export function decisionOf(states: readonly CandidateState[], own: ParagraphDecision): ParagraphDecision {
  if (states.includes("proposed")) return "undecided";
  if (states.some((state) => state === "accepted" || state === "edited")) return "tasks";
  return own === "not_actionable" ? "not_actionable" : "undecided";
}

/** "12 of 12 paragraphs decided". */
export const coverageInEnglish = (decided: number, total: number): string =>
  `${decided} of ${total} ${total === 1 ? "paragraph" : "paragraphs"} decided`;
