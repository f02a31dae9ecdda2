import { signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { mayImportSheet } from "@/lib/services/spreadsheet";

/** The ways in beside the one that is shown, for those who may go there. */
export async function ImportPlaces({ here }: { here: "one" | "files" | "sheet" }) {
  const [actor, { t }] = await Promise.all([signedIn(), getReader()]);
  const isSecretary = can(actor, "import.run");
  return (
    <>
      {here !== "one" && isSecretary ? (
        <ButtonLink href={address("/import")}>{t("sheet.toOne")}</ButtonLink>
      ) : null}
      {here !== "files" && isSecretary ? (
        <ButtonLink href={address("/import/files")}>{t("sheet.toFiles")}</ButtonLink>
      ) : null}
      {here !== "sheet" && mayImportSheet(actor) ? (
        <ButtonLink href={address("/import/sheet")}>{t("sheet.toSheet")}</ButtonLink>
      ) : null}
    </>
  );
}
