import type { LanguagePack } from "../pack";
import { arabicOrdinals } from "./ordinals";

const one = arabicOrdinals.pattern;
const list = `${one}(?:(?:،? و|، | او | الي )${one})*`;
const kinds = "(?: (?:ال)?(?:عادية|سنوية|استثنايية|موضوعية|تنظيمية|مستانفة|طارية|رييسية|خاصة))*";
const session = "(?:دور(?:ة|تها|ته|تيها|تي|اتها|ات|اته|تين)|(?:ال|لل)دور(?:ة|تين|ات))";
const months = [
  "(?:كانون الثاني)?(?:/ ?)?يناير",
  "(?:شباط)?(?:/ ?)?فبراير",
  "(?:اذار)?(?:/ ?)?مارس",
  "(?:نيسان)?(?:/ ?)?ابريل",
  "(?:ايار)?(?:/ ?)?مايو",
  "(?:حزيران)?(?:/ ?)?يوني[هو]",
  "(?:تموز)?(?:/ ?)?يولي[هو]",
  "(?:اب)?(?:/ ?)?اغسطس",
  "(?:ايلول)?(?:/ ?)?سبتمبر",
  "(?:تشرين الاول)?(?:/ ?)?اكتوبر",
  "(?:تشرين الثاني)?(?:/ ?)?نوفمبر",
  "(?:كانون الاول)?(?:/ ?)?ديسمبر",
];
const month = `(?:${months.join("|")})`;
const year = "(?:19|20)\\d\\d";

/** How Arabic names sessions. */
export const arabicSessions: LanguagePack["sessions"] = {
  word: /دور/,
  patterns: [
    { kind: "numbered", pattern: new RegExp(`${session}${kinds} (?<ords>${list})`, "g") },
    { kind: "numbered", pattern: new RegExp(`دورات الجمعية العامة (?<ords>${list})`, "g") },
    {
      kind: "year",
      pattern: new RegExp(`${session}${kinds}(?: المعقودة)? (?:لعام|لسنة|في عام|عام) (?<year>${year})`, "g"),
    },
    { kind: "same", pattern: /(?:تلك|هذه|نفس) الدورة|الدورة (?:نفسها|ذاتها|المذكورة)/g },
    { kind: "next", pattern: new RegExp(`${session} (?:ال)?(?:مقبلة|قادمة|تالية)`, "g") },
    { kind: "current", pattern: new RegExp(`${session} (?:ال)?(?:حالية|جارية)|هذه الدورة الحالية`, "g") },
  ],
  special: /عقد [^،؛]{0,30}(?:ال)?استثنايية/,
  ownerBehind: / (?=(?:لل|ل))ل?(?=(?:جمعية|لجنة|مجلس|موتمر|منتدي)|ل(?:جمعية|لجنة|مجلس|موتمر))/y,
  gap: /^[ ،]*(?:(?:في|الي|اثناء|خلال|قبل|بعد|للنظر|لكي|تنظر|فيه|فيها|الجزء|الرييسي|من|الاول|الثاني|المستانف|بداية|نهاية|افتتاح|اختتام|موعد|لا|يتجاوز|اقصاه|و|او|عن|طريق|كل|جدول|اعمال|ان|ينظر|كي)[ ،]*)*$/,
  noLimit:
    /(?:تقرير(?:ها|ه)?|تقارير|اعمال|نتايج|وثيقة|مقرر(?:ها|ات)?|قرار(?:ها|ات)?|استنتاجات|مناقشات|مداولات|توصيات)[^،؛]{0,60}(?:عن|في|خلال|اثناء)(?: اعمال)? $|(?:المعتمد|المعقود|المتخذ|المعرب عن|المتفق علي|المقدم|التي جرت|التي عقدت|التي اعرب)[ةه]?(?:[^،؛]{0,40})?(?:في|خلال|اثناء) $|منذ $/,
  doneBefore:
    /(?:اعتمد|اقر|اتفق علي|وضع)(?:ت)?(?:ه|ها)? ?$|(?:المعتمد|المتفق علي)[ةه]? (?:من (?:جانب|قبل) |في )?$/,
  noLimitBehind: null,
  parts: [
    { pattern: /الجزء الاول من (?:ال)?دور[^ ]+ [^،]{0,30}المستانف/, part: "first-resumed" },
    { pattern: /الجزء الثاني من (?:ال)?دور[^ ]+ [^،]{0,30}المستانف/, part: "second-resumed" },
    { pattern: /المستانف/, part: "resumed" },
    { pattern: /الجزء الرييسي/, part: "main" },
    { pattern: /(?:بداية|مطلع|افتتاح|مستهل)/, part: "beginning" },
    { pattern: /(?:نهاية|اختتام|ختام|انتهاء)/, part: "end" },
    { pattern: /(?:الجزء|الاجتماع|الاسبوع) الرفيع المستوي|المناقشة العامة/, part: "high-level" },
    { pattern: /تنظيمية/, part: "organizational" },
    { pattern: /موضوعية/, part: "substantive" },
  ],
  operators: [
    { pattern: /(?:نهاية|اختتام|ختام|انتهاء) $/, operator: "end" },
    { pattern: /(?:بداية|مطلع|افتتاح|مستهل) $/, operator: "beginning" },
    { pattern: /(?:قبل|قبيل|السابقة ل?) ?$/, operator: "before" },
    { pattern: /(?:في موعد لا يتجاوز|في موعد اقصاه|بحلول|حتي) $/, operator: "by" },
    { pattern: /(?:ابتداء من|اعتبارا من|بعد) $/, operator: "after" },
    { pattern: /(?:خلال|اثناء) $/, operator: "during" },
  ],
};

