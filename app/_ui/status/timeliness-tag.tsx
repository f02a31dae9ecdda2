import type { Timeliness } from "@/lib/core/task/timeliness";
import styles from "./status.module.css";

/** How a task stands against time, in words; nothing at all where there is nothing to say. */
export function TimelinessTag({ timeliness, label }: { timeliness: Timeliness; label: string }) {
  if (timeliness === "DONE" || timeliness === "ON_TRACK" || timeliness === "NO_DATE") return null;
  return (
    <span className={styles.time} data-timeliness={timeliness}>
      {label}
    </span>
  );
}
