import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { address, sessionAddress } from "@/app/_ui/addresses";
import { ScopeChartsView } from "@/app/_ui/chart/scope-charts";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { PrintButton } from "@/app/_ui/page/print-button";
import { getReader } from "@/app/_ui/reader";
import { sessionCharts, sessionChartsInput } from "@/lib/services/charts";

type Props = { params: Promise<{ organ: string; number: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organ, number }, { say }] = await Promise.all([params, getReader()]);
  return { title: say.session(decodeURIComponent(organ), Number(number)) };
}

/** The charts of one session, on a page of their own: for a screen in a meeting, and for paper. */
export default async function SessionReportPage({ params, searchParams }: Props) {
  await signedIn();
  const [{ organ, number }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  if (!/^\d{1,4}$/u.test(number)) notFound();
  const name = decodeURIComponent(organ);
  const result = await ask(sessionCharts, sessionChartsInput, {
    organ: name,
    session: number,
    asOf: dayOf(query.asOf),
    since: dayOf(query.since),
  });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { charts, marks, bands } = result.value;
  const { t, day } = reader;
  const here = address(`/reports${sessionAddress(name, number)}`);
  return (
    <>
      <PageHead
        over={t("time.asOf", { day: day(charts.asOf, "full") })}
        title={reader.say.session(name, Number(number))}
        lead={<p>{t("reports.sessionLead")}</p>}
      >
        <ButtonLink href={sessionAddress(name, number)}>{t("reports.brief")}</ButtonLink>
        <PrintButton label={t("reports.print")} />
      </PageHead>
      <ScopeChartsView
        charts={charts}
        reader={reader}
        marks={marks.map((mark) => ({ on: mark.on, label: t(`session.${mark.kind}`) }))}
        bands={bands}
        here={here}
      />
    </>
  );
}
