import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { address, taskAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { inbox, inboxInput } from "@/lib/services/reminders";
import { readEntries } from "./actions";
import styles from "./inbox.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("inbox.title") };
}

/** One message a day at most: what is due, in order of urgency, each line a way to its task. */
export default async function InboxPage() {
  await signedIn();
  const { t, day } = await getReader();
  const result = await ask(inbox, inboxInput, {});
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { entries, unread } = result.value;
  return (
    <>
      <PageHead title={t("inbox.title")} lead={t("shell.inbox", { count: unread })}>
        {unread > 0 ? (
          <ActionForm action={readEntries.bind(null, null)}>
            <Submit kind="plain">{t("inbox.markAll")}</Submit>
          </ActionForm>
        ) : null}
      </PageHead>
      {entries.length === 0 ? <Empty title={t("inbox.none")}>{t("inbox.noneLead")}</Empty> : null}
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry} data-unread={entry.readAt === null}>
            <div className={styles.head}>
              <h2>
                {entry.title}
                {entry.readAt === null ? <span className={styles.unread}> {t("inbox.unread")}</span> : null}
              </h2>
              <time dateTime={entry.day}>{day(entry.day, "full")}</time>
            </div>
            <ul className={styles.lines}>
              {entry.digest.lines.map((line) => (
                <li key={line.reference + line.why}>
                  <Link href={line.address ? address(line.address) : taskAddress(line.taskNumber)}>
                    {line.ask}
                  </Link>
                  <p>{line.why}</p>
                </li>
              ))}
            </ul>
            {entry.digest.rest ? (
              <p className={styles.rest}>{t("inbox.rest", { count: entry.digest.rest.count })}</p>
            ) : null}
            {entry.readAt === null ? (
              <ActionForm action={readEntries.bind(null, entry.id)}>
                <div>
                  <Submit kind="quiet" size="small">
                    {t("inbox.markRead")}
                  </Submit>
                </div>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
