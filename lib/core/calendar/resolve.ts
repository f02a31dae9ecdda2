import { assertNever } from "../result";
import { addDays, addMonths, addWeeks, addYears, isIsoDate, isoOf, lastOfMonth } from "./day";
import { apply, type KnownEvent, type ResolveContext, span, unknown, until } from "./operators";
import type {
  Because,
  Certainty,
  DeadlineOperator,
  DeadlineRule,
  IsoDate,
  ResolvedDeadline,
  SessionCalendar,
} from "./rule";
import { spanOf } from "./session-parts";

/**
 * Reads a deadline rule against the calendar of the day. The answer is a window with its last day (`due`), how sure it
 * is, and the reasons step by step; where nothing can be said the window is null and the reason stands alone. No day is
 * ever made up: a day comes from the text, from a row, or from a rule that the reasons name.
 *
 * How the operators are read: "at"/"during" = any day of the time named; "beginning" = its first part
 * (`beginningLengthInDays`); "before" = until the day before it starts; "by" = not later than the day it starts, for a
 * session, and its last day, for a month or a year; "end" = until its last day; "after" = from the day after, open-ended.
 */
export function resolveDeadline(
  rule: DeadlineRule,
  calendar: SessionCalendar,
  context: ResolveContext,
): ResolvedDeadline {
  switch (rule.kind) {
    case "session":
      return sessionDeadline(rule, calendar, context);
    case "date":
      return isIsoDate(rule.on)
        ? apply(rule.operator, span(rule.on, rule.on, "date-given", { day: rule.on }), context, "last")
        : unknown("date-not-valid", { text: rule.on });
    case "month":
      return monthDeadline(rule.month, rule.operator, context);
    case "year":
      return rule.year >= 1000 && rule.year <= 9999 && Number.isInteger(rule.year)
        ? apply(
            rule.operator,
            span(isoOf(rule.year, 1, 1), isoOf(rule.year, 12, 31), "year-given", { year: rule.year }),
            context,
            "last",
          )
        : unknown("date-not-valid", { text: String(rule.year) });
    case "relative":
      return relativeDeadline(rule, context);
    case "event":
      return eventDeadline(rule.name, rule.operator, context);
    default:
      return assertNever(rule);
  }
}

function sessionDeadline(
  rule: Extract<DeadlineRule, { kind: "session" }>,
  calendar: SessionCalendar,
  context: ResolveContext,
): ResolvedDeadline {
  const session = calendar.find(rule.organ, rule.session);
  if (!session) {
    const code = rule.organ === "SC" ? "body-without-sessions" : "session-not-in-calendar";
    return unknown(code, { organ: rule.organ, session: rule.session });
  }
  // "by the beginning of", "before the beginning of" point at the first day, not at the weeks after it.
  const pointsAtStart = rule.operator === "before" || rule.operator === "by";
  const wanted =
    rule.operator === "beginning" && rule.part === undefined
      ? "beginning"
      : pointsAtStart && rule.part === "beginning"
        ? undefined
        : rule.part;
  const stretch = spanOf(session, wanted);
  const during = wanted === undefined && (rule.operator === "at" || rule.operator === "during");
  const read: Because[] = during && stretch.to ? [{ code: "read-at-session", params: {} }] : [];
  // "by the end of the session" with the part "end" means its last day, not the weeks before it.
  const operator = rule.operator === "beginning" && wanted === "beginning" ? "at" : rule.operator;
  const onlyEnd = rule.part === "end" && (operator === "by" || operator === "end" || operator === "after");
  const base = onlyEnd ? spanOf(session, undefined) : stretch;
  const effective: DeadlineOperator = onlyEnd && operator === "by" ? "end" : operator;
  return apply(effective, { ...base, because: [...base.because, ...read] }, context, "first");
}

function monthDeadline(month: string, operator: DeadlineOperator, context: ResolveContext): ResolvedDeadline {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  const year = Number(match?.[1]);
  const number = Number(match?.[2]);
  if (!match || year < 1000 || number < 1 || number > 12) return unknown("date-not-valid", { text: month });
  const time = span(isoOf(year, number, 1), lastOfMonth(year, number), "month-given", { month });
  return apply(operator, time, context, "last");
}

function relativeDeadline(
  rule: Extract<DeadlineRule, { kind: "relative" }>,
  context: ResolveContext,
): ResolvedDeadline {
  const start = rule.from === "adoption" ? adoptionStart(context) : eventStart(rule.from, context);
  if (start.day === null) return { window: null, due: null, certainty: "unknown", because: start.because };
  const amount = rule.operator === "before" ? -rule.amount : rule.amount;
  if (!Number.isInteger(rule.amount) || rule.amount < 0 || rule.amount > 36_500) {
    return unknown("date-not-valid", { text: `${rule.amount} ${rule.unit}` });
  }
  const day = shifted(start.day, amount, rule.unit);
  if (day === null) return unknown("date-not-valid", { text: `${rule.amount} ${rule.unit}` });
  const counted: Because = {
    code: amount < 0 ? "counted-back" : "counted-from",
    params: { amount: rule.amount, unit: rule.unit, from: rule.from, start: start.day, day },
  };
  const because = [...start.because, counted];
  // "six months after adoption" names a day; "within six months" is a stretch that ends on it.
  if (rule.operator === "at" || rule.operator === "after") {
    return { window: { from: day, to: day }, due: day, certainty: start.certainty, because };
  }
  return until(day, start.certainty, because, null, {
    ...context,
    adopted: context.adopted ?? (amount < 0 ? null : start.day),
  });
}

type Start = {
  readonly day: IsoDate | null;
  readonly certainty: Certainty;
  readonly because: readonly Because[];
};

const adoptionStart = (context: ResolveContext): Start =>
  context.adopted === null
    ? { day: null, certainty: "unknown", because: [{ code: "adoption-unknown-no-window", params: {} }] }
    : { day: context.adopted, certainty: "fixed", because: [] };

function eventStart(name: string, context: ResolveContext): Start {
  const event = knownEvent(name, context);
  if (!event)
    return { day: null, certainty: "unknown", because: [{ code: "event-unknown", params: { name } }] };
  const because = [
    {
      code: "event-held",
      params: { name: event.name, from: event.from, to: event.to },
      source: event.source,
    },
  ];
  return { day: event.to, certainty: "fixed", because };
}

function eventDeadline(name: string, operator: DeadlineOperator, context: ResolveContext): ResolvedDeadline {
  const event = knownEvent(name, context);
  if (!event) return unknown("event-unknown", { name });
  const because = [
    {
      code: "event-held",
      params: { name: event.name, from: event.from, to: event.to },
      source: event.source,
    },
  ];
  const certainty = "fixed" as const;
  return apply(
    operator,
    { from: event.from, to: event.to, fromCertainty: certainty, certainty, because },
    context,
    "first",
  );
}

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const knownEvent = (name: string, context: ResolveContext): KnownEvent | undefined =>
  context.events?.find((event) => folded(event.name) === folded(name) && event.from <= event.to);

function shifted(day: IsoDate, amount: number, unit: "day" | "week" | "month" | "year"): IsoDate | null {
  const years =
    unit === "year" ? amount : unit === "month" ? amount / 12 : unit === "week" ? amount / 52 : amount / 365;
  if (Math.abs(years) > 500) return null;
  switch (unit) {
    case "day":
      return addDays(day, amount);
    case "week":
      return addWeeks(day, amount);
    case "month":
      return addMonths(day, amount);
    case "year":
      return addYears(day, amount);
    default:
      return assertNever(unit);
  }
}
