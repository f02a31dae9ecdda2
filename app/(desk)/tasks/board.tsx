import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { TimelinessTag } from "@/app/_ui/status/timeliness-tag";
import { DueCell } from "@/app/_ui/task-list/due-cell";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import { workStatuses } from "@/lib/core/task/status";
import type { TaskRow } from "@/lib/services/types";
import styles from "./tasks.module.css";

/** The same rows as columns by status; a status without tasks has no column. */
export function Board({ rows, reader }: { rows: readonly TaskRow[]; reader: Reader }) {
  const { t, number } = reader;
  const columns = workStatuses
    .map((status) => ({ status, rows: rows.filter((row) => row.status === status) }))
    .filter((column) => column.rows.length > 0);
  return (
    <div className={styles.board}>
      {columns.map((column) => (
        <section key={column.status} className={styles.boardColumn} aria-label={t(`status.${column.status}`)}>
          <h2>
            <StatusTag status={column.status} label={t(`status.${column.status}`)} />{" "}
            <span className="num">{number(column.rows.length)}</span>
          </h2>
          <ul>
            {column.rows.map((row) => (
              <li key={row.id} className={styles.card}>
                <span className={styles.cardOver}>
                  <bdi>{shortSymbol(row.symbol)}</bdi> § {row.para}
                </span>
                <Link href={taskAddress(row.number)} prefetch={false} className={styles.cardAsk}>
                  {row.ask}
                </Link>
                <span className={styles.cardFoot}>
                  <DueCell row={row} reader={reader} />
                  <TimelinessTag timeliness={row.timeliness} label={t(`timeliness.${row.timeliness}`)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
