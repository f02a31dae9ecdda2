import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { markUnblocked, refuseDeadline } from "./task-actions";

/** What stands in the way or waits for somebody: said first, because it is what the reader came for. */
export function TaskNotes({ page, reader: { t, day } }: { page: TaskPage; reader: Reader }) {
  const { row, closureProposal, deadlineProposal, may } = page;
  const at = { number: row.number, expectedVersion: row.version };
  return (
    <>
      {row.isBlocked ? (
        <Note tone="warn">
          {t("task.blockedFor", { reason: row.blockedReason })}
          {may.block ? (
            <ActionForm action={markUnblocked.bind(null, at)}>
              <div className={styles.inline}>
                <Submit kind="plain" size="small">
                  {t("task.unblock")}
                </Submit>
              </div>
            </ActionForm>
          ) : null}
        </Note>
      ) : null}
      {closureProposal ? (
        <Note>
          {t("task.closureBy", { name: closureProposal.byName, day: day(closureProposal.on) })}
          {closureProposal.note ? ` “${closureProposal.note}”` : ""}
        </Note>
      ) : null}
      {deadlineProposal ? (
        <Note>
          {t("task.deadlineBy", { name: deadlineProposal.byName, reason: deadlineProposal.reason })}
          {may.changeDeadline ? (
            <ActionForm action={refuseDeadline.bind(null, at)}>
              <div className={styles.inline}>
                <TextField name="reason" id="decline-reason" label={t("menu.fields.reason")} required />
                <Submit kind="plain">{t("task.decline")}</Submit>
              </div>
            </ActionForm>
          ) : null}
        </Note>
      ) : null}
      {page.planWarnings.map((warning) => (
        <Note key={warning.text} tone="warn">
          {warning.text}
        </Note>
      ))}
    </>
  );
}
