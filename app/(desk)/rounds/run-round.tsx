import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { RoundPage } from "@/lib/services/rounds";
import { close, remind } from "./actions";
import styles from "./rounds.module.css";

/** What the Secretary who runs a round does with it: remind the units that have not answered, and close it. */
export function RunRound({ round, reader: { t, day } }: { round: RoundPage; reader: Reader }) {
  const waiting = round.units.filter((unit) =>
    unit.rows.some((row) => row.state === "asked" || row.state === "returned"),
  ).length;
  return (
    <div className={styles.run}>
      {waiting > 0 ? (
        <ActionForm action={remind.bind(null, round.number)}>
          <Submit kind="plain" size="small">
            {t("rounds.remind", { count: waiting })}
          </Submit>
        </ActionForm>
      ) : null}
      <details>
        <summary>{t("rounds.close")}</summary>
        <ActionForm action={close.bind(null, round.number)}>
          <TextField name="reason" label={t("rounds.closeWhy")} hint={t("rounds.closeHint")} required />
          <div>
            <Submit size="small">{t("rounds.close")}</Submit>
          </div>
        </ActionForm>
      </details>
      {round.remindedOn ? (
        <span className={styles.quiet}>{t("rounds.remindedOn", { day: day(round.remindedOn, "long") })}</span>
      ) : null}
    </div>
  );
}
