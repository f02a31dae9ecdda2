import type { Metadata } from "next";
import { signedIn } from "@/app/_server/context";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { sheetFields } from "@/lib/core/import/fields";
import { mayImportSheet } from "@/lib/services/spreadsheet";
import { ImportPlaces } from "../import-places";
import { SheetForm } from "./sheet-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("sheet.title") };
}

/** Follow-up that staff keep in a sheet comes in: columns, changes row by row, then the changes themselves. */
export default async function SheetPage() {
  const [actor, { t }] = await Promise.all([signedIn(), getReader()]);
  if (!mayImportSheet(actor))
    return <FailurePage failure={{ code: "not-permitted", message: t("sheet.mayNot") }} />;
  return (
    <>
      <PageHead title={t("sheet.title")} lead={t("sheet.lead")}>
        <ImportPlaces here="sheet" />
      </PageHead>
      <SheetForm
        fields={sheetFields.map((field) => ({ field, name: t(`sheet.fields.${field}`) }))}
        words={{
          file: t("sheet.file"),
          fileHint: t("sheet.fileHint"),
          sheetNo: t("sheet.sheetNo"),
          sheetNoHint: t("sheet.sheetNoHint"),
          look: t("sheet.look"),
          apply: t("sheet.apply"),
          again: t("sheet.again"),
          reason: t("sheet.reason"),
          reasonHint: t("sheet.reasonHint"),
          columns: t("sheet.columns"),
          noColumn: t("sheet.noColumn"),
          changes: t("sheet.changes"),
          row: t("sheet.row"),
          task: t("sheet.task"),
          problem: t("sheet.problem"),
          nothing: t("sheet.nothing"),
          more: t("sheet.more"),
          done: t("sheet.done"),
          another: t("sheet.another"),
        }}
      />
    </>
  );
}
