import { IntlMessageFormat } from "intl-messageformat";
import { bodyNameIn } from "@/lib/core/bodies/names";
import { becauseInWords } from "@/lib/core/calendar/because";
import { warningsInWords } from "@/lib/core/calendar/plan-words";
import type { Because, DeadlineRule, IsoDate, SessionSeries } from "@/lib/core/calendar/rule";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import { organInWords, partInWords, sessionTitle } from "@/lib/core/calendar/session-names";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import { distance, reasonInWords } from "@/lib/core/reminder/reason";
import { type EventCode, eventInEnglish, type Sentence } from "@/lib/core/task/sentences";
import { daysBetween, formatDay, formatOrdinal } from "./format";
import type { Locale } from "./locale";
import { type Spoken, type SpokenPart, spoken } from "./spoken/catalogue";

type Values = Readonly<Record<string, string | number>>;

/**
 * The sentences that the core gives as a code with values, said in one language: reasons of dates, warnings of plans,
 * history lines, deadline rules, reminder reasons. English is the core's own; the other languages fill the same codes
 * in `lib/i18n/spoken`. A code that a language lacks is said in English.
 */
export type Speaker = {
  readonly because: (reason: Because, asOf?: IsoDate) => string;
  readonly warning: (warning: Because) => string;
  readonly event: (sentence: Sentence) => string;
  readonly rule: (rule: DeadlineRule) => string;
  readonly reminder: (reason: ReminderReason, asOf: IsoDate) => string;
  /** "53rd session of the General Assembly". */
  readonly session: (organ: SessionSeries, session: number) => string;
  readonly organ: (organ: SessionSeries) => string;
  readonly part: (part: string) => string;
  /** A word of a closed list: `word("step", "slot", "Submit …")`; the last is the English to fall back on. */
  readonly word: (part: SpokenPart, code: string, english: string) => string;
};

/** The speaker of a language. Example: `speakerOf("fr").session("GA", 53)` → "53e session de l'Assemblée générale". */
export function speakerOf(locale: Locale): Speaker {
  const catalogue = spoken[locale];
  return catalogue === undefined ? english : foreign(locale, catalogue);
}

const english: Speaker = {
  because: (reason, asOf) => becauseInWords([reason], asOf)[0] ?? reason.code,
  warning: (warning) => warningsInWords([warning])[0] ?? warning.code,
  event: (sentence) => eventInEnglish({ ...sentence, code: sentence.code as EventCode }),
  rule: ruleInWords,
  reminder: reasonInWords,
  session: sessionTitle,
  organ: organInWords,
  part: partInWords,
  word: (_part, _code, words) => words,
};

