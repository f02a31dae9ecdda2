import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { attach } from "./task-actions";

/** Documents that show what was done, by symbol. */
export function TaskEvidence({ page, reader: { t, day } }: { page: TaskPage; reader: Reader }) {
  const at = { number: page.row.number, expectedVersion: page.row.version };
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.evidence")}</h2>
      {page.evidence.length === 0 ? <p className={styles.quiet}>{t("task.evidenceNone")}</p> : null}
      <ul className={styles.list}>
        {page.evidence.map((evidence) => (
          <li key={evidence.id}>
            {evidence.url ? (
              <a href={evidence.url} rel="noreferrer">
                <bdi>{evidence.symbol || evidence.title || evidence.url}</bdi>
              </a>
            ) : (
              <bdi>{evidence.symbol || evidence.fileName}</bdi>
            )}{" "}
            {evidence.symbol ? evidence.title : ""}
            <span className={styles.quiet}>
              {" "}
              {evidence.day ? `${day(evidence.day)} · ` : ""}
              {evidence.addedBy.name}
            </span>
          </li>
        ))}
      </ul>
      {page.may.addEvidence && !page.isPast ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("task.evidenceAdd")}</summary>
          <ActionForm action={attach.bind(null, at)}>
            <TextField name="symbol" label={t("task.symbol")} hint={t("task.symbolHint")} />
            <TextField name="title" label={t("task.evidenceTitle")} />
            <TextField name="url" type="url" label={t("task.link")} />
            <TextField name="day" type="date" label={t("task.day")} />
            <Submit kind="plain">{t("task.attach")}</Submit>
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}
