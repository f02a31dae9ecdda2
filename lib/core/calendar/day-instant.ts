import { TZDate } from "@date-fns/tz";
import { monthOf, toDayNumber, yearOf } from "./day";
import type { IsoDate } from "./rule";

/**
 * The moment at which a session day reaches `hour`:`minute` (default 09:00) at its duty station, as a UTC instant.
 * A day of the calendar is a New York or a Geneva day; reminders need the instant. `timeZone` is an IANA name.
 * Throws on a day that does not exist and on an unknown zone.
 */
export function sessionDayInstant(day: IsoDate, timeZone: string, hour = 9, minute = 0): Date {
  toDayNumber(day);
  const local = new TZDate(
    yearOf(day),
    monthOf(day) - 1,
    Number(day.slice(8, 10)),
    hour,
    minute,
    0,
    timeZone,
  );
  const instant = local.getTime();
  if (Number.isNaN(instant)) throw new Error(`Unknown time zone: ${timeZone}`);
  return new Date(instant);
}

/** The calendar day that it is at the duty station at an instant. The inverse question of `sessionDayInstant`. */
export function dayAt(instant: Date, timeZone: string): IsoDate {
  const local = new TZDate(instant.getTime(), timeZone);
  const day = `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, "0")}-${String(local.getDate()).padStart(2, "0")}`;
  toDayNumber(day);
  return day;
}
