import { parseEnglishDate } from "./en/dates";
import type { TextLanguage } from "./enacting";

const months: Readonly<Record<"fr" | "es" | "ru" | "ar", readonly string[]>> = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  ar: "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
};

/** "1er mars 2024", "4 de mayo de 2031", "9 октября 2024 года", "15 كانون الأول/ديسمبر 2025". */
const dayMonthYear = /(\d{1,2})(?:er|º)?\s+(?:de\s+)?([\p{L} /]{3,30}?)\s+(?:de\s+|del\s+)?((?:19|20)\d\d)/u;
/** "2025年12月15日". */
const chineseDate = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/;

/** The first date in a text of one of the six languages, as an ISO date; null where there is none. */
export function parseDateIn(language: TextLanguage, text: string): string | null {
  if (language === "en") return parseEnglishDate(text);
  if (language === "zh") {
    const match = chineseDate.exec(text);
    return match === null ? null : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const match = dayMonthYear.exec(text);
  if (match === null) return null;
  const words = (match[2] ?? "").toLowerCase();
  const month = months[language].findIndex((name) => words === name || words.endsWith(`/${name}`)) + 1;
  return month === 0 ? null : isoDate(Number(match[3]), month, Number(match[1]));
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
