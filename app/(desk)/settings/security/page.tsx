import type { Metadata } from "next";
import { askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { currentSignInId } from "@/lib/auth/current-actor";
import { mySignIns } from "@/lib/services/person-page";
import { mySecondStep } from "@/lib/services/second-step";
import styles from "../settings.module.css";
import { SignInTable } from "../sign-in-table";
import { endMine, savePassword } from "./actions";
import { SecondStepPart } from "./second-step";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.tabs.security") };
}

/** One's own password, second step and sign-ins. */
export default async function SecurityPage() {
  await signedIn();
  const [reader, step, signIns, here] = await Promise.all([
    getReader(),
    askPlain(mySecondStep),
    askPlain(mySignIns),
    currentSignInId(),
  ]);
  const { t } = reader;
  return (
    <>
      <PageHead title={t("settings.tabs.security")} lead={t("settings.security.lead")} />
      <Section id="sign-ins" title={t("settings.security.signIns")}>
        {signIns.ok ? (
          <SignInTable
            rows={signIns.value}
            here={here}
            reader={reader}
            end={endMine}
            endAll={t("settings.security.endOthers")}
          />
        ) : (
          <Note tone="warn">{signIns.error.message}</Note>
        )}
      </Section>
      <Section id="second-step" title={t("settings.security.step")}>
        {step.ok ? (
          <SecondStepPart step={step.value} reader={reader} />
        ) : (
          <Note tone="warn">{step.error.message}</Note>
        )}
      </Section>
      <Section id="password" title={t("settings.security.password")}>
        <div className={styles.narrow}>
          <ActionForm action={savePassword}>
            <TextField
              name="current"
              type="password"
              label={t("settings.security.passwordNow")}
              autoComplete="current-password"
              required
            />
            <TextField
              name="next"
              type="password"
              label={t("settings.security.passwordNew")}
              hint={t("settings.security.passwordHint")}
              autoComplete="new-password"
              minLength={12}
              required
            />
            <div>
              <Submit>{t("settings.security.passwordSave")}</Submit>
            </div>
          </ActionForm>
        </div>
      </Section>
    </>
  );
}
