import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address, taskAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { PrintButton } from "@/app/_ui/page/print-button";
import { getReader, type Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { shortSymbol } from "@/app/_ui/task-list/task-table";
import { slipsInput } from "@/lib/services/inputs";
import { slipRegister } from "@/lib/services/slips";
import type { SlipRegister } from "@/lib/services/types";
import styles from "../calendar.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("slips.title") };
}

/** Deadlines that people moved: from when to when, why, by which text, and who was told. */
export default async function SlipsPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t, day } = reader;
  const onlyLater = query.later === "1";
  const result = await ask(slipRegister, slipsInput, { onlyLater, cursor: query.cursor ?? null });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  const { rows, later, earlier } = page;
  return (
    <>
      <PageHead
        over={t("time.asOf", { day: day(page.asOf, "full") })}
        title={t("slips.title")}
        lead={
          <>
            {rows.length > 0 ? <p>{t("slips.finding", { all: rows.length, later, earlier })}</p> : null}
            <p className={styles.quiet}>{t("slips.lead")}</p>
          </>
        }
      >
        <ButtonLink kind="quiet" href={address(onlyLater ? "/calendar/slips" : "/calendar/slips?later=1")}>
          {onlyLater ? t("slips.all") : t("slips.onlyLater")}
        </ButtonLink>
        {rows.length > 0 ? <PrintButton label={t("reports.print")} /> : null}
      </PageHead>
      {rows.length === 0 ? (
        <Empty title={t("slips.finding", { all: 0, later, earlier })}>{t("slips.noneLead")}</Empty>
      ) : (
        <Slips page={page} reader={reader} />
      )}
      {page.nextCursor ? (
        <ButtonLink href={address(`/calendar/slips?cursor=${page.nextCursor}${onlyLater ? "&later=1" : ""}`)}>
          {t("slips.next")}
        </ButtonLink>
      ) : null}
    </>
  );
}

function Slips({ page, reader: { t, day } }: { page: SlipRegister; reader: Reader }) {
  const columns = ["task", "moved", "by", "why", "document", "told", "who"] as const;
  const place = (organ: string | null, session: number | null, due: string | null) =>
    [organ && session ? `${organ} ${session}` : "", due ? day(due) : t("tasks.noDate")]
      .filter(Boolean)
      .join(", ");
  return (
    <Table
      caption={t("slips.title")}
      stacks
      head={columns.map((column) => (
        <th key={column} scope="col">
          {t(`slips.${column}`)}
        </th>
      ))}
    >
      {page.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link href={taskAddress(row.number)}>
              {shortSymbol(row.symbol)} § {row.para}
            </Link>
            <p className={styles.quiet}>{row.ask}</p>
          </th>
          <td data-label={t("slips.moved")}>
            {place(row.fromOrgan, row.fromSession, row.fromDue)} →{" "}
            {place(row.toOrgan, row.toSession, row.toDue)}
            {row.isDeferral ? <p className={styles.quiet}>{t("slips.deferral")}</p> : null}
          </td>
          <td className={(row.days ?? 0) > 0 ? styles.late : styles.early} data-label={t("slips.by")}>
            {row.days === null || row.days === 0
              ? "–"
              : row.days > 0
                ? t("slips.days", { days: row.days })
                : t("slips.daysEarlier", { days: -row.days })}
          </td>
          <td className={styles.reason} data-label={t("slips.why")}>
            {row.reason || "–"}
          </td>
          <td data-label={t("slips.document")}>
            {row.document ? (
              <bdi>{row.document}</bdi>
            ) : (
              <span className={styles.quiet}>{t("slips.noDocument")}</span>
            )}
          </td>
          <td data-label={t("slips.told")}>
            {row.told}
            {row.notified.length > 0 ? (
              <p className={styles.quiet}>{t("slips.notified", { names: row.notified.join(", ") })}</p>
            ) : null}
            {row.told === "" && row.notified.length === 0 ? (
              <span className={styles.quiet}>{t("slips.nobody")}</span>
            ) : null}
          </td>
          <td className={cells.tight} data-label={t("slips.who")}>
            {row.actorName}, {day(row.effectiveOn)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
