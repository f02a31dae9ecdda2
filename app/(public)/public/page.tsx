import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { firstOf, type Query } from "@/app/_server/params";
import { visit } from "@/app/_server/visit";
import { publicAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import form from "@/app/_ui/form/form.module.css";
import { FailurePage } from "@/app/_ui/page/failure";
import { getReader } from "@/app/_ui/reader";
import { findPublic, publicListInput } from "@/lib/services/public";
import styles from "../public.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("public.title") };
}

/** What is published: a symbol in any habit of typing leads straight to its resolution. */
export default async function PublicPage({ searchParams }: { searchParams: Query }) {
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t, day } = reader;
  const text = query.q?.trim() ?? "";
  const result = await visit(findPublic, publicListInput, { text });
  if (!result.ok) return <FailurePage failure={result.error} />;
  if (result.value.symbol) redirect(publicAddress(result.value.symbol));
  const { rows } = result.value;
  return (
    <>
      <h1>{t("public.title")}</h1>
      <p className={styles.quiet}>{t("public.lead")}</p>
      <form action="/public" className={styles.search} role="search">
        <label htmlFor="q" className="visually-hidden">
          {t("public.label")}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={text}
          className={form.input}
          placeholder={t("public.placeholder")}
          maxLength={200}
        />
        <Button type="submit" kind="primary">
          {t("find.go")}
        </Button>
      </form>
      {rows.length === 0 ? (
        <Empty title={text ? t("public.none", { text }) : t("public.nothing")} />
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.symbol}>
              <Link href={publicAddress(row.symbol)}>
                <bdi>{row.symbol}</bdi> {row.title}
              </Link>
              {row.adopted ? <p>{t("find.adopted", { day: day(row.adopted, "long") })}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
