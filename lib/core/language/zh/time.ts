import type { LanguagePack } from "../pack";

const digit = "(?:[一二三四五六七八九十百零○〇]{1,6}|\\d{1,3})";
const list = `第${digit}(?:届?(?:[、和及至或到]|以及)第?${digit})*`;
const year = "(?:19|20)\\d\\d";

/** How Chinese names sessions. */
export const chineseSessions: LanguagePack["sessions"] = {
  word: /届|年会|会议/,
  patterns: [
    {
      kind: "numbered",
      pattern: new RegExp(`(?<ords>${list})届[^，；。]{1,16}的特别(?:会议|联大)`, "g"),
    },
    {
      kind: "numbered",
      pattern: new RegExp(
        `(?<ords>${list})届(?:常|年度|实质性|组织|续|紧急|特别)?(?:会议|会期|常会|会)`,
        "g",
      ),
    },
    {
      kind: "year",
      pattern: new RegExp(`(?<year>${year})年(?:度)?(?:(?:实质性|组织)(?:届会|会议)|届会|会议(?=上))`, "g"),
    },
    { kind: "same", pattern: /(?:该|同|上述|那)届会议/g },
    { kind: "next", pattern: /下一?届(?:常)?(?:会议|会)/g },
    { kind: "current", pattern: /本届(?:会议|会)/g },
  ],
  special: /召开[^，；。]{0,40}特别(?:会议|联大)/,
  ownerBehind: null,
  gap: /^(?:在|于|的|其|，|以便|供|就此|、|和|及|主要会期|向|之前|期间|将于|定于)*$/,
  noLimit:
    /(?:举行|表达|发表|商定|核准|设立)的?[^，；。]{0,6}$|(?:报告|工作|成果|决议|(?<=[的项号])决定|结论|辩论|讨论|建议)[^，；。]{0,10}$|自$/,
  doneBefore: /(?!)/,
  noLimitBehind: /(?:上|期间|时)?(?:所)?(?:通过|商定|核准|设立|提出|提交)的/y,
  parts: [
    { pattern: /续会第一期会议|第一期续会/, part: "first-resumed" },
    { pattern: /续会第二期会议|第二期续会/, part: "second-resumed" },
    { pattern: /续会/, part: "resumed" },
    { pattern: /主要会期|主要部分/, part: "main" },
    { pattern: /开始时|开幕|初期/, part: "beginning" },
    { pattern: /结束|闭幕/, part: "end" },
    { pattern: /高级别(?:部分|会议|周)|一般性辩论/, part: "high-level" },
    { pattern: /组织会议|组织届会/, part: "organizational" },
    { pattern: /实质性/, part: "substantive" },
  ],
  operators: [
    { pattern: /至迟(?:于|在)?$|不迟于$|截至$/, operator: "by" },
    { pattern: /自$|从$/, operator: "after" },
  ],
};

const amounts: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十二: 12,
  十八: 18,
};

/** How Chinese names days, months, years and lengths of time. */
export const chineseDates: LanguagePack["dates"] = {
  months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
  patterns: [
    new RegExp(
      `(?<op>至迟(?:于|在)?|不迟于|在|截至|最晚于)?(?<year>${year})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?=(?:之?前|以前|起))`,
      "g",
    ),
    new RegExp(
      `(?:延长|延期|续延|延续)(?<op>至|到)(?<year>${year})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日`,
      "g",
    ),
    new RegExp(
      `(?<op>至迟(?:于|在)?|不迟于|最晚于)(?<year>${year})年(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?`,
      "g",
    ),
    new RegExp(`(?<year>${year})年(?<month>\\d{1,2})月(?=之?(?:前|底前|在|举行))`, "g"),
    new RegExp(
      `(?<op>到|至迟(?:于|在)?|不迟于|最晚于|在)(?<year>${year})年(?:年?底)?(?=(?:之?前|以前|时|，|实现|消除|将|使))`,
      "g",
    ),
  ],
  relative:
    /(?:在|于)?(?<amount>\d{1,3}|[一两二三四五六七八九十]{1,2})(?<unit>天|日|周|星期|个月|年)(?:之?内|以内)/g,
  amounts,
  units: [
    { pattern: /^[天日]/, unit: "day" },
    { pattern: /^(?:周|星期)/, unit: "week" },
    { pattern: /^个月/, unit: "month" },
    { pattern: /^年/, unit: "year" },
  ],
  operators: [],
};
