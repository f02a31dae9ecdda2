import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { bodyAddress, tasksAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { searchOf } from "@/app/_ui/filter/language";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { searchBodies } from "@/lib/services/bodies";
import { pendingDashboard } from "@/lib/services/dashboard";
import { asOfInput, bodySearchInput } from "@/lib/services/inputs";
import styles from "./bodies.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("bodies.title") };
}

/** Finds a body by any name it has or had; without a search, those that have open work. */
export default async function BodiesPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t } = reader;
  const text = query.q?.trim() ?? "";
  const [found, board] = await Promise.all([
    text ? ask(searchBodies, bodySearchInput, { text, limit: 50 }) : null,
    text ? null : ask(pendingDashboard, asOfInput, {}),
  ]);
  const bodies = found?.ok ? found.value : [];
  const busy = board?.ok
    ? board.value.byBody.flatMap((row) => (row.body ? [{ body: row.body, pending: row.pending }] : []))
    : [];
  return (
    <>
      <PageHead title={t("bodies.title")} lead={t("bodies.lead")} />
      <form action="/bodies" className={styles.search}>
        <TextField name="q" type="search" label={t("bodies.search")} defaultValue={text} />
        <Button type="submit" kind="primary">
          {t("bodies.go")}
        </Button>
      </form>
      {text && bodies.length === 0 ? <Empty title={t("bodies.none")} /> : null}
      <ul className={styles.list}>
        {bodies.map((body) => (
          <li key={body.id}>
            <Link href={bodyAddress(body.id)}>{reader.body(body.name)}</Link>
          </li>
        ))}
      </ul>
      {text ? null : (
        <Section title={t("bodies.withWork")}>
          {busy.length === 0 ? <Empty title={t("bodies.prompt")} /> : null}
          <ul className={styles.list}>
            {busy.map(({ body, pending }) => (
              <li key={body.id}>
                <Link href={bodyAddress(body.id)}>{reader.body(body.name)}</Link>{" "}
                <Link className={styles.quiet} href={tasksAddress(searchOf(pending.filter))}>
                  {t("tasks.count", { count: pending.count })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
