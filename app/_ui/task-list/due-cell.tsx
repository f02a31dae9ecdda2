import type { TaskRow } from "@/lib/services/types";
import type { Reader } from "../reader";
import styles from "./task-list.module.css";

/** The last day in time, in words where it is only expected or not set: never a blank. */
export function DueCell({
  row,
  reader: { t, day },
}: {
  row: Pick<TaskRow, "dueOn" | "dueCertainty">;
  reader: Reader;
}) {
  if (!row.dueOn) return <span className={styles.none}>{t("tasks.noDate")}</span>;
  return (
    <span className={row.dueCertainty === "fixed" ? undefined : styles.expected}>
      <time dateTime={row.dueOn}>{day(row.dueOn)}</time>
      {row.dueCertainty === "expected" ? ` ${t("certainty.expected")}` : ""}
    </span>
  );
}
