import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { SentPage } from "@/lib/services/reminder-sent";
import { sendOnceMore } from "../actions";
import styles from "../reminders.module.css";

type Row = SentPage["rows"][number];

/** One row for each digest: the person or unit, the channels with how each went, and whether its tasks moved. */
export function SentTable({
  rows,
  reader,
  maySendAgain,
}: {
  rows: readonly Row[];
  reader: Reader;
  maySendAgain: boolean;
}) {
  const { t, day } = reader;
  return (
    <Table
      caption={t("reminders.deliveries")}
      stacks
      head={(["day", "person", "subject", "channel", "moved"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`reminders.${column}`)}
        </th>
      ))}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td className={`${cells.tight} ${styles.top}`}>
            <time dateTime={row.day}>{day(row.day)}</time>
          </td>
          <td className={styles.top}>
            {row.to}
            {row.isUnit ? <span className={styles.under}>{t("reminders.mailbox")}</span> : null}
          </td>
          <td className={styles.top}>
            <bdi>{row.subject}</bdi>
          </td>
          <td className={styles.top}>
            <Channels row={row} reader={reader} maySendAgain={maySendAgain} />
          </td>
          <td className={`${cells.tight} ${styles.top}`} data-label={t("reminders.moved")}>
            {row.told === 0
              ? null
              : row.moved === 0 && !row.isWeekOver
                ? t("reminders.movedNotYet")
                : t("reminders.movedOf", { moved: row.moved, told: row.told })}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Channels({
  row,
  reader: { t, instant },
  maySendAgain,
}: {
  row: Row;
  reader: Reader;
  maySendAgain: boolean;
}) {
  const names = ["email", "inbox", "webhook"] as const;
  return (
    <ul className={styles.channels}>
      {row.channels.map((one) => {
        const name = names.find((known) => known === one.channel);
        return (
          <li key={one.id} data-state={one.state}>
            {t("reminders.channelState", {
              channel: name ? t(`reminders.channels.${name}`) : one.channel,
              state: t(`reminders.states.${one.state}`),
            })}
            {one.sentAt && one.channel !== "inbox" ? (
              <span className={styles.under}>{instant(one.sentAt)}</span>
            ) : null}
            {one.lastError ? (
              <span className={styles.under}>
                {t("reminders.tries", { count: one.attempts, error: one.lastError })}
              </span>
            ) : null}
            {maySendAgain && (one.state === "failed" || one.state === "dead") ? (
              <ActionForm action={sendOnceMore.bind(null, one.id)}>
                <div>
                  <Submit kind="plain" size="small">
                    {t("reminders.sendAgain")}
                  </Submit>
                </div>
              </ActionForm>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
