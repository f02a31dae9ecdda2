import type { IsoDate } from "../calendar/rule";

/** So many things on one day. */
export type DayCount = { readonly day: IsoDate; readonly count: number };

/** What the burn-up is drawn from: when each ask was recorded, handed over, settled, and by when it is due. */
export type BurnUpCounts = {
  readonly asked: readonly DayCount[];
  readonly handedOver: readonly DayCount[];
  readonly settled: readonly DayCount[];
  readonly due: readonly DayCount[];
};

/** How many there were in all by the end of a day. */
export type BurnUpPoint = {
  readonly day: IsoDate;
  readonly asked: number;
  readonly handedOver: number;
  readonly settled: number;
  /** How many should be settled by this day, by the deadlines as they stand. */
  readonly expected: number;
};

/**
 * Asked, handed over and settled against time, with what the deadlines expect: one point for each day on which any of
 * them changes, the working date and the days given in `also` (openings). Lines of the past end at `today`; the reader
 * of a point after it takes `expected` alone.
 */
export function burnUp(
  counts: BurnUpCounts,
  today: IsoDate,
  also: readonly IsoDate[] = [],
): readonly BurnUpPoint[] {
  const days = new Set<IsoDate>([today, ...also]);
  for (const line of Object.values(counts)) for (const { day } of line) days.add(day);
  const upTo = (line: readonly DayCount[], day: IsoDate): number =>
    line.reduce((sum, one) => (one.day <= day ? sum + one.count : sum), 0);
  return [...days].sort().map((day) => ({
    day,
    asked: upTo(counts.asked, day),
    handedOver: upTo(counts.handedOver, day),
    settled: upTo(counts.settled, day),
    expected: upTo(counts.due, day),
  }));
}

/** The point that holds on a day: the last one that is not after it. */
export function burnUpOn(points: readonly BurnUpPoint[], day: IsoDate): BurnUpPoint {
  const none = { day, asked: 0, handedOver: 0, settled: 0, expected: 0 };
  return points.reduce((found, point) => (point.day <= day ? point : found), none);
}
