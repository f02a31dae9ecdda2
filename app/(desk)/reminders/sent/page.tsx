import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { sent, sentInput } from "@/lib/services/reminder-sent";
import { ReminderTabs } from "../reminder-tabs";
import styles from "../reminders.module.css";
import { EffectTable } from "./effect-table";
import { SentTable } from "./sent-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reminders.deliveries") };
}

const states = ["dead", "failed", "queued", "sent"] as const;

/** What was sent to whom and when, what became of it, and what waits for the Admin. */
export default async function SentPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t, number } = reader;
  const state = states.find((one) => one === query.state) ?? null;
  const page = await ask(sent, sentInput, { state, after: query.after ?? null });
  if (!page.ok) return <FailurePage failure={page.error} />;
  const { rows, next, isAll, counts, effects } = page.value;
  const dead = counts.dead ?? 0;
  return (
    <>
      <PageHead
        title={t("reminders.deliveries")}
        lead={isAll ? t("reminders.deliveriesLead", { dead }) : t("reminders.deliveriesOwn")}
      />
      <ReminderTabs t={t} here="sent" />
      {isAll ? (
        <nav className={styles.states} aria-label={t("reminders.state")}>
          <Link href={address("/reminders/sent")} aria-current={state === null ? "page" : undefined}>
            {t("reminders.allStates")}
          </Link>
          {states.map((one) => (
            <Link
              key={one}
              href={address(`/reminders/sent?state=${one}`)}
              aria-current={state === one ? "page" : undefined}
            >
              {t(`reminders.states.${one}`)}
              {one === "sent" ? null : <b> {number(counts[one] ?? 0)}</b>}
            </Link>
          ))}
        </nav>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={t("reminders.deliveriesNone")} />
      ) : (
        <SentTable rows={rows} reader={reader} maySendAgain={isAll} />
      )}
      {next === null ? null : (
        <p className={styles.quiet}>
          <Link
            href={address(
              `/reminders/sent?${new URLSearchParams({ ...(state ? { state } : {}), after: next })}`,
            )}
          >
            {t("reminders.older")}
          </Link>
        </p>
      )}
      {effects.length > 0 ? (
        <Section id="effect" title={t("reminders.effect")}>
          <EffectTable effects={effects} reader={reader} />
        </Section>
      ) : null}
    </>
  );
}
