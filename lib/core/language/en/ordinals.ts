const units = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
] as const; // biome-ignore format: a table reads better in rows

const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;

/** Ordinals whose form is not the cardinal plus "th". */
const irregular: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

const cardinals = new Map<string, number>();
const ordinals = new Map<string, number>();

for (const [value, word] of units.entries()) {
  cardinals.set(word, value);
  ordinals.set(irregular[word] ?? `${word}th`, value);
}
for (const [index, word] of tens.entries()) {
  cardinals.set(word, (index + 2) * 10);
  ordinals.set(word.replace(/y$/, "ieth"), (index + 2) * 10);
}
// Scans and older texts print "fourty" and "nineth" now and then.
cardinals.set("fourty", 40);
ordinals.set("fourtieth", 40);

const scales = new Map([
  ["hundred", 100],
  ["thousand", 1000],
]);

/** "53rd", "2 nd", "1,234th": digits with an ordinal ending. */
const digitOrdinal = /^(\d{1,3}(?:,\d{3})+|\d{1,6}) ?(?:st|nd|rd|th|d)$/;

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .split(/[\s-]+/)
    .filter((word) => word !== "" && word !== "and");

/** Sums number words; null where a word is none. `lastIsOrdinal` says whether the last must be an ordinal. */
function sumWords(words: readonly string[], lastIsOrdinal: boolean): number | null {
  let total = 0;
  let current = 0;
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    const asOrdinal = isLast && lastIsOrdinal;
    const scale = scales.get(asOrdinal ? word.replace(/th$/, "") : word);
    if (scale !== undefined) {
      if (asOrdinal && !word.endsWith("th")) return null;
      // "hundred and twelfth" without "one" is how the first sessions counted their meetings.
      const factor = current === 0 ? 1 : current;
      if (scale === 1000) {
        total = (total + factor) * 1000;
        current = 0;
      } else current = factor * scale;
      continue;
    }
    const value = (asOrdinal ? ordinals : cardinals).get(word);
    if (value === undefined) return null;
    current += value;
  }
  return total + current;
}

/**
 * The number that an English ordinal names, in words or digits; null where the words are no ordinal.
 * `"fifty-third"`, `"53rd"` → 53; `"one hundred and fifty-third"`, `"hundred and fifty-third"` → 153.
 */
export function parseOrdinal(words: string): number | null {
  const text = words.trim().toLowerCase();
  if (text.length === 0 || text.length > 80) return null;
  const digits = digitOrdinal.exec(text);
  if (digits) return Number((digits[1] ?? "").replace(/,/g, ""));
  const parts = wordsOf(text);
  return parts.length === 0 ? null : sumWords(parts, true);
}

/**
 * The number that an English cardinal names, in words or digits; null where the words are none.
 * `"five"`, `"5"` → 5; `"two hundred and ten"` → 210; `"1,500"` → 1500.
 */
export function parseCardinal(words: string): number | null {
  const text = words.trim().toLowerCase();
  if (text.length === 0 || text.length > 80) return null;
  if (/^(?:\d{1,3}(?:,\d{3})+|\d{1,9})$/.test(text)) return Number(text.replace(/,/g, ""));
  const parts = wordsOf(text);
  return parts.length === 0 ? null : sumWords(parts, false);
}

const onesOrdinal = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|nineth";
const teensOrdinal =
  "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth";
const tensOrdinal = "twentieth|thirtieth|fou?rtieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth";
const tensCardinal = "twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety";
const onesCardinal = "one|two|three|four|five|six|seven|eight|nine";

const belowHundred = `(?:(?:${tensCardinal})(?:[\\s-]+(?:${onesOrdinal}))|${tensOrdinal}|${teensOrdinal}|${onesOrdinal})`;

/**
 * Source of a regular expression for one ordinal, to be set into larger ones (flag "i"); it captures nothing.
 * Matches "fifty-third", "fifty-\nthird", "53rd", "one hundred and fifty-third".
 */
export const ordinalPattern = `(?:(?:(?:(?:${onesCardinal})[\\s-]+)?hundred(?:[\\s-]+and)?[\\s-]+)?${belowHundred}|(?:(?:${onesCardinal})[\\s-]+)?hundredth|\\d{1,5}(?:st|nd|rd|th))`;
