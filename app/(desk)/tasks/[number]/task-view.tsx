import { Eye, EyeOff } from "lucide-react";
import Link from "next/link";
import { resolutionAddress } from "@/app/_ui/addresses";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { Lighting } from "@/app/_ui/source-text/lighting";
import { StatusCell } from "@/app/_ui/status/status-cell";
import { TimelinessTag } from "@/app/_ui/status/timeliness-tag";
import type { TaskPage } from "@/lib/services/types";
import { Lit, lightsField } from "./lights";
import styles from "./task.module.css";
import { TaskComments } from "./task-comments";
import { TaskEvidence } from "./task-evidence";
import { TaskHistory } from "./task-history";
import { TaskLinks } from "./task-links";
import { TaskNotes } from "./task-notes";
import { TaskSeries } from "./task-series";
import { TaskSource } from "./task-source";
import { TaskWhen } from "./task-when";
import { TaskWho } from "./task-who";
import { TaskWords } from "./task-words";
import { WatchButton } from "./watch-button";

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
        <h1 className={styles.ask} dir="auto" data-lights={lightsField(page, "ask")}>
          {row.ask}
        </h1>
        <p className={styles.facts} data-status-here>
          <StatusCell
            number={row.number}
            status={row.status}
            label={t(`status.${row.status}`)}
            isReadOnly={page.isPast}
          />
          <span className={styles.quiet}>{t("task.since", { day: day(row.statusSince) })}</span>
          <TimelinessTag timeliness={row.timeliness} label={t(`timeliness.${row.timeliness}`)} />
          <span className={styles.quiet}>
            <Lit id={lightsField(page, "deliverable")}>{t(`deliverable.${row.deliverable}`)}</Lit>
          </span>
          <WatchButton
            number={row.number}
            isWatching={page.isWatching}
            icon={page.isWatching ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            words={{ watch: t("task.watch"), unwatch: t("task.unwatch"), hint: t("task.watchHint") }}
          />
        </p>
        <Standing page={page} reader={reader} />
        <TaskWords page={page} reader={reader} />
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
          <TaskSeries number={row.number} reader={reader} isPast={page.isPast} />
          <TaskLinks page={page} reader={reader} />
        </div>
      </div>
    </Lighting>
  );
}

/** What the decisions of Member States, the reviews and the text itself add to the status. */
function Standing({ page, reader: { t } }: { page: TaskPage; reader: Reader }) {
  const { mandateStatus, mandateDocument, reviewSession, jobNumber, conditions } = page;
  return (
    <ul className={styles.standing}>
      {mandateStatus !== "in_force" ? (
        <li>
          {t("task.mandateBy", {
            status: t(`task.mandateStatus.${mandateStatus}`).toLocaleLowerCase(),
            document: mandateDocument,
          })}
        </li>
      ) : null}
      {reviewSession ? (
        <li>{t("task.reviewAt", { organ: reviewSession.organ, session: String(reviewSession.session) })}</li>
      ) : null}
      {jobNumber !== "" ? <li>{t("task.jobIs", { job: jobNumber })}</li> : null}
      {conditions.length > 0 ? (
        <li>{t("task.conditionsLead", { conditions: conditions.join("; ") })}</li>
      ) : null}
    </ul>
  );
}
