import { dayInWords } from "../calendar/day";
import type { IsoDate } from "../calendar/rule";
import { type ReminderReason, reasonInWords } from "./reason";
import { type UrgencyBand, urgencyBand, urgencyBands, urgencyOf } from "./urgency";

/** A reminder that is to be told now, with what the line says of its task. */
export type DueReminder = {
  readonly key: string;
  readonly taskId: string;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly reason: ReminderReason;
  readonly onBehalfOfName: string | null;
};

export type DigestLine = {
  readonly taskId: string;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly why: string;
  readonly anchorDay: IsoDate;
  readonly band: UrgencyBand;
  readonly onBehalfOfName: string | null;
  /** Where the line leads, if not to its task: a round of questions. */
  readonly address?: string;
};

/** One message for one person and day. */
export type Digest = {
  readonly day: IsoDate;
  readonly subject: string;
  /** The most urgent first, at most `cap`. */
  readonly lines: readonly DigestLine[];
  /** What did not fit, counted by urgency; null where all fitted. */
  readonly rest: { readonly count: number; readonly byBand: Readonly<Record<UrgencyBand, number>> } | null;
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
    subject: subjectOf(lines, day),
    lines: lines.slice(0, cap),
    rest: lines.length > cap ? summarise(lines.slice(cap)) : null,
    keys: due.map(({ key }) => key),
  };
}

/** "3 overdue, 2 due this week: 3 August 1998". Counts every task, shown or not. */
function subjectOf(lines: readonly DigestLine[], day: IsoDate): string {
  const counts = summarise(lines).byBand;
  const words: Record<UrgencyBand, string> = {
    overdue: "overdue",
    thisWeek: "due this week",
    soon: "due within four weeks",
    ahead: "ahead",
  };
  const parts = urgencyBands
    .filter((band) => counts[band] > 0)
    .map((band) => `${counts[band]} ${words[band]}`);
  return `${parts.join(", ")}: ${dayInWords(day)}`;
}

const toLine = (reminder: DueReminder, day: IsoDate): DigestLine => ({
  taskId: reminder.taskId,
  taskNumber: reminder.taskNumber,
  reference: reminder.reference,
  ask: reminder.ask,
  why: reasonInWords(reminder.reason, day),
  anchorDay: reminder.reason.anchorDay,
  band: urgencyBand(reminder.reason.anchorDay, day),
  onBehalfOfName: reminder.onBehalfOfName,
});

function summarise(lines: readonly DigestLine[]): NonNullable<Digest["rest"]> {
  const byBand: Record<UrgencyBand, number> = { overdue: 0, thisWeek: 0, soon: 0, ahead: 0 };
  for (const line of lines) byBand[line.band] += 1;
  return { count: lines.length, byBand };
}
