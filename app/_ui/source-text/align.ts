import type { Span } from "@/lib/core/text/span";

/** How far the source is searched for the next character before it counts as rewritten (a dropped hyphen, a mark). */
const reach = 3;
const isBlank = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/**
 * For each character of a reading, its place in the source; blanks take the place of the character before them.
 * The reading differs from the source only in white space, line-end hyphens and marks left out between spans, so
 * walking both together finds every place. `offset` is where `source` itself starts.
 */
export function alignReading(
  text: string,
  spans: readonly Span[],
  source: string,
  offset: number,
): readonly number[] {
  const places = spans.flatMap((span) => range(span)).filter((place) => !isBlank(source[place - offset]));
  const found: number[] = [];
  let next = 0;
  let last = spans[0]?.start ?? offset;
  for (const character of text) {
    if (!isBlank(character)) {
      const step = places
        .slice(next, next + reach)
        .findIndex((place) => source[place - offset] === character[0]);
      next += Math.max(step, 0);
      last = places[next] ?? last;
      next += character.length;
    }
    for (let unit = 0; unit < character.length; unit++) found.push(last);
  }
  return found;
}

const range = (span: Span): number[] =>
  Array.from({ length: span.end - span.start }, (_, index) => span.start + index);
