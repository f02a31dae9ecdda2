import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address, reviewAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { RowKeys } from "@/app/_ui/table/row-keys";
import { cells, Table } from "@/app/_ui/table/table";
import { reviewQueueInput } from "@/lib/services/inputs";
import { reviewQueue } from "@/lib/services/review";
import { CoverageBar } from "./coverage-bar";
import styles from "./review.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("review.title") };
}

/** Newly adopted resolutions, by date of adoption, with how far each is read. */
export default async function ReviewQueuePage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, { t, day, number }] = await Promise.all([firstOf(searchParams), getReader()]);
  const done = query.done === "1";
  const queue = await ask(reviewQueue, reviewQueueInput, { done, cursor: query.cursor ?? null });
  if (!queue.ok) return <FailurePage failure={queue.error} />;
  const columns = ["resolution", "adopted", "proposals", "decided", "who"] as const;
  return (
    <>
      <PageHead title={t("review.title")} lead={t("review.lead")}>
        <ButtonLink href={address(done ? "/review" : "/review?done=1")}>
          {done ? t("review.waiting") : t("review.done")}
        </ButtonLink>
      </PageHead>
      {queue.value.rows.length === 0 ? (
        <Empty title={done ? t("resolutions.none") : t("review.none")}>
          <Link href={address("/import")}>{t("review.noneLead")}</Link>
        </Empty>
      ) : (
        <RowKeys>
          <Table
            caption={t("review.title")}
            stacks
            head={columns.map((column) => (
              <th key={column} scope="col">
                {t(`review.column.${column}`)}
              </th>
            ))}
          >
            {queue.value.rows.map((row) => (
              <tr key={row.symbol} data-row tabIndex={-1}>
                <th scope="row">
                  <Link href={reviewAddress(row.symbol)} className={styles.rowLink} prefetch={false}>
                    <bdi>{row.symbol}</bdi> {row.title}
                  </Link>
                </th>
                <td className={cells.tight}>{row.adopted ? day(row.adopted) : ""}</td>
                <td className={cells.tight}>
                  {number(row.proposed)}{" "}
                  <span className={styles.quiet}>
                    {t("review.exactOf", { exact: row.exact, proposed: row.proposed })}
                  </span>
                </td>
                <td>
                  <CoverageBar
                    decided={row.decidedCount}
                    total={row.operativeCount}
                    label={t("review.coverage", { decided: row.decidedCount, total: row.operativeCount })}
                  />
                </td>
                <td className={cells.tight}>{row.claimedBy?.name ?? ""}</td>
              </tr>
            ))}
          </Table>
        </RowKeys>
      )}
      {queue.value.nextCursor ? (
        <ButtonLink
          href={address(
            `/review?cursor=${encodeURIComponent(queue.value.nextCursor)}${done ? "&done=1" : ""}`,
          )}
        >
          {t("tasks.next")}
        </ButtonLink>
      ) : null}
    </>
  );
}
