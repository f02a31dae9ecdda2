import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { PlanLine } from "@/lib/services/reminders";
import styles from "./reminders.module.css";

const shown = 300;

/** The dry run by day; a day and a person are written once for all their lines. */
export function PlanTable({
  lines,
  total,
  reader: { t, day },
}: {
  lines: readonly PlanLine[];
  total: number;
  reader: Reader;
}) {
  if (lines.length === 0) return <Empty title={t("reminders.planNone")} />;
  return (
    <>
      <Table
        caption={t("reminders.plan")}
        stacks
        head={(["day", "person", "task", "why"] as const).map((column) => (
          <th key={column} scope="col">
            {t(`reminders.${column}`)}
          </th>
        ))}
      >
        {lines.slice(0, shown).map((line, index) => {
          const before = lines[index - 1];
          const isNewDay = before?.day !== line.day;
          return (
            <tr key={`${line.day} ${line.personId} ${line.taskNumber} ${line.policyKey} ${line.as}`}>
              <td className={cells.tight}>
                {isNewDay ? (
                  <time dateTime={line.day}>{day(line.day)}</time>
                ) : (
                  <span className="visually-hidden">{day(line.day)}</span>
                )}
              </td>
              <td className={cells.tight}>
                {line.personName}
                {line.onBehalfOfName ? <span className={styles.quiet}> ({line.onBehalfOfName})</span> : null}
              </td>
              <td className={styles.task}>
                <Link href={taskAddress(line.taskNumber)}>{line.ask}</Link>
              </td>
              <td className={styles.why}>{line.why}</td>
            </tr>
          );
        })}
      </Table>
      {total > shown ? <p className={styles.quiet}>{t("reminders.more", { shown, total })}</p> : null}
    </>
  );
}
