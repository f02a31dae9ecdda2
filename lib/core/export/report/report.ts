/** A document before it has a format: what it says, in order. Writers turn it into DOCX, PDF or HTML. */
export type Report = {
  /** The organ or body at the head, "General Assembly". */
  readonly organ: string;
  /** The line below it, "Fifty-third session", or "". */
  readonly session: string;
  readonly title: string;
  readonly subtitle: string;
  /** The day the document speaks of. */
  readonly day: string;
  /** Who made it, and that it is no official document. */
  readonly origin: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** A numbered paragraph, as in documents of the United Nations; the writer counts. */
  | { readonly kind: "numbered"; readonly text: string }
  | { readonly kind: "plain"; readonly text: string; readonly isQuote?: boolean }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | Grid;

/** A table. `widths` are shares of the page's width; the head comes again on each page. */
export type Grid = {
  readonly kind: "grid";
  readonly caption: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
};

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: "heading", level, text });
export const numbered = (text: string): Block => ({ kind: "numbered", text });
export const plain = (text: string): Block => ({ kind: "plain", text });

/** A table, or a sentence in its place where it would be empty. */
export const grid = (table: Omit<Grid, "kind">, ifEmpty: string): Block =>
  table.rows.length === 0 ? plain(ifEmpty) : { kind: "grid", ...table };
