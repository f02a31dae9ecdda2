import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address, resolutionAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button, ButtonLink } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { parseSymbol } from "@/lib/core/symbol/parse-symbol";
import { reviewQueueInput } from "@/lib/services/inputs";
import { reviewQueue } from "@/lib/services/review";
import styles from "../bodies/bodies.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("resolutions.title") };
}

/** A symbol in any habit of writing goes straight to its resolution; below, the record. */
export default async function ResolutionsPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, { t, day }] = await Promise.all([firstOf(searchParams), getReader()]);
  const text = query.symbol?.trim() ?? "";
  const symbol = text ? parseSymbol(text) : null;
  if (symbol) redirect(resolutionAddress(symbol.canonical));
  const [waiting, done] = await Promise.all([
    ask(reviewQueue, reviewQueueInput, { limit: 200 }),
    ask(reviewQueue, reviewQueueInput, { limit: 200, done: true }),
  ]);
  const rows = [...(waiting.ok ? waiting.value.rows : []), ...(done.ok ? done.value.rows : [])];
  const sorted = rows.toSorted(
    (a, b) => (b.adopted ?? "").localeCompare(a.adopted ?? "") || a.symbol.localeCompare(b.symbol),
  );
  return (
    <>
      <PageHead title={t("resolutions.title")} lead={t("resolutions.lead")}>
        <ButtonLink href={address("/series")}>{t("series.listTitle")}</ButtonLink>
      </PageHead>
      <form action="/resolutions" className={styles.search}>
        <TextField
          name="symbol"
          label={t("resolutions.symbol")}
          defaultValue={text}
          error={text ? t("resolutions.notASymbolLead") : undefined}
        />
        <Button type="submit" kind="primary">
          {t("resolutions.go")}
        </Button>
      </form>
      {sorted.length === 0 ? <Empty title={t("resolutions.none")} /> : null}
      <ul className={styles.list}>
        {sorted.map((row) => (
          <li key={row.symbol}>
            <Link href={resolutionAddress(row.symbol)}>
              <bdi>{row.symbol}</bdi>
            </Link>
            {row.title}
            <span className={styles.quiet}>
              {row.adopted ? day(row.adopted) : ""} ·{" "}
              {t("review.coverage", { decided: row.decidedCount, total: row.operativeCount })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
