import type { Certainty, IsoDate } from "../calendar/rule";

/** Open tasks whose last day falls in a month, by how sure that day is. `certainty` null: not told apart. */
export type MonthCount = {
  readonly month: string;
  readonly certainty: Certainty | null;
  readonly open: number;
  readonly settled: number;
};

/** One column: a month with what is still open in it, split by certainty, and what is settled. */
export type DueMonth = {
  readonly month: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly fixed: number;
  readonly expected: number;
  readonly settled: number;
};

/** Most columns a chart can carry and stay readable. */
const mostMonths = 36;

/**
 * Every month from the first to the last that holds something, gaps included, so that distance is true. Where that
 * would be more than three years, the months around `today` are kept: the year before it and what follows.
 */
export function dueMonths(counts: readonly MonthCount[], today: IsoDate): readonly DueMonth[] {
  const held = counts.filter((count) => count.open + count.settled > 0);
  if (held.length === 0) return [];
  const numbers = held.map((count) => monthNumber(count.month));
  const now = monthNumber(today.slice(0, 7));
  let first = Math.min(...numbers);
  let last = Math.max(...numbers);
  if (last - first >= mostMonths) {
    first = Math.max(first, Math.min(now - 12, last - mostMonths + 1));
    last = Math.min(last, first + mostMonths - 1);
  }
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = monthOf(first + index);
    const here = held.filter((count) => count.month === month);
    const sum = (of: (count: MonthCount) => number) => here.reduce((total, count) => total + of(count), 0);
    return {
      month,
      from: `${month}-01`,
      to: `${month}-${String(daysIn(first + index)).padStart(2, "0")}`,
      fixed: sum((count) => (count.certainty === "expected" ? 0 : count.open)),
      expected: sum((count) => (count.certainty === "expected" ? count.open : 0)),
      settled: sum((count) => count.settled),
    };
  });
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** Day 0 of the month after is the last day of this one. */
const daysIn = (number: number): number =>
  new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate();
