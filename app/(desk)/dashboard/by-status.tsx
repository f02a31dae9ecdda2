import type { Route } from "next";
import Link from "next/link";
import { Bar } from "@/app/_ui/chart/bar-cell";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { cells, Table } from "@/app/_ui/table/table";
import type { Figure, PendingDashboard } from "@/lib/services/types";
import styles from "./dashboard.module.css";

/** Where the work stands: one bar a status, all on the same scale. */
export function ByStatus({
  rows,
  reader,
  link,
}: {
  rows: PendingDashboard["byStatus"];
  reader: Reader;
  link: (figure: Figure) => Route;
}) {
  const { t, number } = reader;
  const most = Math.max(1, ...rows.map((row) => row.figure.count));
  return (
    <Table
      caption={t("dashboard.byStatusQuestion")}
      head={
        <>
          <th scope="col">{t("dashboard.status")}</th>
          <th scope="col" className={cells.number}>
            {t("nav.tasks")}
          </th>
          <th scope="col" className={styles.barHead}>
            <span className="visually-hidden">{t("dashboard.byStatusQuestion")}</span>
          </th>
        </>
      }
    >
      {rows
        .filter((row) => row.figure.count > 0)
        .map((row) => (
          <tr key={row.status}>
            <th scope="row" className={cells.tight}>
              <StatusTag status={row.status} label={t(`status.${row.status}`)} />
            </th>
            <td className={`${cells.number} ${cells.tight}`}>
              <Link href={link(row.figure)}>{number(row.figure.count)}</Link>
            </td>
            <td>
              <Bar value={row.figure.count} of={most} />
            </td>
          </tr>
        ))}
    </Table>
  );
}
