import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Digest, DigestLine } from "@/lib/core/reminder/digest";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import { formatDay } from "./format";
import { type Locale, toLocale } from "./locale";
import { speakerOf } from "./speaker";
import { type Translate, translator } from "./translate";

/** What reminders say, in one language. */
export type ReminderWords = {
  readonly locale: Locale;
  readonly t: Translate;
  /** Why somebody is reminded, as read on `asOf`. */
  readonly reason: (reason: ReminderReason, asOf: IsoDate) => string;
  /** The subject of a digest; a unit's names the unit, an urgent one says that it could not wait. */
  readonly subject: (digest: Digest, kind: "digest" | "urgent" | { readonly unit: string }) => string;
  /** Why, and for whom where a delegate is told. */
  readonly line: (line: DigestLine, asOf: IsoDate) => string;
  /** What was left out, or null where nothing was. */
  readonly rest: (digest: Digest) => string | null;
};

const made = new Map<Locale, ReminderWords>();

/** The words of reminders in a person's language; a language that the product does not speak reads as English. */
export function reminderWords(language: string): ReminderWords {
  const locale = toLocale(language);
  const known = made.get(locale);
  if (known) return known;
  const t = translator(locale);
  const reason = speakerOf(locale).reminder;
  const words: ReminderWords = {
    locale,
    t,
    reason,
    subject: (digest, kind) => subjectOf(t, locale, digest, kind),
    line: (line, asOf) =>
      line.onBehalfOfName === null
        ? reason(line.reason, asOf)
        : `${reason(line.reason, asOf)} ${t("mail.onBehalf", { name: line.onBehalfOfName })}`,
    rest: ({ rest }) => {
      if (rest === null) return null;
      const { overdue } = rest.byBand;
      return overdue > 0
        ? t("mail.restOverdue", { count: rest.count, overdue })
        : t("mail.rest", { count: rest.count });
    },
  };
  made.set(locale, words);
  return words;
}

function subjectOf(
  t: Translate,
  locale: Locale,
  digest: Digest,
  kind: "digest" | "urgent" | { readonly unit: string },
): string {
  const { overdue } = digest.counts;
  const count = Object.values(digest.counts).reduce((sum, one) => sum + one, 0);
  const day = formatDay(locale, digest.day, "long");
  if (typeof kind === "object") return t("mail.subjectUnit", { unit: kind.unit, count, day });
  if (kind === "urgent") return t("mail.subjectUrgent", { count, day });
  return overdue > 0 ? t("mail.subjectOverdue", { count, overdue, day }) : t("mail.subject", { count, day });
}
