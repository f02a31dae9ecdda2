import type { Footnote, Paragraph } from "./resolution";
import { readSpans, type Sheet } from "./sheet";
import type { Unit } from "./units";

/** The footnotes of one unit with the paragraphs that carry their marks. */
export function readNotes(sheet: Sheet, unit: Unit, paragraphs: readonly Paragraph[]): Footnote[] {
  const carriers = carriersByMark(sheet, paragraphs);
  return unit.blocks
    .filter((block) => block.kind === "footnote")
    .map((block) => {
      const span = { start: block.textStart, end: block.span.end };
      const { text } = readSpans(sheet, [span]);
      return { mark: block.note, text, spans: [span], paragraphIds: carriers.get(Number(block.note)) ?? [] };
    });
}

function carriersByMark(sheet: Sheet, paragraphs: readonly Paragraph[]): Map<number, string[]> {
  const carriers = new Map<number, string[]>();
  const places = paragraphs
    .flatMap((paragraph) => paragraph.spans.map((span) => ({ span, id: paragraph.id })))
    .sort((a, b) => a.span.start - b.span.start);
  let place = 0;
  for (const mark of sheet.marks) {
    while (place < places.length && (places[place]?.span.end ?? 0) <= mark.span.start) place++;
    const home = places[place];
    if (home === undefined || home.span.start > mark.span.start) continue;
    const ids = carriers.get(mark.number);
    if (ids === undefined) carriers.set(mark.number, [home.id]);
    else if (!ids.includes(home.id)) ids.push(home.id);
  }
  return carriers;
}
