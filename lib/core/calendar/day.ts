import type { IsoDate } from "./rule";

/*
 * Days are counted as whole numbers since 1 January 1970 in the proleptic Gregorian calendar. No clock, no zone and
 * no daylight saving takes part, so that a day stays the same day on a computer in Honolulu and in Kiribati;
 * parsing to a local midnight and back does not hold where a zone skips midnight.
 */
const millisecondsADay = 86_400_000;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

const numberFrom = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / millisecondsADay);

// A plan of a million tasks asks the same few thousand days over and over. Bounded, so that memory stays flat.
const mostRemembered = 50_000;
const numbersByDay = new Map<IsoDate, number>();
const daysByNumber = new Map<number, IsoDate>();

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= mostRemembered) known.clear();
  known.set(key, value);
  return value;
}

/** Days since 1970-01-01. Throws on anything that is not a day of the calendar: dates are checked at the door. */
export function toDayNumber(day: IsoDate): number {
  const known = numbersByDay.get(day);
  if (known !== undefined) return known;
  const number = numberOf(day);
  if (number === null) throw new Error(`Not a calendar day: ${day}`);
  return remember(numbersByDay, day, number);
}

/** The day with this number; the inverse of `toDayNumber`. */
export const fromDayNumber = (number: number): IsoDate =>
  daysByNumber.get(number) ??
  remember(daysByNumber, number, new Date(number * millisecondsADay).toISOString().slice(0, 10));

function numberOf(text: string): number | null {
  const match = isoDay.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null;
  return day <= 28 || day <= daysInMonth(year, month) ? numberFrom(year, month, day) : null;
}

/** True for `YYYY-MM-DD` that exists: "2000-02-29" yes, "1900-02-29" no. Years 1000 to 9999. */
export const isIsoDate = (text: string): boolean => numberOf(text) !== null;

/** `days` may be negative. */
export const addDays = (day: IsoDate, days: number): IsoDate => fromDayNumber(toDayNumber(day) + days);

/** Whole weeks; may be negative. */
export const addWeeks = (day: IsoDate, weeks: number): IsoDate => addDays(day, weeks * 7);

/** The same day of another month, or that month's last day where it has no such day: 31 August + 6 = 28 or 29 February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const index = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const last = daysInMonth(year, month);
  return isoOf(year, month, Math.min(Number(day.slice(8, 10)), last));
}

/** 29 February becomes 28 February in a common year. */
export const addYears = (day: IsoDate, years: number): IsoDate => addMonths(day, years * 12);

/** Days from `from` to `to`: negative where `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toDayNumber(to) - toDayNumber(from);

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export const weekdayOf = (day: IsoDate): number => ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The calendar year of a day, as a number. */
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** 1 to 12. */
export const monthOf = (day: IsoDate): number => Number(day.slice(5, 7));

/** "2026", "9", "8" → "2026-09-08". */
export const isoOf = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** 28 to 31. */
export const daysInMonth = (year: number, month: number): number =>
  numberFrom(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - numberFrom(year, month, 1);

/** The last day of a month: (2024, 2) → "2024-02-29". */
export const lastOfMonth = (year: number, month: number): IsoDate =>
  isoOf(year, month, daysInMonth(year, month));

/** The nth weekday of a month (1 Monday … 7 Sunday); `nth` -1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): IsoDate {
  if (nth < 0) {
    const last = lastOfMonth(year, month);
    return addDays(addDays(last, -((weekdayOf(last) - weekday + 7) % 7)), (nth + 1) * 7);
  }
  const first = isoOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

/** The earlier of two days. */
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** The later of two days. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "1998-09-09" → "9 September 1998". English, for reasons and the command line; pages use the language's own format. */
export const dayInWords = (day: IsoDate): string =>
  `${Number(day.slice(8, 10))} ${monthNames[monthOf(day) - 1] ?? ""} ${yearOf(day)}`;

/** "1998-09-09" → "Wednesday 9 September 1998". */
export const weekdayInWords = (day: IsoDate): string =>
  `${weekdayNames[weekdayOf(day) - 1] ?? ""} ${dayInWords(day)}`;

/** "1998-09" → "September 1998". */
export const monthInWords = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
