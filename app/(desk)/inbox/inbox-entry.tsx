import Link from "next/link";
import { address, taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { urgencyBands } from "@/lib/core/reminder/urgency";
import type { InboxEntryView, InboxLineView } from "@/lib/services/reminders";
import { readEntries, silence } from "./actions";
import styles from "./inbox.module.css";

/** One message of the inbox: the lines of the same urgency under one heading, each with what can be done about it. */
export function InboxEntry({ entry, reader }: { entry: InboxEntryView; reader: Reader }) {
  const { t, day } = reader;
  const isUnread = entry.readAt === null;
  const plain = entry.lines.filter(({ band }) => !urgencyBands.some((known) => known === band));
  return (
    <li className={styles.entry} data-unread={isUnread}>
      <div className={styles.head}>
        <h2>
          {entry.title}
          {isUnread ? <span className={styles.unread}> {t("inbox.unread")}</span> : null}
        </h2>
        <time dateTime={entry.day}>{day(entry.day, "full")}</time>
      </div>
      {urgencyBands.map((band) => {
        const lines = entry.lines.filter((line) => line.band === band);
        if (lines.length === 0) return null;
        return (
          <div key={band} className={styles.band} data-band={band}>
            <h3>{t(`mail.bands.${band}`)}</h3>
            <Lines lines={lines} entry={entry} reader={reader} />
          </div>
        );
      })}
      {plain.length > 0 ? <Lines lines={plain} entry={entry} reader={reader} /> : null}
      {entry.rest ? <p className={styles.rest}>{t("inbox.rest", { count: entry.rest.count })}</p> : null}
      {isUnread ? (
        <ActionForm action={readEntries.bind(null, entry.id)}>
          <div className={styles.mark}>
            <Submit kind="quiet" size="small">
              {t("inbox.markRead")}
            </Submit>
          </div>
        </ActionForm>
      ) : null}
    </li>
  );
}

function Lines({
  lines,
  entry,
  reader: { t, say },
}: {
  lines: readonly InboxLineView[];
  entry: InboxEntryView;
  reader: Reader;
}) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.taskNumber} ${line.why} ${line.reason?.anchorDay ?? ""}`}>
          <div>
            <Link href={line.address === null ? taskAddress(line.taskNumber) : address(line.address)}>
              <bdi>{line.ask}</bdi>
            </Link>
            <p>
              {line.reason === null ? line.why : say.reminder(line.reason, entry.day)}
              {line.onBehalfOfName === null ? null : ` ${t("mail.onBehalf", { name: line.onBehalfOfName })}`}
            </p>
          </div>
          {line.reason === null ? null : (
            <details className={styles.quieter}>
              <summary aria-label={t("inbox.quieterOf", { number: line.taskNumber })}>
                {t("inbox.quieter")}
              </summary>
              <div className={styles.choices}>
                {([7, 14, 30] as const).map((days) => (
                  <ActionForm key={days} action={silence.bind(null, line.taskNumber, days)}>
                    <Submit kind="quiet" size="small">
                      {t("inbox.snooze", { days })}
                    </Submit>
                  </ActionForm>
                ))}
                <ActionForm action={silence.bind(null, line.taskNumber, "mute")}>
                  <Submit kind="quiet" size="small">
                    {t("inbox.mute")}
                  </Submit>
                </ActionForm>
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
