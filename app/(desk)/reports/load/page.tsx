import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { taskAddress } from "@/app/_ui/addresses";
import { LoadMapChart } from "@/app/_ui/chart/load-map-chart";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { PrintButton } from "@/app/_ui/page/print-button";
import { getReader } from "@/app/_ui/reader";
import { loadMapInput, reportingLoad } from "@/lib/services/charts";
import styles from "../reports.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reports.load") };
}

const organs = ["GA", "ECOSOC", "HRC"] as const;

/** The reporting load by session, committee and month; the wish stands in the address, so it can be mailed. */
export default async function ReportingLoadPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t } = reader;
  const wish = { combine: query.combine === "1", biennialize: query.biennialize === "1" };
  const result = await ask(reportingLoad, loadMapInput, {
    organ: query.organ || undefined,
    first: query.first || undefined,
    ...wish,
  });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { map, organ, first, isWhole } = result.value;
  return (
    <>
      <PageHead title={t("reports.load")} lead={<p>{t("reports.loadLead")}</p>}>
        <PrintButton label={t("reports.print")} />
      </PageHead>
      <form action="/reports/load" className={styles.wish}>
        <SelectField
          name="organ"
          label={t("reports.organ")}
          defaultValue={organ}
          options={organs.map((one) => ({ value: one, label: t(`reports.organs.${one}`) }))}
        />
        <TextField
          name="first"
          label={t("reports.first")}
          defaultValue={String(first)}
          inputMode="numeric"
          pattern="[0-9]{1,4}"
          size={6}
        />
        <fieldset>
          <legend>{t("reports.whatIf")}</legend>
          <label>
            <input type="checkbox" name="combine" value="1" defaultChecked={wish.combine} />{" "}
            {t("reports.combine")}
          </label>
          <label>
            <input type="checkbox" name="biennialize" value="1" defaultChecked={wish.biennialize} />{" "}
            {t("reports.biennialize")}
          </label>
        </fieldset>
        <Button type="submit" kind="primary">
          {t("reports.show")}
        </Button>
      </form>
      {isWhole ? null : <Note tone="warn">{t("reports.loadCut")}</Note>}
      {map.now === 0 ? (
        <Empty title={t("reports.loadNone", { session: reader.say.session(organ, first) })} />
      ) : (
        <LoadMapChart map={map} organ={organ} isWhatIf={wish.combine || wish.biennialize} reader={reader} />
      )}
      <Section id="clusters" title={t("reports.clusters")}>
        {map.clusters.length === 0 ? (
          <p>{t("reports.clustersNone")}</p>
        ) : (
          <ul className={styles.clusters}>
            {map.clusters.map((cluster) => (
              <li key={cluster.requests.map((request) => request.number).join(" ")}>
                <p>
                  {t("reports.cluster", {
                    count: cluster.requests.length,
                    session: reader.say.session(organ, cluster.session),
                  })}
                </p>
                <ul>
                  {cluster.requests.map((request) => (
                    <li key={request.number}>
                      <Link href={taskAddress(request.number)} prefetch={false}>
                        <bdi>{request.symbol}</bdi> § {request.para}
                      </Link>{" "}
                      {request.title}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
