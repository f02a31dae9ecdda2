import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { inbox, inboxInput } from "@/lib/services/reminders";
import { readEntries } from "./actions";
import styles from "./inbox.module.css";
import { InboxEntry } from "./inbox-entry";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("inbox.title") };
}

/** One digest a day at most, and what could not wait: in order of urgency, each line a way to its task. */
export default async function InboxPage() {
  await signedIn();
  const reader = await getReader();
  const { t } = reader;
  const result = await ask(inbox, inboxInput, {});
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { entries, unread } = result.value;
  return (
    <>
      <PageHead title={t("inbox.title")} lead={t("inbox.lead", { count: unread })}>
        {unread > 0 ? (
          <ActionForm action={readEntries.bind(null, null)}>
            <Submit kind="plain">{t("inbox.markAll")}</Submit>
          </ActionForm>
        ) : null}
        <Link href={address("/settings/reminders")}>{t("inbox.settings")}</Link>
      </PageHead>
      {entries.length === 0 ? <Empty title={t("inbox.none")}>{t("inbox.noneLead")}</Empty> : null}
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <InboxEntry key={entry.id} entry={entry} reader={reader} />
        ))}
      </ul>
    </>
  );
}
