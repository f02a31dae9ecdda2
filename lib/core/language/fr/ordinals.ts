import { listReader, ordinalTable } from "../ordinal-table";
import type { OrdinalRules } from "../pack";

const small =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const tens: Readonly<Record<number, string>> = {
  20: "vingt",
  30: "trente",
  40: "quarante",
  50: "cinquante",
  60: "soixante",
};

/** 78 → "soixante-dix-huit", 81 → "quatre-vingt-un", 171 → "cent soixante et onze". */
function cardinal(n: number): string {
  if (n >= 100) {
    const hundreds = Math.floor(n / 100);
    const rest = n % 100;
    const head = hundreds === 1 ? "cent" : `${small[hundreds]} cent`;
    return rest === 0 ? head : `${head} ${cardinal(rest)}`;
  }
  if (n < 20) return small[n] ?? "";
  if (n >= 80) return n === 80 ? "quatre-vingt" : `quatre-vingt-${small[n - 80]}`;
  if (n >= 60)
    return n === 60
      ? "soixante"
      : n === 61 || n === 71
        ? `soixante et ${small[n - 60]}`
        : `soixante-${small[n - 60]}`;
  const ten = n - (n % 10);
  const unit = n % 10;
  return unit === 0 ? (tens[ten] ?? "") : unit === 1 ? `${tens[ten]} et un` : `${tens[ten]}-${small[unit]}`;
}

/** 1 → "première", 61 → "soixante et unième", 80 → "quatre-vingtième". */
function format(n: number): string {
  if (n === 1) return "première";
  return cardinal(n).replace(/cinq$/, "cinqu").replace(/neuf$/, "neuv").replace(/e$/, "").concat("ième");
}

const formsOf = (n: number): string[] => {
  const word = format(n);
  const forms = [
    word,
    word.replace(/ et /g, "-et-"),
    word.replace(/-/g, " "),
    `${n}e`,
    `${n}eme`,
    `${n}ieme`,
    `${n}o`,
  ];
  if (n === 1) forms.push("premier", "1re", "1er", "1ere");
  if (n === 2) forms.push("seconde", "second", "2nde", "2nd", "2de", "2d");
  return forms;
};

const parse = ordinalTable(formsOf, (words) =>
  words.replace(/iemes$/, "ieme").replace(/^(premiere?|seconde?)s$/, "$1"),
);

const parts =
  "(?:quatre|vingts?|soixante|cinquante|quarante|trente|cents?|deux|trois|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|et|un)";
const last =
  "(?:(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|quarant|cinquant|soixant|cent)iemes?)";
const pattern = `(?:(?:${parts}[- ])*${last}|premieres?|premiers?|secondes?|\\d{1,3}(?:e|re|er|eme|ieme|nde|de)(?![a-z]))`;

/** Ordinals as French resolutions print them: "soixante-dix-huitième", "quatre-vingt-unième", "78e". */
export const frenchOrdinals: OrdinalRules = {
  pattern,
  parse,
  format,
  // "et" is part of a number ("soixante et onzième") and joins two: the longest number that exists is taken.
  parseList: (words) => listReader(new RegExp(pattern, "g"), parseLoosely, / a (?:la |sa )?/)(words),
};

/** "soixante-dix-huitième et quatre-vingtième" comes in one piece where "et" stands between: cut where the words are no number. */
function parseLoosely(words: string): number | null {
  const whole = parse(words);
  if (whole !== null) return whole;
  const cut = words.replace(/^(?:.*? )?et /, "");
  return cut === words ? null : parse(cut);
}
