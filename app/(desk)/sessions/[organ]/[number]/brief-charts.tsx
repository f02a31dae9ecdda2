import { sessionAddress } from "@/app/_ui/addresses";
import { CoverageChart } from "@/app/_ui/chart/coverage-chart";
import { ScopeChartsView } from "@/app/_ui/chart/scope-charts";
import type { Reader } from "@/app/_ui/reader";
import type { Coverage } from "@/lib/core/insight/coverage";
import type { SessionCharts } from "@/lib/services/charts";

type Props = { charts: SessionCharts; reader: Reader };

/** Shall we be ready, and what falls due when: side by side, before anything else. */
export function ReadinessCharts({ charts, reader }: Props) {
  return (
    <ScopeChartsView
      charts={charts.charts}
      reader={reader}
      marks={charts.marks.map((mark) => ({ on: mark.on, label: reader.t(`session.${mark.kind}`) }))}
      bands={charts.bands}
      show={["burnUp", "due"]}
    />
  );
}

/** Who carries what, what moved since, and does it come back. */
export function BackgroundCharts({
  charts,
  reader,
  organ,
  session,
}: Props & { organ: string; session: number }) {
  return (
    <ScopeChartsView
      charts={charts.charts}
      reader={reader}
      show={["carried", "moved", "lineage"]}
      here={sessionAddress(organ, session)}
    />
  );
}

/** Have we read everything adopted: the resolutions of the session before, which ask for most of what is due at this one. */
export function ReadingChart({
  coverage,
  reader,
}: {
  coverage: { rows: readonly Coverage[]; all: Parameters<typeof CoverageChart>[0]["all"] };
  reader: Reader;
}) {
  return <CoverageChart rows={coverage.rows.slice(0, mostResolutions)} all={coverage.all} reader={reader} />;
}

/** Those with most unread come first; the page of the reading has the rest. */
const mostResolutions = 8;
