import type { TaskFilter } from "@/lib/core/task/filter";
import type { WorkStatus } from "@/lib/core/task/status";
import { workStatuses } from "@/lib/core/task/status";
import { bodyAddress, tasksAddress } from "../addresses";
import { searchOf } from "../filter/language";
import type { Reader } from "../reader";
import { StatusTag } from "../status/status-tag";
import { cells, Table } from "../table/table";
import { Bar } from "./bar-cell";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";
import type { ChartScope } from "./chart-scope";

export type CarriedLine = {
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly byStatus: Readonly<Partial<Record<WorkStatus, number>>>;
  readonly open: number;
  readonly overdue: number;
  readonly all: number;
};

/**
 * Who carries what, and how is it going? A table of bodies and statuses: the numbers are the chart, bars share one scale.
 * Every number leads to exactly its rows.
 */
export function CarriedTable({
  rows,
  scope,
  reader,
  most = 12,
}: {
  rows: readonly CarriedLine[];
  scope: ChartScope;
  reader: Reader;
  most?: number;
}) {
  const { t, number } = reader;
  const shown = rows.slice(0, most);
  const statuses = workStatuses.filter((status) => shown.some((row) => (row.byStatus[status] ?? 0) > 0));
  const scale = Math.max(1, ...shown.map((row) => row.open));
  const late = rows.filter((row) => row.overdue > 0).length;
  const heaviest = rows.reduce<CarriedLine | null>(
    (best, row) => (row.body && row.open > (best?.open ?? 0) ? row : best),
    null,
  );
  const filterOf = (row: CarriedLine): TaskFilter =>
    row.body ? { ...scope.filter, body: row.body.id, bodyRole: "lead" } : { ...scope.filter, body: "none" };
  const link = (filter: TaskFilter) => tasksAddress(searchOf(filter, scope.more));
  return (
    <ChartFigure
      question={t("chart.carried.question")}
      finding={
        heaviest
          ? t("chart.carried.finding", {
              body: heaviest.body ? reader.body(heaviest.body.name) : t("dashboard.noBody"),
              open: heaviest.open,
              late,
            })
          : t("chart.carried.none")
      }
    >
      {shown.length === 0 ? null : (
        <Table
          caption={t("chart.carried.question")}
          head={
            <>
              <th scope="col">{t("dashboard.body")}</th>
              {statuses.map((status) => (
                <th key={status} scope="col" className={`${cells.number} ${cells.tight}`}>
                  <StatusTag status={status} label={t(`status.${status}`)} />
                </th>
              ))}
              <th scope="col" className={`${cells.number} ${cells.tight}`}>
                {t("dashboard.overdue")}
              </th>
              <th scope="col" className={styles.barHead}>
                {t("chart.carried.open")}
              </th>
            </>
          }
        >
          {shown.map((row) => (
            <tr key={row.body?.id ?? ""}>
              <th scope="row">
                {row.body ? (
                  <a href={bodyAddress(row.body.id)} className={styles.plainLink}>
                    {reader.body(row.body.name)}
                  </a>
                ) : (
                  t("dashboard.noBody")
                )}
              </th>
              {statuses.map((status) => {
                const count = row.byStatus[status] ?? 0;
                return (
                  <td key={status} className={cells.number}>
                    {count > 0 ? (
                      <a href={link({ ...filterOf(row), status: [status] })}>{number(count)}</a>
                    ) : (
                      <span className={styles.zero}>0</span>
                    )}
                  </td>
                );
              })}
              <td className={cells.number}>
                {row.overdue > 0 ? (
                  <a href={link({ ...filterOf(row), timeliness: ["OVERDUE"] })} className={styles.alertLink}>
                    {number(row.overdue)}
                  </a>
                ) : (
                  <span className={styles.zero}>0</span>
                )}
              </td>
              <td>
                <Bar value={row.open} of={scale} alert={row.overdue} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {rows.length > shown.length ? (
        <p className={styles.rest}>{t("chart.carried.rest", { count: rows.length - shown.length })}</p>
      ) : null}
    </ChartFigure>
  );
}
