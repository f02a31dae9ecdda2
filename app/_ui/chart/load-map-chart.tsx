import type { LoadMap } from "@/lib/core/insight/load-map";
import type { TaskFilter } from "@/lib/core/task/filter";
import { tasksAddress } from "../addresses";
import { searchOf } from "../filter/language";
import type { Reader } from "../reader";
import { cells, Table } from "../table/table";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";

/**
 * How many reports come before each session and committee, and what would it be if similar ones were combined or yearly
 * ones asked for every second session? Tint says how many; the number says it exactly; what the wish changes stands beside.
 */
export function LoadMapChart({
  map,
  organ,
  isWhatIf,
  reader,
}: {
  map: LoadMap;
  organ: string;
  isWhatIf: boolean;
  reader: Reader;
}) {
  const { t, number, ordinal } = reader;
  const most = Math.max(1, ...map.rows.flatMap((row) => row.cells.map((cell) => cell.now)));
  const filter = (committee: string, session: number): TaskFilter => ({
    organ,
    session,
    deliverable: ["report"],
    committee: (committee || "none") as NonNullable<TaskFilter["committee"]>,
  });
  return (
    <ChartFigure
      question={t("chart.load.question")}
      finding={
        isWhatIf
          ? t("chart.load.whatIf", { now: map.now, after: map.after, saved: map.now - map.after })
          : t("chart.load.finding", { now: map.now, sessions: map.sessions.length })
      }
    >
      {map.rows.length === 0 ? null : (
        <Table
          caption={t("chart.load.question")}
          head={
            <>
              <th scope="col">{t("chart.load.committee")}</th>
              {map.sessions.map((session) => (
                <th key={session} scope="col" className={cells.number}>
                  {ordinal(session)}
                </th>
              ))}
              <th scope="col" className={cells.number}>
                {t("chart.load.all")}
              </th>
            </>
          }
        >
          {map.rows.map((row) => (
            <tr key={row.committee}>
              <th scope="row">{t(`chart.load.committees.${committeeKey(row.committee)}`)}</th>
              {row.cells.map((cell, index) => {
                const session = map.sessions[index] ?? 0;
                return (
                  <td
                    key={session}
                    className={`${cells.number} ${styles.heat}`}
                    data-heat={heat(cell.now, most)}
                  >
                    {cell.now === 0 ? <span className={styles.zero}>0</span> : null}
                    {cell.now > cell.foreseen ? (
                      <a href={tasksAddress(searchOf(filter(row.committee, session)))}>
                        <Change now={cell.now} after={cell.after} isWhatIf={isWhatIf} reader={reader} />
                      </a>
                    ) : cell.now > 0 ? (
                      <Change now={cell.now} after={cell.after} isWhatIf={isWhatIf} reader={reader} />
                    ) : null}
                    {cell.foreseen > 0 ? (
                      <span className={styles.zero}>
                        {" "}
                        {t("chart.load.foreseen", { count: cell.foreseen })}
                      </span>
                    ) : null}
                  </td>
                );
              })}
              <td className={cells.number}>
                <Change now={row.now} after={row.after} isWhatIf={isWhatIf} reader={reader} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {map.months.length === 0 ? null : (
        <Table
          caption={t("chart.load.byMonth")}
          isCaptionShown
          head={
            <>
              <th scope="col">{t("chart.month")}</th>
              <th scope="col" className={cells.number}>
                {t("chart.load.reports")}
              </th>
              <th scope="col" className={styles.barHead}>
                <span className="visually-hidden">{t("chart.load.byMonth")}</span>
              </th>
            </>
          }
        >
          {map.months.map((month) => (
            <tr key={month.month ?? ""}>
              <th scope="row">
                {month.month ? reader.day(`${month.month}-01`, "month") : t("chart.load.noMonth")}
              </th>
              <td className={cells.number}>
                {month.month ? (
                  <a
                    href={tasksAddress(
                      searchOf({
                        organ,
                        deliverable: ["report"],
                        dueFrom: `${month.month}-01`,
                        dueTo: lastDay(month.month),
                      }),
                    )}
                  >
                    <Change now={month.now} after={month.after} isWhatIf={isWhatIf} reader={reader} />
                  </a>
                ) : (
                  <Change now={month.now} after={month.after} isWhatIf={isWhatIf} reader={reader} />
                )}
              </td>
              <td>
                <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" y="2.5" width={share(month.now, map)} height="3" className={styles.barQuiet} />
                  <rect x="0" y="1" width={share(month.after, map)} height="6" className={styles.barFill} />
                </svg>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {map.rows.length === 0 ? null : (
        <p className={styles.rest}>{t("chart.load.note", { number: number(map.now) })}</p>
      )}
    </ChartFigure>
  );
}

const share = (count: number, map: LoadMap): number =>
  (count / Math.max(1, ...map.months.map((month) => month.now))) * 100;

/** Four steps of tint, so that neighbours can be told apart. */
const heat = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4));

const keys = ["1", "2", "3", "4", "5", "6", "plenary"] as const;
const committeeKey = (committee: string) => keys.find((key) => key === committee) ?? "none";

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

function Change({
  now,
  after,
  isWhatIf,
  reader: { number },
}: {
  now: number;
  after: number;
  isWhatIf: boolean;
  reader: Reader;
}) {
  if (!isWhatIf || now === after) return number(now);
  return (
    <>
      <del className={styles.was}>{number(now)}</del> <ins className={styles.would}>{number(after)}</ins>
    </>
  );
}
