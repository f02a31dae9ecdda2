import type { Reading, Segment } from "./reading";
import { isSpace } from "./source-text";
import type { Span } from "./span";

/** Says whether a word broken at a line end keeps its hyphen: ("Secretary", "General") → true, ("develop", "ment") → false. */
export type KeepsHyphen = (before: string, after: string) => boolean;

/** Builds a reading piece by piece, merging pieces that stand next to each other. */
class ReadingBuilder {
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;
  private lastEnd = -1;
  private apart = false;
  endsWithSpace = true;

  constructor(private readonly source: string) {}

  /** The next piece does not follow the last one in print. */
  leaveOut(): void {
    if (this.length > 0) this.apart = true;
  }

  add(start: number, end: number): void {
    if (end <= start) return;
    this.note(start, end);
    this.parts.push(this.source.slice(start, end));
    this.length += end - start;
    this.endsWithSpace = false;
  }

  /** One blank, read from the white space at `at`. */
  addSpace(at: number): void {
    if (this.endsWithSpace) return;
    this.note(at, at + 1);
    this.parts.push(" ");
    this.length++;
    this.endsWithSpace = true;
  }

  /** A hyphen, read from the soft hyphen at `at`. */
  addHyphen(at: number): void {
    this.note(at, at + 1);
    this.parts.push("-");
    this.length++;
    this.endsWithSpace = false;
  }

  private note(start: number, end: number): void {
    const last = this.segments[this.segments.length - 1];
    if (last !== undefined && start === this.lastEnd && !this.apart)
      this.segments[this.segments.length - 1] = { ...last, span: { start: last.span.start, end } };
    else {
      const segment = { at: this.length, span: { start, end } };
      this.segments.push(this.apart ? { ...segment, apart: true } : segment);
    }
    this.lastEnd = end;
    this.apart = false;
  }

  finish(): Reading {
    let text = this.parts.join("");
    const segments = [...this.segments];
    if (text.endsWith(" ")) {
      text = text.slice(0, -1);
      const last = segments[segments.length - 1];
      if (last !== undefined) {
        if (last.span.end - last.span.start === 1) segments.pop();
        else
          segments[segments.length - 1] = {
            ...last,
            span: { start: last.span.start, end: last.span.end - 1 },
          };
      }
    }
    return { text, segments };
  }
}

const isHyphen = (code: number): boolean => code === 45 || code === 0x2010;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7);

/** Index of the first span that ends behind `position`. `spans` are sorted and do not overlap. */
export function firstSpanAfter(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The clean reading of some stretches of a source: runs of white space become one blank, `dropped` spans
 * (footnote marks, mark-up) are left out, words broken at a line end are joined. Linear in the length of `pieces`.
 *
 * @param pieces what to read, in order; where two pieces do not touch over white space, something was left out between.
 * @param dropped sorted, not overlapping.
 */
export function readPieces(
  source: string,
  pieces: readonly Span[],
  dropped: readonly Span[],
  keepsHyphen: KeepsHyphen,
): Reading {
  const builder = new ReadingBuilder(source);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const broken = next === undefined ? null : brokenWord(source, piece, next);
    const isJoined = broken !== null && !keepsHyphen(...broken);
    readPiece(
      builder,
      source,
      isJoined ? { start: piece.start, end: piece.end - 1 } : piece,
      dropped,
      keepsHyphen,
    );
    if (next === undefined) break;
    // The blank belongs to the piece before it: what was left out stands behind.
    if (broken === null && next.start > piece.end && isSpace(source.charCodeAt(piece.end)))
      builder.addSpace(piece.end);
    if (!isBlank(source, piece.end, next.start)) builder.leaveOut();
  }
  return builder.finish();
}

