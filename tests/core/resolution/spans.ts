import { expect } from "vitest";
import { paragraphQuote } from "@/lib/core/resolution/paragraph-quote";
import type { Resolution } from "@/lib/core/resolution/resolution";
import type { Quote } from "@/lib/core/text/span";

/** Words without what a line break, a blank or a hyphen at a line end may change. */
export const bare = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\ufeff\u2028-]+/g, "");

/** The source words of a quote, joined, are the words of its reading. */
export function expectFaithful(source: string, quote: Quote): void {
  for (const span of quote.spans) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(source.length);
  }
  const words = quote.spans.map((span) => source.slice(span.start, span.end)).join("");
  expect(bare(words)).toBe(bare(quote.text));
}

/** Every value of a resolution points at its own words. */
export function expectAllFaithful(source: string, resolution: Resolution): void {
  for (const quote of Object.values(resolution.found)) if (quote !== undefined) expectFaithful(source, quote);
  for (const paragraph of resolution.paragraphs) {
    const { text } = paragraph;
    expectFaithful(source, paragraphQuote(paragraph, 0, text.length));
    // Three stretches a paragraph: its beginning, its middle and its end.
    for (const [start, end] of [
      [0, Math.min(20, text.length)],
      [Math.floor(text.length / 3), Math.floor((text.length * 2) / 3)],
      [Math.max(0, text.length - 25), text.length],
    ] as const)
      expectFaithful(source, paragraphQuote(paragraph, start, end));
  }
}
