import type { Route } from "next";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { burnUpOn } from "@/lib/core/insight/burn-up";
import type { ScopeCharts } from "@/lib/services/charts";
import { Button } from "../form/button";
import form from "../form/form.module.css";
import type { Reader } from "../reader";
import { BurnUpChart } from "./burn-up-chart";
import { CarriedTable } from "./carried-table";
import styles from "./chart.module.css";
import { chartScope } from "./chart-scope";
import { DueChart } from "./due-chart";
import { LineageChart } from "./lineage-chart";
import { MovedList } from "./moved-list";

type Name = "burnUp" | "due" | "carried" | "moved" | "lineage";

/**
 * The charts of one session, body or filter, each with its question. `marks` are days to draw through the burn-up
 * (openings), `bands` stretches behind the months (sessions). `here` is the address of the page, for the comparison.
 */
export function ScopeChartsView({
  charts,
  reader,
  marks = [],
  bands = [],
  show = ["burnUp", "due", "carried", "moved", "lineage"],
  here,
}: {
  charts: ScopeCharts;
  reader: Reader;
  marks?: readonly { on: IsoDate; label: string }[];
  bands?: readonly { from: IsoDate; to: IsoDate; label: string }[];
  show?: readonly Name[];
  here?: Route;
}) {
  const { t } = reader;
  const scope = chartScope(charts.filter, charts.isPast ? charts.asOf : null);
  const now = burnUpOn(charts.burnUp, charts.asOf);
  return (
    <div className={styles.charts}>
      {show.includes("burnUp") ? (
        <BurnUpChart
          points={charts.burnUp}
          today={charts.asOf}
          marks={marks}
          scope={scope}
          reader={reader}
          finding={t("chart.burnUp.finding", {
            asked: now.asked,
            settled: now.settled,
            handedOver: now.handedOver - now.settled,
            expected: now.expected,
          })}
        />
      ) : null}
      {show.includes("due") ? (
        <DueChart months={charts.months} today={charts.asOf} bands={bands} scope={scope} reader={reader} />
      ) : null}
      {show.includes("carried") ? (
        <div className={styles.wide}>
          <CarriedTable rows={charts.carried} scope={scope} reader={reader} />
        </div>
      ) : null}
      {show.includes("moved") ? (
        <div className={styles.wide}>
          <MovedList moved={charts.moved} since={charts.since} until={charts.asOf} reader={reader} />
          {here ? (
            <form action={here} className={`${styles.since} no-print`}>
              <label htmlFor="since">{t("chart.moved.since")}</label>
              <input
                id="since"
                type="date"
                name="since"
                defaultValue={charts.since}
                max={charts.asOf}
                className={form.input}
              />
              {charts.isPast ? <input type="hidden" name="asOf" value={charts.asOf} /> : null}
              <Button type="submit" size="small">
                {t("chart.moved.show")}
              </Button>
            </form>
          ) : null}
        </div>
      ) : null}
      {show.includes("lineage") ? (
        <div className={styles.wide}>
          <LineageChart rows={charts.lineage} reader={reader} />
        </div>
      ) : null}
    </div>
  );
}
