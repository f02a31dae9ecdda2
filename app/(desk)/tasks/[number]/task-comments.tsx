import { ActionForm } from "@/app/_ui/form/action-form";
import { TextArea } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { comment } from "./task-actions";

/** What people said about the task, oldest first. */
export function TaskComments({ page, reader: { t, instant } }: { page: TaskPage; reader: Reader }) {
  const mayComment = page.may.comment && !page.isPast;
  if (!mayComment && page.comments.length === 0) return null;
  return (
    <section>
      <h2 className={styles.subhead}>{t("task.comments")}</h2>
      <ul className={styles.comments}>
        {page.comments.map((said) => (
          <li key={said.id}>
            <p className={styles.by}>
              <strong>{said.author.name}</strong> <time dateTime={said.at}>{instant(said.at)}</time>
            </p>
            <p className={styles.said}>{said.text}</p>
          </li>
        ))}
      </ul>
      {mayComment ? (
        <div className="no-print">
          <ActionForm
            action={comment.bind(null, { number: page.row.number, expectedVersion: page.row.version })}
          >
            <TextArea name="text" label={t("task.comment")} rows={2} required />
            <div>
              <Submit kind="plain">{t("task.commentSend")}</Submit>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </section>
  );
}
