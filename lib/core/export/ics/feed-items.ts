import type { IsoDate, SessionCalendar } from "../../calendar/rule";
import { type AnchoredTask, anchorDays } from "../../reminder/anchor-days";
import type { Anchor } from "../../reminder/policy";

/** A task as far as a calendar shows it. */
export type FeedTask = AnchoredTask & {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly ask: string;
};

/** What an entry of a calendar is about: a step towards the organ, the window in which the act is due, or neither day. */
export type FeedKind = Anchor | "window" | "undated";

/** One entry of a feed, before its words. `uid` stays the same whatever becomes of the day. */
export type FeedItem = {
  readonly uid: string;
  readonly kind: FeedKind;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  /** First and last day, both included; null for an undated task. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly isExpected: boolean;
};

/** The steps that a calendar shows beside the window itself; the opening of a session stands once for all tasks elsewhere. */
const shown: readonly Anchor[] = [
  "clearance",
  "slot",
  "issue",
  "provisionalAgenda",
  "meeting",
  "internalTarget",
];

/**
 * The entries of these tasks, in order of task and kind: one for each dated step, one for the window in which the act
 * is due, and one without a day for a task that has none. The same tasks under the same calendar give the same entries.
 */
export function feedItems(
  tasks: readonly FeedTask[],
  calendar: SessionCalendar,
  asOf: IsoDate,
): readonly FeedItem[] {
  return tasks.flatMap((task) => {
    const item = (kind: FeedKind, from: IsoDate | null, to: IsoDate | null): FeedItem => ({
      uid: `${task.id}-${kind}`,
      kind,
      taskNumber: task.number,
      reference: task.reference,
      ask: task.ask,
      from,
      to,
      isExpected: task.deadline.certainty !== "fixed",
    });
    const days = anchorDays(task, calendar, asOf);
    const isItem = task.deliverable === "agenda_item";
    const steps = shown
      .filter((anchor) => anchor !== "provisionalAgenda" || isItem)
      .flatMap((anchor) => {
        const day = days[anchor];
        return day === undefined ? [] : [item(anchor, day, day)];
      });
    const { dueFrom, dueOn } = task.deadline;
    if (dueOn !== null) return [...steps, item("window", dueFrom ?? dueOn, dueOn)];
    return steps.length > 0 ? steps : [item("undated", null, null)];
  });
}

/** The days of an entry as one text: where it differs from what calendars were told, SEQUENCE rises. */
export const daysOf = ({ from, to }: FeedItem): string => `${from ?? ""}/${to ?? ""}`;
