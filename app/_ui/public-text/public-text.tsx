import type { PublicAction, PublicParagraph, PublicResolution } from "@/lib/services/public";
import { publicAddress } from "../addresses";
import type { Reader } from "../reader";
import { CopyCitation } from "./copy-citation";
import styles from "./public-text.module.css";

/** A resolution as the public reads it: each paragraph with its plain state, and a link that can be cited. */
export function PublicText({
  resolution,
  reader,
  isPreview = false,
}: {
  resolution: PublicResolution;
  reader: Reader;
  isPreview?: boolean;
}) {
  const { t } = reader;
  return (
    <article className={styles.text}>
      {resolution.paragraphs.map((paragraph) => (
        <section
          key={paragraph.anchor}
          id={paragraph.anchor}
          className={styles.row}
          data-kind={paragraph.kind}
          data-depth={paragraph.depth}
        >
          <div className={styles.words}>
            <p lang={resolution.language} dir="auto">
              {paragraph.number && paragraph.kind === "operative" ? (
                <span className={styles.number}>{paragraph.number}.</span>
              ) : null}
              {paragraph.text}
            </p>
            {paragraph.kind === "operative" && paragraph.number && !isPreview ? (
              <p className={`${styles.cite} no-print`}>
                <a href={publicAddress(resolution.symbol, paragraph.anchor)}>
                  {t("public.permalink", { number: paragraph.number })}
                </a>
                <CopyCitation
                  citation={t("public.citation", { symbol: resolution.symbol, number: paragraph.number })}
                  path={publicAddress(resolution.symbol, paragraph.anchor)}
                  words={{ copy: t("public.copy"), copied: t("public.copied") }}
                />
              </p>
            ) : null}
          </div>
          <Margin paragraph={paragraph} reader={reader} />
        </section>
      ))}
    </article>
  );
}

function Margin({ paragraph, reader }: { paragraph: PublicParagraph; reader: Reader }) {
  const { t } = reader;
  if (paragraph.kind !== "operative" || (paragraph.depth > 0 && paragraph.actions.length === 0))
    return <div />;
  if (paragraph.actions.length === 0)
    return (
      <p className={styles.quiet}>{paragraph.isDecided ? t("public.noFollowUp") : t("public.notRead")}</p>
    );
  return (
    <div className={styles.margin}>
      {paragraph.actions.map((action) => (
        <Action key={action.ask} action={action} reader={reader} />
      ))}
    </div>
  );
}

function Action({ action, reader: { t, day } }: { action: PublicAction; reader: Reader }) {
  return (
    <div data-status={action.status}>
      <p className={styles.state}>{t(`public.status.${action.status}`)}</p>
      {action.leads.length > 0 ? <p>{action.leads.join(", ")}</p> : null}
      <p className={styles.quiet}>
        {action.dueOn === null
          ? t("public.noDay")
          : t(action.dueCertainty === "expected" ? "public.expectedBy" : "public.by", {
              day: day(action.dueOn, "long"),
            })}
      </p>
      {action.documents.length > 0 ? (
        <p className={styles.quiet}>
          {t("public.documents", { count: action.documents.length, symbols: action.documents.join(", ") })}
        </p>
      ) : null}
    </div>
  );
}
