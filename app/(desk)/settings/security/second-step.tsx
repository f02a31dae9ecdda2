import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { SecondStep } from "@/lib/services/second-step";
import { RevealForm } from "../reveal-form";
import styles from "../settings.module.css";
import { confirmStep, renewCodes, setUpStep, turnStepOff } from "./actions";
import { QrCode } from "./qr-code";

/** The second step: off, waiting for its first code, or in use. */
export function SecondStepPart({ step, reader: { t, instant } }: { step: SecondStep; reader: Reader }) {
  const code = (id: string) => (
    <TextField
      id={id}
      name="code"
      label={t("settings.security.stepCode")}
      autoComplete="one-time-code"
      maxLength={40}
      required
    />
  );
  return (
    <div className={styles.narrow}>
      {step.kind === "off" ? (
        <>
          <p>{t("settings.security.stepOff")}</p>
          <ActionForm action={setUpStep}>
            <div>
              <Submit>{t("settings.security.stepSetUp")}</Submit>
            </div>
          </ActionForm>
        </>
      ) : null}
      {step.kind === "prepared" ? (
        <>
          <p>{t("settings.security.stepScan")}</p>
          <QrCode text={step.uri} label={t("settings.security.stepPicture")} />
          <p className={styles.quiet}>{t("settings.security.stepSecret")}</p>
          <p className={styles.secret}>{step.secret}</p>
          <RevealForm action={confirmStep} submit={t("settings.security.stepConfirm")}>
            {code("step-confirm")}
          </RevealForm>
        </>
      ) : null}
      {step.kind === "on" ? (
        <div className={styles.list}>
          <p>{t("settings.security.stepOn", { since: instant(step.since), count: step.codesLeft })}</p>
          <details className={styles.fold}>
            <summary>{t("settings.security.stepRenew")}</summary>
            <p className={styles.quiet}>{t("settings.security.stepRenewLead")}</p>
            <RevealForm action={renewCodes} submit={t("settings.security.stepRenew")}>
              {code("step-renew")}
            </RevealForm>
          </details>
          <details className={styles.fold}>
            <summary>{t("settings.security.stepEnd")}</summary>
            <p className={styles.quiet}>{t("settings.security.stepEndLead")}</p>
            <ActionForm action={turnStepOff}>
              {code("step-end")}
              <div>
                <Submit kind="plain">{t("settings.security.stepEnd")}</Submit>
              </div>
            </ActionForm>
          </details>
        </div>
      ) : null}
    </div>
  );
}
