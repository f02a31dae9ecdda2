import type { Metadata } from "next";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { readSessionName } from "@/app/_server/session-name";
import { CoverageChart } from "@/app/_ui/chart/coverage-chart";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { coverageChart, coverageInput } from "@/lib/services/charts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reports.coverage") };
}

/** Have we read everything adopted: those with most unread first. `?session=GA-52` narrows it. */
export default async function CoveragePage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const result = await ask(coverageChart, coverageInput, readSessionName(query.session) ?? {});
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { t } = reader;
  return (
    <>
      <PageHead title={t("reports.coverage")} lead={<p>{t("reports.coverageLead")}</p>} />
      <CoverageChart rows={result.value.rows} all={result.value.all} reader={reader} />
    </>
  );
}
