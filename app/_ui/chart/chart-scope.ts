import type { TaskFilter } from "@/lib/core/task/filter";

/** What a chart is about, as the filter of the list it leads to; `more` carries an as-of day along. */
export type ChartScope = {
  readonly filter: TaskFilter;
  readonly more: Readonly<Record<string, string>>;
};

/** The scope of a chart, read for a day gone by where `pastDay` is given. */
export const chartScope = (filter: TaskFilter, pastDay: string | null = null): ChartScope => ({
  filter,
  more: pastDay ? { asOf: pastDay } : {},
});
