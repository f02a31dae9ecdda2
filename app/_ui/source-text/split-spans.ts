import type { Span } from "@/lib/core/text/span";

/** Something to be lit up in a text: where it stands in the source, under an id that may repeat over several places. */
export type Layer = { readonly id: string; readonly spans: readonly Span[] };

/** A stretch of the text over which the same layers lie; their ids are in the order given. */
export type Piece = { readonly text: string; readonly ids: readonly string[] };

/**
 * Cuts a text where any layer begins or ends, so that overlapping highlights become a plain sequence of `<mark>`s:
 * selection, print and screen readers then see one text. The pieces joined give the text again.
 * `places[i]` is the place in the source of character `i` (see `alignReading`).
 */
export function splitSpans(text: string, places: readonly number[], layers: readonly Layer[]): Piece[] {
  const pieces: { text: string; ids: readonly string[] }[] = [];
  let key: string | null = null;
  for (let index = 0; index < text.length; index++) {
    const place = places[index] ?? -1;
    const ids = layers
      .filter((layer) => layer.spans.some((span) => covers(span, place)))
      .map((layer) => layer.id);
    const last = pieces[pieces.length - 1];
    if (last && key === ids.join("\n")) last.text += text.charAt(index);
    else pieces.push({ text: text.charAt(index), ids });
    key = ids.join("\n");
  }
  return trimBlanks(pieces);
}

const covers = (span: Span, place: number): boolean => span.start <= place && place < span.end;

/** A blank between two words takes the place of the word before it; at the end of a mark it belongs outside. */
function trimBlanks(pieces: readonly Piece[]): Piece[] {
  const trimmed: Piece[] = [];
  let carried = "";
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const text = carried + piece.text;
    carried = "";
    const body = text.trimEnd();
    const endsMark = piece.ids.some((id) => !next?.ids.includes(id));
    if (next && endsMark && body.length < text.length && next.ids.length < piece.ids.length) {
      trimmed.push({ text: body, ids: piece.ids });
      carried = text.slice(body.length);
    } else trimmed.push({ text, ids: piece.ids });
  }
  return trimmed.filter((piece) => piece.text !== "");
}
