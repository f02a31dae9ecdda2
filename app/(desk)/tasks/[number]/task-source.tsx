import type { Reader } from "@/app/_ui/reader";
import { ForeignText } from "@/app/_ui/source-text/foreign-text";
import { LanguageSwitch } from "@/app/_ui/source-text/language-switch";
import { SourceText } from "@/app/_ui/source-text/source-text";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import { deliverables } from "@/lib/core/vocabulary/deliverables";
import { isLocale, localeNames } from "@/lib/i18n/locale";
import type { Highlight, TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";

/** The paragraph in its own words, and each value read from it with its words, its rule and how sure it is. */
export function TaskSource({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t, day } = reader;
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
              >
                <span className={styles.kind}>{kindOf(highlight, t)}</span>
                <span className={styles.valueText}>{valueInWords(highlight, page, reader)}</span>
                <span className={styles.basis}>{basis(highlight, confirmed?.actorName ?? "", t)}</span>
                {highlight.alternatives.length > 0 ? (
                  <span className={styles.basis}>
                    {t("task.alternatives", {
                      values: highlight.alternatives.map((one) => wordOf(highlight.field, one, t)).join("; "),
                    })}
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

/** What a value says of the action: a colour alone would not tell. */
function kindOf({ field }: Highlight, t: Reader["t"]): string {
  switch (field) {
    case "verb":
      return t("review.verb");
    case "lead":
      return t("bodyRole.lead");
    case "with":
      return t("review.with");
    case "deliverable":
      return t("review.deliverable");
    case "deadline":
      return t("task.when");
    case "recurrence":
      return t("review.recurs");
    case "agendaTitle":
      return t("review.agendaTitle");
    default:
      return t("review.conditions");
  }
}

/** A deadline in the reader's language where its rule still stands; a deliverable by its name. */
function valueInWords(highlight: Highlight, page: TaskPage, { t, say }: Reader): string {
  const rule =
    highlight.field === "deadline"
      ? page.deadline.rules.find((one) => ruleInWords(one) === highlight.value)
      : undefined;
  return rule ? say.rule(rule) : wordOf(highlight.field, highlight.value, t);
}

const wordOf = (field: string, value: string, t: Reader["t"]): string => {
  const kind = field === "deliverable" ? deliverables.find((one) => one === value) : undefined;
  return kind ? t(`deliverable.${kind}`) : value;
};

/** "Exact words · by rule addressee"; a value that the reviewer gave names the reviewer. */
function basis({ basis: how, rule, quote }: Highlight, reviewer: string, t: Reader["t"]): string {
  if (rule === "person" && quote === "") return t("task.byPerson", { name: reviewer });
  const words = how === "exact" ? t("task.exact") : t("task.inferred", { quote });
  return [words, ...(rule === "" || rule === "person" ? [] : [t("task.by", { rule })])].join(" · ");
}

const languageName = (code: string): string => (isLocale(code) ? localeNames[code] : code);
