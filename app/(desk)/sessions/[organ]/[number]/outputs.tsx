import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import type { SessionPage } from "@/lib/services/types";
import styles from "../../sessions.module.css";

/** What is handed in for the session, by kind: with the hand-over, the meeting once known, and the limit of words. */
export function Outputs({ page, reader: { t, day } }: { page: SessionPage; reader: Reader }) {
  const columns = ["task", "kind", "handOver", "meeting", "limit"] as const;
  return (
    <Table
      caption={t("session.outputs")}
      stacks
      head={columns.map((column) => (
        <th key={column} scope="col">
          {t(`session.outputsHead.${column}`)}
        </th>
      ))}
    >
      {page.steps.map((row) => (
        <tr key={row.taskNumber}>
          <th scope="row" className={cells.tight}>
            <Link href={taskAddress(row.taskNumber)}>
              {shortSymbol(row.symbol)} § {row.para}
            </Link>
          </th>
          <td data-label={t("session.outputsHead.kind")}>
            {t(`lineage.outputKind.${row.output}`)}
            {row.hostReport ? <p>{t("session.into", { report: row.hostReport })}</p> : null}
            {row.agendaTitle ? <q className={styles.title}>{row.agendaTitle}</q> : null}
          </td>
          <td className={cells.tight} data-label={t("session.outputsHead.handOver")}>
            {row.handOver ? day(row.handOver) : "–"}
          </td>
          <td className={cells.tight} data-label={t("session.outputsHead.meeting")}>
            {row.meetingOn ? day(row.meetingOn) : t("sessions.unknown")}
          </td>
          <td className={cells.tight} data-label={t("session.outputsHead.limit")}>
            {row.wordLimit ? t("lineage.limit", { words: row.wordLimit.words }) : "–"}
          </td>
        </tr>
      ))}
    </Table>
  );
}
