import { cache } from "react";
import { bodyNameIn } from "@/lib/core/bodies/names";
import type { IsoDate } from "@/lib/core/calendar/rule";
import {
  daysBetween,
  formatDay,
  formatInstant,
  formatNumber,
  formatOrdinal,
  formatShare,
  formatWindow,
} from "@/lib/i18n/format";
import { direction, type Locale } from "@/lib/i18n/locale";
import { type Speaker, speakerOf } from "@/lib/i18n/speaker";
import { type Translate, translator } from "@/lib/i18n/translate";
import { readPreferences } from "./preferences";

/** The reader's language: sentences, days and numbers, ready to use in a server component. */
export type Reader = {
  readonly locale: Locale;
  readonly dir: "ltr" | "rtl";
  readonly t: Translate;
  /** Sentences that come as codes: reasons of dates, history lines, deadline rules, sessions, organs. */
  readonly say: Speaker;
  readonly day: (day: IsoDate, style?: "short" | "long" | "full" | "month") => string;
  readonly window: (from: IsoDate, to: IsoDate) => string;
  readonly instant: (at: string | Date) => string;
  readonly number: (value: number) => string;
  readonly ordinal: (value: number) => string;
  readonly share: (share: number) => string;
  /** A body of the registry under its name in this language, where the UN has one; else as the registry has it. */
  readonly body: (name: string) => string;
  /** "in 37 days", "today", "5 days ago": always beside the date, never instead of it. */
  readonly distance: (from: IsoDate, to: IsoDate) => string;
};

/** A reader of one language; pure, so that tests and components can make one. */
export function readerOf(locale: Locale): Reader {
  const t = translator(locale);
  return {
    locale,
    dir: direction(locale),
    t,
    say: speakerOf(locale),
    day: (day, style) => formatDay(locale, day, style),
    window: (from, to) => formatWindow(locale, from, to),
    instant: (at) => formatInstant(locale, new Date(at)),
    number: (value) => formatNumber(locale, value),
    ordinal: (value) => formatOrdinal(locale, value),
    share: (share) => formatShare(locale, share),
    body: (name) => (locale === "en" ? name : (bodyNameIn(locale, name) ?? name)),
    distance: (from, to) => {
      const days = daysBetween(from, to);
      if (days === 0) return t("time.today");
      return days > 0 ? t("time.in", { days }) : t("time.ago", { days: -days });
    },
  };
}

/** The reader of this request. */
export const getReader = cache(async (): Promise<Reader> => readerOf((await readPreferences()).locale));
