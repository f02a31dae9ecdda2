import type { IsoDate } from "../calendar/rule";
import type { WorkStatus } from "../task/status";
import { timedStatuses } from "../task/timeliness";

/** One task of the scope, as far as the comparison of two moments needs it. */
export type MovedTask = {
  readonly number: number;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly createdOn: IsoDate;
  readonly status: WorkStatus;
  readonly statusSince: IsoDate;
  readonly dueOn: IsoDate | null;
  /** The last day as it stood at the earlier moment, where a line of the history changed it since; else undefined. */
  readonly dueBefore?: IsoDate | null | undefined;
};

export const moveKinds = ["settled", "handedOver", "late", "asked", "redated"] as const;
export type MoveKind = (typeof moveKinds)[number];

/** What moved between two moments, by kind; a task stands in every kind that is true of it. */
export type Moved = Readonly<Record<MoveKind, readonly MovedTask[]>>;

/** Compares: newly settled, newly handed over, newly late, newly asked, and given another last day. */
export function movedSince(tasks: readonly MovedTask[], since: IsoDate, until: IsoDate): Moved {
  const isNew = (day: IsoDate) => day > since && day <= until;
  const isTimed = (status: WorkStatus) => (timedStatuses as readonly WorkStatus[]).includes(status);
  const settled = new Set<WorkStatus>(["IMPLEMENTED", "SUPERSEDED", "RETIRED", "NOT_IMPLEMENTED"]);
  return {
    settled: tasks.filter((task) => settled.has(task.status) && isNew(task.statusSince)),
    handedOver: tasks.filter((task) => task.status === "SUBMITTED" && isNew(task.statusSince)),
    late: tasks.filter(
      (task) => isTimed(task.status) && task.dueOn !== null && task.dueOn >= since && task.dueOn < until,
    ),
    asked: tasks.filter((task) => isNew(task.createdOn)),
    redated: tasks.filter(
      (task) => task.createdOn <= since && task.dueBefore !== undefined && task.dueBefore !== task.dueOn,
    ),
  };
}
