import type { IsoDate } from "../calendar/rule";
import type { PlannedReminder } from "./plan";
import type { ReminderReason } from "./reason";
import { urgencyOf } from "./urgency";

/** A reminder as the database holds it. */
export type RecordedReminder = {
  readonly key: string;
  readonly state: "due" | "told" | "cancelled";
  readonly day: IsoDate;
  readonly personId: string;
  readonly reason: ReminderReason;
};

/** What has to change so that the record says what the plan says. */
export type Reconciliation = {
  /** Not known yet: to be told. */
  readonly toAdd: readonly PlannedReminder[];
  /** Known, not told yet, and now on another day, for another reason day or to another person. */
  readonly toMove: readonly PlannedReminder[];
};

/**
 * Compares a plan with the record. A reminder that was told stays told; where its day has moved since, the person
 * gets one line "date changed" (its own key, so once for each new day).
 */
export function reconcile(
  planned: readonly PlannedReminder[],
  recorded: ReadonlyMap<string, RecordedReminder>,
): Reconciliation {
  const toAdd: PlannedReminder[] = [];
  const toMove: PlannedReminder[] = [];
  for (const reminder of planned) {
    const known = recorded.get(reminder.key);
    if (known === undefined || known.state === "cancelled") toAdd.push(reminder);
    else if (known.state === "due" && differs(known, reminder)) toMove.push(reminder);
  }
  return { toAdd, toMove };
}

/**
 * The "date changed" lines for people who were told of a day that has moved since. `currentDay` gives the anchor day
 * of a told reminder under the calendar of today, or null where its task needs no reminding any more.
 */
export function dateChanges(
  told: readonly (RecordedReminder & { readonly taskId: string })[],
  currentDay: (reminder: RecordedReminder & { readonly taskId: string }) => IsoDate | null,
  today: IsoDate,
): PlannedReminder[] {
  const changes = new Map<string, PlannedReminder>();
  for (const reminder of told) {
    const day = currentDay(reminder);
    if (day === null || day === reminder.reason.anchorDay) continue;
    const { anchor, anchorDay } = reminder.reason;
    // One line for each person, task and kind of day, however many reminders had named the old day.
    const key = `moved/${reminder.taskId}/${anchor}/${day}/${reminder.personId}`;
    if (changes.has(key)) continue;
    changes.set(key, {
      key,
      taskId: reminder.taskId,
      personId: reminder.personId,
      onBehalfOf: null,
      as: "owner",
      policyKey: "date-changed",
      anchor,
      day: today,
      reason: { ...reminder.reason, anchorDay: day, movedFrom: anchorDay },
      urgency: urgencyOf(anchor, day, today),
    });
  }
  return [...changes.values()];
}

const differs = (known: RecordedReminder, planned: PlannedReminder): boolean =>
  known.day !== planned.day ||
  known.personId !== planned.personId ||
  known.reason.anchorDay !== planned.reason.anchorDay;
