import { listReader, ordinalTable } from "../ordinal-table";
import type { OrdinalRules } from "../pack";

const units = [
  "",
  "первый",
  "второй",
  "третий",
  "четвертый",
  "пятый",
  "шестой",
  "седьмой",
  "восьмой",
  "девятый",
];
const teens = [
  "десятый",
  "одиннадцатый",
  "двенадцатый",
  "тринадцатый",
  "четырнадцатый",
  "пятнадцатый",
  "шестнадцатый",
  "семнадцатый",
  "восемнадцатый",
  "девятнадцатый",
];
const tens = [
  "",
  "",
  "двадцатый",
  "тридцатый",
  "сороковой",
  "пятидесятый",
  "шестидесятый",
  "семидесятый",
  "восьмидесятый",
  "девяностый",
];
const heads = [
  "",
  "",
  "двадцать",
  "тридцать",
  "сорок",
  "пятьдесят",
  "шестьдесят",
  "семьдесят",
  "восемьдесят",
  "девяносто",
];
const hundreds = ["", "сотый", "двухсотый", "трехсотый", "четырехсотый"];
const hundredHeads = ["", "сто", "двести", "триста", "четыреста"];

const below100 = (n: number): string =>
  n < 10
    ? (units[n] ?? "")
    : n < 20
      ? (teens[n - 10] ?? "")
      : n % 10 === 0
        ? (tens[n / 10] ?? "")
        : `${heads[Math.floor(n / 10)]} ${units[n % 10]}`;

const nominative = (n: number): string =>
  n % 100 === 0
    ? (hundreds[n / 100] ?? "")
    : n > 100
      ? `${hundredHeads[Math.floor(n / 100)]} ${below100(n % 100)}`
      : below100(n);

/** 78 → "семьдесят восьмая": sessions are feminine. */
const format = (n: number): string =>
  nominative(n)
    .replace(/третий$/, "третья")
    .replace(/(?:ый|ой)$/, "ая");

/** Only the last word is declined; its ending is taken off. */
const reduce = (words: string): string =>
  words
    .replace(/треть(?:ей|ю|я|и|их|им|ими|его|ему|ем)$|третий$/, "трет")
    .replace(/(?<=[а-я]{3})(?:ого|ому|ыми|ый|ой|ая|ую|ое|ые|ых|ым|ом)$/, "");

const formsOf = (n: number): string[] => [
  nominative(n),
  `${n}-я`,
  `${n}-й`,
  `${n}-ю`,
  `${n}-го`,
  `${n}-ой`,
  `${n}-ая`,
  `${n}-ей`,
  `${n}-е`,
  `${n}-х`,
];
const parse = ordinalTable(formsOf, reduce);

const ending = "(?:ый|ой|ая|ую|ое|ые|ых|ым|ыми|ого|ому|ом)";
const stems =
  "перв|втор|четверт|пят|шест|седьм|восьм|девят|десят|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат|двадцат|тридцат|сороков|(?:пяти|шести|семи|восьми)десят|девяност|(?:двух|трех|четырех)?сот";
const head = "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести|триста";
const pattern = `(?:(?:(?:${head}) )*(?:(?:${stems})${ending}|трет(?:ий|ьей|ью|ья|ьи|ьих|ьего|ьему|ьем))|\\d{1,3}-(?:я|й|ю|го|ой|ей|ая|х|е))(?![а-я])`;

/** Ordinals as Russian resolutions print them, in any case: "семьдесят восьмой", "восьмидесятая", "16-й". */
export const russianOrdinals: OrdinalRules = {
  pattern,
  parse,
  format,
  parseList: listReader(new RegExp(pattern, "g"), parse, / (?:по|до) |-(?=\d)/),
};
