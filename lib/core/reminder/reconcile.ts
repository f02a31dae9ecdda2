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
  readonly toldAt: Date | null;
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

type ToldReminder = RecordedReminder & { readonly taskId: string };

/**
 * The "date changed" lines for people who were told of a day that has moved since. What counts is what a person heard
 * last: a day that moves away and back again is told both times, and one line says it, however many reminders had
 * named the old day. `currentDay` gives the anchor day of a told reminder under the calendar of today, or null where
 * its task needs no reminding any more.
 */
export function dateChanges(
  told: readonly ToldReminder[],
  currentDay: (reminder: ToldReminder) => IsoDate | null,
  today: IsoDate,
): PlannedReminder[] {
  const heard = new Map<string, { last: ToldReminder; changes: number }>();
  for (const reminder of told) {
    const place = `${reminder.taskId}/${reminder.reason.anchor}`;
    const group = `${place}/${reminder.reason.session ?? "-"}/${reminder.personId}`;
    const known = heard.get(group);
    const changes = (known?.changes ?? 0) + (reminder.reason.movedFrom === undefined ? 0 : 1);
    const last = known === undefined || isLater(reminder, known.last) ? reminder : known.last;
    heard.set(group, { last, changes });
  }
  return [...heard.values()].flatMap(({ last, changes }) => {
    const day = currentDay(last);
    const { anchor, anchorDay } = last.reason;
    if (day === null || day === anchorDay) return [];
    return {
      key: `moved/${last.taskId}/${anchor}/${changes}/${last.personId}`,
      taskId: last.taskId,
      personId: last.personId,
      onBehalfOf: null,
      as: "owner" as const,
      policyKey: "date-changed",
      anchor,
      day: today,
      reason: { ...last.reason, anchorDay: day, movedFrom: anchorDay },
      urgency: urgencyOf(anchor, day, today),
    };
  });
}

// Told in one digest: the line that said that the day had moved is the one that was read.
function isLater(one: ToldReminder, other: ToldReminder): boolean {
  const [a, b] = [one.toldAt?.getTime() ?? 0, other.toldAt?.getTime() ?? 0];
  if (a !== b) return a > b;
  if ((one.reason.movedFrom === undefined) !== (other.reason.movedFrom === undefined))
    return one.reason.movedFrom !== undefined;
  return one.key > other.key;
}

const differs = (known: RecordedReminder, planned: PlannedReminder): boolean =>
  known.day !== planned.day ||
  known.personId !== planned.personId ||
  known.reason.anchorDay !== planned.reason.anchorDay;
