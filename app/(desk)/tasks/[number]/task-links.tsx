import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { tie } from "./task-actions";

/** The same paragraph's other tasks, the report this goes into, the same ask in earlier and later sessions. */
export function TaskLinks({ page, reader: { t } }: { page: TaskPage; reader: Reader }) {
  const hasHost = page.links.some((link) => link.relation === "host");
  if (page.links.length === 0 && page.hostReport === "" && !page.may.editText) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.links")}</h2>
      {page.hostReport !== "" && !hasHost ? (
        <p>
          <span className={styles.quiet}>{t("task.hostReport")}</span>
          <br />
          {t("task.hostReportLead", { report: page.hostReport })}
        </p>
      ) : null}
      <ul className={styles.list}>
        {page.links.map((link) => (
          <li key={link.relation + link.number}>
            <span className={styles.quiet}>{t(`task.relation.${link.relation}`)}</span>
            <br />
            <Link href={taskAddress(link.number)}>{link.ask}</Link>{" "}
            <StatusTag status={link.status} label={t(`status.${link.status}`)} />
          </li>
        ))}
      </ul>
      {page.may.editText ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("task.tie")}</summary>
          <ActionForm
            action={tie.bind(null, { number: page.row.number, expectedVersion: page.row.version })}
            className={styles.inline}
          >
            <SelectField
              name="relation"
              label={t("task.relationField")}
              options={[
                { value: "parent", label: t("task.tieParent") },
                { value: "host", label: t("task.tieHost") },
                { value: "previous", label: t("task.tiePrevious") },
              ]}
            />
            <TextField name="other" inputMode="numeric" label={t("task.tieNumber")} required />
            <Submit kind="plain">{t("task.save")}</Submit>
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}
