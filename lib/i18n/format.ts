import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Locale } from "./locale";

// Calendar days carry no zone. They are read as UTC midnight and written as UTC, so that no server zone moves them.
const asInstant = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

/** Day before month in English too, as the documents write it: "9 September 1998". */
const tag = (locale: Locale): string => tags[locale];

// The Arabic documents of the United Nations write days and symbols with the digits 0-9 in tables and headers; one set
// of digits on a page keeps numbers comparable.
const tags: Readonly<Record<Locale, string>> = {
  en: "en-GB",
  fr: "fr-FR",
  es: "es-ES",
  ru: "ru-RU",
  zh: "zh-CN",
  ar: "ar-EG-u-nu-latn",
};

const styles = {
  short: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "short", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Made once for each key: a formatter of Intl costs a hundred times what formatting with it does. */
function keptBy<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    return made;
  };
}

const formatter = keptBy<Intl.DateTimeFormat>();
const numberFormatter = keptBy<Intl.NumberFormat>();
const englishOrdinals = new Intl.PluralRules("en", { type: "ordinal" });

/** "9 Sep 1998", "9 September 1998", "Wednesday 9 September 1998" or "Sep 1998". */
export function formatDay(locale: Locale, day: IsoDate, style: keyof typeof styles = "short"): string {
  const format = formatter(
    `${locale} ${style}`,
    () => new Intl.DateTimeFormat(tag(locale), { ...styles[style], timeZone: "UTC" }),
  );
  if (locale === "ar") return withBothMonths(format, day);
  const written = format.format(asInstant(day));
  // "1998 года", as the documents write it; the short form keeps "г." only in tables.
  if (locale === "ru")
    return style === "long" || style === "full" ? written.replace(/ г\.$/, " года") : written;
  return locale === "en" ? written.replace(/\bSept\b/, "Sep").replace(",", "") : written;
}

// The Arabic documents of the United Nations name each month twice: "9 أيلول/سبتمبر 1998".
const arabicMonths = [
  "كانون الثاني/يناير",
  "شباط/فبراير",
  "آذار/مارس",
  "نيسان/أبريل",
  "أيار/مايو",
  "حزيران/يونيه",
  "تموز/يوليه",
  "آب/أغسطس",
  "أيلول/سبتمبر",
  "تشرين الأول/أكتوبر",
  "تشرين الثاني/نوفمبر",
  "كانون الأول/ديسمبر",
] as const;

const withBothMonths = (format: Intl.DateTimeFormat, day: IsoDate): string =>
  format
    .formatToParts(asInstant(day))
    .map(({ type, value }) =>
      type === "month" ? (arabicMonths[Number(day.slice(5, 7)) - 1] ?? value) : value,
    )
    .join("");

/** A window of days, with what both ends share written once: "9 Sep 1998 – 13 Sep 1999". */
export function formatWindow(locale: Locale, from: IsoDate, to: IsoDate): string {
  return from === to ? formatDay(locale, from) : `${formatDay(locale, from)} – ${formatDay(locale, to)}`;
}

/** An instant in the reader's zone, to the minute: "3 Aug 1998, 14:05". */
export function formatInstant(locale: Locale, at: Date, timeZone = "UTC"): string {
  return formatter(
    `${locale} instant ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(tag(locale), { ...styles.short, hour: "2-digit", minute: "2-digit", timeZone }),
  )
    .format(at)
    .replace(/\bSept\b/, "Sep");
}

/** 12,345 in the digits of the language. */
export const formatNumber = (locale: Locale, value: number): string =>
  numberFormatter(locale, () => new Intl.NumberFormat(tag(locale))).format(value);

/** 0.634 as "63 %" in the way of the language. */
export const formatShare = (locale: Locale, share: number): string =>
  numberFormatter(
    `${locale} share`,
    () => new Intl.NumberFormat(tag(locale), { style: "percent", maximumFractionDigits: 0 }),
  ).format(share);

/** Whole days from one calendar day to another; negative where `to` lies before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((asInstant(to).getTime() - asInstant(from).getTime()) / 86_400_000);

/**
 * The ordinal of a session as each language writes it beside the noun for "session": "53rd", "53e" (session, feminine),
 * "53º" (período de sesiones), "53-я" (сессия), "第53届" without its noun as "第53", "53" in Arabic, which names the
 * number after the noun.
 */
export function formatOrdinal(locale: Locale, value: number): string {
  switch (locale) {
    case "en": {
      const suffix = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
      return `${value}${suffix[englishOrdinals.select(value)]}`;
    }
    case "fr":
      return value === 1 ? "1re" : `${value}e`;
    case "es":
      return `${value}º`;
    case "ru":
      return `${value}-я`;
    case "zh":
      return `第${value}`;
    case "ar":
      return formatNumber(locale, value);
  }
}
