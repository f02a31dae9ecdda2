import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { ChartFigure } from "@/app/_ui/chart/chart-figure";
import { Timeline } from "@/app/_ui/chart/timeline";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import type { SessionPage } from "@/lib/services/types";
import styles from "../../sessions.module.css";

/** The backward plans of all that is due, against the days of the session. */
export function WayToIt({ page, reader }: { page: SessionPage; reader: Reader }) {
  const { t, day, say } = reader;
  const rows = page.steps.filter((row) => row.steps.length > 0);
  if (rows.length === 0) return <p className={styles.quiet}>{t("task.planNone")}</p>;
  const steps = rows.flatMap((row) => row.steps.map((step) => ({ ...step, row })));
  const late = steps.filter((step) => step.state === "late").length;
  const ahead = steps.filter((step) => step.state === "next" || step.state === "ahead").length;
  const asks = new Map(page.due.map((task) => [task.number, task.ask]));
  return (
    <ChartFigure
      question={t("session.planQuestion")}
      finding={t("session.planFinding", { late, ahead })}
      tableLabel={t("session.planTable")}
      table={
        <Table
          caption={t("session.planQuestion")}
          head={
            <>
              <th scope="col">{t("session.day")}</th>
              <th scope="col">{t("session.step")}</th>
              <th scope="col">{t("session.task")}</th>
              <th scope="col">{t("session.state")}</th>
            </>
          }
        >
          {steps
            .toSorted((a, b) => (a.on < b.on ? -1 : 1))
            .map((step) => (
              <tr key={`${step.row.taskNumber} ${step.code} ${step.on}`}>
                <td className={cells.tight}>{day(step.on)}</td>
                <td>{say.word("step", step.code, step.title)}</td>
                <td className={cells.tight}>
                  <Link href={taskAddress(step.row.taskNumber)}>
                    {shortSymbol(step.row.symbol)} § {step.row.para}
                  </Link>
                </td>
                <td className={cells.tight}>{t(`task.planState.${step.state}`)}</td>
              </tr>
            ))}
        </Table>
      }
    >
      <Timeline
        caption={t("session.planQuestion")}
        reader={reader}
        today={{ on: page.asOf, label: t("session.today") }}
        lines={page.session.opens ? [{ on: page.session.opens, label: t("session.opening") }] : []}
        rows={rows.map((row) => ({
          id: String(row.taskNumber),
          label: `${shortSymbol(row.symbol)} § ${row.para}`,
          detail: asks.get(row.taskNumber) ?? "",
          href: taskAddress(row.taskNumber),
          span: null,
          marks: row.steps
            .filter((step) => step.code !== "session-closes")
            .map((step) => ({
              on: step.on,
              state: step.state,
              label: `${day(step.on)}: ${say.word("step", step.code, step.title)}, ${t(`task.planState.${step.state}`)}`,
            })),
        }))}
      />
    </ChartFigure>
  );
}
