import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import type { TaskRow } from "@/lib/services/types";
import { taskAddress } from "../addresses";
import type { Reader } from "../reader";
import { StatusCell } from "../status/status-cell";
import { TimelinessTag } from "../status/timeliness-tag";
import { RowKeys } from "../table/row-keys";
import { cells, Table } from "../table/table";
import { DueCell } from "./due-cell";
import type { TaskColumn } from "./task-columns";
import styles from "./task-list.module.css";

type Sortable = {
  by: string;
  direction: "asc" | "desc";
  href: (by: string, direction: "asc" | "desc") => Route;
};

/** What each column can be sorted by on the server. */
const sortOf: Partial<Record<TaskColumn, string>> = { reference: "number", due: "due", step: "step" };

/**
 * Tasks as a real table. The title link stretches over the row and the status button stands above it. `select`
 * names the form to which the check boxes belong.
 */
export function TaskTable({
  rows,
  columns,
  reader,
  caption,
  sort,
  select,
  isReadOnly = false,
}: {
  rows: readonly TaskRow[];
  columns: readonly TaskColumn[];
  reader: Reader;
  caption: string;
  sort?: Sortable;
  select?: string;
  isReadOnly?: boolean;
}) {
  const { t } = reader;
  const head = (
    <>
      {select ? (
        <th scope="col" className={`${cells.tight} ${styles.check}`}>
          <span className="visually-hidden">{t("keys.select")}</span>
        </th>
      ) : null}
      {columns.map((column) => (
        <SortHead key={column} column={column} label={t(`tasks.column.${column}`)} sort={sort} />
      ))}
    </>
  );
  return (
    <RowKeys>
      <Table caption={caption} head={head} stacks>
        {rows.map((row) => (
          <tr key={row.id} data-row tabIndex={-1}>
            {select ? (
              <td className={`${cells.tight} ${styles.check}`}>
                <input
                  type="checkbox"
                  name="task"
                  value={`${row.number} ${row.version}`}
                  form={select}
                  aria-label={t("tasks.select", { number: row.number })}
                />
              </td>
            ) : null}
            {columns.map((column) => cellOf(column, row, reader, isReadOnly))}
          </tr>
        ))}
      </Table>
    </RowKeys>
  );
}

function SortHead({
  column,
  label,
  sort,
}: {
  column: TaskColumn;
  label: string;
  sort: Sortable | undefined;
}) {
  const by = sortOf[column];
  if (!sort || !by) return <th scope="col">{label}</th>;
  const isSorted = sort.by === by;
  const next = isSorted && sort.direction === "asc" ? "desc" : "asc";
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.direction === "asc" ? "ascending" : "descending") : undefined}
    >
      <Link href={sort.href(by, next)} prefetch={false}>
        {label}
        {isSorted ? <span aria-hidden> {sort.direction === "asc" ? "↑" : "↓"}</span> : null}
      </Link>
    </th>
  );
}

function cellOf(column: TaskColumn, row: TaskRow, reader: Reader, isReadOnly: boolean): ReactNode {
  const { t, day } = reader;
  switch (column) {
    case "reference":
      return (
        <th key={column} scope="row" className={`${cells.tight} ${styles.reference}`}>
          <bdi>{shortSymbol(row.symbol)}</bdi> <span className={styles.para}>§ {row.para}</span>
        </th>
      );
    case "ask":
      return (
        <td key={column} className={styles.ask}>
          <Link href={taskAddress(row.number)} className={styles.title} prefetch={false} dir="auto">
            {row.ask}
          </Link>
          {row.isBlocked ? (
            <span className={styles.flag} title={row.blockedReason}>
              {t("tasks.blocked")}
            </span>
          ) : null}
          {row.isClosureProposed ? <span className={styles.flag}>{t("tasks.closureProposed")}</span> : null}
        </td>
      );
    case "lead":
      return (
        <td key={column} data-label={t("tasks.column.lead")} className={styles.lead}>
          {row.leads.length === 0 ? (
            <span className={styles.none}>{t("tasks.noLead")}</span>
          ) : (
            <span className={styles.clamp} dir="auto">
              {leadsInShort(row)}
            </span>
          )}
        </td>
      );
    case "responsible":
      return (
        <td key={column} data-label={t("tasks.column.responsible")} className={styles.lead}>
          <span className={row.responsible ? styles.clamp : styles.none} dir="auto">
            {row.responsible?.name ?? t("task.noUnit")}
          </span>
        </td>
      );
    case "owner":
      return (
        <td key={column} data-label={t("tasks.column.owner")} className={cells.tight}>
          {row.owner?.name ?? <span className={styles.none}>{t("tasks.nobody")}</span>}
        </td>
      );
    case "session":
      return (
        <td key={column} data-label={t("tasks.column.session")} className={cells.tight}>
          {row.target ? `${row.target.organ} ${row.target.session}` : <span className={styles.none}>–</span>}
        </td>
      );
    case "due":
      return (
        <td key={column} data-label={t("tasks.column.due")} className={cells.tight}>
          <span className={styles.due}>
            <DueCell row={row} reader={reader} />
            <TimelinessTag timeliness={row.timeliness} label={t(`timeliness.${row.timeliness}`)} />
          </span>
        </td>
      );
    case "step":
      return (
        <td key={column} data-label={t("tasks.column.step")} className={cells.tight}>
          {row.nextStep ? (
            <time dateTime={row.nextStep.on}>{day(row.nextStep.on)}</time>
          ) : (
            <span className={styles.none}>–</span>
          )}
        </td>
      );
    case "deliverable":
      return (
        <td key={column} data-label={t("tasks.column.deliverable")} className={cells.tight}>
          {t(`deliverable.${row.deliverable}`)}
        </td>
      );
    case "status":
      return (
        <td key={column} className={cells.tight}>
          <StatusCell
            number={row.number}
            status={row.status}
            label={t(`status.${row.status}`)}
            isReadOnly={isReadOnly}
          />
        </td>
      );
  }
}

/** "A/RES/52/205" as "52/205" where the organ is plain from the number; others whole. */
export const shortSymbol = (symbol: string): string => symbol.replace(/^A\/RES\/(?=\d)/u, "");

/** The first lead, and how many more: the row stays one line. */
function leadsInShort(row: TaskRow): string {
  const [first, ...more] = row.leads;
  return more.length > 0 ? `${first?.name ?? ""} +${more.length}` : (first?.name ?? "");
}
