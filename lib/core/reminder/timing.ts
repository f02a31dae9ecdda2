import { TZDate } from "@date-fns/tz";
import { weekdayOf } from "../calendar/day";
import { dayAt } from "../calendar/day-instant";
import type { IsoDate } from "../calendar/rule";

/** Reminders that were missed longer ago than this are not told any more: later ones have taken their place. */
export const catchUpDays = 35;

/** When a person wants the digest: from which hour, on which weekdays (1 Monday … 7 Sunday), in which zone. */
export type DigestTime = {
  readonly timeZone: string;
  readonly digestHour: number;
  readonly digestDays: readonly number[];
};

/**
 * The day of the digest that may go to this person at `now`, or null where its time has not come. From the hour on,
 * so that a server that slept over it catches up. `workingDay` stands in for the real day in an installation that
 * works in the past; the hour stays that of the clock.
 */
export function digestDayAt(time: DigestTime, now: Date, workingDay: IsoDate | null): IsoDate | null {
  const day = workingDay ?? dayAt(now, time.timeZone);
  if (!time.digestDays.includes(weekdayOf(day))) return null;
  return new TZDate(now.getTime(), time.timeZone).getHours() >= time.digestHour ? day : null;
}
