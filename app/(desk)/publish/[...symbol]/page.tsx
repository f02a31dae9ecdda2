import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { address, publicAddress, resolutionAddress, symbolOf } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextArea } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { PublicText } from "@/app/_ui/public-text/public-text";
import { getReader } from "@/app/_ui/reader";
import { previewPublic, publicResolutionInput } from "@/lib/services/public";
import { publish } from "./actions";

type Props = { params: Promise<{ symbol: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: symbolOf((await params).symbol) };
}

/** A deliberate step: what everybody would read, before everybody can read it. */
export default async function PublishPage({ params }: Props) {
  await signedIn();
  const [{ symbol: segments }, reader] = await Promise.all([params, getReader()]);
  const { t } = reader;
  const symbol = symbolOf(segments);
  const result = await ask(previewPublic, publicResolutionInput, { symbol });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  const actions = page.paragraphs.reduce((sum, paragraph) => sum + paragraph.actions.length, 0);
  return (
    <>
      <PageHead
        over={<Link href={resolutionAddress(page.symbol)}>{page.symbol}</Link>}
        title={t(page.isPublic ? "public.withdrawTitle" : "public.publishTitle")}
        lead={<p>{t("public.publishLead", { actions, paragraphs: page.operativeCount })}</p>}
      />
      {page.isOpen ? null : (
        <Note tone="warn">
          {t("public.closedNote")} <Link href={address("/settings")}>{t("nav.settings")}</Link>
        </Note>
      )}
      {page.isPublic && page.isOpen ? (
        <p>
          <Link href={publicAddress(page.symbol)}>{t("public.seePage")}</Link>
        </p>
      ) : null}
      <ActionForm action={publish.bind(null, page.symbol, page.version, !page.isPublic)}>
        <TextArea
          name="reason"
          label={t("public.reason")}
          rows={2}
          maxLength={500}
          required={page.isPublic}
        />
        <Submit>{t(page.isPublic ? "public.withdraw" : "public.publish")}</Submit>
      </ActionForm>
      <Section id="preview" title={t("public.preview")}>
        <PublicText resolution={page} reader={reader} isPreview />
      </Section>
    </>
  );
}
