import type { WorkStatus } from "./status";

/** Where the mandate itself stands. Only Member States move it, by a document (A/RES/80/251, para. 20). */
export const mandateStatuses = ["in_force", "deferred", "superseded", "retired"] as const;
export type MandateStatus = (typeof mandateStatuses)[number];

/**
 * The mandate status that a work status mirrors. DEFERRED, SUPERSEDED and RETIRED exist on a task only while a
 * deciding document is attached; in every other status the mandate is in force, even when the work is done.
 */
export const mandateStatusOf = (status: WorkStatus): MandateStatus => {
  if (status === "DEFERRED") return "deferred";
  if (status === "SUPERSEDED") return "superseded";
  if (status === "RETIRED") return "retired";
  return "in_force";
};
