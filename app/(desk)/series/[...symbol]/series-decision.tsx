import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { SeriesPage } from "@/lib/services/types";
import styles from "./series.module.css";
import { recordDecision } from "./series-actions";

const verdicts = ["renewed", "changed", "consolidated", "silent"] as const;

/** What the later text does to this task; the proposal stands there to be confirmed or changed. */
export function SeriesDecision({
  row,
  page,
  reader: { t },
}: {
  row: SeriesPage["rows"][number];
  page: SeriesPage;
  reader: Reader;
}) {
  const at = { number: row.number, expectedVersion: row.version, later: page.later.symbol };
  return (
    <details className={`${styles.decide} no-print`}>
      <summary>{t("series.decide")}</summary>
      <ActionForm action={recordDecision.bind(null, at)}>
        <SelectField
          name="verdict"
          id={`verdict-${row.number}`}
          label={t("series.decision")}
          defaultValue={row.proposal.verdict}
          options={verdicts.map((value) => ({
            value,
            label: `${t(`series.verdict.${value}`)}: ${t(`series.verdictMeaning.${value}`)}`,
          }))}
        />
        <SelectField
          name="paragraph"
          id={`paragraph-${row.number}`}
          label={t("series.paragraph")}
          defaultValue={row.proposal.paragraph?.stableId ?? ""}
          options={[
            { value: "", label: t("series.noParagraph") },
            ...page.paragraphs.map((one) => ({
              value: one.stableId,
              label: `${one.number}. ${one.text.slice(0, 90)}`,
            })),
          ]}
        />
        <TextField name="reason" id={`reason-${row.number}`} label={t("series.reason")} />
        <div>
          <Submit size="small">{t("series.save")}</Submit>
        </div>
      </ActionForm>
    </details>
  );
}
