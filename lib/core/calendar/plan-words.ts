import { dayInWords } from "./day";
import type { OutputKind } from "./document-rules";
import type { PlanStepId, StepStanding } from "./plan-shapes";
import type { Because } from "./rule";
import { sessionTitle } from "./session-names";

/** What a step asks, in English. */
export const stepInWords = {
  clearance: "Clear the text in the office",
  contribution: "Send the section to the author of the host report",
  slot: "Submit to conference services (slot)",
  processing: "Editing, translation and reproduction",
  issue: "Issue in six languages",
  "speaking-notes": "Clear the speaking notes",
  "annotated-list": "Annotated preliminary list of items",
  "provisional-agenda": "Provisional agenda is issued",
  "supplementary-request": "Last day to ask for a supplementary item",
  "supplementary-list": "Supplementary list is issued",
  "host-slot": "Host report is submitted (slot)",
  "host-issue": "Host report is issued in six languages",
  "session-opens": "Session opens",
  consideration: "Consideration",
  meeting: "Meeting",
  due: "Due",
  "session-closes": "Session closes",
} as const satisfies Record<PlanStepId, string>;

/** Where a step's day comes from, in a few words. */
export const standingInWords = {
  agreed: "agreed",
  rule: "by rule",
  "rule-of-today": "by the rule of today",
  habit: "by habit",
  calendar: "from the calendar",
  text: "from the text",
} as const satisfies Record<StepStanding, string>;

export const outputInWords = {
  report: "report of its own",
  section: "section in another report",
  "consolidated-report": "consolidated report",
  "oral-report": "oral report",
  note: "note",
  "agenda-item": "agenda item",
  meeting: "meeting",
  other: "other action",
} as const satisfies Record<OutputKind, string>;

const sentences: Readonly<Record<string, (p: (key: string) => string) => string>> = {
  "no-window": () => "No day can be planned yet: the deadline has no window.",
  "less-than-ten-weeks": (p) =>
    `The deadline as adopted leaves less than ten weeks: the slot would have been ${p("slot")}, and the text was adopted on ${p("adopted")}. Agree a slot with the documents planners.`,
  "early-meeting-leaves-less": (p) =>
    `If the meeting is held as early as ${p("meeting")}, the slot (${p("slot")}) lies before the adoption on ${p("adopted")}.`,
  "slot-past": (p) => `The last day for the ten-week slot, ${p("slot")}, is past.`,
  "agreed-slot-late": (p) =>
    `The agreed slot ${p("slot")} leads to issue on ${p("issue")}, less than six weeks before the meeting.`,
  "agenda-before-adoption": (p) =>
    `The provisional agenda was due on ${p("agenda")}, before the text was adopted: the item needs the supplementary list, to be asked for by ${p("request")}, or a vote of the Assembly.`,
  "agenda-past": (p) =>
    `The provisional agenda was due on ${p("agenda")}: a missing item can still be asked for as a supplementary item until ${p("request")}.`,
  "host-without-plan": (p) =>
    `This is a section of another report (${p("report")}) that has no plan here: the days of that report are taken by the formula.`,
  "host-unknown": () => "The host report is not named: its own days are taken by the formula.",
  "session-not-confirmed": (p) =>
    `No document at hand confirms the days of the ${sessionTitle(p("organ"), Number(p("session")))}; the plan moves if they do.`,
  "holidays-missing": (p) =>
    `Not in the holiday data of ${p("year")}: ${p("names")}. A day of the plan may fall on one of them.`,
  "over-word-limit": (p) =>
    `The draft has ${p("words")} words; the limit is ${p("limit")}. Shorten it or ask for a waiver.`,
};

/** All codes of plan warnings, for translations and tests. */
export const warningCodes: readonly string[] = Object.keys(sentences);

/** The warnings of a plan as English sentences; a code outside the catalogue comes back as it is. */
export function warningsInWords(warnings: readonly Because[]): string[] {
  return warnings.map((warning) => {
    const read = (key: string): string => {
      const value = String(warning.params[key] ?? "?");
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value;
    };
    return sentences[warning.code]?.(read) ?? warning.code;
  });
}
