import type { WorkStatus } from "./status";

/** What is asked of a task to see where it stands. */
type Standing = { readonly status: WorkStatus; readonly isClosureProposed: boolean };
export type CarriedMove = "submit" | "proposeClosure" | "implement";

/**
 * The move that brings a request along with the report that answers it: handed over when the report is, closed when the
 * report is. Null where the report is not that far, or the request is there already. It is only ever offered: a
 * consolidated report answers several requests, but each of them is closed by a person who says so.
 */
export function carriedMove(report: Standing, request: Standing): CarriedMove | null {
  if (report.status === "IMPLEMENTED" || (report.status === "SUBMITTED" && report.isClosureProposed)) {
    if (request.status !== "IN_PROGRESS" && request.status !== "SUBMITTED") return null;
    if (!request.isClosureProposed) return "proposeClosure";
    return report.status === "IMPLEMENTED" ? "implement" : null;
  }
  return report.status === "SUBMITTED" && request.status === "IN_PROGRESS" ? "submit" : null;
}