/** The two halves of a word that breaks off at the end of one piece and goes on in the next. */
function brokenWord(source: string, piece: Span, next: Span): readonly [string, string] | null {
  const last = piece.end - 1;
  if (last <= piece.start || !isHyphen(source.charCodeAt(last)) || !isLetter(source.charCodeAt(last - 1)))
    return null;
  if (!isLetter(source.charCodeAt(next.start))) return null;
  return [wordBefore(source, last, piece.start), wordAfter(source, next.start, next.end)];
}

function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(source.charCodeAt(at))) return false;
  return true;
}

function readPiece(
  builder: ReadingBuilder,
  source: string,
  piece: Span,
  dropped: readonly Span[],
  keepsHyphen: KeepsHyphen,
): void {
  let next = firstSpanAfter(dropped, piece.start);
  let at = piece.start;
  while (at < piece.end) {
    const drop = dropped[next];
    const stop = drop !== undefined && drop.start < piece.end ? Math.max(at, drop.start) : piece.end;
    readStretch(builder, source, at, stop, piece.end, keepsHyphen);
    if (stop === piece.end || drop === undefined) return;
    builder.leaveOut();
    at = drop.end;
    next++;
  }
}

/** Reads source[start, stop) word by word. */
function readStretch(
  builder: ReadingBuilder,
  source: string,
  start: number,
  stop: number,
  limit: number,
  keepsHyphen: KeepsHyphen,
): void {
  let wordStart = start;
  let at = start;
  while (at < stop) {
    const code = source.charCodeAt(at);
    // Nearly every character is a plain letter: it is passed before any question is asked.
    if (code > 32 && code < 0xa0) {
      at++;
      continue;
    }
    if (!isSpace(code)) {
      // A soft hyphen is no letter: it and the white space behind it only mark where the line was broken.
      if (code === 0xad) {
        builder.add(wordStart, at);
        const hyphenAt = at++;
        while (at < stop && isSpace(source.charCodeAt(at))) at++;
        const isBroken = at > hyphenAt + 1 && hyphenAt > wordStart && at < stop;
        if (isBroken && keepsHyphen(wordBefore(source, hyphenAt, start), wordAfter(source, at, limit)))
          builder.addHyphen(hyphenAt);
        wordStart = at;
      } else at++;
      continue;
    }
    // A plain blank between two words is the common case: it stays part of the running piece.
    const following = source.charCodeAt(at + 1);
    if (code === 32 && at > wordStart && at + 1 < stop && following > 32 && following < 0xa0) {
      at += 2;
      continue;
    }
    if (code === 32 && at > wordStart && at + 1 < stop && !isSpace(following)) {
      at++;
      continue;
    }
    let after = at + 1;
    while (after < stop && isSpace(source.charCodeAt(after))) after++;
    const broken =
      at > wordStart + 1 &&
      after < stop &&
      isHyphen(source.charCodeAt(at - 1)) &&
      isLetter(source.charCodeAt(at - 2)) &&
      isLetter(source.charCodeAt(after)) &&
      hasBreak(source, at, after);
    if (broken) {
      const keep = keepsHyphen(wordBefore(source, at - 1, start), wordAfter(source, after, limit));
      builder.add(wordStart, keep ? at : at - 1);
    } else {
      builder.add(wordStart, at);
      builder.addSpace(at);
    }
    at = after;
    wordStart = after;
  }
  builder.add(wordStart, stop);
}

function hasBreak(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 10 || code === 13 || code === 12) return true;
  }
  return false;
}

/** Words longer than this are not looked at whole: it bounds the work on text without blanks. */
const longestWord = 40;

function wordBefore(source: string, end: number, limit: number): string {
  let start = end;
  const least = Math.max(limit, end - longestWord);
  while (start > least && isLetter(source.charCodeAt(start - 1))) start--;
  return source.slice(start, end);
}

function wordAfter(source: string, start: number, limit: number): string {
  let end = start;
  const most = Math.min(limit, start + longestWord);
  while (end < most && isLetter(source.charCodeAt(end))) end++;
  return source.slice(start, end);
}
