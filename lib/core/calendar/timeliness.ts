import { daysBetween } from "./day";
import type { IsoDate, ResolvedDeadline } from "./rule";

/** Computed from the deadline, the day and whether work is still open; never stored. */
export const timelinessValues = ["overdue", "due-soon", "on-track", "no-date", "closed"] as const;
export type Timeliness = (typeof timelinessValues)[number];

/**
 * How an action stands on a day. `isOpen`: whether its work status still asks for work (`isOpen` of `core/task/status`).
 * The due day itself is still in time. `dueSoonDays` (default 30): from so many days before the due day on it is "due
 * soon". For the hand-over day of a plan, give `{ due: plan.handOver }`.
 */
export function timeliness(
  isOpen: boolean,
  resolved: Pick<ResolvedDeadline, "due">,
  asOf: IsoDate,
  dueSoonDays = 30,
): Timeliness {
  if (!isOpen) return "closed";
  if (resolved.due === null) return "no-date";
  if (resolved.due < asOf) return "overdue";
  return daysBetween(asOf, resolved.due) <= dueSoonDays ? "due-soon" : "on-track";
}
