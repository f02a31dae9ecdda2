import type { Reader } from "@/app/_ui/reader";
import { SourceText } from "@/app/_ui/source-text/source-text";
import type { DiffPart } from "@/lib/core/text/word-diff";
import type { ReviewPage, ReviewParagraph } from "@/lib/services/types";
import { writeRules } from "../deadline-text";
import styles from "../review.module.css";
import { AddCard } from "./add-card";
import { NoneCard } from "./none-card";
import { ProposalCard } from "./proposal-card";
import { ProposalValues } from "./proposal-values";

/** Paragraph by paragraph: its words on one side, what was read from them on the other, in the same order. */
export function ReviewRows({ page, reader }: { page: ReviewPage; reader: Reader }) {
  const { t } = reader;
  const preamble = page.paragraphs.filter((paragraph) => paragraph.kind === "preambular");
  const rest = page.paragraphs.filter((paragraph) => paragraph.kind !== "preambular");
  return (
    <>
      {preamble.length > 0 ? (
        <details className={styles.preamble}>
          <summary>
            {t("review.preamble")} <span className={styles.quiet}>{t("review.preambleNote")}</span>
          </summary>
          {preamble.map((paragraph) => (
            <p key={paragraph.id}>
              <SourceText text={paragraph.text} spans={paragraph.spans} source={page.source} marks={[]} />
            </p>
          ))}
        </details>
      ) : null}
      <div className={styles.rows}>
        {rest.map((paragraph) =>
          paragraph.kind === "operative" ? (
            <ReviewRow key={paragraph.id} paragraph={paragraph} page={page} reader={reader} />
          ) : (
            <h2 key={paragraph.id} className={styles.heading}>
              {paragraph.text}
            </h2>
          ),
        )}
      </div>
      {page.gone.length > 0 ? (
        <div className={styles.changed}>
          <p className={styles.quiet}>{t("review.gone", { version: page.textVersion })}</p>
          {page.gone.map((paragraph) => (
            <p key={paragraph.number}>
              <del>
                {paragraph.number}. {paragraph.text}
              </del>
            </p>
          ))}
        </div>
      ) : null}
      {page.footnotes.length > 0 ? (
        <details className={styles.preamble}>
          <summary>{t("review.footnotes")}</summary>
          <ol className={styles.footnotes}>
            {page.footnotes.map((footnote) => (
              <li key={footnote.mark + footnote.text}>
                <sup>{footnote.mark}</sup> {footnote.text}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function ReviewRow({
  paragraph,
  page,
  reader,
}: {
  paragraph: ReviewParagraph;
  page: ReviewPage;
  reader: Reader;
}) {
  const { t } = reader;
  const shown = paragraph.proposals.filter(
    (proposal) => proposal.state !== "merged" && proposal.state !== "split",
  );
  const marks = shown.flatMap((proposal) =>
    proposal.highlights.map((highlight, index) => ({
      id: `${proposal.id}.${index}`,
      field: highlight.field,
      spans: highlight.spans,
    })),
  );
  const isDecided = paragraph.decision !== "undecided";
  // A paragraph is decided together with its sub-paragraphs; "no follow-up" is said once, at the paragraph itself.
  const needsNone =
    paragraph.depth === 0 &&
    unitOf(paragraph, page.paragraphs).every((one) =>
      one.proposals.every(({ state }) => settledWithoutTask.includes(state)),
    );
  return (
    <section
      className={styles.row}
      id={`op${paragraph.number}`}
      data-decided={isDecided}
      aria-label={t("task.paragraph", { para: paragraph.number })}
    >
      <div className={styles.paragraph} data-depth={Math.min(paragraph.depth, 3)}>
        <span className={styles.paraNumber} aria-hidden="true">
          {paragraph.number}
        </span>
        <p data-reading={paragraph.id}>
          <SourceText text={paragraph.text} spans={paragraph.spans} source={page.source} marks={marks} />
        </p>
        {paragraph.changed ? (
          <Changed parts={paragraph.changed} title={t("review.changed", { version: page.textVersion })} />
        ) : null}
      </div>
      <div className={styles.cards}>
        {shown.map((proposal, index) => (
          <ProposalCard
            key={proposal.id}
            id={proposal.id}
            para={paragraph.number}
            state={proposal.state}
            stateLabel={t(`review.state.${proposal.state}`)}
            previousId={shown.slice(0, index).findLast((one) => one.state === "proposed")?.id ?? null}
            mayDecide={page.mayDecide}
            taskNumber={proposal.taskNumber}
            taskLabel={
              proposal.taskNumber === null ? "" : t("review.taskMade", { number: proposal.taskNumber })
            }
            rules={proposal.action.deadlines.map((found) => found.value)}
            values={{
              verb: proposal.action.verb.value,
              lead: proposal.action.lead.map((found) => found.value.name).join("\n"),
              with: proposal.action.with.map((found) => `${found.role}: ${found.value.name}`).join("\n"),
              deliverable: proposal.action.deliverable.value,
              deadline: writeRules(proposal.action.deadlines.map((found) => found.value)),
              ask: proposal.action.ask.text,
              agendaTitle: proposal.action.agendaTitle?.text ?? "",
            }}
          >
            <ProposalValues proposal={proposal} reader={reader} />
          </ProposalCard>
        ))}
        {needsNone ? (
          <NoneCard
            paragraphId={paragraph.id}
            para={paragraph.number}
            isDecided={isDecided}
            mayDecide={page.mayDecide}
            reason={
              paragraph.decisionReason ||
              (paragraph.noFollowUp
                ? t("review.noFollowUpBecause", {
                    reason: t(`review.reasons.${suggestedReason(paragraph.noFollowUp.reason)}`),
                  })
                : t("review.nothingProposed"))
            }
            suggested={suggestedReason(paragraph.noFollowUp?.reason ?? "")}
            decidedBy={paragraph.decidedBy?.name ?? null}
            heading={isDecided || paragraph.noFollowUp ? t("review.noFollowUp") : t("review.undecided")}
          />
        ) : null}
        {page.mayDecide ? <AddCard paragraphId={paragraph.id} para={paragraph.number} /> : null}
      </div>
    </section>
  );
}

/** What a corrigendum changed: words that went and words that came, told apart by more than colour. */
function Changed({ parts, title }: { parts: readonly DiffPart[]; title: string }) {
  return (
    <div className={styles.changed}>
      <p className={styles.quiet}>{title}</p>
      <p>
        {parts.map((part, index) => {
          const key = `${index} ${part.kind}`;
          if (part.kind === "removed") return <del key={key}>{part.text} </del>;
          if (part.kind === "added") return <ins key={key}>{part.text} </ins>;
          return <span key={key}>{part.text} </span>;
        })}
      </p>
    </div>
  );
}

const settledWithoutTask: readonly string[] = ["dismissed", "merged", "split"];

/** A paragraph with the sub-paragraphs that follow it, up to the next paragraph of its own depth. */
function unitOf(paragraph: ReviewParagraph, all: readonly ReviewParagraph[]): readonly ReviewParagraph[] {
  const at = all.indexOf(paragraph);
  const end = all.findIndex((one, index) => index > at && one.depth <= paragraph.depth);
  return all.slice(at, end < 0 ? undefined : end);
}

/** The kind of reason that the words of the machine's reason suggest; a person may choose another. */
function suggestedReason(reason: string): "seized" | "endorses" | "takes_note" | "stresses" {
  if (/seized/iu.test(reason)) return "seized";
  if (/endors|adopt|approv/iu.test(reason)) return "endorses";
  return /note|welcom|commend|appreciat/iu.test(reason) ? "takes_note" : "stresses";
}
