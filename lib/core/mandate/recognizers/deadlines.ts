import type { DeadlineRule } from "../../calendar/rule";
import type { DocumentContext } from "../context";
import { readDates } from "./dates";
import { readSessions } from "./sessions";

/** A time limit with its place in the paragraph's text. */
export type DeadlineReading = {
  readonly rule: DeadlineRule;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly basis: "exact" | "inferred";
  readonly certainty: number;
  readonly alternatives: readonly DeadlineRule[];
  /** A length of time ("for a period of one year"): a limit only of what is extended or set up. */
  readonly isDuration: boolean;
  /** The date of an event that the words describe ("to be held in 2015"). */
  readonly ofEvent: boolean;
};

/** Where a clause stands and who acts in it: whose "its session" is. */
export type ClauseScope = {
  readonly start: number;
  readonly end: number;
  readonly isDecision: boolean;
  /** A body that is asked and holds sessions of its own. */
  readonly body: string | null;
};

/**
 * Every time limit in a paragraph, in order of the text. `named` is the session named last before this paragraph
 * (in its chapeau), for "at that session".
 */
export function readDeadlines(
  text: string,
  scopes: readonly ClauseScope[],
  context: DocumentContext,
  named: DeadlineRule | null,
): DeadlineReading[] {
  if (!mayNameTime.test(text)) return [];
  const quoted = quotedStretches(text);
  const sessions = readSessions(text, scopes, context, named);
  const dates = readDates(text, context).filter((date) => !standsWithSession(text, date, sessions));
  return [...sessions, ...dates]
    .filter((one) => !endsOnDay(text, one, dates))
    .filter((one) => !quoted.some((quote) => one.start >= quote.start && one.start < quote.end))
    .sort((a, b) => a.start - b.start);
}

/** "for a further period of 19 months until 31 December 2025": one limit, the day. */
const endsOnDay = (text: string, one: DeadlineReading, dates: readonly DeadlineReading[]): boolean =>
  one.isDuration &&
  dates.some(
    (date) =>
      date.rule.kind === "date" &&
      date.start >= one.end &&
      /^(?:[ -](?:period|term))?,?\s*(?:that is,?\s*)?$/.test(text.slice(one.end, date.start)) &&
      /^(?:until|to|through|up to|ending)\b/i.test(text.slice(date.start, date.end)),
  );

/** Most paragraphs name no time at all. */
const mayNameTime = /session|\d{4}|\b(?:day|week|month|year)s?\b|Conference|Summit|Congress|Decade/;

const together =
  /^[\s,(]*(?:(?:which is |scheduled |to be (?:held|convened) |to take place )?(?:in [A-Z][\w’'. -]{1,40}?,? ?)?(?:from|on|in|during)?\s*)?$/;

/** "in September 2019, as part of its seventy-fourth session" */
const beforeSession =
  /^,?\s*(?:as part of|during|in conjunction with|within|in the course of)?\s*(?:its|the)?\s*$/;

/** "at its twentieth session, to be held in 2020": one deadline, the session. */
function standsWithSession(
  text: string,
  date: DeadlineReading,
  sessions: readonly DeadlineReading[],
): boolean {
  // "at its eightieth session, no later than February 2026" sets two limits.
  if (/^(?:by|before|no later|not later|until)\b/i.test(text.slice(date.start, date.start + 12)))
    return false;
  return sessions.some(
    (session) =>
      !isOneDayOf(text, date, session) &&
      ((date.end <= session.start && beforeSession.test(text.slice(date.end, session.start))) ||
        (session.end <= date.start &&
          date.start - session.end < 90 &&
          together.test(text.slice(session.end, date.start)))),
  );
}

/** "during the high-level week of the seventy-fourth session, on 25 September 2019": the day is a limit of its own. */
const isOneDayOf = (text: string, date: DeadlineReading, session: DeadlineReading): boolean =>
  date.rule.kind === "date" &&
  session.rule.kind === "session" &&
  session.rule.part === "high-level" &&
  /^on \d{1,2} [A-Z][a-z]+ \d{4}$/.test(text.slice(date.start, date.end));

const quotation = /[“"]([^“”"]{1,600})[”"]/g;

function quotedStretches(text: string): { start: number; end: number }[] {
  if (!/[“"]/.test(text)) return [];
  return [...text.matchAll(quotation)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
