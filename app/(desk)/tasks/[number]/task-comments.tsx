import { randomUUID } from "node:crypto";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { CommentView, TaskPage } from "@/lib/services/types";
import { MentionArea } from "./mention-area";
import styles from "./task.module.css";
import { comment } from "./task-actions";

type Props = { page: TaskPage; reader: Reader };

/** What people said about the task, oldest first; a question stands with its answers, and says whether it has one. */
export function TaskComments({ page, reader }: Props) {
  const { t } = reader;
  if (!page.may.comment && page.comments.length === 0) return null;
  const first = page.comments.filter((said) => !page.comments.some((other) => other.id === said.answersId));
  return (
    <section>
      <h2 className={styles.subhead}>{t("task.comments")}</h2>
      <ul className={styles.comments}>
        {first.map((said) => (
          <Said key={said.id} said={said} page={page} reader={reader} />
        ))}
      </ul>
      {page.may.comment ? (
        <div className="no-print">
          <ActionForm action={comment.bind(null, { number: page.row.number, key: randomUUID() })}>
            <MentionArea
              name="text"
              label={t("task.comment")}
              hint={t("task.mentionHint")}
              peopleLabel={t("task.people")}
              rows={2}
              required
              isMain
            />
            <div className={styles.inline}>
              <Submit kind="plain">{t("task.commentSend")}</Submit>
              <label className={styles.tick}>
                <input type="checkbox" name="isQuestion" value="1" /> {t("task.question")}
              </label>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </section>
  );
}

function Said({ said, page, reader }: Props & { said: CommentView }) {
  const { t, instant } = reader;
  const answers = page.comments.filter((other) => other.answersId === said.id);
  return (
    <li data-question={said.isQuestion || undefined}>
      <p className={styles.by}>
        <strong>{said.author.name}</strong> <time dateTime={said.at}>{instant(said.at)}</time>
        {said.isQuestion ? (
          <span className={styles.flag} data-open={answers.length === 0 || undefined}>
            {answers.length === 0 ? t("task.unanswered") : t("task.answered")}
          </span>
        ) : null}
      </p>
      <p className={styles.said}>{said.text}</p>
      {answers.length > 0 ? (
        <ul className={styles.answers}>
          {answers.map((answer) => (
            <Said key={answer.id} said={answer} page={page} reader={reader} />
          ))}
        </ul>
      ) : null}
      {said.isQuestion && page.may.comment ? (
        <details className={`${styles.more} no-print`}>
          <summary>{t("task.answer")}</summary>
          <ActionForm
            action={comment.bind(null, { number: page.row.number, key: randomUUID(), answers: said.id })}
          >
            <MentionArea
              name="text"
              id={`answer-${said.id}`}
              label={t("task.answer")}
              peopleLabel={t("task.people")}
              rows={2}
              required
            />
            <div>
              <Submit kind="plain">{t("task.answerSend")}</Submit>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </li>
  );
}
