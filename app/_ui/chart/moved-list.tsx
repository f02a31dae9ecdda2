import type { IsoDate } from "@/lib/core/calendar/rule";
import { type Moved, type MovedTask, moveKinds } from "@/lib/core/insight/moved";
import { taskAddress } from "../addresses";
import type { Reader } from "../reader";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";

/** Rows shown of each kind before more are folded away, and how many are listed at most. */
const shown = 6;
const listed = 30;

/** What moved since last time? Two moments of the same tasks: lists with counts, nothing behind a hover. */
export function MovedList({
  moved,
  since,
  until,
  reader,
}: {
  moved: Moved;
  since: IsoDate;
  until: IsoDate;
  reader: Reader;
}) {
  const { t, day } = reader;
  const kinds = moveKinds.filter((kind) => moved[kind].length > 0);
  return (
    <ChartFigure
      question={t("chart.moved.question", { day: day(since, "long") })}
      finding={
        kinds.length === 0
          ? t("chart.moved.none", { day: day(until, "long") })
          : t("chart.moved.finding", {
              settled: moved.settled.length,
              handedOver: moved.handedOver.length,
              late: moved.late.length,
              asked: moved.asked.length,
              redated: moved.redated.length,
            })
      }
    >
      {kinds.length === 0 ? null : (
        <div className={styles.moved}>
          {kinds.map((kind) => (
            <section key={kind} data-kind={kind}>
              <h3>{t(`chart.moved.${kind}`, { count: moved[kind].length })}</h3>
              <MovedRows tasks={moved[kind].slice(0, shown)} kind={kind} reader={reader} />
              {moved[kind].length > shown ? (
                <details>
                  <summary>{t("chart.moved.more", { count: moved[kind].length - shown })}</summary>
                  <MovedRows tasks={moved[kind].slice(shown, listed)} kind={kind} reader={reader} />
                  {moved[kind].length > listed ? (
                    <p>{t("chart.moved.unlisted", { count: moved[kind].length - listed })}</p>
                  ) : null}
                </details>
              ) : null}
            </section>
          ))}
        </div>
      )}
    </ChartFigure>
  );
}

function MovedRows({
  tasks,
  kind,
  reader: { t, day },
}: {
  tasks: readonly MovedTask[];
  kind: (typeof moveKinds)[number];
  reader: Reader;
}) {
  const written = (on: IsoDate | null | undefined) => (on ? day(on) : t("tasks.noDate"));
  const when = (task: MovedTask) =>
    kind === "asked"
      ? day(task.createdOn)
      : kind === "late"
        ? written(task.dueOn)
        : kind === "redated"
          ? t("chart.moved.fromTo", { from: written(task.dueBefore), to: written(task.dueOn) })
          : day(task.statusSince);
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.number}>
          <a href={taskAddress(task.number)}>
            <bdi>{task.symbol}</bdi> § {task.para}
          </a>{" "}
          <span className={styles.movedAsk} dir="auto">
            {task.ask}
          </span>{" "}
          <span className={styles.movedDay}>{when(task)}</span>
        </li>
      ))}
    </ul>
  );
}
