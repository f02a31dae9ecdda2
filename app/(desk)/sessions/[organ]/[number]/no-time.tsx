import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import type { SessionPage } from "@/lib/services/types";
import styles from "../../sessions.module.css";

/** Where a deadline as adopted leaves no time, or a date of the plan is unsure: said before the session, task by task. */
export function NoTime({ page, reader: { t, say } }: { page: SessionPage; reader: Reader }) {
  const warned = page.steps.filter((row) => row.warnings.length > 0);
  if (warned.length === 0) return null;
  return (
    <Note tone="warn">
      <strong>{t("session.warnings", { count: warned.length })}</strong>
      <ul className={styles.examples}>
        {warned.map((row) => (
          <li key={row.taskNumber}>
            <Link href={taskAddress(row.taskNumber)}>
              {shortSymbol(row.symbol)} § {row.para}
            </Link>{" "}
            {row.warnings.map((warning) => say.warning(warning)).join(" ")}
          </li>
        ))}
      </ul>
    </Note>
  );
}
