import type { Reader } from "@/app/_ui/reader";
import type { Highlight, ProposalView } from "@/lib/services/types";
import styles from "../review.module.css";

const order = [
  "lead",
  "with",
  "ask",
  "deliverable",
  "deadline",
  "recurrence",
  "agendaTitle",
  "condition",
] as const;

/** What was read: each value lights its words; one that is inferred or unsure says so and asks to be checked. */
export function ProposalValues({ proposal, reader }: { proposal: ProposalView; reader: Reader }) {
  const { t, day, window: days } = reader;
  const labels: Record<string, string> = {
    lead: t("review.asksWhom"),
    with: t("review.with"),
    ask: t("review.what"),
    deliverable: t("review.deliverable"),
    deadline: t("review.by"),
    recurrence: t("review.recurs"),
    agendaTitle: t("review.agendaTitle"),
    condition: t("review.conditions"),
  };
  const all = proposal.highlights.map((highlight, index) => ({
    ...highlight,
    id: `${proposal.id}.${index}`,
  }));
  const verb = all.find((highlight) => highlight.field === "verb");
  const { deadline } = proposal;
  return (
    <dl className={styles.values}>
      {order.map((field) => {
        const found = all.filter((highlight) => highlight.field === field);
        if (found.length === 0 && field !== "lead" && field !== "deadline") return null;
        return (
          <div key={field} data-field={field}>
            <dt>{field === "lead" && verb ? <Value highlight={verb} reader={reader} /> : labels[field]}</dt>
            <dd>
              {found.map((highlight, index) => (
                <span key={highlight.id}>
                  {index > 0 && field !== "ask" ? <span aria-hidden="true">, </span> : null}
                  <Value
                    highlight={
                      field === "deliverable"
                        ? { ...highlight, value: t(`deliverable.${proposal.action.deliverable.value}`) }
                        : highlight
                    }
                    reader={reader}
                  />
                </span>
              ))}
              {found.length === 0 ? (
                <span className={styles.missing}>
                  {field === "lead" ? t("review.nobody") : t("review.noDate")}
                </span>
              ) : null}
              {field === "deadline" && deadline.dueOn ? (
                <span
                  className={styles.resolved}
                  title={proposal.because.map((step) => step.text).join("\n")}
                >
                  {deadline.dueFrom && deadline.dueFrom !== deadline.dueOn
                    ? days(deadline.dueFrom, deadline.dueOn)
                    : day(deadline.dueOn)}{" "}
                  · {t(`certainty.${deadline.certainty}`)}
                </span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Value({ highlight, reader: { t } }: { highlight: Highlight & { id: string }; reader: Reader }) {
  const isSure = highlight.basis === "exact" && highlight.certainty >= 0.9;
  const basis =
    highlight.basis === "exact" ? t("task.exact") : t("task.inferred", { quote: highlight.quote });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is what lights the words of the value
    <span
      className={styles.value}
      data-lights={highlight.id}
      data-field={highlight.field}
      data-check={isSure ? undefined : "true"}
      tabIndex={0}
      title={[
        basis,
        ...(highlight.rule ? [t("task.by", { rule: highlight.rule })] : []),
        ...(highlight.alternatives.length > 0
          ? [t("task.alternatives", { values: highlight.alternatives.join("; ") })]
          : []),
      ].join("\n")}
    >
      {highlight.value}
      {isSure ? null : <span className={styles.check}> {t("review.check")}</span>}
    </span>
  );
}
