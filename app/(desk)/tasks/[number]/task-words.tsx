import { ActionForm } from "@/app/_ui/form/action-form";
import { TextArea, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { correct } from "./task-actions";

/** Corrects what is asked, with the reason; the old words stay in the history. */
export function TaskWords({ page, reader: { t } }: { page: TaskPage; reader: Reader }) {
  if (!page.may.editText) return null;
  const { row } = page;
  return (
    <details className={`${styles.more} no-print`}>
      <summary>{t("task.correct")}</summary>
      <ActionForm action={correct.bind(null, { number: row.number, expectedVersion: row.version })}>
        <TextArea
          name="ask"
          label={t("task.correctAsk")}
          defaultValue={row.ask}
          key={row.ask}
          rows={3}
          required
        />
        {row.agendaTitle !== "" ? (
          <TextField name="agendaTitle" label={t("task.agendaTitle")} defaultValue={row.agendaTitle} />
        ) : null}
        <TextField name="reason" id="correct-reason" label={t("task.correctReason")} required />
        <div>
          <Submit kind="plain">{t("task.save")}</Submit>
        </div>
      </ActionForm>
    </details>
  );
}