const amounts: Record<string, number> = {
  واحدة: 1,
  واحد: 1,
  ثلاثة: 3,
  ثلاث: 3,
  اربعة: 4,
  ستة: 6,
  تسعة: 9,
  عشرة: 10,
  خمسة: 5,
  سبعة: 7,
  ثمانية: 8,
};
const amount = `(?<amount>\\d{1,3}|${Object.keys(amounts).join("|")})`;

/** How Arabic names days, months, years and lengths of time. */
export const arabicDates: LanguagePack["dates"] = {
  months,
  patterns: [
    new RegExp(
      `(?<op>بحلول|قبل|في موعد (?:لا يتجاوز|اقصاه|غايته)|حتي|اعتبارا من|ابتداء من) (?<day>\\d{1,2}) (?<month>${month}) (?<year>${year})`,
      "g",
    ),
    new RegExp(
      `(?<op>بحلول(?: نهاية)?|قبل(?: نهاية)?|في(?: نهاية| بداية)?|في موعد (?:لا يتجاوز|اقصاه)) (?:شهر )?(?<month>${month}) (?<year>${year})`,
      "g",
    ),
    new RegExp(
      `(?<op>بحلول(?: نهاية)?|قبل(?: نهاية| حلول)?|في موعد (?:لا يتجاوز|اقصاه)(?: نهاية)?|حتي) (?:عام|سنة) (?<year>${year})`,
      "g",
    ),
  ],
  relative: new RegExp(
    `(?:في غضون |خلال |(?<duration>لفترة (?:اضافية )?(?:مدتها )?))${amount} (?<unit>ايام|يوما|اسابيع|اشهر|شهرا|سنوات|سنة)(?: (?:من|بعد) (?<from>[^،؛.:()]{3,120}))?`,
    "g",
  ),
  amounts,
  units: [
    { pattern: /^(?:ايام|يوم)/, unit: "day" },
    { pattern: /^اسابيع/, unit: "week" },
    { pattern: /^(?:اشهر|شهر)/, unit: "month" },
    { pattern: /^سن/, unit: "year" },
  ],
  operators: [
    { pattern: /نهاية/, operator: "end" },
    { pattern: /قبل/, operator: "before" },
    { pattern: /اعتبارا|ابتداء/, operator: "after" },
  ],
};
