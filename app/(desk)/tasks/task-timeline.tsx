import { taskAddress } from "@/app/_ui/addresses";
import { Timeline } from "@/app/_ui/chart/timeline";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { TaskRow } from "@/lib/services/types";

/** The same rows against time: a bar where any day of a window is in time, a mark on the last day. */
export function TaskTimeline({
  rows,
  asOf,
  reader,
}: {
  rows: readonly TaskRow[];
  asOf: IsoDate;
  reader: Reader;
}) {
  const { t, day } = reader;
  const dated = rows.filter((row) => row.dueOn !== null);
  if (dated.length === 0) return <Note>{t("tasks.noDate")}</Note>;
  return (
    <Timeline
      reader={reader}
      today={{ on: asOf, label: t("session.today") }}
      lines={[]}
      rows={dated.map((row) => ({
        id: row.id,
        label: `${shortSymbol(row.symbol)} § ${row.para}`,
        detail: row.ask,
        href: taskAddress(row.number),
        span: row.dueFrom && row.dueOn ? { from: row.dueFrom, to: row.dueOn } : null,
        marks: [
          {
            on: row.dueOn ?? asOf,
            label: `${t("tasks.column.due")}: ${day(row.dueOn ?? asOf)}`,
            state:
              row.timeliness === "OVERDUE"
                ? ("late" as const)
                : row.timeliness === "DONE"
                  ? ("done" as const)
                  : ("ahead" as const),
          },
        ],
      }))}
      caption={t("tasks.timeline")}
    />
  );
}
