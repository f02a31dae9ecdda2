/** The columns of a task list in their order; `reference`, `ask` and `status` always stand. */
export const taskColumns = [
  "reference",
  "ask",
  "lead",
  "responsible",
  "owner",
  "session",
  "due",
  "step",
  "deliverable",
  "status",
] as const;
export type TaskColumn = (typeof taskColumns)[number];

export const fixedColumns: readonly TaskColumn[] = ["reference", "ask", "status"];
export const defaultColumns: readonly TaskColumn[] = ["reference", "ask", "lead", "owner", "due", "status"];

/** The columns that an address asks for, in our order; the default set where it asks for none. */
export function readColumns(value: string | undefined): readonly TaskColumn[] {
  if (value === undefined) return defaultColumns;
  const asked = value.split(",");
  return taskColumns.filter((column) => fixedColumns.includes(column) || asked.includes(column));
}
