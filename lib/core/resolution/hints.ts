import type { IsoDate } from "../calendar/rule";
import type { Span } from "../text/span";

/** What a marked-up source says a stretch of its text is. */
export type HintRole =
  | "cover"
  | "enacting"
  | "preambular"
  | "operative"
  | "heading"
  | "part"
  | "close"
  | "annex"
  | "note";

/** A block that mark-up sets apart: where its own words stand and the mark printed before them ("9.", "(a)", ""). */
export type BlockHint = { readonly role: HintRole; readonly span: Span; readonly label: string };

/** A header field that mark-up names, with its words. */
export type FieldHint = { readonly value: string; readonly span: Span | null };

/** Header fields as mark-up gives them: `adopted` as an ISO date, `session` as digits. */
export type HeaderHints = {
  readonly symbol?: FieldHint;
  readonly session?: FieldHint;
  readonly adopted?: FieldHint & { readonly value: IsoDate };
  readonly meeting?: FieldHint;
  readonly title?: FieldHint;
};

/** What is known of a source besides its words. */
export type ReadingHints = {
  /** Name of the file or address it came from; "A_RES_42_169.txt" tells which of several printed resolutions is meant. */
  readonly fileName?: string;
  /** The structure that mark-up gives; where present, paragraphs are taken from it and not looked for in the words. */
  readonly blocks?: readonly BlockHint[];
  readonly header?: HeaderHints;
};
