import { listReader, ordinalTable } from "../ordinal-table";
import type { OrdinalRules } from "../pack";

const units = [
  "",
  "الأولى",
  "الثانية",
  "الثالثة",
  "الرابعة",
  "الخامسة",
  "السادسة",
  "السابعة",
  "الثامنة",
  "التاسعة",
  "العاشرة",
];
const masculine = [
  "",
  "الأول",
  "الثاني",
  "الثالث",
  "الرابع",
  "الخامس",
  "السادس",
  "السابع",
  "الثامن",
  "التاسع",
  "العاشر",
];
const tens = ["", "", "العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"];

/** Feminine, as "session" is: 78 → "الثامنة والسبعون", in the case that stands behind "في": "الثامنة والسبعين". */
function below100(n: number, ending: "ين" | "ون", gender: readonly string[]): string {
  const first = n % 10 === 1 && n > 10 ? (gender === units ? "الحادية" : "الحادي") : (gender[n % 10] ?? "");
  if (n <= 10) return gender[n] ?? "";
  if (n < 20) return `${first} ${gender === units ? "عشرة" : "عشر"}`;
  const ten = `${tens[Math.floor(n / 10)]}${ending}`;
  return n % 10 === 0 ? ten : `${first} و${ten}`;
}

const hundredNames = ["", "المائة", "المائتين", "الثلاثمائة", "الأربعمائة"];

function written(n: number, ending: "ين" | "ون", gender: readonly string[]): string {
  if (n < 100) return below100(n, ending, gender);
  const hundred = hundredNames[Math.floor(n / 100)] ?? "";
  return n % 100 === 0 ? hundred : `${below100(n % 100, ending, gender)} بعد ${hundred}`;
}

const format = (n: number): string => written(n, "ين", units);

const formsOf = (n: number): string[] => {
  const forms = (["ين", "ون"] as const).flatMap((ending) => [
    written(n, ending, units),
    written(n, ending, masculine),
  ]);
  // "الحادية عشر" and "المئة" are printed too.
  return [...forms, ...forms.map((form) => form.replace(/عشرة$/, "عشر")), `${n}`];
};

const reduce = (words: string): string =>
  words
    .replace(/^[وبل](?=ال)/, "")
    .replace(/مئة|مئه|مايه/g, "ماية")
    .replace(/مئت|مايت/g, "مايت");
const parse = ordinalTable(formsOf, reduce);

const unit =
  "(?:الاولي|الاول|الحادي[ةه]?|الثاني[ةه]?|الثالث[ةه]?|الرابع[ةه]?|الخامس[ةه]?|السادس[ةه]?|السابع[ةه]?|الثامن[ةه]?|التاسع[ةه]?|العاشر[ةه]?)";
const ten = "(?:العشر|الثلاث|الاربع|الخمس|الست|السبع|الثمان|التسع)(?:ين|ون)";
const hundred = "(?:الثلاث|الاربع)?(?:الما[يئ][ةه]|ما[يئ][ةه]|المايتين|المايتان)";
const pattern = `(?:(?:${unit} و)?${ten}|${unit}(?: عشر[ةه]?)?|\\d{1,3})(?: بعد ${hundred})?(?![ء-ي])|${hundred}(?![ء-ي])`;

/** Ordinals as Arabic resolutions print them: "الثامنة والسبعين", "الحادية عشرة", "الثمانين". */
export const arabicOrdinals: OrdinalRules = {
  pattern: `(?:${pattern})`,
  parse,
  format,
  parseList: listReader(new RegExp(pattern, "g"), parse, / (?:الي|حتي) /),
};
