import { taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { StatusCell } from "@/app/_ui/status/status-cell";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { TimelinessTag } from "@/app/_ui/status/timeliness-tag";
import { RowKeys } from "@/app/_ui/table/row-keys";
import { DueCell } from "@/app/_ui/task-list/due-cell";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import { type WorkStatus, workStatuses } from "@/lib/core/task/status";
import type { TaskRow } from "@/lib/services/types";
import { BoardDrag } from "./board-drag";
import styles from "./tasks.module.css";

/** Where work is moved to by hand: these columns stand even while nothing is in them. */
const alwaysShown: readonly WorkStatus[] = ["PENDING", "IN_PROGRESS", "SUBMITTED", "IMPLEMENTED"];

/** The same rows as columns by status; any other status without tasks has no column. The keys of the table hold here too. */
export function Board({
  rows,
  reader,
  isReadOnly,
}: {
  rows: readonly TaskRow[];
  reader: Reader;
  isReadOnly: boolean;
}) {
  const { t, number } = reader;
  const columns = workStatuses
    .map((status) => ({ status, rows: rows.filter((row) => row.status === status) }))
    .filter((column) => column.rows.length > 0 || (!isReadOnly && alwaysShown.includes(column.status)));
  return (
    <RowKeys>
      <BoardDrag className={styles.board}>
        {columns.map((column) => (
          <section
            key={column.status}
            className={styles.boardColumn}
            {...(isReadOnly ? {} : { "data-column": column.status })}
            aria-label={t(`status.${column.status}`)}
          >
            <h2>
              <StatusTag status={column.status} label={t(`status.${column.status}`)} />{" "}
              <span className="num">{number(column.rows.length)}</span>
            </h2>
            <ul>
              {column.rows.map((row) => (
                <li key={row.id} className={styles.card} data-row tabIndex={-1} draggable={!isReadOnly}>
                  <span className={styles.cardOver}>
                    <span>
                      <bdi>{shortSymbol(row.symbol)}</bdi> § {row.para}
                    </span>
                    <StatusCell
                      number={row.number}
                      status={row.status}
                      label={t(`status.${row.status}`)}
                      isReadOnly={isReadOnly}
                      isBare
                    />
                  </span>
                  <a
                    href={taskAddress(row.number)}
                    className={styles.cardAsk}
                    dir="auto"
                    draggable={false}
                    data-soft
                  >
                    {row.ask}
                  </a>
                  <span className={styles.cardFoot}>
                    <DueCell row={row} reader={reader} />
                    <TimelinessTag timeliness={row.timeliness} label={t(`timeliness.${row.timeliness}`)} />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </BoardDrag>
    </RowKeys>
  );
}
