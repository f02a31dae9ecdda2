import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { SentPage } from "@/lib/services/reminder-sent";
import styles from "../reminders.module.css";

/** How often each policy reminded, and how often the task moved within a week: which reminders are worth sending. */
export function EffectTable({
  effects,
  reader: { t, number, share },
}: {
  effects: SentPage["effects"];
  reader: Reader;
}) {
  return (
    <>
      <p className={styles.quiet}>{t("reminders.effectLead")}</p>
      <Table
        caption={t("reminders.effect")}
        head={
          <>
            <th scope="col">{t("reminders.policy")}</th>
            <th scope="col" className={cells.number}>
              {t("reminders.toldTimes")}
            </th>
            <th scope="col" className={cells.number}>
              {t("reminders.movedTimes")}
            </th>
            <th scope="col" className={cells.number}>
              {t("reminders.movedShare")}
            </th>
          </>
        }
      >
        {effects.map(({ policyKey, name, told, moved }) => (
          <tr key={policyKey}>
            <th scope="row">
              <bdi>{policyKey === "date-changed" ? t("reminders.dateChanged") : name}</bdi>
            </th>
            <td className={cells.number}>{number(told)}</td>
            <td className={cells.number}>{number(moved)}</td>
            <td className={cells.number}>{share(told === 0 ? 0 : moved / told)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
