import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { resolutionAddress, symbolOf, taskAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { PrintButton } from "@/app/_ui/page/print-button";
import { getReader, type Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { seriesInput } from "@/lib/services/inputs";
import { seriesPage } from "@/lib/services/series";
import type { SeriesPage } from "@/lib/services/types";
import styles from "./series.module.css";
import { SeriesDecision } from "./series-decision";

type Props = { params: Promise<{ symbol: string[] }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { symbol } = await params;
  return { title: (await getReader()).t("series.titleAlone", { later: symbolOf(symbol) }) };
}

/** A later resolution beside the tasks of an earlier one of its series, paragraph by paragraph. */
export default async function SeriesComparisonPage({ params, searchParams }: Props) {
  await signedIn();
  const [{ symbol }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  const { t } = reader;
  const result = await ask(seriesPage, seriesInput, { symbol: symbolOf(symbol), beside: query.beside ?? "" });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  const open = page.rows.filter((row) => row.isOpen && !row.decided).length;
  return (
    <>
      <PageHead
        over={t("series.over")}
        title={
          page.earlier
            ? t("series.title", { later: page.later.symbol, earlier: page.earlier.symbol })
            : t("series.titleAlone", { later: page.later.symbol })
        }
        lead={
          <>
            {page.earlier ? <p>{t("series.finding", { open })}</p> : null}
            <p className={styles.quiet}>{t("series.lead")}</p>
          </>
        }
      >
        <PrintButton label={t("session.print")} />
      </PageHead>
      <form className={`${styles.chooser} no-print`}>
        <TextField
          name="beside"
          label={t("series.earlier")}
          defaultValue={page.earlier?.symbol ?? ""}
          list="earlier"
          autoComplete="off"
        />
        <datalist id="earlier">
          {page.candidates.map((one) => (
            <option key={one.symbol} value={one.symbol}>
              {t("series.candidate", { symbol: one.symbol, open: one.open })}
            </option>
          ))}
        </datalist>
        <Button type="submit">{t("series.show")}</Button>
      </form>
      {page.earlier ? (
        page.rows.map((row) => <Row key={row.number} row={row} page={page} reader={reader} />)
      ) : (
        <Empty title={t("series.noEarlier")}>{t("series.noEarlierLead")}</Empty>
      )}
    </>
  );
}

function Row({ row, page, reader }: { row: SeriesPage["rows"][number]; page: SeriesPage; reader: Reader }) {
  const { t, day, share } = reader;
  const { proposal, decided } = row;
  const later = page.later.symbol;
  const shown = decided
    ? (page.paragraphs.find((one) => one.stableId === decided.paragraph) ?? null)
    : proposal.paragraph;
  return (
    <article className={styles.row} aria-label={row.ask}>
      <div className={styles.side}>
        <p className={styles.over}>
          <Link href={resolutionAddress(page.earlier?.symbol ?? "", `op${row.para}`)}>
            {t("series.old", { symbol: page.earlier?.symbol ?? "", para: row.para })}
          </Link>
        </p>
        <p>{row.text}</p>
        <p className={styles.facts}>
          <Link href={taskAddress(row.number)}>{t("task.over", { number: row.number })}</Link>{" "}
          <StatusTag status={row.status} label={t(`status.${row.status}`)} />
        </p>
      </div>
      <div className={styles.side}>
        {shown ? (
          <>
            <p className={styles.over}>
              <Link href={resolutionAddress(later, `op${shown.number}`)}>
                {t("series.new", { symbol: later, para: shown.number })}
              </Link>
            </p>
            <p>{shown.text}</p>
          </>
        ) : (
          <p className={styles.quiet}>
            {decided ? t(`series.verdictMeaning.${decided.verdict}`) : t("series.nothing", { symbol: later })}
          </p>
        )}
        <p className={styles.quiet}>
          {decided ? (
            <strong className={styles.verdict}>
              {t("series.decided", {
                verdict: t(`series.verdict.${decided.verdict}`),
                name: decided.by,
                day: day(decided.on, "long"),
              })}
            </strong>
          ) : (
            <>
              {t("series.proposed", { verdict: t(`series.verdict.${proposal.verdict}`) })}
              {proposal.paragraph ? ` · ${t("series.likeness", { share: share(proposal.likeness) })}` : ""}
            </>
          )}
        </p>
        {decided?.reason ? <p className={styles.quiet}>{decided.reason}</p> : null}
        {row.nextNumber !== null ? (
          <p>
            <Link href={taskAddress(row.nextNumber)}>
              {t("series.successor", { number: row.nextNumber })}
            </Link>
          </p>
        ) : null}
        {!row.isOpen && !decided ? <p className={styles.quiet}>{t("series.closed")}</p> : null}
        {row.isOpen && page.mayDecide ? <SeriesDecision row={row} page={page} reader={reader} /> : null}
      </div>
    </article>
  );
}
