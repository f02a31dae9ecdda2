import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { visit } from "@/app/_server/visit";
import { address, publicAddress, symbolOf } from "@/app/_ui/addresses";
import { FailurePage } from "@/app/_ui/page/failure";
import { PublicText } from "@/app/_ui/public-text/public-text";
import { getReader } from "@/app/_ui/reader";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import { publicResolution, publicResolutionInput } from "@/lib/services/public";
import styles from "../../../public.module.css";

type Props = { params: Promise<{ symbol: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: symbolOf((await params).symbol) };
}

/** A published resolution with the plain state of each paragraph, and when which office last confirmed it. */
export default async function PublicResolutionPage({ params }: Props) {
  const [{ symbol: segments }, reader] = await Promise.all([params, getReader()]);
  const { t, day } = reader;
  const asked = symbolOf(segments);
  const symbol = looseSymbol(asked)?.canonical ?? asked;
  if (symbol !== asked) permanentRedirect(publicAddress(symbol));
  const result = await visit(publicResolution, publicResolutionInput, { symbol });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const resolution = result.value;
  return (
    <>
      <p className={styles.quiet}>
        <bdi>{resolution.symbol}</bdi>
        {resolution.adopted ? ` · ${t("find.adopted", { day: day(resolution.adopted, "long") })}` : ""}
      </p>
      <h1>{resolution.title}</h1>
      <p className={styles.quiet}>
        {resolution.confirmed
          ? t(resolution.confirmed.office ? "public.confirmedBy" : "public.confirmed", {
              day: day(resolution.confirmed.on, "long"),
              office: resolution.confirmed.office ?? "",
            })
          : t("public.unconfirmed")}
      </p>
      <p className={`${styles.tools} no-print`}>
        <a href={address(publicAddress(resolution.symbol).replace("/public/resolutions/", "/public/csv/"))}>
          {t("public.csv")}
        </a>
        <a href={address("/public")}>{t("public.search")}</a>
      </p>
      <PublicText resolution={resolution} reader={reader} />
      <p className={`${styles.how} ${styles.quiet}`}>{t("public.how")}</p>
    </>
  );
}
