const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

const steps: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 29 → "XXIX". Whole numbers from 1 to 3999; anything else gives "". */
export function formatRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return "";
  let rest = value;
  let roman = "";
  for (const [step, letters] of steps)
    while (rest >= step) {
      roman += letters;
      rest -= step;
    }
  return roman;
}

/** "XXIX", "xxix" → 29; null where the letters are no well-formed Roman numeral ("IC", "IIII"). */
export function parseRoman(letters: string): number | null {
  const upper = letters.toUpperCase();
  if (upper.length === 0 || upper.length > 15) return null;
  let total = 0;
  for (let index = 0; index < upper.length; index++) {
    const value = values[upper.charAt(index)];
    if (value === undefined) return null;
    total += value < (values[upper.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return formatRoman(total) === upper ? total : null;
}
