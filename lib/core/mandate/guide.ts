import type { DeadlineRule, Recurrence } from "../calendar/rule";
import type { Resolution } from "../resolution/resolution";
import { assertNever } from "../result";
import type { CandidateAction, Extraction } from "./candidate-action";

/** A deadline in the form of the labelling guide. */
export type GuideDeadline =
  | { readonly type: "session"; readonly organ: string; readonly session: number; readonly part?: string }
  | { readonly type: "date" | "month" | "year"; readonly date: string }
  | { readonly type: "relative"; readonly amount: number; readonly unit: string; readonly from: string }
  | { readonly type: "event"; readonly text: string };

const seriesNames: Readonly<Record<string, string>> = {
  "GA-special": "General Assembly (special sessions)",
  "GA-emergency": "General Assembly (emergency special sessions)",
};

/** Parts that the guide knows by other names. */
const partNames: Readonly<Record<string, string>> = {
  "first-resumed": "resumed",
  "second-resumed": "resumed",
};

/** A deadline rule as the labelling guide writes it; operators are left out. The one place that knows both forms. */
export function toGuideDeadline(rule: DeadlineRule): GuideDeadline {
  switch (rule.kind) {
    case "session": {
      const organ = seriesNames[rule.organ] ?? rule.organ;
      const base = { type: "session" as const, organ, session: rule.session };
      return rule.part === undefined ? base : { ...base, part: partNames[rule.part] ?? rule.part };
    }
    case "date":
      return { type: "date", date: rule.on };
    case "month":
      return { type: "month", date: rule.month };
    case "year":
      return { type: "year", date: String(rule.year) };
    case "relative":
      return { type: "relative", amount: rule.amount, unit: rule.unit, from: rule.from };
    case "event":
      return { type: "event", text: rule.name };
    default:
      return assertNever(rule);
  }
}

/** The guide counts only a stated rhythm. */
const toGuideRecurrence = (recurrence: Recurrence | undefined): string | null =>
  recurrence === undefined || recurrence.basis === "implied" ? null : recurrence.label;

/** One document in the form of the labelling guide. */
export type GuideDocument = {
  readonly symbol: string;
  readonly organ: string | null;
  readonly session: number | null;
  readonly adopted: string | null;
  readonly title: string;
  readonly actions: readonly ReturnType<typeof toGuideAction>[];
  readonly none: readonly string[];
};

const toGuideAction = (action: CandidateAction) => ({
  para: action.para,
  verb: action.verb.value,
  lead: action.lead.map((one) => one.value.name),
  with: action.with.map((one) => one.value.name),
  deliverable: action.deliverable.value,
  deadlines: action.deadlines.map((one) => toGuideDeadline(one.value)),
  recurrence: toGuideRecurrence(action.recurrence?.value),
});

/** A resolution and its extraction in the form of the labelling guide. */
export const toGuideDocument = (resolution: Resolution, extraction: Extraction): GuideDocument => ({
  symbol: resolution.symbol.replace(/ \(/, "("),
  organ: resolution.organ,
  session: resolution.session,
  adopted: resolution.adopted,
  title: resolution.title,
  actions: extraction.actions.map(toGuideAction),
  none: extraction.none.map((one) => one.para),
});
