import { Empty } from "@/app/_ui/empty/empty";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { sendOnceMore } from "./actions";
import styles from "./reminders.module.css";

type Delivery = {
  readonly id: string;
  readonly personName: string;
  readonly channel: string;
  readonly day: string;
  readonly subject: string;
  readonly state: "queued" | "sending" | "sent" | "failed" | "dead";
  readonly lastError: string;
};

/** What was sent, to whom, how it went; what failed can be sent again. */
export function DeliveryTable({ rows, reader: { t, day } }: { rows: readonly Delivery[]; reader: Reader }) {
  if (rows.length === 0) return <Empty title={t("reminders.deliveriesNone")} />;
  const channels = ["email", "inbox", "webhook"] as const;
  const channelOf = (id: string) => {
    const known = channels.find((channel) => channel === id);
    return known ? t(`reminders.channels.${known}`) : id;
  };
  return (
    <Table
      caption={t("reminders.deliveries")}
      stacks
      head={(["day", "person", "subject", "channel", "state"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`reminders.${column}`)}
        </th>
      ))}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <td className={cells.tight}>{day(row.day)}</td>
          <td className={cells.tight}>{row.personName}</td>
          <td>{row.subject}</td>
          <td className={cells.tight}>{channelOf(row.channel)}</td>
          <td>
            {t(`reminders.states.${row.state}`)}
            {row.lastError ? <span className={styles.quiet}> {row.lastError}</span> : null}
            {row.state === "failed" || row.state === "dead" ? (
              <ActionForm action={sendOnceMore.bind(null, row.id)}>
                <Submit kind="plain" size="small">
                  {t("reminders.sendAgain")}
                </Submit>
              </ActionForm>
            ) : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}
