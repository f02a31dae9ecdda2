import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { readSessionName } from "@/app/_server/session-name";
import { address, resolutionAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import form from "@/app/_ui/form/form.module.css";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { searchAll, searchInput, searchKinds } from "@/lib/services/search";
import { Facets } from "./facets";
import styles from "./find.module.css";
import { Hits } from "./hits";

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const [{ t }, query] = await Promise.all([getReader(), firstOf(searchParams)]);
  return { title: query.q ? `${query.q} · ${t("find.title")}` : t("find.title") };
}

/** Search over texts, tasks, resolutions, bodies and comments. The address is the search, so it can be mailed. */
export default async function FindPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t } = reader;
  const text = query.q?.trim() ?? "";
  const kind = searchKinds.find((one) => one === query.kind);
  const result =
    text === ""
      ? null
      : await ask(searchAll, searchInput, {
          text,
          kind,
          ...(readSessionName(query.session) ?? {}),
          isExact: query.exact === "1",
        });
  if (result && !result.ok) return <FailurePage failure={result.error} />;
  const found = result?.value ?? null;
  const isNothing = found && found.hits.length === 0;
  return (
    <>
      <PageHead title={t("find.title")} lead={found ? null : <p>{t("find.lead")}</p>} />
      <form action="/find" className={styles.form} role="search">
        <label htmlFor="find" className="visually-hidden">
          {t("find.label")}
        </label>
        <input
          id="find"
          name="q"
          type="search"
          defaultValue={text}
          key={text}
          className={form.input}
          placeholder={t("find.placeholder")}
          autoComplete="off"
          maxLength={200}
        />
        <Button type="submit" kind="primary">
          {t("find.go")}
        </Button>
      </form>
      {found?.symbol ? (
        <p className={styles.symbol}>
          {found.symbol.isHere ? (
            <Link href={resolutionAddress(found.symbol.canonical)}>
              {t("find.symbolHere", { symbol: found.symbol.canonical })}
            </Link>
          ) : (
            t("find.symbolAbsent", { symbol: found.symbol.canonical })
          )}
        </p>
      ) : null}
      {found?.corrected ? (
        <p className={styles.symbol} role="status">
          {t.rich("find.corrected", {
            corrected: found.corrected,
            text,
            b: (chunks) => <strong>{chunks}</strong>,
            a: (chunks) => (
              <Link href={address(`/find?${new URLSearchParams({ q: text, exact: "1" })}`)}>{chunks}</Link>
            ),
          })}
        </p>
      ) : null}
      {found && !isNothing ? (
        <div className={styles.split}>
          <Facets found={found} query={query} reader={reader} />
          <Hits found={found} kind={kind ?? null} query={query} reader={reader} />
        </div>
      ) : null}
      {isNothing ? <Empty title={t("find.none", { text })}>{t("find.noneLead")}</Empty> : null}
    </>
  );
}
