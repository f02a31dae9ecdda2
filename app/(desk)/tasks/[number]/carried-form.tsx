import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import type { TaskSeriesPanel } from "@/lib/services/types";
import styles from "./task.module.css";
import { closeRequests } from "./task-series-actions";

/** The requests that this report answers; once it is handed over or closed, each ticked one goes along with it. */
export function CarriedForm({ panel, reader: { t } }: { panel: TaskSeriesPanel; reader: Reader }) {
  const offered = panel.carried.filter((one) => one.offer !== null);
  const list = panel.carried.map((one) => (
    <li key={one.number}>
      {one.offer ? (
        <input
          type="checkbox"
          name="request"
          value={`${one.number} ${one.version}`}
          aria-label={t("lineage.bring", { number: one.number })}
          defaultChecked
        />
      ) : null}{" "}
      <Link href={taskAddress(one.number)}>{one.ask}</Link>{" "}
      <StatusTag status={one.status} label={t(`status.${one.status}`)} />
      {one.offer ? <span className={styles.quiet}> {t(`lineage.offer.${one.offer}`)}</span> : null}
    </li>
  ));
  if (offered.length === 0) return <ul className={styles.list}>{list}</ul>;
  return (
    <ActionForm action={closeRequests.bind(null, panel.number)}>
      <ul className={styles.list}>{list}</ul>
      <p className={styles.quiet}>{t("lineage.bringLead")}</p>
      <div className="no-print">
        <Submit kind="plain" size="small">
          {t("lineage.bringAll", { count: offered.length })}
        </Submit>
      </div>
    </ActionForm>
  );
}
