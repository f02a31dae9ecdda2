import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import { workflow } from "@/lib/core/task/workflow";
import type { RoundRowView } from "@/lib/services/rounds";
import { accept, giveBack } from "./actions";
import { AnswerForm } from "./answer-form";
import { answerWords } from "./answer-words";
import styles from "./rounds.module.css";

type Props = { row: RoundRowView; round: number; reader: Reader };

/** One task of a round: how it stands, what the unit answered, and what can be done with the answer. */
export function RoundRow({ row, round, reader }: Props) {
  const { t, day } = reader;
  const at = { round, task: row.taskNumber, expectedVersion: row.version };
  return (
    <li className={styles.row} data-row data-state={row.state} tabIndex={-1}>
      <div className={styles.what}>
        <p>
          <bdi>{shortSymbol(row.symbol)}</bdi> <span className={styles.quiet}>§ {row.para}</span>{" "}
          <StatusTag status={row.status} label={t(`status.${row.status}`)} />{" "}
          <span className={styles.quiet}>{row.dueOn ? t("tasks.by", { day: day(row.dueOn) }) : ""}</span>
        </p>
        <p>
          <Link href={taskAddress(row.taskNumber)}>{row.ask}</Link>
        </p>
      </div>
      <div className={styles.answer}>
        <p className={styles.state}>{t(`rounds.state.${row.state}`)}</p>
        <Answered row={row} reader={reader} />
        {row.mayDecide ? (
          <div className={styles.acts}>
            <ActionForm action={accept.bind(null, at)}>
              <Submit size="small">{t("rounds.accept")}</Submit>
            </ActionForm>
            <details>
              <summary>{t("rounds.return")}</summary>
              <ActionForm action={giveBack.bind(null, at)} className={styles.inline}>
                <TextField name="note" id={`note-${row.taskNumber}`} label={t("rounds.missing")} required />
                <Submit kind="plain" size="small">
                  {t("rounds.return")}
                </Submit>
              </ActionForm>
            </details>
          </div>
        ) : null}
        {row.mayAnswer ? (
          <details open={row.state === "returned" || undefined}>
            <summary>{row.state === "asked" ? t("rounds.answer") : t("rounds.answerAgain")}</summary>
            <AnswerForm at={at} words={answerWords(row.status, t)} previous={row.answer} />
          </details>
        ) : null}
      </div>
    </li>
  );
}

function Answered({ row, reader: { t, instant } }: Omit<Props, "round">) {
  const { answer } = row;
  if (!answer) return null;
  const to = workflow.find((move) => move.name === answer.move)?.to;
  const shown = [answer.documentSymbol, answer.jobNumber, ...answer.evidence.map((one) => one.symbol)].filter(
    Boolean,
  );
  return (
    <div className={styles.said}>
      <p>
        <strong>{to ? t("rounds.becomes", { status: t(`status.${to}`) }) : t("rounds.unchanged")}</strong>
        {shown.length > 0 ? (
          <>
            {" "}
            <bdi>{[...new Set(shown)].join(", ")}</bdi>
          </>
        ) : null}
      </p>
      {answer.note !== "" ? <p>{answer.note}</p> : null}
      <p className={styles.quiet}>
        {t("rounds.answeredBy", {
          name: row.answeredByName,
          at: row.answeredAt ? instant(row.answeredAt) : "",
        })}
      </p>
      {row.decidedAt ? (
        <p className={styles.quiet}>
          {t("rounds.decidedBy", { name: row.decidedByName, at: instant(row.decidedAt) })}
          {row.decisionNote !== "" ? ` ${row.decisionNote}` : ""}
        </p>
      ) : null}
    </div>
  );
}
