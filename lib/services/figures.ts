import type { TaskFilter } from "@/lib/core/task/filter";
import type { WorkStatus } from "@/lib/core/task/status";
import { workStatuses } from "@/lib/core/task/status";
import type { Counts, CountsBy } from "@/lib/db/figures";
import type { Figure } from "./types";

const none: Counts = { all: 0, pending: 0, overdue: 0, unassigned: 0 };

/** The four counts of a group, each with the filter whose list holds exactly its rows. */
export function figuresOf(counts: Counts | undefined, filter: TaskFilter) {
  const { all, pending, overdue, unassigned } = counts ?? none;
  return {
    all: figure(all, filter),
    pending: figure(pending, { ...filter, open: true }),
    overdue: figure(overdue, { ...filter, timeliness: ["OVERDUE"] }),
    unassigned: figure(unassigned, { ...filter, open: true, unassigned: true }),
    done: figure(all - pending, { ...filter, open: false }),
  };
}

/** A count with its filter. */
export const figure = (count: number, filter: TaskFilter): Figure => ({ count, filter });

/** One figure for each status that occurs, in the order of the workflow. */
export function statusFigures(
  rows: readonly CountsBy[],
  filter: TaskFilter,
): { status: WorkStatus; figure: Figure }[] {
  return workStatuses.flatMap((status) => {
    const row = rows.find((one) => one.by === "status" && one.status === status);
    return row ? [{ status, figure: figure(row.all, { ...filter, status: [status] }) }] : [];
  });
}

/** Counts of several groups as one. */
export const added = (rows: readonly Counts[]): Counts =>
  rows.reduce<Counts>(
    (sum, row) => ({
      all: sum.all + row.all,
      pending: sum.pending + row.pending,
      overdue: sum.overdue + row.overdue,
      unassigned: sum.unassigned + row.unassigned,
    }),
    none,
  );
