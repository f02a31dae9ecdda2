import type { DeadlineRule, Recurrence } from "../calendar/rule";
import type { Quote } from "../text/span";
import type { Deliverable } from "../vocabulary/deliverables";

export { type Deliverable, deliverables } from "../vocabulary/deliverables";

/** `exact`: the words say it; `inferred`: worked out (pronoun, "at that session", inherited from the chapeau). */
export type Basis = "exact" | "inferred";

/** One extracted value with its words, the rule that found it, how sure it is (0 to 1), and what else it could be. */
export type Found<T> = {
  readonly value: T;
  readonly quote: Quote;
  readonly basis: Basis;
  readonly rule: string;
  readonly certainty: number;
  readonly alternatives: readonly T[];
};

export type Addressee = {
  /** The name of the labelling guide: as printed or as resolved within the document. */
  readonly name: string;
  /** True for open classes ("other relevant organizations") that no one body answers for. */
  readonly isClass: boolean;
};

/** How a body takes part: `lead` must do it; the others from "in cooperation with", "in consultation with", "with the support of", "through". */
export type BodyRole = "lead" | "cooperation" | "consultation" | "support" | "through";

/** A follow-up action as the machine proposes it. A person confirms, edits or dismisses it. */
export type CandidateAction = {
  /** Stable within the document: "A/RES/52/205#op9/2" = second action of paragraph 9. */
  readonly id: string;
  readonly paragraphId: string;
  readonly para: string;
  /** Base form: "request", "call upon" … */
  readonly verb: Found<string>;
  readonly lead: readonly Found<Addressee>[];
  readonly with: readonly (Found<Addressee> & { readonly role: Exclude<BodyRole, "lead"> })[];
  readonly deliverable: Found<Deliverable>;
  readonly deadlines: readonly Found<DeadlineRule>[];
  readonly recurrence: Found<Recurrence> | null;
  /** What is asked, in the words of the text, e.g. "to report to it at that session on the implementation of the present resolution". */
  readonly ask: Quote;
  /** The quoted title of an agenda item, letter for letter, if one is named. */
  readonly agendaTitle: Quote | null;
  /** "within existing resources", "subject to voluntary contributions", "unless otherwise agreed" … */
  readonly conditions: readonly Found<string>[];
};

/** A paragraph that asks for nothing, with the reason: "takes note", "stresses" … */
export type NoFollowUp = {
  readonly paragraphId: string;
  readonly para: string;
  readonly reason: string;
  readonly quote: Quote | null;
};

/** Another resolution or document that this one refers to. */
export type Reference = {
  readonly symbol: string;
  readonly relation: string;
  readonly paragraphId: string;
  readonly quote: Quote;
};

/** Everything read from one resolution: each numbered operative paragraph is either in `actions` or in `none`. */
export type Extraction = {
  readonly actions: readonly CandidateAction[];
  readonly none: readonly NoFollowUp[];
  readonly references: readonly Reference[];
};
