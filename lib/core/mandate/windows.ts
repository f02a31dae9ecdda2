import type { Paragraph, Resolution } from "../resolution/resolution";
import { sliceReading } from "../text/reading";

/**
 * The work of reading a paragraph grows faster than its length: names, verbs and limits are looked for back and forth.
 * The longest operative paragraph of six hundred resolutions has 2,414 characters, so that whatever is longer than this
 * is no paragraph that somebody drafted. It is read piece by piece, and the time stays linear in the text.
 */
const longestRead = 6_000;

/** The resolution with each overlong paragraph as several of the same id and number, in order. Words without
 * an operative verb of their own that follow more than a window behind theirs are in no action. */
export function inWindows(resolution: Resolution): Resolution {
  if (!resolution.paragraphs.some(isOverlong)) return resolution;
  return { ...resolution, paragraphs: resolution.paragraphs.flatMap(windowsOf) };
}

const isOverlong = (paragraph: Paragraph): boolean =>
  paragraph.text.length > longestRead && (paragraph.kind === "operative" || paragraph.kind === "preambular");

function windowsOf(paragraph: Paragraph): Paragraph[] {
  if (!isOverlong(paragraph)) return [paragraph];
  const windows: Paragraph[] = [];
  for (let start = 0; start < paragraph.text.length; ) {
    const end = windowEnd(paragraph.text, start);
    const { text, segments } = sliceReading(paragraph, start, end);
    windows.push({ ...paragraph, text, segments, spans: segments.map((one) => one.span) });
    start = end;
  }
  return windows;
}

const sentenceEnds = [". ", "。"];
const clauseEnds = ["; ", "؛ ", "；"];

/** The end of the last sentence, else clause, else word that fits; a word without end is cut. */
function windowEnd(text: string, start: number): number {
  const limit = start + longestRead;
  if (limit >= text.length) return text.length;
  const least = start + longestRead / 2;
  for (const marks of [sentenceEnds, clauseEnds, [", ", "، ", "，"], [" ", "、"]]) {
    const ends = marks.map((mark) => text.lastIndexOf(mark, limit - mark.length) + mark.length);
    const end = Math.max(...ends);
    if (end > least) return end;
  }
  return limit;
}
