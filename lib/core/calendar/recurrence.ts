import { assertNever } from "../result";
import { addDays, addMonths, addWeeks, addYears } from "./day";
import type { Because, DeadlineRule, IsoDate, Recurrence } from "./rule";

/** One occurrence of a returning action: its deadline rule, or why none can be named. */
export type Occurrence = { readonly rule: DeadlineRule | null; readonly because: Because };

/**
 * The occurrence after this one: a report "at the fifty-fourth session, every second session" → "at the fifty-sixth".
 * `due` is the resolved day of the occurrence that has been closed; intervals in months, weeks and days are counted from
 * it where the rule itself names no day. Answers no rule, with the reason, where the text gives no rhythm ("regularly").
 */
export const nextOccurrence = (rule: DeadlineRule, recurrence: Recurrence, due: IsoDate | null): Occurrence =>
  occurrenceOf(rule, recurrence, 1, due);

/**
 * The occurrence `index` steps after the first (0: the first itself). Counted from the first each time, so that "every
 * month" from 31 January does not drift to the 28th. Missed occurrences keep their own index and stay visible.
 */
export function occurrenceOf(
  first: DeadlineRule,
  recurrence: Recurrence,
  index: number,
  due: IsoDate | null,
): Occurrence {
  const { every, unit } = recurrence;
  const params = { label: recurrence.label, every, unit, index };
  const none = (code: string): Occurrence => ({ rule: null, because: { code, params } });
  if (unit === "unspecified" || !Number.isInteger(every) || every < 1) return none("recurrence-unspecified");
  if (!Number.isInteger(index) || index < 0) return none("recurrence-unspecified");
  const steps = every * index;
  const found = (rule: DeadlineRule): Occurrence => ({
    rule,
    because: { code: recurrence.basis === "stated" ? "recurrence-stated" : "recurrence-implied", params },
  });
  if (index === 0) return found(first);
  if (first.kind === "session") {
    const sessions =
      unit === "session" ? steps : unit === "year" ? steps * sessionsPerYear(first.organ) : null;
    // "Annually" asked of a body that meets every second year names no session in between.
    if (sessions !== null && !Number.isInteger(sessions)) return none("recurrence-between-sessions");
    if (sessions !== null) return found({ ...first, session: first.session + sessions });
    return due === null ? none("recurrence-needs-day") : found(onDay(shifted(due, steps, unit)));
  }
  if (unit === "session") return none("recurrence-needs-session");
  switch (first.kind) {
    case "date":
      return found({ ...first, on: shifted(first.on, steps, unit) });
    case "year":
      return unit === "year"
        ? found({ ...first, year: first.year + steps })
        : due === null
          ? none("recurrence-needs-day")
          : found(onDay(shifted(due, steps, unit)));
    case "month":
      if (unit === "year" || unit === "month") {
        return found({ ...first, month: shifted(`${first.month}-01`, steps, unit).slice(0, 7) });
      }
      return due === null ? none("recurrence-needs-day") : found(onDay(shifted(due, steps, unit)));
    case "relative":
    case "event":
      return due === null ? none("recurrence-needs-day") : found(onDay(shifted(due, steps, unit)));
    default:
      return assertNever(first);
  }
}

/** Regular sessions a year, by rule or rhythm; bodies without an entry meet once a year. */
const regularSessions: Readonly<Record<string, number>> = { GA: 1, ECOSOC: 1, HRC: 3, UNEA: 1 / 2 };

const sessionsPerYear = (organ: string): number => regularSessions[organ] ?? 1;

const onDay = (on: IsoDate): DeadlineRule => ({ kind: "date", on, operator: "by" });

function shifted(day: IsoDate, steps: number, unit: "year" | "month" | "week" | "day" | "session"): IsoDate {
  switch (unit) {
    case "year":
      return addYears(day, steps);
    case "month":
      return addMonths(day, steps);
    case "week":
      return addWeeks(day, steps);
    case "day":
      return addDays(day, steps);
    case "session":
      // Sessions are counted by their numbers above; a day cannot be moved by sessions.
      return day;
    default:
      return assertNever(unit);
  }
}
