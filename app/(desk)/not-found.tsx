import { address } from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";

/** An address within the product that leads nowhere: the frame stays, so that the way on is at hand. */
export default async function DeskNotFoundPage() {
  const { t } = await getReader();
  return (
    <PageHead title={t("failure.noPage")} lead={<p>{t("failure.noPageLead")}</p>}>
      <ButtonLink href={address("/")}>{t("failure.home")}</ButtonLink>
    </PageHead>
  );
}
