import { dayInWords, daysBetween } from "../calendar/day";
import type { IsoDate, SessionSeries } from "../calendar/rule";
import { sessionTitle } from "../calendar/session-names";
import type { Anchor } from "./policy";

/**
 * Why somebody is reminded, as values: the words are made for the day on which they are read, so that a digest that
 * goes out late does not say "in 14 days" when twelve are left.
 */
export type ReminderReason = {
  readonly anchor: Anchor;
  readonly anchorDay: IsoDate;
  readonly organ: SessionSeries | null;
  readonly session: number | null;
  readonly policyKey: string;
  readonly policyName: string;
  /**
   * True where the day is an event that comes by itself (a session opens, an agenda is issued) and not something this
   * task owes: once past, it is no lateness and is not told any more.
   */
  readonly isEvent?: boolean;
  /** Where the day moved after the person was told: the day that was told. */
  readonly movedFrom?: IsoDate;
};

/** What each anchor is called at the head of a sentence, with its verb for days ahead and days past. */
const subjects: Readonly<
  Record<Anchor, { name: (title: string | null) => string; ahead: string; past: string }>
> = {
  clearance: { name: () => "Clearance of the text", ahead: "is due on", past: "was due on" },
  slot: { name: () => "The submission slot", ahead: "is on", past: "was on" },
  issue: { name: () => "The document", ahead: "is to be issued by", past: "was to be issued by" },
  provisionalAgenda: {
    name: (title) => (title === null ? "The provisional agenda" : `The provisional agenda of the ${title}`),
    ahead: "is due on",
    past: "was due on",
  },
  opening: {
    name: (title) => (title === null ? "The session" : `The ${title}`),
    ahead: "opens on",
    past: "opened on",
  },
  meeting: { name: () => "The meeting on this item", ahead: "is on", past: "was on" },
  due: { name: () => "The last day for this", ahead: "is", past: "was" },
  review: {
    name: (title) => (title === null ? "The review of this call" : `The ${title}, which reviews this call,`),
    ahead: "opens on",
    past: "opened on",
  },
  internalTarget: { name: () => "Your own target", ahead: "is", past: "was" },
};

/**
 * The reason in one English sentence, as read on `asOf`:
 * "The provisional agenda of the 53rd session of the General Assembly is due on 10 July 1998, in 14 days."
 */
export function reasonInWords(reason: ReminderReason, asOf: IsoDate): string {
  const subject = subjects[reason.anchor];
  const title =
    reason.organ !== null && reason.session !== null ? sessionTitle(reason.organ, reason.session) : null;
  const days = daysBetween(asOf, reason.anchorDay);
  const verb = days < 0 ? subject.past : subject.ahead;
  const sentence = `${subject.name(title)} ${verb} ${dayInWords(reason.anchorDay)}, ${distance(days)}.`;
  return reason.movedFrom === undefined
    ? sentence
    : `Date changed from ${dayInWords(reason.movedFrom)}. ${sentence}`;
}

/** 14 → "in 14 days"; 0 → "today"; -1 → "yesterday"; 84 → "in 12 weeks". */
export function distance(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const size = Math.abs(days);
  const words = size >= 28 && size % 7 === 0 ? `${size / 7} weeks` : `${size} days`;
  return days > 0 ? `in ${words}` : `${words} ago`;
}
