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
  const [asked, handedOver, settled, expected] = [
    runningSum(counts.asked),
    runningSum(counts.handedOver),
    runningSum(counts.settled),
    runningSum(counts.due),
  ];
  return [...days].sort().map((day) => ({
    day,
    asked: asked(day),
    handedOver: handedOver(day),
    settled: settled(day),
    expected: expected(day),
  }));
}

/** The sum of a line up to a day, asked for days in order: the line is gone through once. */
function runningSum(line: readonly DayCount[]): (day: IsoDate) => number {
  const inOrder = line.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  let [next, sum] = [0, 0];
  return (day) => {
    for (; next < inOrder.length && (inOrder[next]?.day ?? "") <= day; next++)
      sum += inOrder[next]?.count ?? 0;
    return sum;
  };
}

/** A few points stand as they are; of more than `most`, the last of each month and that of `today`: enough for a table. */
export function endsOfMonths(
  points: readonly BurnUpPoint[],
  today: IsoDate,
  most = 30,
): readonly BurnUpPoint[] {
  if (points.length <= most) return points;
  return points.filter(({ day }, at) => day === today || day.slice(0, 7) !== points[at + 1]?.day.slice(0, 7));
}

/** The point that holds on a day: the last one that is not after it. */
export function burnUpOn(points: readonly BurnUpPoint[], day: IsoDate): BurnUpPoint {
  const none = { day, asked: 0, handedOver: 0, settled: 0, expected: 0 };
  return points.reduce((found, point) => (point.day <= day ? point : found), none);
}
