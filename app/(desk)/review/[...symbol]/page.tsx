import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { resolutionAddress, symbolOf, tasksAddress } from "@/app/_ui/addresses";
import { searchOf } from "@/app/_ui/filter/language";
import { ButtonLink } from "@/app/_ui/form/button";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { Lighting } from "@/app/_ui/source-text/lighting";
import { reviewPageInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { CoverageBar } from "../coverage-bar";
import styles from "../review.module.css";
import { reviewWords } from "../review-words";
import { ReviewDesk } from "./review-desk";
import { ReviewRows } from "./review-rows";
import { AcceptExact, ClaimButton, UndoButton } from "./review-tools";

type Props = { params: Promise<{ symbol: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ symbol }, { t }] = await Promise.all([params, getReader()]);
  return { title: `${symbolOf(symbol)} · ${t("review.title")}` };
}

/** Text and proposals side by side; each decision is one key. */
export default async function ReviewOnePage({ params }: Props) {
  const actor = await signedIn();
  const [{ symbol }, reader] = await Promise.all([params, getReader()]);
  const { t, day } = reader;
  const result = await ask(reviewPage, reviewPageInput, { symbol: symbolOf(symbol) });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  const exact = page.paragraphs
    .flatMap((paragraph) => paragraph.proposals)
    .filter((proposal) => proposal.isExact && proposal.state === "proposed");
  const { decided, total } = page.coverage;
  return (
    <Lighting>
      <ReviewDesk
        resolutionId={page.resolutionId}
        symbol={page.symbol}
        version={page.version}
        words={reviewWords(t)}
      >
        <PageHead
          over={
            <>
              <bdi>{page.symbol}</bdi>
              {page.adopted ? ` · ${t("resolutions.adopted", { day: day(page.adopted, "long") })}` : ""}
              {page.meeting ? ` · ${page.meeting}` : ""}
            </>
          }
          title={page.title}
          lead={page.claimedBy ? t("review.claimedBy", { name: page.claimedBy.name }) : undefined}
        >
          <ButtonLink href={resolutionAddress(page.symbol)} kind="quiet">
            {t("review.seeResolution")}
          </ButtonLink>
          {page.mayDecide ? (
            <ClaimButton
              isMine={page.claimedBy?.id === actor.personId}
              words={{ claim: t("review.claim"), release: t("review.release") }}
            />
          ) : null}
        </PageHead>
        <div className={styles.toolbar}>
          <CoverageBar
            decided={decided}
            total={total}
            label={
              decided >= total ? t("review.complete", { total }) : t("review.coverage", { decided, total })
            }
          />
          <div className={styles.tools}>
            {page.mayDecide && exact.length > 0 ? (
              <AcceptExact
                ids={exact.map((proposal) => proposal.id)}
                label={t("review.acceptExact", { count: exact.length })}
                done={t("review.announce.acceptedExact", { count: exact.length })}
              />
            ) : null}
            {page.mayDecide && page.decisions.some((decision) => !decision.isUndone) ? (
              <UndoButton label={t("review.undo")} />
            ) : null}
            {decided > 0 ? (
              <Link href={tasksAddress(searchOf({ resolution: page.symbol }))}>{t("review.seeTasks")}</Link>
            ) : null}
          </div>
          <p className={styles.keys}>{page.mayDecide ? t("review.keysHelp") : t("review.mayNot")}</p>
        </div>
        {page.warnings.length > 0 ? (
          <Note tone="warn">
            {t("review.warnings")}
            <ul>
              {page.warnings.map((warning) => (
                <li key={warning.code + warning.message}>
                  {reader.say.word("reading", warning.code, warning.message)}
                </li>
              ))}
            </ul>
          </Note>
        ) : null}
        <ReviewRows page={page} reader={reader} />
      </ReviewDesk>
    </Lighting>
  );
}
