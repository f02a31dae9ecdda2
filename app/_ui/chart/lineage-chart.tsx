import type { LineageDot, LineageRow } from "@/lib/core/insight/lineage";
import { taskAddress } from "../addresses";
import type { Reader } from "../reader";
import { cells, Table } from "../table/table";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";

const width = 720;
const labelWidth = 300;
const rowHeight = 34;
const top = 30;

/**
 * Does this ask come back? One row for each line of asks, one dot for each session: filled where delivered, a diamond where
 * late or not done, a ring where open, a short bar where it ended, hollow where its rhythm foresees it.
 */
export function LineageChart({ rows, reader }: { rows: readonly LineageRow[]; reader: Reader }) {
  const { t, ordinal, number } = reader;
  const isMirrored = reader.dir === "rtl";
  const again = rows.filter((row) => row.dots.filter((dot) => dot.task !== null).length > 1).length;
  const sessions = rows.flatMap((row) => row.dots.map((dot) => dot.session));
  const [first, last] = [Math.min(...sessions), Math.max(...sessions)];
  const step = Math.min(56, (width - labelWidth - 40) / Math.max(1, last - first));
  const across = (session: number) => labelWidth + 20 + (session - first) * step;
  const x = (session: number) => (isMirrored ? width - across(session) : across(session));
  const every = Math.max(1, Math.ceil(36 / step));
  const question = t("chart.lineage.question");
  const finding =
    rows.length === 0
      ? t("chart.lineage.none")
      : t("chart.lineage.finding", { again, foreseen: rows.length - again });
  return (
    <ChartFigure
      question={question}
      finding={finding}
      tableLabel={t("chart.table")}
      legend={rows.length === 0 ? null : <p className={styles.rest}>{t("chart.lineage.legend")}</p>}
      table={
        rows.length === 0 ? null : (
          <Table
            caption={question}
            head={
              <>
                <th scope="col">{t("chart.lineage.ask")}</th>
                <th scope="col">{t("chart.lineage.session")}</th>
                <th scope="col">{t("chart.lineage.what")}</th>
              </>
            }
          >
            {rows.flatMap((row) =>
              row.dots.map((dot) => (
                <tr key={`${row.line} ${dot.session}`}>
                  <th scope="row">
                    <bdi>{(dot.task ?? row.latest).symbol}</bdi> § {(dot.task ?? row.latest).para}
                  </th>
                  <td className={cells.tight}>
                    {row.organ} {number(dot.session)}
                  </td>
                  <td>
                    {dot.task ? (
                      <a href={taskAddress(dot.task.number)}>{t(`chart.lineage.${dot.state}`)}</a>
                    ) : (
                      t(`chart.lineage.${dot.state}`)
                    )}
                  </td>
                </tr>
              )),
            )}
          </Table>
        )
      }
    >
      {rows.length === 0 ? null : (
        <div className={styles.scroll} role="group" aria-label={question}>
          <svg
            viewBox={`0 0 ${width} ${top + rows.length * rowHeight}`}
            className={styles.svg}
            data-size="half"
            role="group"
            aria-label={finding}
          >
            {Array.from({ length: last - first + 1 }, (_, index) => first + index)
              .filter((session) => (session - first) % every === 0)
              .map((session) => (
                <text key={session} x={x(session)} y={16} className={styles.tick} textAnchor="middle">
                  {ordinal(session)}
                </text>
              ))}
            {rows.map((row, index) => {
              const y = top + index * rowHeight + rowHeight / 2 - 4;
              const ends = [row.dots[0]?.session ?? first, row.dots.at(-1)?.session ?? first];
              return (
                <g key={row.line}>
                  <text
                    x={isMirrored ? width : 0}
                    y={y}
                    className={styles.rowLabel}
                    textAnchor={isMirrored ? "end" : "start"}
                  >
                    {row.latest.symbol} § {row.latest.para}
                  </text>
                  <text
                    x={isMirrored ? width : 0}
                    y={y + 13}
                    className={styles.tick}
                    textAnchor={isMirrored ? "end" : "start"}
                  >
                    {short(row.latest.ask)}
                  </text>
                  <line
                    x1={x(ends[0] ?? first)}
                    x2={x(ends[1] ?? first)}
                    y1={y}
                    y2={y}
                    className={styles.thread}
                  />
                  {row.dots.map((dot) => (
                    <Dot key={dot.session} dot={dot} x={x(dot.session)} y={y} row={row} reader={reader} />
                  ))}
                </g>
              );
            })}
          </svg>
        </div>
      )}
    </ChartFigure>
  );
}

const short = (ask: string): string => (ask.length > 46 ? `${ask.slice(0, 45).trimEnd()}…` : ask);

function Dot({
  dot,
  x,
  y,
  row,
  reader: { t, number },
}: {
  dot: LineageDot;
  x: number;
  y: number;
  row: LineageRow;
  reader: Reader;
}) {
  if (dot.state === "gap") return null;
  const label = `${row.organ} ${number(dot.session)}: ${t(`chart.lineage.${dot.state}`)}`;
  const mark = <Shape state={dot.state} x={x} y={y} label={label} />;
  return dot.task ? (
    <a href={taskAddress(dot.task.number)} aria-label={label}>
      <rect x={x - 12} y={y - 12} width={24} height={24} className={styles.rowBack} />
      {mark}
    </a>
  ) : (
    mark
  );
}

function Shape({ state, x, y, label }: { state: LineageDot["state"]; x: number; y: number; label: string }) {
  const title = <title>{label}</title>;
  if (state === "late")
    return (
      <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className={styles.late}>
        {title}
      </path>
    );
  if (state === "ended")
    return (
      <rect x={x - 2} y={y - 7} width={4} height={14} className={styles.done}>
        {title}
      </rect>
    );
  const look = state === "delivered" ? styles.delivered : state === "open" ? styles.next : styles.foreseen;
  return (
    <circle cx={x} cy={y} r={6} className={look}>
      {title}
    </circle>
  );
}
