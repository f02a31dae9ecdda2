import { scaleBand, scaleLinear } from "d3-scale";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { DueMonth } from "@/lib/core/insight/due-months";
import { tasksAddress } from "../addresses";
import { searchOf } from "../filter/language";
import type { Reader } from "../reader";
import { cells, Table } from "../table/table";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";
import type { ChartScope } from "./chart-scope";
import { nameWidth } from "./scale";

const [width, height] = [720, 230];
const inner = { side: 34, top: 26, bottom: 26 };

/**
 * What falls due when? A column for each month: settled at the foot, then what is still open, split into days that a
 * source fixes and days that are only expected (hatched). Bands behind show the sessions.
 */
export function DueChart({
  months,
  today,
  bands,
  scope,
  reader,
}: {
  months: readonly DueMonth[];
  today: IsoDate;
  bands: readonly { from: IsoDate; to: IsoDate; label: string }[];
  scope: ChartScope;
  reader: Reader;
}) {
  const { t, day, number } = reader;
  const isMirrored = reader.dir === "rtl";
  const keys = months.map((one) => one.month);
  const x = scaleBand(isMirrored ? [...keys].reverse() : keys, [inner.side, width - 8])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const total = (one: DueMonth) => one.fixed + one.expected + one.settled;
  const most = Math.max(1, ...months.map(total));
  const y = scaleLinear([0, most], [height - inner.bottom, inner.top]).nice();
  const open = months.reduce((sum, one) => sum + one.fixed + one.expected, 0);
  const peak = months.reduce<DueMonth | null>(
    (best, one) => (one.fixed + one.expected > (best ? best.fixed + best.expected : 0) ? one : best),
    null,
  );
  const finding = peak
    ? t("chart.due.finding", {
        open,
        month: day(peak.from, "month"),
        count: peak.fixed + peak.expected,
      })
    : t("chart.due.none");
  // Every so many names fit under the columns: those of months are long in some languages.
  const longest = Math.max(0, ...months.map((one) => nameWidth(day(one.from, "month"))));
  const every = Math.max(1, Math.ceil(longest / x.step()));
  const showsExpected = months.some((one) => one.expected > 0);
  return (
    <ChartFigure
      question={t("chart.due.question")}
      finding={finding}
      tableLabel={t("chart.table")}
      legend={
        <ul className={styles.legend}>
          <li>
            <i data-mark="fixed" /> {t(showsExpected ? "chart.due.fixed" : "chart.due.open")}
          </li>
          {showsExpected ? (
            <li>
              <i data-mark="expected" /> {t("chart.due.expected")}
            </li>
          ) : null}
          <li>
            <i data-mark="settled" /> {t("chart.due.settled")}
          </li>
        </ul>
      }
      table={
        <Table
          caption={t("chart.due.question")}
          head={
            <>
              <th scope="col">{t("chart.month")}</th>
              {(["fixed", "expected", "settled"] as const).map((name) => (
                <th key={name} scope="col" className={cells.number}>
                  {t(`chart.due.${name}`)}
                </th>
              ))}
            </>
          }
        >
          {months
            .filter((one) => total(one) > 0)
            .map((one) => (
              <tr key={one.month}>
                <th scope="row">
                  <a href={linkTo(one, scope)}>{day(one.from, "month")}</a>
                </th>
                <td className={cells.number}>{number(one.fixed)}</td>
                <td className={cells.number}>{number(one.expected)}</td>
                <td className={cells.number}>{number(one.settled)}</td>
              </tr>
            ))}
        </Table>
      }
    >
      {months.length === 0 ? null : (
        <div className={styles.scroll} role="group" aria-label={t("chart.due.question")}>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            className={styles.svg}
            data-size="half"
            role="group"
            aria-label={finding}
          >
            <defs>
              <pattern
                id="due-hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="5" height="5" className={styles.hatchBack} />
                <line x1="0" y1="0" x2="0" y2="5" className={styles.hatch} />
              </pattern>
            </defs>
            {bands.map((band) => {
              const inBand = months.filter((one) => one.to >= band.from && one.from <= band.to);
              const places = inBand.map((one) => x(one.month) ?? 0);
              if (places.length === 0) return null;
              const start = Math.min(...places) - x.step() * 0.12;
              return (
                <g key={band.label}>
                  <rect
                    x={start}
                    y={6}
                    width={Math.max(...places) + x.bandwidth() + x.step() * 0.12 - start}
                    height={height - inner.bottom - 6}
                    className={styles.sessionBand}
                  />
                  <text x={start + 6} y={20} className={styles.tick}>
                    {band.label}
                  </text>
                </g>
              );
            })}
            {y
              .ticks(Math.min(4, most))
              .filter(Number.isInteger)
              .map((tick) => (
                <g key={tick}>
                  <line x1={inner.side} x2={width - 8} y1={y(tick)} y2={y(tick)} className={styles.grid} />
                  <text x={inner.side - 8} y={y(tick) + 4} className={styles.tick} textAnchor="end">
                    {number(tick)}
                  </text>
                </g>
              ))}
            {months.map((one, index) => {
              const at = x(one.month) ?? 0;
              const levels = [one.settled, one.settled + one.fixed, total(one)];
              const isPast = one.to < today;
              return (
                <g key={one.month}>
                  {index % every === 0 ? (
                    <text
                      x={at + x.bandwidth() / 2}
                      y={height - 7}
                      className={styles.tick}
                      textAnchor="middle"
                    >
                      {day(one.from, "month")}
                    </text>
                  ) : null}
                  {total(one) > 0 ? (
                    <a
                      href={linkTo(one, scope)}
                      aria-label={t("chart.due.column", {
                        month: day(one.from, "month"),
                        open: one.fixed + one.expected,
                        settled: one.settled,
                      })}
                    >
                      <rect
                        x={at}
                        y={inner.top}
                        width={x.bandwidth()}
                        height={height - inner.bottom - inner.top}
                        className={styles.rowBack}
                      />
                      <Column
                        x={at}
                        width={x.bandwidth()}
                        from={y(0)}
                        to={y(levels[0] ?? 0)}
                        kind="settled"
                      />
                      <Column
                        x={at}
                        width={x.bandwidth()}
                        from={y(levels[0] ?? 0)}
                        to={y(levels[1] ?? 0)}
                        kind={isPast ? "late" : "fixed"}
                      />
                      <Column
                        x={at}
                        width={x.bandwidth()}
                        from={y(levels[1] ?? 0)}
                        to={y(levels[2] ?? 0)}
                        kind="expected"
                      />
                      <text
                        x={at + x.bandwidth() / 2}
                        y={y(total(one)) - 5}
                        className={styles.count}
                        textAnchor="middle"
                      >
                        {number(total(one))}
                      </text>
                    </a>
                  ) : null}
                </g>
              );
            })}
          </svg>
        </div>
      )}
    </ChartFigure>
  );
}

const linkTo = (month: DueMonth, scope: ChartScope) =>
  tasksAddress(searchOf({ ...scope.filter, dueFrom: month.from, dueTo: month.to }, scope.more));

function Column({
  x,
  width: wide,
  from,
  to,
  kind,
}: {
  x: number;
  width: number;
  from: number;
  to: number;
  kind: "settled" | "fixed" | "expected" | "late";
}) {
  return from > to ? (
    <rect
      x={x}
      y={to}
      width={wide}
      height={Math.max(1, from - to - 1)}
      className={styles.column}
      data-kind={kind}
      {...(kind === "expected" ? { fill: "url(#due-hatch)" } : {})}
    />
  ) : null;
}
