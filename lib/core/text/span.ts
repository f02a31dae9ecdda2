/** A stretch of the immutable source text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/**
 * Words read from the source. `text` is the reading (footnote marks, page breaks and line-end hyphens
 * removed); `spans` are the places in the source it was read from, in order. A value that no footnote or
 * page break interrupts has one span.
 */
export type Quote = { readonly text: string; readonly spans: readonly Span[] };

/** The words at a span, exactly as they stand in the source. */
export const sliceSpan = (source: string, span: Span): string => source.slice(span.start, span.end);
