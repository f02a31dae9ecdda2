import type { WorkStatus } from "../task/status";
import { isOpen } from "../task/status";

/** So many tasks of a body in a status; `overdue` of them are late. */
export type BodyStatusCount = {
  readonly bodyId: string | null;
  readonly status: WorkStatus;
  readonly count: number;
  readonly overdue: number;
};

/** One row of the table "who carries what": a body with its counts by stage of the work. */
export type CarriedRow = {
  readonly bodyId: string | null;
  readonly byStatus: Readonly<Partial<Record<WorkStatus, number>>>;
  readonly open: number;
  readonly overdue: number;
  readonly all: number;
};

/**
 * Bodies with their tasks by status, most overdue first, then most open. `todayOf` gives the body that continues one
 * of an earlier name, so that what was asked of a predecessor counts with its successor.
 */
export function carriedBy(
  counts: readonly BodyStatusCount[],
  todayOf: (id: string) => string = (id) => id,
): readonly CarriedRow[] {
  const rows = new Map<string | null, { -readonly [K in keyof CarriedRow]: CarriedRow[K] }>();
  for (const { bodyId, status, count, overdue } of counts) {
    const id = bodyId === null ? null : todayOf(bodyId);
    const row = rows.get(id) ?? { bodyId: id, byStatus: {}, open: 0, overdue: 0, all: 0 };
    row.byStatus = { ...row.byStatus, [status]: (row.byStatus[status] ?? 0) + count };
    row.all += count;
    row.overdue += overdue;
    if (isOpen(status)) row.open += count;
    rows.set(id, row);
  }
  return [...rows.values()]
    .filter((row) => row.all > 0)
    .sort(
      (a, b) =>
        b.overdue - a.overdue ||
        b.open - a.open ||
        b.all - a.all ||
        (a.bodyId ?? "~").localeCompare(b.bodyId ?? "~", "en"),
    );
}
