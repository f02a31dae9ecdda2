import type { Quote, Span } from "./span";

/**
 * A stretch of the reading that stands in the source character for character (white space aside):
 * position `at + i` of the reading is position `span.start + i` of the source.
 */
export type Segment = {
  readonly at: number;
  readonly span: Span;
  /** Something that is no part of the reading (a footnote mark, a page break, mark-up) was left out just before. */
  readonly apart?: true;
};

/** A clean reading with its way back to the immutable source. */
export type Reading = { readonly text: string; readonly segments: readonly Segment[] };

/** The reading of nothing. */
export const emptyReading: Reading = { text: "", segments: [] };

/** Index of the last segment that begins at or before `position`. */
function segmentAt(segments: readonly Segment[], position: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The places in the source from which `text.slice(start, end)` of a reading was read: one span where nothing
 * stands between its words in the source, more where a footnote mark or page break was left out.
 */
export function sourceSpans(reading: Reading, start: number, end: number): Span[] {
  const spans: Span[] = [];
  const { segments } = reading;
  if (segments.length === 0 || end <= start) return spans;
  for (let index = segmentAt(segments, start); index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.at >= end) break;
    const length = segment.span.end - segment.span.start;
    const from = Math.max(start, segment.at) - segment.at;
    const to = Math.min(end, segment.at + length) - segment.at;
    if (to <= from) continue;
    const span = { start: segment.span.start + from, end: segment.span.start + to };
    const last = spans[spans.length - 1];
    if (last !== undefined && segment.apart !== true && from === 0)
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}

/** A stretch of a reading as a quote, blanks at both ends left off. `start` and `end` are offsets in `reading.text`. */
export function quoteReading(reading: Reading, start: number, end: number): Quote {
  let from = Math.max(0, start);
  let to = Math.min(reading.text.length, end);
  while (from < to && reading.text.charCodeAt(from) === 32) from++;
  while (to > from && reading.text.charCodeAt(to - 1) === 32) to--;
  return { text: reading.text.slice(from, to), spans: sourceSpans(reading, from, to) };
}

/** A part of a reading as a reading of its own. */
export function sliceReading(reading: Reading, start: number, end: number): Reading {
  const segments: Segment[] = [];
  for (let index = segmentAt(reading.segments, start); index < reading.segments.length; index++) {
    const segment = reading.segments[index];
    if (segment === undefined || segment.at >= end) break;
    const length = segment.span.end - segment.span.start;
    const from = Math.max(start, segment.at) - segment.at;
    const to = Math.min(end, segment.at + length) - segment.at;
    if (to <= from) continue;
    const span = { start: segment.span.start + from, end: segment.span.start + to };
    const at = segment.at + from - start;
    segments.push(segment.apart === true && from === 0 && at > 0 ? { at, span, apart: true } : { at, span });
  }
  return { text: reading.text.slice(start, end), segments };
}
