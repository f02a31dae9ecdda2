import { fold } from "../text/fold";

/** The highest session number that is read in words. */
export const highestOrdinal = 400;

/** One spelling for every way to set blanks and hyphens between the words of a number. */
const plain = (words: string): string =>
  fold(words)
    .text.replace(/[-\s]+/g, " ")
    .trim();

/**
 * Reads ordinals by looking them up: `formsOf` gives every way in which a number is written, `reduce` takes off what
 * declension adds (gender, case, plural) before the words are compared.
 */
export function ordinalTable(
  formsOf: (number: number) => readonly string[],
  reduce: (words: string) => string = (words) => words,
): (words: string) => number | null {
  const table = new Map<string, number>();
  for (let number = 1; number <= highestOrdinal; number++)
    for (const form of formsOf(number)) {
      const key = reduce(plain(form));
      if (!table.has(key)) table.set(key, number);
    }
  return (words) => (words.length > 120 ? null : (table.get(reduce(plain(words))) ?? null));
}

/** The numbers of a list of ordinals; two joined by a word for "to" are a range. */
export function listReader(
  one: RegExp,
  parse: (words: string) => number | null,
  range: RegExp,
): (words: string) => number[] {
  return (words) => {
    const numbers = [...words.matchAll(one)]
      .map((match) => parse(match[0]))
      .filter((n): n is number => n !== null);
    const [first, second] = numbers;
    if (numbers.length === 2 && first !== undefined && second !== undefined && range.test(words))
      if (second > first && second - first < 12)
        return Array.from({ length: second - first + 1 }, (_, index) => first + index);
    return numbers;
  };
}
