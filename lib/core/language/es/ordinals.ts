import { listReader, ordinalTable } from "../ordinal-table";
import type { OrdinalRules } from "../pack";

const units = ["", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"];
const tens = [
  "",
  "décimo",
  "vigésimo",
  "trigésimo",
  "cuadragésimo",
  "quincuagésimo",
  "sexagésimo",
  "septuagésimo",
  "octogésimo",
  "nonagésimo",
];
const hundreds = ["", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo"];

/** 78 → "septuagésimo octavo", 81 → "octogésimo primer", 12 → "duodécimo". */
function format(n: number): string {
  const words: string[] = [];
  if (n >= 100) words.push(hundreds[Math.floor(n / 100)] ?? "");
  const rest = n % 100;
  if (rest === 11) words.push("undécimo");
  else if (rest === 12) words.push("duodécimo");
  else {
    if (rest >= 10) words.push(tens[Math.floor(rest / 10)] ?? "");
    if (rest % 10 > 0) words.push(units[rest % 10] ?? "");
  }
  return words.join(" ");
}

const formsOf = (n: number): string[] => {
  const word = format(n);
  const forms = [
    word,
    word.replace("octavo", "octavo"),
    `${n}º`,
    `${n}°`,
    `${n}o`,
    `${n}.º`,
    `${n}ª`,
    `${n}a`,
    `${n}.ª`,
  ];
  if (n % 100 === 11)
    forms.push(word.replace("undécimo", "décimo primer"), word.replace("undécimo", "decimoprimer"));
  if (n % 100 === 12)
    forms.push(word.replace("duodécimo", "décimo segundo"), word.replace("duodécimo", "decimosegundo"));
  // "decimoctavo", "vigesimoprimero", "decimoséptimo" in one word.
  const joined = word.replace(/(d[eé]cimo|vig[eé]simo|trig[eé]simo) /, (head) => head.trim());
  if (joined !== word) forms.push(joined, joined.replace("oo", "o"));
  return forms;
};

/** Gender, number and the shortened "primer", "tercer" do not tell numbers apart. */
const reduce = (words: string): string =>
  words
    .split(" ")
    .map((word) => word.replace(/(primer|tercer)[oa]?s?$/, "$1").replace(/(?<=[a-z])as?$|(?<=[a-z])os$/, "o"))
    .join(" ");

const parse = ordinalTable(formsOf, reduce);

const unit =
  "(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa])s?";
const ten =
  "(?:un|duo)?decim[oa]|vigesim[oa]|trigesim[oa]|cuadragesim[oa]|quincuagesim[oa]|sexagesim[oa]|septuagesim[oa]|octogesim[oa]|nonagesim[oa]";
const hundred = "centesim[oa]|ducentesim[oa]|tricentesim[oa]";
const pattern = `(?:(?:(?:${hundred}) )?(?:(?:${ten})s?[ -]?(?:${unit})?|${unit})|(?:${hundred})s?|\\d{1,3} ?(?:\\.?[º°ª]|o(?![a-z])))`;

/** Ordinals as Spanish resolutions print them: "septuagésimo octavo", "octogésimo primer", "16º". */
export const spanishOrdinals: OrdinalRules = {
  pattern,
  parse,
  format,
  parseList: listReader(new RegExp(pattern, "g"), parse, / a(?:l)? /),
};
