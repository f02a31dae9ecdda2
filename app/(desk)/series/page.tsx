import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { askPlain, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { resolutionAddress, seriesAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { seriesList } from "@/lib/services/series";
import styles from "./[...symbol]/series.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("series.listTitle") };
}

/** The series on record, and the way to the comparison of any resolution with the earlier ones. */
export default async function SeriesListPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, { t, day }, list] = await Promise.all([
    firstOf(searchParams),
    getReader(),
    askPlain(seriesList),
  ]);
  const wanted = query.of?.trim().toUpperCase().slice(0, 100) ?? "";
  if (wanted !== "") redirect(seriesAddress(wanted));
  if (!list.ok) return <FailurePage failure={list.error} />;
  const columns = ["later", "earlier", "undecided"] as const;
  return (
    <>
      <PageHead title={t("series.listTitle")} lead={t("series.listLead")} />
      <form className={`${styles.chooser} no-print`}>
        <TextField name="of" label={t("series.of")} hint={t("series.ofHint")} required autoComplete="off" />
        <Button type="submit">{t("series.openIt")}</Button>
      </form>
      {list.value.pairs.length === 0 ? (
        <Empty title={t("series.pairsNone")}>{t("series.pairsNoneLead")}</Empty>
      ) : (
        <Table
          caption={t("series.listTitle")}
          stacks
          head={columns.map((column) => (
            <th key={column} scope="col">
              {t(`series.pairColumn.${column}`)}
            </th>
          ))}
        >
          {list.value.pairs.map((pair) => (
            <tr key={pair.later}>
              <th scope="row">
                <Link href={seriesAddress(pair.later)}>
                  <bdi>{pair.later}</bdi>
                </Link>{" "}
                <span className={styles.quiet}>{pair.adopted ? day(pair.adopted) : ""}</span>
                <p className={styles.quiet}>{pair.title}</p>
              </th>
              <td className={cells.tight} data-label={t("series.pairColumn.earlier")}>
                <Link href={resolutionAddress(pair.earlier)}>
                  <bdi>{pair.earlier}</bdi>
                </Link>
              </td>
              <td className={cells.tight} data-label={t("series.pairColumn.undecided")}>
                {t("series.waiting", { count: pair.undecided })}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
