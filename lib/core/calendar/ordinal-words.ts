const units = [
  "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
  "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
] as const; // biome-ignore format: a table reads better in rows
const cardinalUnits = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;

/**
 * The ordinal of a session in words as resolutions print it: 53 → "fifty-third", 100 → "one hundredth",
 * 112 → "one hundred and twelfth". Whole numbers from 1 to 999; others come back in digits.
 */
export function sessionInWords(session: number): string {
  if (!Number.isInteger(session) || session < 1 || session > 999) return ordinalInDigits(session);
  const hundreds = Math.floor(session / 100);
  const rest = session % 100;
  const head = hundreds === 0 ? "" : `${cardinalUnits[hundreds] ?? ""} hundred`;
  if (rest === 0) return `${head}th`;
  return head === "" ? belowHundred(rest) : `${head} and ${belowHundred(rest)}`;
}

function belowHundred(number: number): string {
  const small = units[number];
  if (small) return small;
  const ten = tens[Math.floor(number / 10)] ?? "";
  const unit = units[number % 10] ?? "";
  return unit === "" ? ten.replace(/y$/, "ieth") : `${ten}-${unit}`;
}

/** 53 → "53rd", 111 → "111th". */
export function ordinalInDigits(number: number): string {
  const lastTwo = Math.abs(number) % 100;
  const last = lastTwo % 10;
  const ending =
    lastTwo > 10 && lastTwo < 14 ? "th" : last === 1 ? "st" : last === 2 ? "nd" : last === 3 ? "rd" : "th";
  return `${number}${ending}`;
}
