import type { Reader } from "@/app/_ui/reader";
import { ForeignText } from "@/app/_ui/source-text/foreign-text";
import { LanguageSwitch } from "@/app/_ui/source-text/language-switch";
import { SourceText } from "@/app/_ui/source-text/source-text";
import { isLocale, localeNames } from "@/lib/i18n/locale";
import type { Highlight, TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";

/** The paragraph in its own words, and each value read from it with its words, its rule and how sure it is. */
export function TaskSource({ page, reader: { t, day } }: { page: TaskPage; reader: Reader }) {
  const confirmed = page.history.find((line) => line.type === "created");
  const marks = page.highlights.map((highlight, index) => ({
    id: `h${index}`,
    field: highlight.field,
    spans: highlight.spans,
  }));
  return (
    <section aria-label={t("task.source")}>
      <h2 className={styles.subhead}>{t("task.source")}</h2>
      <blockquote className={styles.source}>
        <span className={styles.paraNumber}>{page.paragraph.number}.</span>{" "}
        <LanguageSwitch
          label={t("task.textLanguage")}
          panels={[
            {
              language: page.source.language,
              name: languageName(page.source.language),
              body: (
                <SourceText
                  text={page.paragraph.text}
                  spans={page.paragraph.spans}
                  source={page.source}
                  marks={marks}
                />
              ),
            },
            ...page.inLanguages.map(({ language, text }) => ({
              language,
              name: languageName(language),
              body: (
                <ForeignText
                  text={text}
                  language={language}
                  note={t("task.markedIn", { language: languageName(page.source.language) })}
                />
              ),
            })),
          ]}
        />
      </blockquote>
      <ul className={styles.values}>
        {page.highlights.map((highlight, index) =>
          highlight.field === "ask" ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: highlights have no id but their place
            <li key={index}>
              <button
                type="button"
                className={styles.value}
                data-lights={`h${index}`}
                data-field={highlight.field}
                title={highlight.rule === "" ? undefined : t("task.by", { rule: highlight.rule })}
              >
                <span className={styles.valueText}>{highlight.value}</span>
                <span className={styles.basis}>{basis(highlight, t)}</span>
                {highlight.alternatives.length > 0 ? (
                  <span className={styles.basis}>
                    {t("task.alternatives", { values: highlight.alternatives.join("; ") })}
                  </span>
                ) : null}
              </button>
            </li>
          ),
        )}
      </ul>
      {confirmed ? (
        <p className={styles.confirmed}>
          {t("task.confirmedBy", { name: confirmed.actorName, day: day(confirmed.effectiveOn, "long") })}
        </p>
      ) : null}
    </section>
  );
}

const basis = (highlight: Highlight, t: Reader["t"]): string =>
  highlight.basis === "exact" ? t("task.exact") : t("task.inferred", { quote: highlight.quote });

const languageName = (code: string): string => (isLocale(code) ? localeNames[code] : code);
