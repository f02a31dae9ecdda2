import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import { DocumentLink } from "./document-link";
import styles from "./task.module.css";
import { UndoLast } from "./undo-last";

/**
 * Every change as a sentence, newest first: the day it holds from beside the instant at which it was recorded, with the
 * documents that show it. Undo writes one more line; it stays here when the message at the foot of the page is gone.
 */
export function TaskHistory({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t, day, instant, say } = reader;
  return (
    <section>
      <div className={styles.rowHead}>
        <h2 className={styles.subhead}>{t("task.history")}</h2>
        {page.may.undo ? (
          <UndoLast number={page.row.number} version={page.row.version} label={t("task.undoLast")} />
        ) : null}
      </div>
      <ol className={styles.history}>
        {page.history.map((line) => (
          <li key={line.sequence}>
            <time
              dateTime={line.effectiveOn}
              title={t("task.effective", { day: day(line.effectiveOn, "long") })}
            >
              {day(line.effectiveOn)}
            </time>
            <div>
              <p>{say.event(line.sentence)}</p>
              {line.evidence.some((evidence) => evidence.symbol !== "") ? (
                <p className={styles.documents}>
                  {line.evidence
                    .filter((evidence) => evidence.symbol !== "")
                    .map((evidence) => (
                      <DocumentLink
                        key={evidence.symbol}
                        symbol={evidence.symbol}
                        label={t("task.onSite", { symbol: evidence.symbol })}
                      />
                    ))}
                </p>
              ) : null}
              <p className={styles.quiet} title={line.hash}>
                {t("task.recordedBy", { name: line.actorName, at: instant(line.at) })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.quiet}>{t("task.historyNote")}</p>
    </section>
  );
}
