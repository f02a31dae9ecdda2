import type { Paragraph } from "../resolution/resolution";
import type { Deliverable } from "../vocabulary/deliverables";
import type { Basis, BodyRole } from "./candidate-action";
import type { DocumentContext } from "./context";
import type { Stretch } from "./recognizers/asks";
import type { CadenceReading } from "./recognizers/cadence";
import type { ConditionReading } from "./recognizers/conditions";
import type { DeadlineReading } from "./recognizers/deadlines";

/** A stretch of a certain paragraph: what a chapeau lends its sub-paragraphs stands in the chapeau. */
export type Place = Stretch & { readonly paragraph: Paragraph };

/** One paragraph being read, with everything that is looked up in it once. */
export type Reading = {
  readonly paragraph: Paragraph;
  readonly context: DocumentContext;
  readonly deadlines: readonly DeadlineReading[];
};

export type DraftParty = {
  readonly name: string;
  readonly printed: string;
  readonly isClass: boolean;
  readonly basis: Basis;
  readonly rule: string;
  readonly certainty: number;
  readonly place: Place;
};

export type DraftPartner = DraftParty & { readonly role: Exclude<BodyRole, "lead"> };
export type DraftDeadline = DeadlineReading & { readonly paragraph: Paragraph; readonly inherited: boolean };

/** An action before its values are quoted. */
export type Draft = {
  verb: string;
  verbRule: string;
  verbPlace: Place;
  verbInherited: boolean;
  leads: readonly DraftParty[];
  partners: DraftPartner[];
  deliverable: Deliverable;
  deliverableRule: string;
  deliverableCertainty: number;
  deliverableAlternatives: readonly Deliverable[];
  deadlines: DraftDeadline[];
  cadence: (CadenceReading & { readonly paragraph: Paragraph }) | null;
  conditions: (ConditionReading & { readonly paragraph: Paragraph })[];
  /** The stretches that say what is asked, in order of the text. */
  asks: Place[];
};

/** What a chapeau lends its sub-paragraphs. */
export type Inheritance = {
  readonly verb: string;
  readonly verbRule: string;
  readonly verbPlace: Place;
  readonly leads: readonly DraftParty[];
  readonly partners: readonly DraftPartner[];
  readonly deadlines: readonly DraftDeadline[];
};
