import Link from "next/link";
import { sessionAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import { Lit, lightsDeadline } from "./lights";
import styles from "./task.module.css";
import { putMeeting, putSlot, putTarget } from "./task-actions";
import { DeadlineForm } from "./task-deadline";

/** The deadline as a rule first and a date second, the reasoning in words, and the plan counted back from it. */
export function TaskWhen({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t, day, window: days, distance, say } = reader;
  const { deadline, row, plan } = page;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.when")}</h2>
      {deadline.dueOn ? (
        <p className={styles.date}>
          <Lit id={lightsDeadline(page)}>
            <time dateTime={deadline.dueOn}>{day(deadline.dueOn, "long")}</time>
          </Lit>
          <span className={styles.quiet}>
            {distance(page.asOf, deadline.dueOn)} · {t(`certainty.${deadline.certainty}`)}
          </span>
        </p>
      ) : (
        <p className={styles.quiet}>
          {deadline.rules.length === 0 ? t("task.noDeadline") : t("certainty.unknown")}
        </p>
      )}
      {deadline.dueFrom && deadline.dueOn && deadline.dueFrom !== deadline.dueOn ? (
        <p className={styles.quiet}>{t("task.window", { window: days(deadline.dueFrom, deadline.dueOn) })}</p>
      ) : null}
      {deadline.quote ? (
        <p className={styles.quote}>
          <Lit id={lightsDeadline(page)}>“{deadline.quote}”</Lit>
        </p>
      ) : null}
      {page.because.length > 0 ? (
        <details className={styles.why} open>
          <summary>{t("task.why")}</summary>
          <ol>
            {page.because.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one reasoning are read in order and never move
              <li key={index}>{say.because(step, page.asOf)}</li>
            ))}
          </ol>
        </details>
      ) : null}
      {row.target ? (
        <p>
          <Link href={sessionAddress(row.target.organ, row.target.session)}>
            {row.target.organ} {row.target.session}
          </Link>
        </p>
      ) : null}
      {plan.length > 0 ? (
        <>
          <h3 className={styles.planTitle}>{t("task.plan")}</h3>
          <ol className={styles.plan}>
            {plan.map((step) => (
              <li key={`${step.code} ${step.on} ${step.title}`} data-state={step.state}>
                <time dateTime={step.on}>{day(step.on)}</time>
                <span title={step.because.map((sentence) => say.because(sentence, page.asOf)).join(" ")}>
                  {say.word("step", step.code, step.title)}{" "}
                  <span className={styles.stepState}>{t(`task.planState.${step.state}`)}</span>
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {page.may.plan && !page.isPast ? <PlanDates page={page} reader={reader} /> : null}
      <DeadlineForm page={page} reader={reader} />
    </section>
  );
}

function PlanDates({ page, reader: { t } }: { page: TaskPage; reader: Reader }) {
  const at = { number: page.row.number, expectedVersion: page.row.version };
  const dates = [
    {
      name: "meetingOn",
      action: putMeeting,
      label: t("task.meeting"),
      hint: t("task.meetingHint"),
      value: page.meetingOn,
    },
    {
      name: "agreedSlot",
      action: putSlot,
      label: t("task.slot"),
      hint: t("task.slotHint"),
      value: page.agreedSlot,
    },
    {
      name: "internalTarget",
      action: putTarget,
      label: t("task.target"),
      hint: t("task.targetHint"),
      value: page.row.internalTarget,
    },
  ];
  return (
    <details className={`${styles.more} no-print`}>
      <summary>{t("task.setDates")}</summary>
      {dates.map((date) => (
        <ActionForm key={date.name} action={date.action.bind(null, at)} className={styles.inline}>
          <TextField
            name={date.name}
            type="date"
            label={date.label}
            hint={date.hint}
            defaultValue={date.value ?? ""}
            key={date.value}
          />
          <Submit kind="plain" size="small">
            {t("task.save")}
          </Submit>
        </ActionForm>
      ))}
    </details>
  );
}
