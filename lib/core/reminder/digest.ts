import type { IsoDate } from "../calendar/rule";
import type { RecipientRole } from "./policy";
import type { ReminderReason } from "./reason";
import { isUrgent, type UrgencyBand, urgencyBand, urgencyOf } from "./urgency";

/** A reminder that is to be told now, with what the line says of its task. */
export type DueReminder = {
  readonly key: string;
  readonly taskId: string;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly as: RecipientRole;
  readonly reason: ReminderReason;
  readonly onBehalfOfName: string | null;
};

/** One line of a digest, as values: its words are made in the language of whoever reads it. */
export type DigestLine = {
  readonly taskId: string;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly as: RecipientRole;
  readonly reason: ReminderReason;
  readonly band: UrgencyBand;
  readonly onBehalfOfName: string | null;
  /** Where the line leads, if not to its task: a round of questions. */
  readonly address?: string;
};

type Counts = Readonly<Record<UrgencyBand, number>>;

/** One message for one person, or one unit, and day. */
export type Digest = {
  readonly day: IsoDate;
  /** The most urgent first, at most `cap`. */
  readonly lines: readonly DigestLine[];
  /** Every task by urgency, shown or not. */
  readonly counts: Counts;
  /** What did not fit, counted by urgency; null where all fitted. */
  readonly rest: { readonly count: number; readonly byBand: Counts } | null;
  /** Keys of every reminder that this digest settles, shown or summarised. */
  readonly keys: readonly string[];
};

/** More lines than this are summarised: a mail that nobody reads to the end helps nobody. */
export const digestCap = 25;

/**
 * One digest out of everything due for a person: one line per task (the most urgent reason; an earlier reminder of
 * the same task that was missed is settled with it), ranked, capped. Events that have passed are settled without a
 * word. Null where there is nothing to say.
 */
export function composeDigest(due: readonly DueReminder[], day: IsoDate, cap = digestCap): Digest | null {
  const live = due.filter(({ reason }) => reason.isEvent !== true || reason.anchorDay >= day);
  if (live.length === 0) return null;
  const rank = (reminder: DueReminder) =>
    urgencyOf(reminder.reason.anchor, reminder.reason.anchorDay, day) +
    (reminder.reason.movedFrom === undefined ? 0 : 5); // of two reasons with the same day, say that it changed
  const byTask = new Map<string, DueReminder>();
  for (const reminder of live) {
    const known = byTask.get(reminder.taskId);
    if (known === undefined || rank(reminder) > rank(known)) byTask.set(reminder.taskId, reminder);
  }
  const ranked = [...byTask.values()].sort(
    (a, b) => rank(b) - rank(a) || (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0),
  );
  const lines = ranked.map((reminder) => toLine(reminder, day));
  return {
    day,
    lines: lines.slice(0, cap),
    counts: countByBand(lines),
    rest: lines.length > cap ? restOf(lines.slice(cap)) : null,
    keys: due.map(({ key }) => key),
  };
}

/** The part of what is due that cannot wait for the hour of the digest; for people who wish to be told at once. */
export const urgentOf = (due: readonly DueReminder[], day: IsoDate): readonly DueReminder[] =>
  due.filter(({ reason }) => isUrgent(reason, day));

const toLine = (reminder: DueReminder, day: IsoDate): DigestLine => ({
  taskId: reminder.taskId,
  taskNumber: reminder.taskNumber,
  reference: reminder.reference,
  ask: reminder.ask,
  as: reminder.as,
  reason: reminder.reason,
  band: urgencyBand(reminder.reason.anchorDay, day),
  onBehalfOfName: reminder.onBehalfOfName,
});

const restOf = (lines: readonly DigestLine[]) => ({ count: lines.length, byBand: countByBand(lines) });

function countByBand(lines: readonly DigestLine[]): Counts {
  const byBand: Record<UrgencyBand, number> = { overdue: 0, thisWeek: 0, soon: 0, ahead: 0 };
  for (const line of lines) byBand[line.band] += 1;
  return byBand;
}
