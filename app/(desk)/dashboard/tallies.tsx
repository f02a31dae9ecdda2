import type { Route } from "next";
import { Bar } from "@/app/_ui/chart/bar-cell";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { Figure } from "@/lib/services/types";
import styles from "./dashboard.module.css";

export type Tally = {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly href: Route | null;
  readonly pending: Figure;
  readonly overdue: Figure;
  readonly unassigned: Figure;
};

/** Pending, overdue and without owner for each session, body or unit. The numbers are the chart; bars share one scale. */
export function Tallies({
  caption,
  first,
  rows,
  reader,
  link,
}: {
  caption: string;
  first: string;
  rows: readonly Tally[];
  reader: Reader;
  link: (figure: Figure) => Route;
}) {
  const { t } = reader;
  const most = Math.max(1, ...rows.map((row) => row.pending.count));
  const columns = ["pending", "overdue", "unassigned"] as const;
  return (
    <Table
      caption={caption}
      head={
        <>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={`${cells.number} ${cells.tight}`}>
              {t(`dashboard.${column}`)}
            </th>
          ))}
          <th scope="col" className={styles.barHead}>
            <span className="visually-hidden">{caption}</span>
          </th>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            {row.href ? (
              <a href={row.href} className={styles.name} data-soft>
                {row.name}
              </a>
            ) : (
              row.name
            )}
            {row.note ? <span className={styles.note}> {row.note}</span> : null}
          </th>
          {columns.map((column) => (
            <td key={column} className={`${cells.number} ${cells.tight}`}>
              <FigureCell figure={row[column]} isAlert={column === "overdue"} reader={reader} link={link} />
            </td>
          ))}
          <td>
            <Bar value={row.pending.count} of={most} alert={row.overdue.count} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function FigureCell({
  figure,
  isAlert,
  reader,
  link,
}: {
  figure: Figure;
  isAlert: boolean;
  reader: Reader;
  link: (figure: Figure) => Route;
}) {
  if (figure.count === 0) return <span className={styles.zero}>0</span>;
  return (
    <a href={link(figure)} className={isAlert ? styles.alert : undefined} data-soft>
      {reader.number(figure.count)}
    </a>
  );
}
