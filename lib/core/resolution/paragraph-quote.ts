import { quoteReading } from "../text/reading";
import type { Quote } from "../text/span";
import type { Paragraph } from "./resolution";

/**
 * The words `paragraph.text.slice(start, end)` with the places in the source where they stand, blanks at both
 * ends left off. One span, unless a footnote mark, mark-up or a page break stands between the words.
 */
export function paragraphQuote(
  paragraph: Pick<Paragraph, "text" | "segments">,
  start: number,
  end: number,
): Quote {
  return quoteReading(paragraph, start, end);
}
