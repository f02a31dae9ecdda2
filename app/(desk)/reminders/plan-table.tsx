import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { Result } from "@/lib/core/result";
import type { PlanLine } from "@/lib/services/reminders";
import styles from "./reminders.module.css";

const shown = 300;

/** The dry run by day: who, what, and why, in words and by which policy. A day is written once for all its lines. */
export function PlanTable({
  plan,
  reader: { t, day, number, say },
}: {
  plan: Result<{ lines: readonly PlanLine[]; total: number }>;
  reader: Reader;
}) {
  if (!plan.ok) return <Note tone="warn">{plan.error.message}</Note>;
  const { lines, total } = plan.value;
  if (lines.length === 0) return <Empty title={t("reminders.planNone")} />;
  const people = new Set(lines.map(({ personId }) => personId)).size;
  return (
    <>
      <p className={styles.finding}>
        {t("reminders.planFinding", {
          count: total,
          people,
          days: new Set(lines.map((line) => line.day)).size,
        })}
      </p>
      <Table
        caption={t("reminders.plan")}
        stacks
        head={(["day", "person", "task", "why"] as const).map((column) => (
          <th key={column} scope="col">
            {t(`reminders.${column}`)}
          </th>
        ))}
      >
        {lines.slice(0, shown).map((line, index) => (
          <tr key={`${line.day} ${line.personId} ${line.taskNumber} ${line.policyKey} ${line.as}`}>
            <td className={`${cells.tight} ${styles.top}`}>
              {lines[index - 1]?.day === line.day ? (
                <time dateTime={line.day} className={styles.again}>
                  {day(line.day)}
                </time>
              ) : (
                <time dateTime={line.day}>{day(line.day)}</time>
              )}
            </td>
            <td className={styles.top}>
              {line.personName}
              <span className={styles.under}>
                {line.onBehalfOfName === null
                  ? t(`reminders.as.${line.as}`)
                  : t("reminders.standsIn", { name: line.onBehalfOfName })}
              </span>
            </td>
            <td className={`${styles.task} ${styles.top}`}>
              <Link href={taskAddress(line.taskNumber)}>
                <bdi>{line.ask}</bdi>
              </Link>
              <span className={styles.under}>
                <bdi>{line.reference}</bdi>
              </span>
            </td>
            <td className={`${styles.why} ${styles.top}`}>
              {say.reminder(line.reason, line.day)}
              <span className={styles.under}>
                <bdi>{line.isTold ? t("reminders.told", { policy: line.policyName }) : line.policyName}</bdi>
              </span>
            </td>
          </tr>
        ))}
      </Table>
      {total > shown ? (
        <p className={styles.quiet}>{t("reminders.more", { shown: number(shown), total: number(total) })}</p>
      ) : null}
    </>
  );
}
