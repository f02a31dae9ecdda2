import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { ForeignText } from "@/app/_ui/source-text/foreign-text";
import { SourceText } from "@/app/_ui/source-text/source-text";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { TimelinessTag } from "@/app/_ui/status/timeliness-tag";
import { DueCell } from "@/app/_ui/task-list/due-cell";
import type { ReviewPage, ReviewParagraph, TaskRow, TextInLanguage } from "@/lib/services/types";
import styles from "./resolution.module.css";

/** The whole text, preamble and footnotes too; operative paragraphs carry margin cards. */
export function ResolutionText({
  page,
  shown,
  tasks,
  reader,
}: {
  page: ReviewPage;
  /** The language to show instead of the one under review. */
  shown: TextInLanguage | null;
  tasks: readonly TaskRow[];
  reader: Reader;
}) {
  const { t } = reader;
  const numbered = page.paragraphs.filter(
    (paragraph) => paragraph.kind === "operative" && paragraph.depth === 0,
  );
  return (
    <div className={styles.sheet}>
      <nav className={styles.contents} aria-label={t("resolutions.contents")}>
        {numbered.map((paragraph) => (
          <a key={paragraph.id} href={`#op${paragraph.number}`} data-decision={paragraph.decision}>
            {paragraph.number}
          </a>
        ))}
      </nav>
      <article className={styles.text}>
        {page.paragraphs.map((paragraph) => (
          <Row
            key={paragraph.id}
            paragraph={paragraph}
            page={page}
            shown={shown}
            tasks={tasks.filter((task) => task.para === paragraph.number)}
            reader={reader}
          />
        ))}
        {page.footnotes.length > 0 ? (
          <ol className={styles.footnotes}>
            {page.footnotes.map((footnote) => (
              <li key={footnote.mark + footnote.text}>
                <sup>{footnote.mark}</sup> {footnote.text}
              </li>
            ))}
          </ol>
        ) : null}
      </article>
    </div>
  );
}

function Row({
  paragraph,
  page,
  shown,
  tasks,
  reader,
}: {
  paragraph: ReviewParagraph;
  page: ReviewPage;
  shown: TextInLanguage | null;
  tasks: readonly TaskRow[];
  reader: Reader;
}) {
  const { t } = reader;
  const isOperative = paragraph.kind === "operative";
  // A paragraph that the other text does not have stays in the words under review.
  const other = shown?.paragraphs[paragraph.stableId];
  const kept = paragraph.proposals.filter(
    (proposal) =>
      proposal.state === "proposed" || proposal.state === "accepted" || proposal.state === "edited",
  );
  const marks = kept.flatMap((proposal) =>
    proposal.highlights.map((highlight, index) => ({
      id: `${proposal.taskNumber ?? proposal.id}.${index}`,
      field: highlight.field,
      spans: highlight.spans,
    })),
  );
  return (
    <div className={styles.row} id={isOperative ? `op${paragraph.number}` : undefined}>
      <p className={styles.paragraph} data-kind={paragraph.kind} data-depth={Math.min(paragraph.depth, 3)}>
        {isOperative ? (
          <a
            href={`#op${paragraph.number}`}
            className={styles.number}
            aria-label={t("resolutions.cite", { para: paragraph.number })}
          >
            {paragraph.number}.
          </a>
        ) : null}{" "}
        {other !== undefined && shown !== null ? (
          <ForeignText text={other} language={shown.language} />
        ) : (
          <SourceText
            text={paragraph.text}
            spans={paragraph.spans}
            source={page.source}
            marks={isOperative ? marks : []}
          />
        )}
      </p>
      {isOperative ? (
        <div className={styles.margin}>
          {tasks.map((task) => (
            <div key={task.id} className={styles.card} data-lights-all>
              <Link href={taskAddress(task.number)} className={styles.who}>
                {task.leads.map((lead) => reader.body(lead.name)).join(", ") || t("tasks.noLead")}
              </Link>
              <p className={styles.what}>{t(`deliverable.${task.deliverable}`)}</p>
              <p className={styles.foot}>
                <DueCell row={task} reader={reader} />{" "}
                <TimelinessTag timeliness={task.timeliness} label={t(`timeliness.${task.timeliness}`)} />
                <StatusTag status={task.status} label={t(`status.${task.status}`)} />
              </p>
              {kept
                .filter((proposal) => proposal.taskNumber === task.number)
                .flatMap((proposal) =>
                  proposal.highlights.map((_, index) => (
                    <span key={`${proposal.id}.${index}`} data-lights={`${task.number}.${index}`} hidden />
                  )),
                )}
            </div>
          ))}
          {tasks.length === 0 && paragraph.depth === 0 ? (
            <p className={styles.none}>
              {paragraph.decision === "not_actionable"
                ? `${t("resolutions.noTask")}: ${paragraph.decisionReason}`
                : paragraph.decision === "undecided"
                  ? t("resolutions.undecided")
                  : ""}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