function foreign(locale: Locale, catalogue: Spoken): Speaker {
  const say = (part: SpokenPart, code: string, values: Values): string | null => {
    const pattern = Object.hasOwn(catalogue[part], code) ? catalogue[part][code] : undefined;
    return pattern === undefined ? null : filled(locale, `${part} ${code}`, pattern, values);
  };
  const organ = (key: SessionSeries): string =>
    say("organ", key, {}) ?? (locale === "en" ? null : bodyNameIn(locale, key)) ?? key;
  const part = (key: string): string => say("sessionPart", key, {}) ?? partInWords(key);
  const session = (key: SessionSeries, number: number, form: "title" | "oblique" = "title"): string =>
    say("session", `${form}${seriesKind(key, number)}`, {
      number: String(number),
      ordinal: formatOrdinal(locale, number),
      organ: organ(key),
      organGen: say("organGenitive", key, {}) ?? organ(key),
    }) ?? sessionTitle(key, number);
  const valuesOf = (params: Values, asOf?: IsoDate): Values => {
    const values: Record<string, string | number> = { tense: "other" };
    for (const [key, value] of Object.entries(params)) {
      if (typeof value === "string" && isDay(value)) {
        values[key] = formatDay(locale, value, "long");
        values[`${key}Full`] = formatDay(locale, value, "full");
        if (asOf !== undefined && value < asOf && (key === "day" || key === "to")) values.tense = "past";
      } else values[key] = typeof value === "string" && isMonth(value) ? monthIn(locale, value) : value;
      values[`${key}Given`] = value === "" ? "no" : "yes";
    }
    const { organ: series, session: number } = params;
    if (typeof series === "string") {
      values.organ = organ(series);
      values.organGen = say("organGenitive", series, {}) ?? organ(series);
      if (typeof number === "number") {
        values.session = session(series, number);
        values.sessionOblique = session(series, number, "oblique");
      }
    }
    if (typeof params.part === "string") values.part = part(params.part);
    return values;
  };
  const withSource = (words: string, source: string | undefined): string =>
    source === undefined
      ? words
      : `${words.replace(/[.。]$/, "")} (${source})${locale === "zh" ? "。" : "."}`;
  return {
    because: (reason, asOf) => {
      const words = say("because", reason.code, valuesOf(reason.params, asOf));
      return words === null ? english.because(reason, asOf) : withSource(words, reason.source);
    },
    warning: (warning) => say("warning", warning.code, valuesOf(warning.params)) ?? english.warning(warning),
    event: (sentence) => {
      const values = valuesOf(sentence.params);
      const what = say("event", sentence.code, {
        ...values,
        status: say("status", String(sentence.params.status ?? ""), {}) ?? values.status ?? "",
      });
      if (what === null) return english.event(sentence);
      return (say("event", "frame", { ...values, what }) ?? what).trim();
    },
    rule: (rule) => sayRule(rule, { locale, say, session, part, organ }) ?? ruleInWords(rule),
    reminder: (reason, asOf) => {
      const days = daysBetween(asOf, reason.anchorDay);
      const words = say("reminder", reason.anchor, {
        session:
          reason.organ !== null && reason.session !== null ? session(reason.organ, reason.session) : "",
        sessionGiven: reason.organ !== null && reason.session !== null ? "yes" : "no",
        day: formatDay(locale, reason.anchorDay, "long"),
        tense: days < 0 ? "past" : "other",
        distance: say("reminder", days < 0 ? "ago" : "in", { days: Math.abs(days) }) ?? distance(days),
      });
      if (words === null) return reasonInWords(reason, asOf);
      return reason.movedFrom === undefined
        ? words
        : `${say("reminder", "moved", { day: formatDay(locale, reason.movedFrom, "long") }) ?? ""} ${words}`.trim();
    },
    session: (key, number) => session(key, number),
    organ,
    part,
    word: (list, code, words) => say(list, code, {}) ?? words,
  };
}

type Tools = {
  readonly locale: Locale;
  readonly say: (part: SpokenPart, code: string, values: Values) => string | null;
  readonly session: (organ: SessionSeries, session: number, form?: "title" | "oblique") => string;
  readonly part: (part: string) => string;
  readonly organ: (organ: SessionSeries) => string;
};

function sayRule(rule: DeadlineRule, { locale, say, session, part }: Tools): string | null {
  const { operator } = rule;
  switch (rule.kind) {
    case "session":
      return say("rule", rule.part === undefined || rule.part === operator ? "session" : "session-part", {
        operator,
        session: session(rule.organ, rule.session),
        sessionOblique: session(rule.organ, rule.session, "oblique"),
        part: rule.part === undefined ? "" : part(rule.part),
      });
    case "date":
      return say("rule", "date", {
        operator,
        day: isDay(rule.on) ? formatDay(locale, rule.on, "long") : rule.on,
      });
    case "month":
      return say("rule", "month", { operator, month: monthIn(locale, rule.month) });
    case "year":
      return say("rule", "year", { operator, year: String(rule.year) });
    case "relative":
      return say("rule", "relative", {
        operator,
        amount: rule.amount,
        unit: rule.unit,
        fromAdoption: rule.from === "adoption" ? "yes" : "no",
        from: rule.from,
      });
    case "event":
      return say("rule", "event", { operator, name: rule.name });
  }
}

/** ECOSOC names its sessions by their year since 1978; special series have names of their own. */
function seriesKind(organ: SessionSeries, session: number): "" | "-year" | "-special" | "-emergency" {
  if (organ === "GA-special") return "-special";
  if (organ === "GA-emergency") return "-emergency";
  return organ === "ECOSOC" && session > 1900 ? "-year" : "";
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);
const isMonth = (value: string): boolean => /^\d{4}-\d{2}$/.test(value);

const monthIn = (locale: Locale, month: string): string =>
  isMonth(month) ? formatDay(locale, `${month}-01`, "month") : month;

const formats = new Map<string, IntlMessageFormat>();

function filled(locale: Locale, key: string, pattern: string, values: Values): string {
  const id = `${locale} ${key}`;
  const known = formats.get(id) ?? new IntlMessageFormat(pattern, locale);
  formats.set(id, known);
  return String(known.format({ ...values }));
}
