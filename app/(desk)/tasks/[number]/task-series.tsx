import Link from "next/link";
import { ask } from "@/app/_server/context";
import { seriesAddress, sessionAddress, taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import { lineageInput } from "@/lib/services/inputs";
import { taskSeriesPanel } from "@/lib/services/lineage";
import type { TaskSeriesPanel } from "@/lib/services/types";
import { CarriedForm } from "./carried-form";
import styles from "./task.module.css";
import { openNext, putOutput } from "./task-series-actions";

/** On a day of the past nothing is offered. */
const frozen = (carried: TaskSeriesPanel["carried"]) => carried.map((one) => ({ ...one, offer: null }));

type Part = { panel: TaskSeriesPanel; reader: Reader };

/** The kind of output with its limits, and the same ask through the sessions: rhythm, lineage, later texts. */
export async function TaskSeries({
  number,
  reader,
  isPast,
}: {
  number: number;
  reader: Reader;
  isPast: boolean;
}) {
  const result = await ask(taskSeriesPanel, lineageInput, { number });
  if (!result.ok) return null;
  const panel = isPast
    ? { ...result.value, mayOpenNext: false, maySetOutput: false, carried: frozen(result.value.carried) }
    : result.value;
  return (
    <>
      <Output panel={panel} reader={reader} />
      <Lineage panel={panel} reader={reader} />
    </>
  );
}

function Output({ panel, reader }: Part) {
  const { output, carried, maySetOutput, number, version } = panel;
  const { t } = reader;
  const { wordLimit, draftWords } = output;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("lineage.output")}</h2>
      <p>{t(`lineage.outputKind.${output.kind}`)}</p>
      {output.hostReport ? (
        <p className={styles.quiet}>{t("session.into", { report: output.hostReport })}</p>
      ) : null}
      {output.hostNumber !== null ? (
        <p>
          <Link href={taskAddress(output.hostNumber)}>
            {t("lineage.host", { number: output.hostNumber })}
          </Link>
        </p>
      ) : null}
      {wordLimit ? (
        <>
          <p>{t("lineage.limit", { words: wordLimit.words })}</p>
          <p className={styles.quiet}>{t("lineage.limitSource", { source: wordLimit.source })}</p>
        </>
      ) : null}
      {draftWords !== null ? (
        wordLimit && draftWords > wordLimit.words ? (
          <Note tone="warn">
            {t("lineage.over", { words: draftWords, more: draftWords - wordLimit.words })}
          </Note>
        ) : (
          <p>{t("lineage.draft", { words: draftWords })}</p>
        )
      ) : null}
      {carried.length > 0 ? (
        <>
          <p className={styles.quiet}>{t("lineage.carried")}</p>
          <CarriedForm panel={panel} reader={reader} />
        </>
      ) : null}
      {maySetOutput ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("lineage.setOutput")}</summary>
          <ActionForm action={putOutput.bind(null, { number, expectedVersion: version })}>
            <SelectField
              name="outputKind"
              label={t("lineage.kind")}
              defaultValue={output.chosen ?? ""}
              options={[
                { value: "", label: t("lineage.asDeliverable") },
                ...output.kinds.map((value) => ({ value, label: t(`lineage.outputKind.${value}`) })),
              ]}
            />
            <TextField
              name="host"
              label={t("lineage.hostField")}
              hint={t("lineage.hostHint")}
              inputMode="numeric"
              defaultValue={output.hostNumber ?? ""}
            />
            <TextField
              name="draftWords"
              label={t("lineage.draftField")}
              inputMode="numeric"
              defaultValue={draftWords ?? ""}
            />
            <TextField
              name="wordLimit"
              label={t("lineage.limitField")}
              inputMode="numeric"
              defaultValue={output.ownLimit ?? ""}
            />
            <TextField
              name="wordLimitSource"
              label={t("lineage.limitSourceField")}
              defaultValue={output.ownLimitSource}
            />
            <Submit kind="plain" size="small">
              {t("lineage.save")}
            </Submit>
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}

function Lineage({ panel, reader }: Part) {
  const { t, day } = reader;
  const { rhythm, next, lineage, decisions, mayOpenNext } = panel;
  if (!rhythm && lineage.length < 2 && decisions.length === 0 && !mayOpenNext) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("lineage.title")}</h2>
      {rhythm ? <p>{reader.say.because(rhythm)}</p> : null}
      {next && mayOpenNext ? (
        <p className={styles.quiet}>
          {t("lineage.next", { rule: ruleInWords(next) })} {t("lineage.nextOpens")}
        </p>
      ) : null}
      {lineage.length > 1 ? (
        <ol className={styles.list}>
          {lineage.map((one) => (
            <li key={one.number} aria-current={one.isThis ? "true" : undefined}>
              {one.targetOrgan && one.targetSession ? (
                <Link href={sessionAddress(one.targetOrgan, one.targetSession)}>
                  {t("lineage.session", { organ: one.targetOrgan, session: String(one.targetSession) })}
                </Link>
              ) : one.dueOn ? (
                day(one.dueOn)
              ) : null}{" "}
              {one.isThis ? (
                t("lineage.here")
              ) : (
                <Link href={taskAddress(one.number)}>{t("task.over", { number: one.number })}</Link>
              )}{" "}
              <StatusTag status={one.status} label={t(`status.${one.status}`)} />
            </li>
          ))}
        </ol>
      ) : null}
      {decisions.length > 0 ? (
        <>
          <p className={styles.quiet}>{t("lineage.decisions")}</p>
          <ul className={styles.list}>
            {decisions.map((one) => (
              <li key={`${one.later} ${one.on} ${one.verdict}`}>
                <Link href={seriesAddress(one.later)}>
                  {t("lineage.decision", {
                    later: one.later,
                    verdict: t(`series.verdict.${one.verdict}`),
                    name: one.by,
                    day: day(one.on),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mayOpenNext ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("lineage.openNext")}</summary>
          <ActionForm action={openNext.bind(null, panel.number)}>
            <p className={styles.quiet}>{t("lineage.openNextLead")}</p>
            <TextField
              name="session"
              id="next-session"
              label={t("lineage.sessionField")}
              hint={t("lineage.sessionHint")}
            />
            <TextField name="reason" id="next-reason" label={t("lineage.reason")} required />
            <Submit kind="plain" size="small">
              {t("lineage.open")}
            </Submit>
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}
