import type { Span } from "@/lib/core/text/span";
import { alignReading } from "./align";
import styles from "./source-text.module.css";
import { type Layer, splitSpans } from "./split-spans";

/** Something read from the text: `id` ties it to its card, `field` gives its colour and underline. */
export type Mark = Layer & { readonly field: string };

/** A stretch of source and where it starts, with the language it is written in. */
export type Excerpt = { readonly text: string; readonly offset: number; readonly language: string };

/**
 * A paragraph as it reads, with marks over the words from which values were read. Overlapping marks are split into
 * a plain sequence of `<mark>`s, so that selection, print and screen readers see one text. `data-marks` lists the ids
 * of all marks over a piece: the lighting layer finds its words by it.
 */
export function SourceText({
  text,
  spans,
  source,
  marks,
}: {
  text: string;
  spans: readonly Span[];
  source: Excerpt;
  marks: readonly Mark[];
}) {
  const fields = new Map(marks.map((mark) => [mark.id, mark.field]));
  const pieces = splitSpans(text, alignReading(text, spans, source.text, source.offset), marks);
  let at = 0;
  return (
    <span className={styles.text} lang={source.language} dir={source.language === "ar" ? "rtl" : "ltr"}>
      {pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        if (piece.ids.length === 0) return piece.text;
        const field = strongest(piece.ids.map((id) => fields.get(id) ?? "other"));
        return (
          <mark key={key} className={styles.mark} data-field={field} data-marks={piece.ids.join(" ")}>
            {piece.text}
          </mark>
        );
      })}
    </span>
  );
}

/** Where several values stand on the same words, the narrower kind gives the look. */
// The rest of the list only lights up: what is asked and delivered often covers half of a paragraph.
const order = [
  "verb",
  "deadline",
  "lead",
  "with",
  "recurrence",
  "agendaTitle",
  "condition",
  "deliverable",
  "ask",
];
const strongest = (fields: readonly string[]): string =>
  order.find((field) => fields.includes(field)) ?? "other";
