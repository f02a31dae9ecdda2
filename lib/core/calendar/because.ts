import { dayInWords, monthInWords, weekdayInWords } from "./day";
import type { Because, IsoDate } from "./rule";
import { organInWords, partInWords, sessionTitle } from "./session-names";

/** Reads one sentence's parameters. A missing one shows as "?" rather than breaking a page. */
type Words = {
  readonly text: (key: string) => string;
  readonly number: (key: string) => number;
  readonly day: (key: string) => string;
  readonly weekday: (key: string) => string;
  readonly session: string;
  /** Chooses by whether the day lies before the day of reading. */
  readonly tense: (key: string, past: string, present: string) => string;
};

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? "" : "s"}`;

/** The catalogue of reasons in English. Other languages translate the codes with the same parameters. */
const sentences = {
  // Sessions
  "session-opens": (w: Words) => `The ${w.session} ${opening(w)}`,
  "session-closes": (w: Words) => closingSentence(w),
  "session-closes-by": (w: Words) =>
    `The closing day of the ${w.session} is not set; it ends by ${w.day("day")} at the latest.`,
  "session-closing-unknown": (w: Words) => `The closing day of the ${w.session} is not in the calendar.`,
  "session-never-closes": (w: Words) =>
    `The ${w.session} is adjourned and resumed on request; it is never closed, so no last day can be named.`,
  "session-within": (w: Words) =>
    `The ${w.session} is held between ${w.day("from")} and ${w.day("to")}; its own days are not set.`,
  "session-sat": (w: Words) =>
    `The ${w.session} is known to have sat between ${w.day("from")} and ${w.day("to")}; its first and last days are not known.`,
  "session-days-unknown": (w: Words) => `The days of the ${w.session} are not known.`,
  "session-not-in-calendar": (w: Words) =>
    `The ${w.session} is not in the calendar, and no rule proposes its days. An administrator can add it.`,
  "body-without-sessions": (w: Words) =>
    `The ${organInWords(w.text("organ"))} sits continuously and has no numbered sessions; it sets dates and intervals.`,
  // Parts
  "part-held": (w: Words) =>
    `The ${partInWords(w.text("part"))} of the ${w.session} ${w.tense("to", "was", "is")} held from ${w.day("from")} to ${w.day("to")}.`,
  "main-part-ends": (w: Words) => `Its main part ${w.tense("day", "ended", "ends")} on ${w.weekday("day")}.`,
  "main-part-ends-in-december": (w: Words) =>
    `The day on which its main part ends is not set; main parts end in December, so ${w.day("day")} is the latest.`,
  "resumed-after-main": (w: Words) =>
    `The resumed part follows the main part, from ${w.day("from")} until the session closes on ${w.day("to")}.`,
  "resumed-by-habit": (w: Words) =>
    `The days of the ${partInWords(w.text("part"))} are not in the calendar; by habit the Fifth Committee holds it between ${w.day("from")} and ${w.day("to")}.`,
  "general-debate": (w: Words) =>
    `The high-level part of the ${w.session} is its general debate, from ${w.weekday("from")} to ${w.weekday("to")}.`,
  "organizational-opens": () => "The organizational session is held on the day that opens the cycle.",
  "part-days-not-set": (w: Words) =>
    `The days of the ${partInWords(w.text("part"))} are not in the calendar; the whole session is shown until they are.`,
  "part-not-of-body": (w: Words) =>
    `The ${organInWords(w.text("organ"))} does not divide its sessions into a ${partInWords(w.text("part"))} by rule; the whole session is shown.`,
  // Readings
  "read-at-session": () => "'At' a session is any day of it: it can be met until the session closes.",
  "read-beginning": (w: Words) =>
    `'At the beginning of' is read as the first ${spanInWords(w.number("days"))} of the session.`,
  "read-end-part": (w: Words) =>
    `'At the end of' is read as the last ${spanInWords(w.number("days"))} of the session.`,
  "read-before": (w: Words) => `'Before' ends on the day before: ${w.weekday("day")}.`,
  "read-by-opening": (w: Words) =>
    `'By' a session is read as not later than the day it starts: ${w.weekday("day")}.`,
  "read-by-last-day": (w: Words) => `'By' a month or a year is read as until its last day: ${w.day("day")}.`,
  "read-end": (w: Words) => `'By the end of' runs to the last day: ${w.weekday("day")}.`,
  "read-after": (w: Words) => `'After' starts on ${w.day("day")}; the text names no last day.`,
  "read-beginning-of-time": (w: Words) => `'At the beginning of' is read as until ${w.day("day")}.`,
  "adopted-meanwhile": (w: Words) => `The text was adopted on ${w.day("day")}, while that time was running.`,
  "window-from-adoption": (w: Words) => `The time runs from the adoption on ${w.day("day")}.`,
  "adoption-unknown": () => "The day of adoption is not known, so only the last day is shown.",
  "adoption-unknown-no-window": () =>
    "The time runs from the adoption, whose day is not known. Give the day of adoption.",
  // Given times
  "date-given": (w: Words) => `The text names the day: ${w.weekday("day")}.`,
  "month-given": (w: Words) => `The text names the month: ${monthInWords(w.text("month"))}.`,
  "year-given": (w: Words) => `The text names the year: ${w.text("year")}.`,
  "date-not-valid": (w: Words) => `"${w.text("text")}" cannot be read as a date.`,
  "counted-from": (w: Words) =>
    `${counted(w.number("amount"), w.text("unit"))} after ${startInWords(w)}: ${w.weekday("day")}.`,
  "counted-back": (w: Words) =>
    `${counted(w.number("amount"), w.text("unit"))} before ${startInWords(w)}: ${w.weekday("day")}.`,
  "event-held": (w: Words) => `${w.text("name")}: ${w.day("from")} to ${w.day("to")}.`,
  "event-unknown": (w: Words) => `The days of "${w.text("name")}" are not known. Enter them to get a date.`,
  "earliest-of-several": (w: Words) =>
    `Of ${w.text("count")} deadlines this is the earliest; the others are kept.`,
  // Recurrence
  "recurrence-stated": (w: Words) => `It comes back ${rhythmInWords(w)}, as the text says.`,
  "recurrence-implied": (w: Words) => `It comes back ${rhythmInWords(w)}, as the session numbers suggest.`,
  "recurrence-unspecified": (w: Words) =>
    `The text says "${w.text("label")}" without a rhythm, so a person sets the next occurrence.`,
  "recurrence-needs-day": () => "The next occurrence is counted from a day that is not known yet.",
  "recurrence-needs-session": () =>
    "The text counts in sessions but names none, so a person sets the next occurrence.",
  "recurrence-between-sessions": () =>
    "The body does not meet often enough for this rhythm, so a person sets the next occurrence.",
  // Plans
  "plan-from-meeting": (w: Words) => `Counted from the meeting on ${w.weekday("day")}.`,
  "plan-from-earliest": (w: Words) =>
    `The day of the meeting is not known; counted from ${w.weekday("day")}, the earliest it can be. It narrows once the meeting is set.`,
  "plan-from-due": (w: Words) => `Counted from the last day that the text allows, ${w.weekday("day")}.`,
  "plan-weeks-before": (w: Words) => `${counted(w.number("weeks"), "week")} before: ${w.weekday("day")}.`,
  "plan-days-before": (w: Words) => `${counted(w.number("days"), "day")} before: ${w.weekday("day")}.`,
  "plan-working-days-before": (w: Words) =>
    `${counted(w.number("days"), "working day")} before: ${w.weekday("day")}.`,
  "plan-from-opening": (w: Words) => `Counted from the opening of the ${w.session} on ${w.weekday("day")}.`,
  "plan-from-slot": (w: Words) => `Counted from the submission on ${w.weekday("day")}.`,
  "plan-from-agenda": (w: Words) => `Counted from the provisional agenda on ${w.weekday("day")}.`,
  "plan-from-contribution": (w: Words) => `Counted from the contribution on ${w.weekday("day")}.`,
  "plan-weeks-of-processing": (w: Words) =>
    `${counted(w.number("weeks"), "week")} of processing: ${w.weekday("day")}.`,
  "plan-from-host": (w: Words) => `Counted from the submission of the host report on ${w.weekday("day")}.`,
  "moved-earlier": (w: Words) =>
    `${w.weekday("from")} is not a working day at ${w.text("station")} (${w.text("why")}); moved earlier to ${w.weekday("to")}.`,
  "agreed-slot": (w: Words) =>
    `The slot agreed with the documents planners, ${w.weekday("day")}, beats the formula.`,
  "rule-of-today": (w: Words) =>
    `The rule is known since ${w.text("since")}; for this text the day is shown by the rule of today.`,
  "fixed-day-of-year": (w: Words) => `Usually issued around ${w.day("day")}.`,
  "host-without-plan": (w: Words) =>
    `No task stands here for the host report (${w.text("report")}); its days are taken to be those of a report of its own.`,
  "host-unknown": () =>
    "The host report is not named yet; its days are taken to be those of a report of its own.",
} as const;

/** A code of the catalogue. */
export type BecauseCode = keyof typeof sentences;

/** All codes, for translations and tests. */
export const becauseCodes: readonly string[] = Object.keys(sentences);

/**
 * The reasons as English sentences, in order, each with its source in brackets where it has one. `asOf` (the day of
 * reading) puts what lies behind into the past tense. Codes outside the catalogue come back as the code itself.
 */
export function becauseInWords(because: readonly Because[], asOf?: IsoDate): string[] {
  return because.map((reason) => {
    const sentence = Object.entries(sentences).find(([code]) => code === reason.code)?.[1];
    if (!sentence) return reason.code;
    const words = sentence(wordsOf(reason, asOf));
    return reason.source ? `${words.replace(/\.$/, "")} (${reason.source}).` : words;
  });
}

function wordsOf(reason: Because, asOf: IsoDate | undefined): Words {
  const text = (key: string): string => String(reason.params[key] ?? "?");
  const printed = (key: string, print: (day: IsoDate) => string): string => {
    const value = text(key);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? print(value) : value;
  };
  return {
    text,
    number: (key) => Number(reason.params[key] ?? Number.NaN),
    day: (key) => printed(key, dayInWords),
    weekday: (key) => printed(key, weekdayInWords),
    session: sessionTitle(text("organ"), Number(reason.params.session ?? Number.NaN)),
    tense: (key, past, present) => (asOf !== undefined && text(key) < asOf ? past : present),
  };
}

function opening(w: Words): string {
  const day = w.weekday("day");
  switch (w.text("standing")) {
    case "fixed":
      return `${w.tense("day", "opened", "opens")} on ${day}.`;
    case "derived":
      return `${w.tense("day", "opened", "opens")} on ${day} by rule; no document at hand confirms the day.`;
    default:
      return `${w.tense("day", "opened", "opens")} on ${day} as far as reported; no document at hand confirms the day.`;
  }
}

function closingSentence(w: Words): string {
  const day = w.weekday("day");
  const verb = w.tense("day", "closed", "closes");
  switch (w.text("standing")) {
    case "fixed":
      return `It ${verb} on ${day}.`;
    case "derived":
      return `It ${verb} on ${day}, the day before the next session opens.`;
    default:
      return `It ${verb} on ${day} as far as reported.`;
  }
}

const spanInWords = (days: number): string =>
  days > 7 && days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day");

const startInWords = (w: Words): string =>
  w.text("from") === "adoption"
    ? `the adoption on ${w.day("start")}`
    : `${w.text("from")} (${w.day("start")})`;

const rhythmInWords = (w: Words): string =>
  w.number("every") === 1 ? `every ${w.text("unit")}` : `every ${counted(w.number("every"), w.text("unit"))}`;
