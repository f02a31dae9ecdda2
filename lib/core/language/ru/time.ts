import type { LanguagePack } from "../pack";
import { russianOrdinals } from "./ordinals";

const one = russianOrdinals.pattern;
const list = `${one}(?:(?:,? и (?:на )?(?:ее |его |своей )?|, (?:на )?| или | по )${one})*`;
const kinds =
  "(?:(?:очередн|внеочередн|ежегодн|основн|организационн|специальн|чрезвычайн|возобновленн|регулярн)[а-я]+ )*";
const months = [
  "январ[яье]",
  "феврал[яье]",
  "марта?е?",
  "апрел[яье]",
  "мая|май|мае",
  "июн[яье]",
  "июл[яье]",
  "августа?е?",
  "сентябр[яье]",
  "октябр[яье]",
  "ноябр[яье]",
  "декабр[яье]",
];
const month = `(?:${months.join("|")})`;
const year = "(?:19|20)\\d\\d";

/** How Russian names sessions. */
export const russianSessions: LanguagePack["sessions"] = {
  word: /сесси/,
  patterns: [
    { kind: "numbered", pattern: new RegExp(`(?<ords>${list}) ${kinds}сесси[а-я]+`, "g") },
    { kind: "year", pattern: new RegExp(`сесси[а-я]+ (?:в |за |на )?(?<year>${year}) год`, "g") },
    { kind: "same", pattern: /(?:этой|той|упомянутой|указанной|данной)(?: же)?(?: самой)? сессии/g },
    {
      kind: "next",
      pattern: new RegExp(
        `(?:следующ[а-я]+|предстоящ[а-я]+|ближайш[а-я]+|очередн[а-я]+) ${kinds}сесси[а-я]+`,
        "g",
      ),
    },
    { kind: "current", pattern: /(?:нынешн|текущ|настоящ)[а-я]+ сесси[а-я]+/g },
  ],
  special: /созыв[^,;]{0,30}специальн[а-я]+ сесси/,
  ownerBehind: / /y,
  gap: /^[ ,]*(?:(?:на|в|к|до|после|для|рассмотрения|ходе|период|во|время|ее|его|их|своей|своих|и|или|основной|части|первой|второй|возобновленной|начала|конца|начале|конце|окончания|завершения|открытия|позднее|не|рамках|периода|а|также|сессий|представить|вниманию)[ ,]*)*$/,
  noLimit:
    /(?:доклад|работ|итог|результат|документ|решени|резолюци|вывод|прени|обсуждени|рекомендаци)[а-я]*[^,;]{0,60}(?:на|о|в ходе) (?:своей |ее |их )?$|(?:принят|проведенн|состоявш|высказанн|выраженн|согласованн|одобренн|представленн|рассмотренн|достигнут|изложенн|проходивш)[а-я]* (?:[^,;]{0,40})?(?:на|в ходе) (?:своей |ее |их )?$|со времени (?:своей |ее )?$/,
  noLimitBehind: null,
  parts: [
    { pattern: /перв[а-я]+ части возобновленной/, part: "first-resumed" },
    { pattern: /втор[а-я]+ части возобновленной/, part: "second-resumed" },
    { pattern: /возобновленн/, part: "resumed" },
    { pattern: /основн[а-я]+ част/, part: "main" },
    { pattern: /(?:начал[аеу]|открыти[яею])/, part: "beginning" },
    { pattern: /(?:окончани|завершени|закрыти)[яею]|конц[аеу] /, part: "end" },
    { pattern: /(?:этап|сегмент|заседани|недел)[а-я]* высокого уровня|общих прений/, part: "high-level" },
    { pattern: /организационн/, part: "organizational" },
    { pattern: /основн[а-я]+ сесси/, part: "substantive" },
  ],
  operators: [
    { pattern: /(?:окончания|завершения|закрытия|конца|конце) (?:своей |ее )?$/, operator: "end" },
    { pattern: /(?:начала|начале|открытия|открытию) (?:своей |ее )?$/, operator: "beginning" },
    { pattern: /(?:^| )(?:до|перед|накануне) (?:своей |ее )?$/, operator: "before" },
    { pattern: /(?:не позднее|к) (?:своей |ее )?$/, operator: "by" },
    { pattern: /(?:начиная с|после|с) (?:своей |ее )?$/, operator: "after" },
    { pattern: /в (?:ходе|период|течение) (?:своей |ее )?$/, operator: "during" },
  ],
};

const amounts: Record<string, number> = {
  одного: 1, двух: 2, трех: 3, четырех: 4, пяти: 5, шести: 6, семи: 7, восьми: 8, девяти: 9, десяти: 10, двенадцати: 12,
  пятнадцати: 15, восемнадцати: 18, тридцати: 30, шестидесяти: 60, девяноста: 90, один: 1, два: 2, три: 3, шесть: 6,
}; // biome-ignore format: a table reads better in rows
const amount = `(?<amount>\\d{1,3}|${Object.keys(amounts)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;

/** How Russian names days, months, years and lengths of time. */
export const russianDates: LanguagePack["dates"] = {
  months,
  patterns: [
    new RegExp(
      `(?<op>до|к|не позднее|по|с|начиная с) (?<day>\\d{1,2}) (?<month>${month}) (?<year>${year})`,
      "g",
    ),
    new RegExp(
      `(?<op>до(?: конца)?|к(?: концу)?|не позднее(?: конца)?|в(?: конце| начале)?) (?<month>${month}) (?<year>${year})`,
      "g",
    ),
    new RegExp(`(?<op>до(?: конца)?|к(?: концу)?|не позднее(?: конца)?) (?<year>${year}) год`, "g"),
  ],
  relative: new RegExp(
    `(?:в течение |не позднее чем через |(?<duration>на (?:дополнительный |новый )?(?:срок|период)(?: в)? )|через )${amount} (?<unit>д(?:ней|ня)|недел[а-я]*|месяц[а-я]*|лет|год[а-я]*)(?: (?:после|с момента|со дня|с даты) (?<from>[^,;.:()]{3,120}))?`,
    "g",
  ),
  amounts,
  units: [
    { pattern: /^д/, unit: "day" },
    { pattern: /^недел/, unit: "week" },
    { pattern: /^месяц/, unit: "month" },
    { pattern: /^(?:лет|год)/, unit: "year" },
  ],
  operators: [
    { pattern: /конц/, operator: "end" },
    { pattern: /^до/, operator: "before" },
    { pattern: /^(?:с|начиная)/, operator: "after" },
  ],
};
