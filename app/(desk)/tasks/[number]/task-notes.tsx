import Link from "next/link";
import { reviewAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";
import { markUnblocked } from "./task-actions";
import { DeadlineRequest } from "./task-deadline";

/** What stands in the way or waits for somebody: said first, because it is what the reader came for. */
export function TaskNotes({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t, day } = reader;
  const { row, closureProposal, may } = page;
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
      {reopenedBy(page) !== null ? (
        <Note tone="warn">
          {t("task.textVersion", { version: reopenedBy(page) ?? 0 })}{" "}
          <Link href={reviewAddress(row.symbol)}>{t("task.openReview")}</Link>
        </Note>
      ) : null}
      {closureProposal ? (
        <Note>
          {t("task.closureBy", { name: closureProposal.byName, day: day(closureProposal.on) })}
          {closureProposal.note ? ` “${closureProposal.note}”` : ""}
        </Note>
      ) : null}
      <DeadlineRequest page={page} reader={reader} />
      {page.planWarnings.map((warning) => (
        <Note key={warning.text} tone="warn">
          {reader.say.warning(warning)}
        </Note>
      ))}
    </>
  );
}

/** The version of the text that opened the review again, while nobody has read the paragraph anew; else null. */
function reopenedBy({ history }: TaskPage): number | null {
  const last = history.find((line) => line.type === "reopened-review" || line.type === "text");
  return last?.type === "reopened-review" ? Number(last.sentence.params.version ?? 0) : null;
}
