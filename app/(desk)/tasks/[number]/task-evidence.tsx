import { randomUUID } from "node:crypto";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { EvidenceView, TaskPage } from "@/lib/services/types";
import { DocumentLink } from "./document-link";
import styles from "./task.module.css";
import { attach } from "./task-actions";

/** Documents that show what was done: by symbol, with the way to the official site; by link; or as a file to fetch. */
export function TaskEvidence({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t, day } = reader;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.evidence")}</h2>
      {page.evidence.length === 0 ? <p className={styles.quiet}>{t("task.evidenceNone")}</p> : null}
      <ul className={styles.list}>
        {page.evidence.map((evidence) => (
          <li key={evidence.id}>
            <Shown evidence={evidence} reader={reader} />
            <span className={styles.quiet}>
              {" "}
              {evidence.day ? `${day(evidence.day)} · ` : ""}
              {t("task.evidenceBy", { name: evidence.addedBy.name })}
            </span>
          </li>
        ))}
      </ul>
      {page.may.addEvidence ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("task.evidenceAdd")}</summary>
          <ActionForm action={attach.bind(null, { number: page.row.number, key: randomUUID() })}>
            <TextField name="symbol" label={t("task.symbol")} hint={t("task.symbolHint")} />
            <TextField name="title" label={t("task.evidenceTitle")} />
            <TextField name="url" type="url" label={t("task.link")} />
            <TextField name="day" type="date" label={t("task.day")} />
            <TextField
              name="file"
              type="file"
              accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt"
              label={t("task.file")}
              hint={t("task.fileHint")}
            />
            <div>
              <Submit kind="plain">{t("task.attach")}</Submit>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}

function Shown({ evidence, reader: { t } }: { evidence: EvidenceView; reader: Reader }) {
  if (evidence.fileName !== "")
    return (
      <>
        {evidence.symbol ? (
          <DocumentLink symbol={evidence.symbol} label={t("task.onSite", { symbol: evidence.symbol })} />
        ) : null}{" "}
        <a href={`/api/evidence/${encodeURIComponent(evidence.id)}`} download>
          <bdi>{evidence.fileName}</bdi>
        </a>{" "}
        {evidence.title}
      </>
    );
  if (evidence.url !== "")
    return (
      <>
        <a href={evidence.url} rel="noreferrer" target="_blank">
          <bdi>{evidence.symbol || evidence.title || evidence.url}</bdi>
        </a>{" "}
        {evidence.symbol ? evidence.title : ""}
      </>
    );
  return (
    <>
      <DocumentLink symbol={evidence.symbol} label={t("task.onSite", { symbol: evidence.symbol })} />{" "}
      {evidence.title}
    </>
  );
}
