import Link from "next/link";
import { resolutionAddress } from "@/app/_ui/addresses";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { Lighting } from "@/app/_ui/source-text/lighting";
import { StatusCell } from "@/app/_ui/status/status-cell";
import { TimelinessTag } from "@/app/_ui/status/timeliness-tag";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { TaskComments } from "./task-comments";
import { TaskEvidence } from "./task-evidence";
import { TaskHistory } from "./task-history";
import { TaskLinks } from "./task-links";
import { TaskNotes } from "./task-notes";
import { TaskSource } from "./task-source";
import { TaskWhen } from "./task-when";
import { TaskWho } from "./task-who";

/** Everything about one task: what is asked in whose words, who, by when and why, where it stands, what happened. */
export function TaskView({
  page,
  reader,
  isPeek = false,
}: {
  page: TaskPage;
  reader: Reader;
  isPeek?: boolean;
}) {
  const { t, day } = reader;
  const { row } = page;
  return (
    <Lighting className={isPeek ? styles.peek : styles.full}>
      <header className={styles.head}>
        <p className={styles.over}>
          {t("task.over", { number: row.number })} ·{" "}
          <Link href={resolutionAddress(row.symbol, `op${row.para}`)}>
            <bdi>{row.symbol}</bdi>, {t("task.paragraph", { para: row.para })}
          </Link>
        </p>
        <h1 className={styles.ask}>{row.ask}</h1>
        <p className={styles.facts} data-status-here>
          <StatusCell
            number={row.number}
            status={row.status}
            label={t(`status.${row.status}`)}
            isReadOnly={page.isPast}
          />
          <span className={styles.quiet}>{t("task.since", { day: day(row.statusSince) })}</span>
          <TimelinessTag timeliness={row.timeliness} label={t(`timeliness.${row.timeliness}`)} />
          <span className={styles.quiet}>{t(`deliverable.${row.deliverable}`)}</span>
        </p>
      </header>
      {page.isPast ? <Note tone="warn">{t("task.past", { day: day(page.asOf, "long") })}</Note> : null}
      <TaskNotes page={page} reader={reader} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <TaskSource page={page} reader={reader} />
          <TaskComments page={page} reader={reader} />
          <TaskHistory page={page} reader={reader} />
        </div>
        <div className={styles.aside}>
          <TaskWhen page={page} reader={reader} />
          <TaskWho page={page} reader={reader} />
          <TaskEvidence page={page} reader={reader} />
          <TaskLinks page={page} reader={reader} />
        </div>
      </div>
    </Lighting>
  );
}
