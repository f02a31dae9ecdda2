import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address, roundAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { RowKeys } from "@/app/_ui/table/row-keys";
import { cells, Table } from "@/app/_ui/table/table";
import { rounds } from "@/lib/services/rounds";
import styles from "./rounds.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("rounds.title") };
}

/** Rounds of questions to the units, newest first, with how many answers are there. */
export default async function RoundsPage() {
  await signedIn();
  const [{ t, day }, list] = await Promise.all([getReader(), askPlain(rounds)]);
  if (!list.ok) return <FailurePage failure={list.error} />;
  const columns = ["round", "asked", "answerBy", "answers"] as const;
  return (
    <>
      <PageHead title={t("rounds.title")} lead={t("rounds.lead")}>
        {list.value.mayAsk ? <ButtonLink href={address("/rounds/new")}>{t("rounds.new")}</ButtonLink> : null}
      </PageHead>
      {list.value.rounds.length === 0 ? (
        <Empty title={t("rounds.none")}>
          {list.value.mayAsk ? (
            <Link href={address("/rounds/new")}>{t("rounds.new")}</Link>
          ) : (
            t("rounds.noneLead")
          )}
        </Empty>
      ) : (
        <RowKeys>
          <Table
            caption={t("rounds.title")}
            stacks
            head={columns.map((column) => (
              <th key={column} scope="col">
                {t(`rounds.column.${column}`)}
              </th>
            ))}
          >
            {list.value.rounds.map((round) => (
              <tr key={round.number} data-row tabIndex={-1}>
                <th scope="row">
                  <Link href={roundAddress(round.number)} className={styles.rowLink} prefetch={false}>
                    {round.title}
                  </Link>
                  {round.isClosed ? <span className={styles.quiet}> {t("rounds.isClosed")}</span> : null}
                </th>
                <td data-label={t("rounds.column.asked")} className={cells.tight}>
                  {day(round.askedOn)} <span className={styles.quiet}>{round.askedByName}</span>
                </td>
                <td data-label={t("rounds.column.answerBy")} className={cells.tight}>
                  {round.answerBy ? day(round.answerBy) : ""}
                </td>
                <td data-label={t("rounds.column.answers")}>{t("rounds.counts", round.counts)}</td>
              </tr>
            ))}
          </Table>
        </RowKeys>
      )}
    </>
  );
}
