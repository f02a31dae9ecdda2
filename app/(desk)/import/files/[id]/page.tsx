import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address, resolutionAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { importProgress, importProgressInput, importRows, importRowsInput } from "@/lib/services/import";
import { takeUp, tryAgain } from "../actions";
import styles from "../files.module.css";
import { LiveImport } from "../live-import";
import { stateOf, tallyOf } from "../words";

type Props = { params: Promise<{ id: string }>; searchParams: Query };
const rowsOfPage = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("importFiles.title") };
}

/** One import: how it stands, and what became of each file; the refused first where they are asked for. */
export default async function ImportOnePage({ params, searchParams }: Props) {
  await signedIn();
  const [{ id }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  const { t, instant } = reader;
  const job = await ask(importProgress, importProgressInput, { id });
  if (!job.ok) return <FailurePage failure={job.error} />;
  const refusedOnly = query.outcome === "refused";
  const rows = await ask(importRows, importRowsInput, {
    id,
    outcome: refusedOnly ? "refused" : null,
    after: query.after,
    limit: rowsOfPage,
  });
  if (!rows.ok) return <FailurePage failure={rows.error} />;
  const one = job.value;
  const here = `/import/files/${id}`;
  const last = rows.value.at(-1)?.ordinal;
  return (
    <>
      <PageHead
        over={<Link href={address("/import/files")}>{t("importFiles.all")}</Link>}
        title={<bdi>{one.title}</bdi>}
        lead={
          <p role="status">
            {stateOf(one, t)} · {t("importFiles.progress", { done: one.done, total: one.total })} ·{" "}
            {tallyOf(one, t)}
          </p>
        }
      >
        {one.isStopped && one.isKept ? (
          <ActionForm action={takeUp.bind(null, id)}>
            <Submit>{t("importFiles.takeUp")}</Submit>
          </ActionForm>
        ) : null}
        {one.state !== "running" && one.isKept ? (
          <ActionForm action={tryAgain.bind(null, id)}>
            <Submit kind="plain">{t("importFiles.retry")}</Submit>
          </ActionForm>
        ) : null}
      </PageHead>
      {one.state === "running" && !one.isStopped ? <LiveImport /> : null}
      <progress
        className={styles.progress}
        value={one.done}
        max={Math.max(1, one.total)}
        aria-label={t("importFiles.progress", { done: one.done, total: one.total })}
      />
      <p className={styles.tools}>
        {t("importFiles.started", { at: instant(one.startedAt) })}
        {one.failed > 0 ? (
          <Link href={address(refusedOnly ? here : `${here}?outcome=refused`)}>
            {refusedOnly ? t("importFiles.allFiles") : t("importFiles.outcomes.refused")} (
            {refusedOnly ? one.done : one.failed})
          </Link>
        ) : null}
      </p>
      <ul className={styles.rows}>
        {rows.value.map((row) => (
          <li key={row.ordinal} data-outcome={row.outcome}>
            <bdi className={styles.name}>{row.name}</bdi>
            <span className={styles.outcome}>
              {outcomeOf(row.outcome, t)}
              {row.subject ? (
                <>
                  {" · "}
                  <Link href={resolutionAddress(row.subject)}>
                    <bdi>{row.subject}</bdi>
                  </Link>
                </>
              ) : null}
            </span>
            <span lang="en">{row.message}</span>
          </li>
        ))}
      </ul>
      {rows.value.length === rowsOfPage && last !== undefined ? (
        <Link href={address(`${here}?after=${last}${refusedOnly ? "&outcome=refused" : ""}`)}>
          {t("importFiles.next")}
        </Link>
      ) : null}
    </>
  );
}

const outcomes = ["created", "version", "expression", "unchanged", "refused"] as const;

function outcomeOf(outcome: string, t: Awaited<ReturnType<typeof getReader>>["t"]): string {
  const known = outcomes.find((one) => one === outcome);
  return known ? t(`importFiles.outcomes.${known}`) : outcome;
}
