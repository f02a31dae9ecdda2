import type { Span } from "../text/span";

/** "_Reaffirming_", "**1.**", "*The General Assembly,*": Markdown emphasis hugging a word. Never crosses a line. */
const emphasis =
  /(?<![\p{L}\p{N}_*\\])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,300})(?<=[^\s])\1(?![\p{L}\p{N}_*])/gu;
/** "# Title", "> quoted" at the start of a line. */
const lineMarks = /^[ \t]*(?:#{1,6}|>)[ \t]+/gm;

/** "[resolution 2428 (2018)](https://…)": the words are read, the address is not. Never crosses a line. */
const link = /\[([^[\]\n]{1,300})\]\(https?:\/\/[^\s()]{1,200}(?:\([^\s()]{0,60}\)[^\s()]{0,100}){0,3}\)/g;

/** The mark-up of emphasis, headings, quotation and links in Markdown, to be left out of readings; sorted. */
export function emphasisMarks(source: string): Span[] {
  const spans: Span[] = [];
  if (source.includes("_") || source.includes("*"))
    for (const match of source.matchAll(emphasis)) {
      const length = match[1]?.length ?? 0;
      const start = match.index;
      const end = start + match[0].length;
      spans.push({ start, end: start + length }, { start: end - length, end });
    }
  if (source.includes("#") || source.includes(">"))
    for (const match of source.matchAll(lineMarks)) {
      const start = match.index + match[0].search(/\S/);
      spans.push({ start, end: match.index + match[0].length });
    }
  if (source.includes("](http"))
    for (const match of source.matchAll(link)) {
      const end = match.index + 1 + (match[1]?.length ?? 0);
      spans.push({ start: match.index, end: match.index + 1 });
      spans.push({ start: end, end: match.index + match[0].length });
    }
  return spans.sort((a, b) => a.start - b.start);
}
