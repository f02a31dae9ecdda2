import type { IsoDate } from "../calendar/rule";
import type { OrganId } from "../symbol/symbol";
import type { Segment } from "../text/reading";
import type { Quote, Span } from "../text/span";

export type ParagraphKind = "preambular" | "operative" | "heading" | "annex";

/** A paragraph or sub-paragraph. Parents come before their children; order is that of the text. */
export type Paragraph = {
  /** Stable: "A/RES/52/205#op9", "…#op12.a", "…#pp3", "…#III.op2". Re-reading the same text gives the same ids. */
  readonly id: string;
  readonly kind: ParagraphKind;
  /** As the labelling guide writes it: "9", "7(b)", "III/2"; "" for what carries no number. */
  readonly number: string;
  readonly parentId: string | null;
  /** 0 for a top paragraph, 1 for "(a)", 2 for "(i)". */
  readonly depth: number;
  /** The reading, without its printed number, footnote marks and page furniture. */
  readonly text: string;
  readonly spans: readonly Span[];
  /** The way from `text` back to the source; see `paragraphQuote`. */
  readonly segments: readonly Segment[];
  /** The mark as printed, "9." or "(a)"; "" where there is none. */
  readonly label: string;
  /** "A/II" where the paragraph stands in part A, section II; "" outside sections. */
  readonly section: string;
  /** The nearest heading above it, or "". */
  readonly heading: string;
};

export type Footnote = {
  readonly mark: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly paragraphIds: readonly string[];
};

export type ReadingWarning = { readonly code: string; readonly message: string; readonly span: Span | null };

export type ResolutionLanguage = "en" | "fr" | "es" | "ru" | "zh" | "ar";

/** A resolution as read from a source text. Every field that was found points at its words. */
export type Resolution = {
  /** Canonical symbol or, where the text shows none, "" with a warning. */
  readonly symbol: string;
  readonly organ: OrganId | null;
  readonly session: number | null;
  readonly adopted: IsoDate | null;
  readonly meeting: string | null;
  readonly title: string;
  readonly found: Readonly<
    Partial<Record<"symbol" | "organ" | "session" | "adopted" | "meeting" | "title", Quote>>
  >;
  readonly paragraphs: readonly Paragraph[];
  readonly footnotes: readonly Footnote[];
  readonly warnings: readonly ReadingWarning[];
  /** False where the text shows none of the marks of a resolution; it is still read as far as it goes. */
  readonly isResolution: boolean;
  readonly language: ResolutionLanguage;
  /** The stretch of the source that this resolution covers. */
  readonly span: Span;
};
