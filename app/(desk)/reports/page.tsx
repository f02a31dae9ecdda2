import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { address, sessionAddress } from "@/app/_ui/addresses";
import { CarriedTable } from "@/app/_ui/chart/carried-table";
import { chartScope } from "@/app/_ui/chart/chart-scope";
import { DueChart } from "@/app/_ui/chart/due-chart";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { loadCharts, loadChartsInput } from "@/lib/services/charts";
import { pendingDashboard } from "@/lib/services/dashboard";
import { asOfInput } from "@/lib/services/inputs";
import styles from "./reports.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reports.title") };
}

/** The questions that the record answers, each a page; and the two that concern all of it at once. */
export default async function ReportsPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t, day } = reader;
  const asOf = dayOf(query.asOf);
  const [charts, board] = await Promise.all([
    ask(loadCharts, loadChartsInput, { asOf }),
    ask(pendingDashboard, asOfInput, { asOf }),
  ]);
  if (!charts.ok) return <FailurePage failure={charts.error} />;
  const sessions = board.ok ? board.value.bySession.filter((row) => row.session !== null) : [];
  const scope = chartScope({});
  return (
    <>
      <PageHead
        title={t("reports.title")}
        over={t("time.asOf", { day: day(charts.value.asOf, "full") })}
        lead={<p>{t("reports.lead")}</p>}
      />
      <ul className={styles.cards}>
        <li>
          <Link href={address("/reports/load")}>{t("reports.load")}</Link>
          <p>{t("reports.loadLead")}</p>
        </li>
        <li>
          <Link href={address("/reports/reading")}>{t("reports.coverage")}</Link>
          <p>{t("reports.coverageLead")}</p>
        </li>
        <li>
          <Link href={address("/reports/accuracy")}>{t("nav.accuracy")}</Link>
          <p>{t("reports.accuracyLead")}</p>
        </li>
      </ul>
      {sessions.length > 0 ? (
        <Section id="sessions" title={t("reports.bySession")}>
          <ul className={styles.sessions}>
            {sessions.map((row) =>
              row.session ? (
                <li key={row.label}>
                  <Link href={address(`/reports${sessionAddress(row.session.organ, row.session.session)}`)}>
                    {reader.say.session(row.session.organ, row.session.session)}
                  </Link>
                  <span>
                    {row.opens ? `${t("dashboard.opens", { day: day(row.opens) })} · ` : ""}
                    {t("reports.pending", { count: row.pending.count })}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </Section>
      ) : null}
      <Section id="due" title={t("reports.all")}>
        <DueChart
          months={charts.value.months}
          today={charts.value.asOf}
          bands={[]}
          scope={scope}
          reader={reader}
        />
      </Section>
      <Section id="carried" title={t("dashboard.byBody")}>
        <CarriedTable rows={charts.value.carried} scope={scope} reader={reader} most={25} />
      </Section>
    </>
  );
}
