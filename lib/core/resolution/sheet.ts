import { hyphenJudge } from "../text/hyphens";
import { type KeepsHyphen, readPieces } from "../text/normalize";
import type { Reading } from "../text/reading";
import { readLines } from "../text/source-text";
import type { Span } from "../text/span";
import { type Block, readBlocks } from "./blocks";
import { emphasisMarks } from "./emphasis";
import { findMarks, type Mark } from "./marks";

/** A source cut into blocks, with what its clean reading leaves out. */
export type Sheet = {
  readonly source: string;
  readonly blocks: readonly Block[];
  /** Footnote marks within the words of resolutions, in order. */
  readonly marks: readonly Mark[];
  /** What readings leave out: footnote marks and mark-up, sorted. */
  readonly dropped: readonly Span[];
  readonly keepsHyphen: KeepsHyphen;
};

/** A mark may run this far ahead of the notes seen so far and still be believed. */
const believableLead = 6;

/** Of everything that looks like a footnote mark, what the footnotes bear out. */
function believedMarks(found: readonly Mark[], blocks: readonly Block[]): Mark[] {
  const notes = blocks.filter((block) => block.kind === "footnote");
  const numbers = new Set(notes.map((block) => Number(block.note)));
  const marks: Mark[] = [];
  let highest = 0;
  let block = 0;
  for (const mark of found) {
    while (block < blocks.length && (blocks[block]?.span.end ?? 0) <= mark.span.start) block++;
    const home = blocks[block];
    if (home === undefined || home.span.start > mark.span.start || home.kind !== "text") continue;
    if (mark.doubtful === true && !numbers.has(mark.number)) continue;
    const believed =
      numbers.has(mark.number) ||
      (mark.number <= highest + believableLead && mark.number > 0) ||
      highest === 0;
    if (!believed) continue;
    if (numbers.size > 0 || mark.number > highest) highest = Math.max(highest, mark.number);
    marks.push(mark);
  }
  return marks;
}

/** Cuts a source into blocks. Linear in its length. */
export function readSheet(source: string): Sheet {
  const found = findMarks(source);
  const blocks = readBlocks(source, readLines(source), new Set(found.map((mark) => mark.number)));
  const marks = believedMarks(found, blocks);
  const dropped = mergeSpans(
    marks.map((mark) => mark.span),
    emphasisMarks(source),
  );
  return { source, blocks, marks, dropped, keepsHyphen: hyphenJudge(source) };
}

/** Two sorted lists as one; of spans that overlap the first is kept. */
function mergeSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (b.length === 0) return a;
  const all = [...a, ...b].sort((x, y) => x.start - y.start || x.end - y.end);
  const merged: Span[] = [];
  let end = -1;
  for (const span of all) {
    if (span.start < end) continue;
    merged.push(span);
    end = span.end;
  }
  return merged;
}

/** The clean reading of some stretches of a sheet. */
export function readSpans(sheet: Sheet, spans: readonly Span[]): Reading {
  return readPieces(sheet.source, spans, sheet.dropped, sheet.keepsHyphen);
}
