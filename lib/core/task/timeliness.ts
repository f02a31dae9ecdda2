import type { IsoDate } from "../calendar/rule";
import type { WorkStatus } from "./status";

/**
 * How a task stands against time on a given day. Computed, never stored and never typed:
 * OVERDUE its last day has passed; STEP_LATE a step of its backward plan has passed undone;
 * DUE_SOON its last day or next step is at most `dueSoonDays` away; NO_DATE no date can be given yet.
 */
export const timelinesses = ["OVERDUE", "STEP_LATE", "DUE_SOON", "ON_TRACK", "NO_DATE", "DONE"] as const;
export type Timeliness = (typeof timelinesses)[number];

/** Statuses in which a passed date means that something is late. A standing call or a deferred item is not late. */
export const timedStatuses = [
  "PROPOSED",
  "PENDING",
  "IN_PROGRESS",
  "SUBMITTED",
] as const satisfies readonly WorkStatus[];

/** Four weeks: about the time that processing a document takes under the 10-4-6 rule. */
export const dueSoonDays = 28;

/** Timeliness of a task on `day`; see `timelinesses`. `soonUntil` is `day` plus `dueSoonDays`. */
export function timelinessOn(
  task: { status: WorkStatus; dueOn: IsoDate | null; nextStepOn: IsoDate | null },
  day: IsoDate,
  soonUntil: IsoDate,
): Timeliness {
  if (task.status === "ONGOING" || task.status === "DEFERRED")
    return task.dueOn === null ? "NO_DATE" : "ON_TRACK";
  if (!(timedStatuses as readonly WorkStatus[]).includes(task.status)) return "DONE";
  if (task.dueOn !== null && task.dueOn < day) return "OVERDUE";
  if (task.nextStepOn !== null && task.nextStepOn < day) return "STEP_LATE";
  if (task.dueOn === null && task.nextStepOn === null) return "NO_DATE";
  const next = task.nextStepOn ?? task.dueOn;
  return next !== null && next <= soonUntil ? "DUE_SOON" : "ON_TRACK";
}
