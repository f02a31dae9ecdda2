import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import { Section } from "@/app/_ui/page/page-head";
import type { Reader } from "@/app/_ui/reader";
import type { StoredSilence } from "@/lib/db/silences";
import { silence } from "../../inbox/actions";
import styles from "./reminder-settings.module.css";

/** The tasks of which the reader wants to hear less, each with the way back. */
export function Quieter({ rows, reader: { t, day } }: { rows: readonly StoredSilence[]; reader: Reader }) {
  if (rows.length === 0) return null;
  return (
    <Section id="quieter" title={t("reminderSettings.quieter")}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.taskNumber}>
            <div>
              <Link href={taskAddress(row.taskNumber)}>{row.ask}</Link>
              <p>
                {row.until === null
                  ? t("reminderSettings.mutedForGood")
                  : t("reminderSettings.snoozedUntil", { day: day(row.until, "long") })}
              </p>
            </div>
            <ActionForm action={silence.bind(null, row.taskNumber, "wake")}>
              <Submit kind="plain" size="small">
                {t("reminderSettings.wake")}
              </Submit>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
