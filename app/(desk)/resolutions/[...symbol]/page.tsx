import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import {
  publishAddress,
  resolutionAddress,
  reviewAddress,
  seriesAddress,
  symbolOf,
} from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { LanguageLinks } from "@/app/_ui/source-text/language-links";
import { Lighting } from "@/app/_ui/source-text/lighting";
import { filesOfResolution } from "@/app/_ui/take-out/files";
import { TakeOut } from "@/app/_ui/take-out/take-out";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import { isLocale, localeNames } from "@/lib/i18n/locale";
import { listTasksInput, reviewPageInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { listTasks } from "@/lib/services/tasks";
import { ResolutionText } from "./resolution-text";

type Props = {
  params: Promise<{ symbol: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: symbolOf((await params).symbol) };
}

/** A resolution as it reads, with what follows from each operative paragraph in the margin. */
export default async function ResolutionPage({ params, searchParams }: Props) {
  await signedIn();
  const [{ symbol: segments }, search, reader] = await Promise.all([params, searchParams, getReader()]);
  const { t, day } = reader;
  const asked = symbolOf(segments);
  const symbol = looseSymbol(asked);
  if (!symbol)
    return (
      <FailurePage
        failure={{
          code: "not-found",
          message: `${t("resolutions.notASymbol", { text: asked })}. ${t("resolutions.notASymbolLead")}`,
        }}
      />
    );
  if (symbol.canonical !== asked) permanentRedirect(resolutionAddress(symbol.canonical));
  const [result, tasks] = await Promise.all([
    ask(reviewPage, reviewPageInput, { symbol: asked }),
    ask(listTasks, listTasksInput, {
      filter: { resolution: asked },
      limit: 200,
      sort: { by: "number", direction: "asc" },
    }),
  ]);
  if (!result.ok) {
    if (result.error.code !== "not-found") return <FailurePage failure={result.error} />;
    return (
      <FailurePage
        failure={{
          code: "not-found",
          message: `${t("resolutions.notHere", { symbol: asked })}. ${t("resolutions.notHereLead")}`,
        }}
      />
    );
  }
  const page = result.value;
  if (page.symbol !== asked) permanentRedirect(resolutionAddress(page.symbol));
  const shown = page.inLanguages.find((one) => one.language === search.text) ?? null;
  const address = resolutionAddress(page.symbol);
  const languages = [page.source.language, ...page.inLanguages.map((one) => one.language)].map(
    (language) => ({
      language,
      name: isLocale(language) ? localeNames[language] : language,
      href: language === page.source.language ? address : `${address}?text=${language}`,
    }),
  );
  return (
    <Lighting>
      <PageHead
        over={
          <>
            <bdi>{page.symbol}</bdi>
            {page.adopted ? ` · ${t("resolutions.adopted", { day: day(page.adopted, "long") })}` : ""}
            {page.meeting ? ` · ${page.meeting}` : ""}
          </>
        }
        title={shown?.title ? <bdi lang={shown.language}>{shown.title}</bdi> : page.title}
        lead={t("review.coverage", { decided: page.coverage.decided, total: page.coverage.total })}
      >
        <TakeOut label={t("takeOut.open")} rows={filesOfResolution(t, page.symbol)} />
        <ButtonLink kind="quiet" href={seriesAddress(page.symbol)}>
          {t("resolutions.series")}
        </ButtonLink>
        {page.mayDecide ? (
          <>
            <ButtonLink kind="quiet" href={publishAddress(page.symbol)}>
              {t("public.preview")}
            </ButtonLink>
            <ButtonLink href={reviewAddress(page.symbol)}>{t("resolutions.review")}</ButtonLink>
          </>
        ) : null}
      </PageHead>
      <LanguageLinks
        label={t("resolutions.textLanguage")}
        current={shown?.language ?? page.source.language}
        languages={languages}
      />
      <ResolutionText page={page} shown={shown} tasks={tasks.ok ? tasks.value.rows : []} reader={reader} />
    </Lighting>
  );
}
