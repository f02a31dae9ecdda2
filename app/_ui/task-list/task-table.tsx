import type { Route } from "next";
import Link from "next/link";
import type { TaskRow } from "@/lib/services/types";
import type { Reader } from "../reader";
import { RowKeys } from "../table/row-keys";
import { cells, Table } from "../table/table";
import type { TaskColumn } from "./task-columns";
import { type TaskLine, TaskLines, type TaskWords } from "./task-lines";
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
        <TaskLines
          columns={columns}
          lines={rows.map((row) => lineOf(columns, row, reader))}
          words={wordsOf(columns, rows, reader)}
          isReadOnly={isReadOnly}
          {...(select && { select })}
        />
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

/** What one row says, in the reader's language; only what the columns show. */
function lineOf(columns: readonly TaskColumn[], row: TaskRow, { t, day, body }: Reader): TaskLine {
  const has = (column: TaskColumn) => columns.includes(column);
  const isTimely = row.timeliness === "DONE" || row.timeliness === "ON_TRACK" || row.timeliness === "NO_DATE";
  return {
    number: row.number,
    version: row.version,
    symbol: shortSymbol(row.symbol),
    para: row.para,
    ask: row.ask,
    status: row.status,
    ...(row.isBlocked && { blocked: row.blockedReason }),
    ...(row.isClosureProposed && { isClosureProposed: true }),
    ...(has("lead") && row.leads.length > 0 && { lead: leadsInShort(row, body) }),
    ...(has("responsible") && row.responsible && { responsible: body(row.responsible.name) }),
    ...(has("owner") && row.owner && { owner: row.owner.name }),
    ...(has("session") && row.target && { session: `${row.target.organ} ${row.target.session}` }),
    ...(has("due") &&
      row.dueOn && {
        due: [row.dueOn, day(row.dueOn)],
        ...(row.dueCertainty !== "fixed" && { certainty: row.dueCertainty }),
      }),
    ...(has("due") && !isTimely && { timeliness: row.timeliness }),
    ...(has("step") && row.nextStep && { step: [row.nextStep.on, day(row.nextStep.on)] }),
    ...(has("deliverable") && { deliverable: t(`deliverable.${row.deliverable}`) }),
  };
}

const wordsOf = (columns: readonly TaskColumn[], rows: readonly TaskRow[], { t }: Reader): TaskWords => ({
  columns: Object.fromEntries(columns.map((column) => [column, t(`tasks.column.${column}`)])),
  statuses: Object.fromEntries(rows.map((row) => [row.status, t(`status.${row.status}`)])),
  timeliness: Object.fromEntries(rows.map((row) => [row.timeliness, t(`timeliness.${row.timeliness}`)])),
  select: t("tasks.select", { number: "{n}" }),
  blocked: t("tasks.blocked"),
  closureProposed: t("tasks.closureProposed"),
  expected: t("certainty.expected"),
  noLead: t("tasks.noLead"),
  noUnit: t("task.noUnit"),
  nobody: t("tasks.nobody"),
  noDate: t("tasks.noDate"),
});

/** "A/RES/52/205" as "52/205" where the organ is plain from the number; others whole. */
export const shortSymbol = (symbol: string): string => symbol.replace(/^A\/RES\/(?=\d)/u, "");

/** The first lead, and how many more: the row stays one line. */
function leadsInShort(row: TaskRow, body: Reader["body"]): string {
  const [first, ...more] = row.leads;
  const name = first ? body(first.name) : "";
  return more.length > 0 ? `${name} +${more.length}` : name;
}
