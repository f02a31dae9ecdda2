import type { IsoDate } from "../calendar/rule";
import type { WorkStatus } from "./status";
import type { Timeliness } from "./timeliness";

/** The groups of one's own tasks, in the order in which they ask for attention. */
export const dayGroups = ["overdue", "returned", "beforeSession", "later", "waiting", "standing"] as const;
export type DayGroup = (typeof dayGroups)[number];

type Mine = {
  readonly id: string;
  readonly status: WorkStatus;
  readonly timeliness: Timeliness;
  readonly isBlocked: boolean;
  readonly isClosureProposed: boolean;
  readonly dueOn: IsoDate | null;
  readonly nextStep: { readonly on: IsoDate } | null;
};

/**
 * Each task in exactly one group: late (by its last day or a step), returned to me, to be done before the next session
 * opens, later, waiting on others, standing. What waits on others is not mine to move, even when it is late.
 */
export function groupMyDay<T extends Mine>(
  tasks: readonly T[],
  returned: ReadonlySet<string>,
  opens: IsoDate | null,
): readonly { readonly name: DayGroup; readonly rows: readonly T[] }[] {
  const groupOf = (task: T): DayGroup => {
    if (task.status === "SUBMITTED" || task.isClosureProposed || task.isBlocked) return "waiting";
    if (task.status === "ONGOING" || task.status === "DEFERRED") return "standing";
    if (task.timeliness === "OVERDUE" || task.timeliness === "STEP_LATE") return "overdue";
    if (returned.has(task.id)) return "returned";
    const next = task.nextStep?.on ?? task.dueOn;
    return opens !== null && next !== null && next <= opens ? "beforeSession" : "later";
  };
  return dayGroups
    .map((name) => ({ name, rows: tasks.filter((task) => groupOf(task) === name) }))
    .filter((group) => group.rows.length > 0);
}
