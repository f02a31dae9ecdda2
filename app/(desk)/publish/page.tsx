import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address, publishAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { listForPublication } from "@/lib/services/public";
import styles from "./publish.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("public.publication.title") };
}

/** What is published and what may be, for those who publish. */
export default async function PublicationPage() {
  await signedIn();
  const reader = await getReader();
  const { t } = reader;
  const result = await askPlain(listForPublication);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { isOpen, published, reviewed } = result.value;
  return (
    <>
      <PageHead title={t("public.publication.title")} lead={<p>{t("public.publication.lead")}</p>} />
      {isOpen ? (
        <p>
          <Link href={address("/public")}>{t("public.seePage")}</Link>
        </p>
      ) : (
        <Note tone="warn">
          {t("public.closedNote")} <Link href={address("/settings")}>{t("nav.settings")}</Link>
        </Note>
      )}
      <Section id="reviewed" title={t("public.publication.reviewed")}>
        <Resolutions rows={reviewed} none={t("public.publication.noneReviewed")} reader={reader} />
      </Section>
      <Section id="published" title={t("public.publication.published")}>
        <Resolutions rows={published} none={t("public.publication.nonePublished")} reader={reader} />
      </Section>
    </>
  );
}

type Rows = Extract<Awaited<ReturnType<typeof listForPublication>>, { ok: true }>["value"]["published"];

function Resolutions({ rows, none, reader }: { rows: Rows; none: string; reader: Reader }) {
  if (rows.length === 0) return <Empty title={none} />;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.symbol}>
          <Link href={publishAddress(row.symbol)}>
            <bdi>{row.symbol}</bdi> {row.title}
          </Link>
          {row.adopted ? (
            <span>{reader.t("find.adopted", { day: reader.day(row.adopted, "long") })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
