import type { IsoDate } from "@/lib/core/calendar/rule";

const dayLength = 86_400_000;
const dayNumber = (day: IsoDate): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const dayOf = (number: number): IsoDate => new Date(number * dayLength).toISOString().slice(0, 10);

/** Days on a line: a place for each day, and the first days of months (or quarters, or years) to write under it. */
export type DayScale = {
  readonly x: (day: IsoDate) => number;
  readonly ticks: readonly IsoDate[];
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** A scale over all the days given, with a little room at both ends, `width` units wide. */
export function dayScale(days: readonly IsoDate[], width: number, isMirrored = false): DayScale {
  const numbers = days.map(dayNumber);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const room = Math.max(7, Math.round((last - first) * 0.04));
  const [start, end] = [first - room, last + room];
  const x = (day: IsoDate): number => {
    const share = (dayNumber(day) - start) / (end - start);
    return Math.round((isMirrored ? 1 - share : share) * width * 10) / 10;
  };
  return { x, ticks: monthsBetween(dayOf(start), dayOf(end)), from: dayOf(start), to: dayOf(end) };
}

/** First days of months within a stretch, thinned to at most a dozen so that their names do not touch. */
function monthsBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const [fromYear, fromMonth] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const count = (Number(to.slice(0, 4)) - fromYear) * 12 + Number(to.slice(5, 7)) - fromMonth;
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => count / step <= 10) ?? 120;
  const months = Array.from({ length: count + 1 }, (_, index) => fromYear * 12 + fromMonth - 1 + index);
  return months
    .filter((month) => month % every === 0)
    .map(
      (month) =>
        `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`,
    )
    .filter((day) => day >= from && day <= to);
}

/** The days whose names stand apart from the one before, so that long names of months do not run into each other. */
export function thatFit(
  ticks: readonly IsoDate[],
  x: (day: IsoDate) => number,
  name: (day: IsoDate) => string,
): ReadonlySet<IsoDate> {
  const halfOf = (day: IsoDate) => nameWidth(name(day)) / 2;
  const fitting: IsoDate[] = [];
  for (const day of ticks) {
    const before = fitting.at(-1);
    if (before === undefined || Math.abs(x(day) - x(before)) > halfOf(day) + halfOf(before))
      fitting.push(day);
  }
  return new Set(fitting);
}

/** About as wide as a name under a line with the space after it, in units of the picture. */
export const nameWidth = (name: string): number => (name.length + 1) * 6;
