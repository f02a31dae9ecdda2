import type { Route } from "next";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Reader } from "../reader";
import styles from "./chart.module.css";
import { dayScale, thatFit } from "./scale";

export type TimelineMark = {
  readonly on: IsoDate;
  readonly label: string;
  readonly state: "done" | "late" | "next" | "ahead";
};
export type TimelineRow = {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly href: Route;
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly marks: readonly TimelineMark[];
};
type Props = {
  caption: string;
  rows: readonly TimelineRow[];
  lines: readonly { on: IsoDate; label: string }[];
  today: { on: IsoDate; label: string };
  reader: Reader;
};

const width = 960;
const labelWidth = 270;
const rowHeight = 34;
const top = 44;

/**
 * Rows of days drawn on the server: steps as shapes that differ by more than colour, windows as bands, one line for
 * each day that matters to all. Each row is a link; on paper and in the dark it takes the page's own colours.
 */
export function Timeline({ caption, rows, lines, today, reader }: Props) {
  const isMirrored = reader.dir === "rtl";
  const days = [
    today.on,
    ...lines.map((line) => line.on),
    ...rows.flatMap((row) => [
      ...row.marks.map((mark) => mark.on),
      ...(row.span ? [row.span.from, row.span.to] : []),
    ]),
  ];
  const scale = dayScale(days, width - labelWidth - 20, isMirrored);
  const x = (day: IsoDate) => scale.x(day) + (isMirrored ? 10 : labelWidth + 10);
  // The names of the lines lean away from the working date, so that two that stand close do not touch.
  const goesRight = (day: IsoDate) => x(day) >= x(today.on);
  const isTodayFirst = lines.every((line) => goesRight(line.on));
  const named = thatFit(scale.ticks, x, (day) => reader.day(day, "month"));
  const height = top + rows.length * rowHeight + 8;
  return (
    <div className={styles.scroll} role="group" aria-label={caption}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} role="group" aria-label={caption}>
        {scale.ticks.map((day) => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={top - 6} y2={height} className={styles.grid} />
            <text
              x={x(day)}
              y={top - 12}
              className={styles.tick}
              textAnchor={x(day) > width - 30 ? "end" : x(day) < 30 ? "start" : "middle"}
            >
              {named.has(day) ? reader.day(day, "month") : null}
            </text>
          </g>
        ))}
        {lines.map((line) => (
          <g key={line.label + line.on}>
            <line x1={x(line.on)} x2={x(line.on)} y1={18} y2={height} className={styles.line} />
            <text
              x={x(line.on) + (goesRight(line.on) ? 5 : -5)}
              y={13}
              className={styles.lineLabel}
              textAnchor={goesRight(line.on) ? "start" : "end"}
            >
              {line.label}
            </text>
          </g>
        ))}
        <line x1={x(today.on)} x2={x(today.on)} y1={18} y2={height} className={styles.today} />
        <text
          x={x(today.on) + (isTodayFirst ? -5 : 5)}
          y={13}
          className={styles.todayLabel}
          textAnchor={isTodayFirst ? "end" : "start"}
        >
          {today.label}
        </text>
        {rows.map((row, index) => {
          const y = top + index * rowHeight + rowHeight / 2;
          return (
            <a
              key={row.id}
              href={row.href}
              aria-label={`${row.label}: ${row.detail}. ${row.marks.map((mark) => mark.label).join("; ")}`}
            >
              <rect x={0} y={y - rowHeight / 2} width={width} height={rowHeight} className={styles.rowBack} />
              <text
                x={isMirrored ? width : 0}
                y={y - 2}
                className={styles.rowLabel}
                textAnchor={isMirrored ? "end" : "start"}
              >
                {row.label}
              </text>
              <text
                x={isMirrored ? width : 0}
                y={y + 11}
                className={styles.tick}
                textAnchor={isMirrored ? "end" : "start"}
              >
                {row.detail.length > 44 ? `${row.detail.slice(0, 43).trimEnd()}…` : row.detail}
              </text>
              {row.span ? (
                <rect
                  x={Math.min(x(row.span.from), x(row.span.to))}
                  y={y - 4}
                  width={Math.max(3, Math.abs(x(row.span.to) - x(row.span.from)))}
                  height={8}
                  rx={4}
                  className={styles.band}
                />
              ) : null}
              {row.marks.length > 1 ? (
                <line
                  x1={x(row.marks[0]?.on ?? today.on)}
                  x2={x(row.marks[row.marks.length - 1]?.on ?? today.on)}
                  y1={y}
                  y2={y}
                  className={styles.thread}
                />
              ) : null}
              {row.marks.map((mark) => (
                <Mark key={mark.label + mark.on} mark={mark} x={x(mark.on)} y={y} />
              ))}
            </a>
          );
        })}
      </svg>
    </div>
  );
}

/** Done: a small filled dot. Late: a diamond. Next: a large ring. Ahead: a small ring. */
function Mark({ mark, x, y }: { mark: TimelineMark; x: number; y: number }) {
  const title = <title>{mark.label}</title>;
  if (mark.state === "late")
    return (
      <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className={styles.late}>
        {title}
      </path>
    );
  if (mark.state === "done")
    return (
      <circle cx={x} cy={y} r={4} className={styles.done}>
        {title}
      </circle>
    );
  return (
    <circle
      cx={x}
      cy={y}
      r={mark.state === "next" ? 6 : 4.5}
      className={mark.state === "next" ? styles.next : styles.ahead}
    >
      {title}
    </circle>
  );
}
