import type { Coverage } from "@/lib/core/insight/coverage";
import { resolutionAddress, reviewAddress, tasksAddress } from "../addresses";
import { searchOf } from "../filter/language";
import type { Reader } from "../reader";
import { cells, Table } from "../table/table";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";

/** Have we read everything adopted? A thin bar for each resolution: tasks, no follow-up, unread. The numbers stand beside it. */
export function CoverageChart({
  rows,
  all,
  reader,
}: {
  rows: readonly Coverage[];
  all: { resolutions: number; whole: number; paragraphs: number; decided: number };
  reader: Reader;
}) {
  const { t, day, number } = reader;
  return (
    <ChartFigure question={t("chart.coverage.question")} finding={t("chart.coverage.finding", all)}>
      {rows.length === 0 ? null : (
        <Table
          caption={t("chart.coverage.question")}
          head={
            <>
              <th scope="col">{t("chart.coverage.resolution")}</th>
              <th scope="col" className={cells.tight}>
                {t("chart.coverage.adopted")}
              </th>
              {(["tasks", "noFollowUp", "unread"] as const).map((name) => (
                <th key={name} scope="col" className={`${cells.number} ${cells.tight}`}>
                  {t(`chart.coverage.${name}`)}
                </th>
              ))}
              <th scope="col" className={styles.barHead}>
                <span className="visually-hidden">{t("chart.coverage.bar")}</span>
              </th>
            </>
          }
        >
          {rows.map((row) => (
            <tr key={row.symbol}>
              <th scope="row">
                <a href={resolutionAddress(row.symbol)} className={styles.plainLink}>
                  <bdi>{row.symbol}</bdi> <span className={styles.movedAsk}>{row.title}</span>
                </a>
              </th>
              <td className={cells.tight}>{row.adopted ? day(row.adopted) : t("tasks.noDate")}</td>
              <td className={cells.number}>
                {row.tasks > 0 ? (
                  <a href={tasksAddress(searchOf({ resolution: row.symbol }))}>{number(row.tasks)}</a>
                ) : (
                  <span className={styles.zero}>0</span>
                )}
              </td>
              <td className={cells.number}>{number(row.noFollowUp)}</td>
              <td className={cells.number}>
                {row.unread > 0 ? (
                  <a href={reviewAddress(row.symbol)} className={styles.alertLink}>
                    {number(row.unread)}
                  </a>
                ) : (
                  <span className={styles.zero}>0</span>
                )}
              </td>
              <td>
                <Parts row={row} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </ChartFigure>
  );
}

function Parts({ row }: { row: Coverage }) {
  const of = Math.max(1, row.tasks + row.noFollowUp + row.unread);
  const share = (count: number) => (count / of) * 100;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="1" width={share(row.tasks)} height="6" className={styles.barFill} />
      <rect x={share(row.tasks)} y="1" width={share(row.noFollowUp)} height="6" className={styles.barQuiet} />
      <rect
        x={share(row.tasks + row.noFollowUp)}
        y="2.5"
        width={share(row.unread)}
        height="3"
        className={styles.barAlert}
      />
    </svg>
  );
}
