import type { Route } from "next";
import { dayOf } from "@/app/_server/params";
import { tasksAddress } from "@/app/_ui/addresses";
import { readFilter } from "@/app/_ui/filter/language";
import { readColumns, type TaskColumn } from "@/app/_ui/task-list/task-columns";
import { type TaskFilter, type TaskSort, taskSorts } from "@/lib/core/task/filter";

export const layouts = ["table", "board", "timeline"] as const;
export type Layout = (typeof layouts)[number];

/** What the address of the list says. */
export type ListAddress = {
  /** As it was asked for. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly filter: TaskFilter;
  readonly unknown: readonly string[];
  readonly sort: { readonly by: TaskSort["by"]; readonly direction: TaskSort["direction"] };
  readonly columns: readonly TaskColumn[];
  readonly layout: Layout;
  readonly cursor: string | null;
  readonly asOf: string | undefined;
  /** The address with some parameters changed; `null` takes one out. A change of anything starts at the first page. */
  readonly with: (changes: Readonly<Record<string, string | null>>) => Route;
};

/** Reads the address of the list: `?q=is:overdue+session:GA-53&sort=due&columns=lead,due&layout=table`. */
export function readListAddress(query: Readonly<Record<string, string | undefined>>): ListAddress {
  const text = query.q?.slice(0, 2000) ?? "";
  const [by, direction] = (query.sort ?? "").split("-");
  return {
    query,
    text,
    ...readFilter(text),
    sort: {
      by: taskSorts.find((sort) => sort === by) ?? "due",
      direction: direction === "desc" ? "desc" : "asc",
    },
    columns: readColumns(query.columns),
    layout: layouts.find((layout) => layout === query.layout) ?? "table",
    cursor: query.cursor ?? null,
    asOf: dayOf(query.asOf),
    with: (changes) => tasksAddress(searchWith(query, { cursor: null, ...changes })),
  };
}

function searchWith(
  query: Readonly<Record<string, string | undefined>>,
  changes: Readonly<Record<string, string | null>>,
): string {
  const kept = Object.entries({ ...query, ...changes }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return new URLSearchParams(kept)
    .toString()
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%2F", "/");
}
