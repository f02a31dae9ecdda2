import type { TaskRow } from "@/lib/services/types";

/** The groups of one's own tasks in the order in which they ask for attention; empty ones are left out. */
export function groupMine(
  rows: readonly TaskRow[],
): { name: "overdue" | "next" | "standing"; rows: readonly TaskRow[] }[] {
  const nameOf = (row: TaskRow) => {
    if (row.timeliness === "OVERDUE" || row.timeliness === "STEP_LATE") return "overdue";
    return row.status === "ONGOING" || row.status === "DEFERRED" ? "standing" : "next";
  };
  return (["overdue", "next", "standing"] as const)
    .map((name) => ({ name, rows: rows.filter((row) => nameOf(row) === name) }))
    .filter((group) => group.rows.length > 0);
}
