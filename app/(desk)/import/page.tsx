import type { Metadata } from "next";
import { signedIn } from "@/app/_server/context";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { ImportForm } from "./import-form";
import { ImportPlaces } from "./import-places";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("import.title") };
}

/** Where a resolution comes in. */
export default async function ImportPage() {
  const [actor, { t }] = await Promise.all([signedIn(), getReader()]);
  if (!can(actor, "resolution.ingest"))
    return <FailurePage failure={{ code: "not-permitted", message: t("import.mayNot") }} />;
  return (
    <>
      <PageHead title={t("import.title")} lead={t("import.lead")}>
        <ImportPlaces here="one" />
      </PageHead>
      <ImportForm
        words={{
          text: t("import.text"),
          textHint: t("import.textHint"),
          file: t("import.file"),
          fileHint: t("import.fileHint"),
          symbol: t("import.symbol"),
          symbolHint: t("import.symbolHint"),
          read: t("import.read"),
          store: t("import.store"),
          back: t("import.back"),
          found: t("import.found"),
          warnings: t("import.warnings"),
          goReview: t("import.goReview"),
          another: t("import.another"),
        }}
      />
    </>
  );
}
