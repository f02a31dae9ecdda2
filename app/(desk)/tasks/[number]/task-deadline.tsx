import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { writeRules } from "@/app/(desk)/review/deadline-text";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { askDeadline, putDeadline, refuseDeadline } from "./task-actions";

type Props = { page: TaskPage; reader: Reader };

/** Another deadline: a Contributor asks for it, a Secretary sets it. Always with a reason, and the text that allows it. */
export function DeadlineForm({ page, reader: { t } }: Props) {
  const { may, row, deadline } = page;
  if (!may.changeDeadline && (!may.proposeDeadline || page.deadlineProposal !== null)) return null;
  const at = { number: row.number, expectedVersion: row.version };
  const action = may.changeDeadline ? putDeadline : askDeadline;
  return (
    <details className={`${styles.more} no-print`}>
      <summary>{may.changeDeadline ? t("task.changeDeadline") : t("task.askDeadline")}</summary>
      <ActionForm action={action.bind(null, at)}>
        <TextField
          name="deadline"
          label={t("task.newDeadline")}
          hint={t("task.newDeadlineHint")}
          defaultValue={writeRules(deadline.rules)}
          required
        />
        <TextField name="authorisingText" label={t("task.authority")} hint={t("task.authorityHint")} />
        <TextField name="reason" id="deadline-reason" label={t("task.reason")} required />
        <div>
          <Submit kind="plain">{may.changeDeadline ? t("task.save") : t("task.sendRequest")}</Submit>
        </div>
      </ActionForm>
    </details>
  );
}

/** A deadline that somebody asked for: what it would become and why; a Secretary accepts or declines it. */
export function DeadlineRequest({ page, reader: { t, day } }: Props) {
  const { deadlineProposal: proposal, proposedDue, row } = page;
  if (!proposal) return null;
  const at = { number: row.number, expectedVersion: row.version };
  return (
    <Note>
      <p>{t("task.deadlineBy", { name: proposal.byName, reason: proposal.reason })}</p>
      <p>{proposedDue ? t("task.proposedDue", { day: day(proposedDue, "long") }) : t("task.proposedOpen")}</p>
      {page.may.changeDeadline ? (
        <div className={styles.choices}>
          <ActionForm action={putDeadline.bind(null, at)} className={styles.inline}>
            <input type="hidden" name="deadline" value={writeRules(proposal.rules)} />
            <input type="hidden" name="reason" value={proposal.reason} />
            <TextField
              name="authorisingText"
              id="accept-authority"
              label={t("task.authority")}
              defaultValue={proposal.authorisingText}
            />
            <Submit>{t("task.acceptDeadline")}</Submit>
          </ActionForm>
          <ActionForm action={refuseDeadline.bind(null, at)} className={styles.inline}>
            <TextField name="reason" id="decline-reason" label={t("menu.fields.reason")} required />
            <Submit kind="plain">{t("task.decline")}</Submit>
          </ActionForm>
        </div>
      ) : null}
    </Note>
  );
}
