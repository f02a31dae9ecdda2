import { fold } from "../../text/fold";
import type { OrdinalRules } from "../pack";

const digits = "零一二三四五六七八九";

/** 78 → "七十八", 105 → "一百零五", 210 → "二百一十". */
export function chineseNumber(n: number): string {
  if (n >= 100) {
    const rest = n % 100;
    const head = `${digits[Math.floor(n / 100)]}百`;
    return rest === 0
      ? head
      : rest < 10
        ? `${head}零${digits[rest]}`
        : `${head}${digits[Math.floor(rest / 10)]}十${rest % 10 === 0 ? "" : digits[rest % 10]}`;
  }
  if (n < 10) return digits[n] ?? "";
  const ten = n < 20 ? "十" : `${digits[Math.floor(n / 10)]}十`;
  return n % 10 === 0 ? ten : `${ten}${digits[n % 10]}`;
}

/** "第七十八", "七十八", "78" → 78. */
function parse(words: string): number | null {
  const text = fold(words, true).text.replace(/^第/, "").replace(/[○〇]/g, "零").replace(/两/g, "二");
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const match =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === "") return null;
  const value = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit));
  const tens = match[3] === undefined ? 0 : match[2] === undefined ? 1 : value(match[2]);
  const number = value(match[1]) * 100 + tens * 10 + value(match[4]);
  return number === 0 ? null : number;
}

const pattern = "(?:第?(?:[一二三四五六七八九十百零○〇]{1,6}|\\d{1,3}))";

/** Ordinals as Chinese resolutions print them: "第七十八". */
export const chineseOrdinals: OrdinalRules = {
  pattern,
  parse,
  format: (n) => `第${chineseNumber(n)}`,
  parseList: (words) => {
    const numbers = [...words.matchAll(/[一二三四五六七八九十百零○〇]{1,6}|\d{1,3}/g)]
      .map((match) => parse(match[0]))
      .filter((n): n is number => n !== null);
    const [first, second] = numbers;
    if (
      numbers.length === 2 &&
      first !== undefined &&
      second !== undefined &&
      /至|到/.test(words) &&
      second > first &&
      second - first < 12
    )
      return Array.from({ length: second - first + 1 }, (_, index) => first + index);
    return numbers;
  },
};
