import type { Failure } from "@/lib/core/result";
import { sayFailure } from "@/lib/i18n/failure";
import { address } from "../addresses";
import { ButtonLink } from "../form/button";
import { getReader } from "../reader";
import { PageHead } from "./page-head";

/** A page that cannot be shown: what is the matter, in the words of the use case, and the way on. */
export async function FailurePage({ failure }: { failure: Failure }) {
  const { t, locale } = await getReader();
  const title =
    failure.code === "not-permitted"
      ? t("failure.notPermitted")
      : failure.code === "not-found"
        ? t("failure.notFound")
        : t("failure.other");
  return (
    <PageHead title={title} lead={<p>{sayFailure(locale, failure).message}</p>}>
      <ButtonLink href={address("/")}>{t("failure.home")}</ButtonLink>
    </PageHead>
  );
}
