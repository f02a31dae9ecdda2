import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { UndoLast } from "./undo-last";

/** Every change as a sentence with its name and day, newest first. Undo writes one more line. */
export function TaskHistory({ page, reader: { t, day, instant } }: { page: TaskPage; reader: Reader }) {
  return (
    <section>
      <div className={styles.rowHead}>
        <h2 className={styles.subhead}>{t("task.history")}</h2>
        {page.may.undo && !page.isPast ? (
          <UndoLast number={page.row.number} version={page.row.version} label={t("task.undoLast")} />
        ) : null}
      </div>
      <ol className={styles.history}>
        {page.history.map((line) => (
          <li key={line.sequence}>
            <time dateTime={line.effectiveOn}>{day(line.effectiveOn)}</time>
            <div>
              <p>{line.sentence.text}</p>
              {line.evidence.length > 0 ? (
                <p className={styles.quiet}>
                  {line.evidence.map((evidence) => evidence.symbol || evidence.title).join(", ")}
                </p>
              ) : null}
              <p className={styles.quiet} title={line.hash}>
                {line.actorName} · {t("task.recorded", { at: instant(line.at) })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.quiet}>{t("task.historyNote")}</p>
    </section>
  );
}
