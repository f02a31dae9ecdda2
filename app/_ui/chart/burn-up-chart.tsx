import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { Route } from "next";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { type BurnUpPoint, endsOfMonths } from "@/lib/core/insight/burn-up";
import { tasksAddress } from "../addresses";
import { searchOf } from "../filter/language";
import type { Reader } from "../reader";
import { cells, Table } from "../table/table";
import styles from "./chart.module.css";
import { ChartFigure } from "./chart-figure";
import type { ChartScope } from "./chart-scope";
import { dayScale, thatFit } from "./scale";

const [width, height] = [720, 260];
const inner = { left: 40, right: 96, top: 30, bottom: 26 };

/**
 * Shall we be ready? What was asked, what is handed over and what is settled against time, with a broken line for what the
 * deadlines expect. Each point leads to the tasks that it counts.
 */
export function BurnUpChart({
  points,
  today,
  marks,
  scope,
  reader,
  finding,
}: {
  points: readonly BurnUpPoint[];
  today: IsoDate;
  marks: readonly { on: IsoDate; label: string }[];
  scope: ChartScope;
  reader: Reader;
  finding: string;
}) {
  const { t, day, number } = reader;
  const isMirrored = reader.dir === "rtl";
  const days = dayScale(
    points.map((point) => point.day),
    width - inner.left - inner.right,
    isMirrored,
  );
  const x = (on: IsoDate) => days.x(on) + (isMirrored ? inner.right : inner.left);
  const most = Math.max(1, ...points.map((point) => Math.max(point.asked, point.expected)));
  const y = scaleLinear([0, most], [height - inner.bottom, inner.top]);
  const past = points.filter((point) => point.day <= today);
  const draw = (of: "asked" | "handedOver" | "settled" | "expected") =>
    line<BurnUpPoint>(
      (point) => x(point.day),
      (point) => y(point[of]),
    ).curve(curveStepAfter)([...(of === "expected" ? points : past)]) ?? undefined;
  const end = past.at(-1);
  const link = (of: "asked" | "handedOver" | "settled", on: IsoDate): Route =>
    tasksAddress(
      searchOf(
        {
          ...scope.filter,
          ...(of === "asked" ? { addedTo: on } : { sinceTo: on, status: [...statusesOf[of]] }),
        },
        scope.more,
      ),
    );
  const lines = ["asked", "handedOver", "settled"] as const;
  return (
    <ChartFigure
      question={t("chart.burnUp.question")}
      finding={finding}
      tableLabel={t("chart.table")}
      legend={<p className={styles.rest}>{t("chart.burnUp.legend")}</p>}
      table={
        <Table
          caption={t("chart.burnUp.question")}
          head={
            <>
              <th scope="col">{t("chart.day")}</th>
              {[...lines, "expected" as const].map((name) => (
                <th key={name} scope="col" className={cells.number}>
                  {t(`chart.burnUp.${name}`)}
                </th>
              ))}
            </>
          }
        >
          {endsOfMonths(points, today).map((point) => (
            <tr key={point.day}>
              <th scope="row">
                <time dateTime={point.day}>{day(point.day)}</time>
              </th>
              {lines.map((name) => (
                <td key={name} className={cells.number}>
                  {point.day <= today ? number(point[name]) : "–"}
                </td>
              ))}
              <td className={cells.number}>{number(point.expected)}</td>
            </tr>
          ))}
        </Table>
      }
    >
      <div className={styles.scroll} role="group" aria-label={t("chart.burnUp.question")}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className={styles.svg}
          data-size="half"
          role="group"
          aria-label={finding}
        >
          {y
            .ticks(Math.min(4, most))
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick}>
                <line
                  x1={isMirrored ? inner.right : inner.left}
                  x2={isMirrored ? width - inner.left : width - inner.right}
                  y1={y(tick)}
                  y2={y(tick)}
                  className={styles.grid}
                />
                <text
                  x={isMirrored ? width - inner.left + 8 : inner.left - 8}
                  y={y(tick) + 4}
                  className={styles.tick}
                  textAnchor={isMirrored ? "start" : "end"}
                >
                  {number(tick)}
                </text>
              </g>
            ))}
          {[...thatFit(days.ticks, x, (tick) => day(tick, "month"))].map((tick) => (
            <text key={tick} x={x(tick)} y={height - 6} className={styles.tick} textAnchor="middle">
              {day(tick, "month")}
            </text>
          ))}
          {marks.map((mark) => (
            <g key={mark.on + mark.label}>
              <line
                x1={x(mark.on)}
                x2={x(mark.on)}
                y1={inner.top - 8}
                y2={height - inner.bottom}
                className={styles.line}
              />
              <text x={x(mark.on)} y={inner.top - 14} className={styles.lineLabel} textAnchor="middle">
                {mark.label}
              </text>
            </g>
          ))}
          <line
            x1={x(today)}
            x2={x(today)}
            y1={inner.top - 8}
            y2={height - inner.bottom}
            className={styles.today}
          />
          <path d={draw("expected")} className={styles.expectedLine} />
          {lines.map((name) => (
            <path key={name} d={draw(name)} className={styles.burn} data-line={name} />
          ))}
          {end
            ? spread(
                lines.map((name) => ({ name, at: y(end[name]) })),
                14,
              ).map(({ name, at, label }) => (
                <a
                  key={name}
                  href={link(name, end.day)}
                  aria-label={`${t(`chart.burnUp.${name}`)}: ${number(end[name])}`}
                >
                  <circle cx={x(end.day)} cy={at} r={5} className={styles.burnPoint} data-line={name} />
                  <text
                    x={x(end.day) + (isMirrored ? -9 : 9)}
                    y={label + 4}
                    className={styles.burnLabel}
                    data-line={name}
                    textAnchor={isMirrored ? "end" : "start"}
                  >
                    {t("chart.burnUp.label", { line: t(`chart.burnUp.${name}`), count: end[name] })}
                  </text>
                </a>
              ))
            : null}
        </svg>
      </div>
    </ChartFigure>
  );
}

/** The statuses that count as handed over, and as settled. */
const statusesOf = {
  handedOver: ["SUBMITTED", "IMPLEMENTED", "SUPERSEDED", "RETIRED", "NOT_IMPLEMENTED"],
  settled: ["IMPLEMENTED", "SUPERSEDED", "RETIRED", "NOT_IMPLEMENTED"],
} as const;

/** Labels at their lines' ends, moved apart so that none covers another. */
function spread<T extends { at: number }>(lines: readonly T[], apart: number): (T & { label: number })[] {
  const placed: (T & { label: number })[] = [];
  for (const one of [...lines].sort((a, b) => a.at - b.at)) {
    const above = placed.at(-1);
    placed.push({ ...one, label: above ? Math.max(one.at, above.label + apart) : one.at });
  }
  const over = Math.max(0, (placed.at(-1)?.label ?? 0) - (height - inner.bottom - 2));
  return placed.map((one) => ({ ...one, label: one.label - over }));
}
