import type { Metadata } from "next";
import type { ReactNode } from "react";
import { askPlain, signedIn } from "@/app/_server/context";
import { ActionForm, type FormAction } from "@/app/_ui/form/action-form";
import { SelectField, TextArea, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { letterSender } from "@/lib/adapters/channels/letter";
import { openIdState } from "@/lib/auth/openid";
import { can } from "@/lib/auth/policy";
import { readInstallation } from "@/lib/services/settings";
import styles from "../settings.module.css";
import { saveDomains, savePublicPages, saveWorkingDate } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.tabs.installation") };
}

/** What holds for everybody: working date, mail domains, public pages, and how signing in is set up. */
export default async function InstallationPage() {
  const [actor, { t }, result] = await Promise.all([signedIn(), getReader(), askPlain(readInstallation)]);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { workingDate, allowedDomains, publicPages } = result.value;
  const isAdmin = can(actor, "settings.change");
  const openId = openIdState();
  const part = (id: string, title: string, lead: string, action: FormAction, field: ReactNode) => (
    <Section id={id} title={title}>
      <div className={styles.narrow}>
        <p className={styles.quiet}>{lead}</p>
        <ActionForm action={action}>
          {field}
          <TextField id={`${id}-reason`} name="reason" label={t("settings.why")} maxLength={500} required />
          <div>
            <Submit>{t("settings.save")}</Submit>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
  return (
    <>
      <PageHead title={t("settings.tabs.installation")} lead={t("settings.installation.lead")} />
      {isAdmin ? (
        <>
          {part(
            "working-date",
            t("settings.installation.workingDate"),
            t("settings.installation.workingDateLead"),
            saveWorkingDate,
            <TextField
              name="day"
              type="date"
              label={t("settings.installation.day")}
              defaultValue={workingDate ?? ""}
            />,
          )}
          {part(
            "domains",
            t("settings.installation.domains"),
            t("settings.installation.domainsLead"),
            saveDomains,
            <TextArea
              name="domains"
              rows={3}
              label={t("settings.installation.domains")}
              hint={t("settings.installation.domainsHint")}
              defaultValue={(allowedDomains ?? []).join("\n")}
            />,
          )}
          {part(
            "public",
            t("settings.installation.public"),
            t("settings.installation.publicLead"),
            savePublicPages,
            <SelectField
              name="public"
              label={t("settings.installation.public")}
              defaultValue={publicPages === true ? "on" : "off"}
              options={[
                { value: "on", label: t("settings.installation.publicOn") },
                { value: "off", label: t("settings.installation.publicOff") },
              ]}
            />,
          )}
        </>
      ) : (
        <Note tone="warn">{t("settings.mayNot")}</Note>
      )}
      <Section id="ways" title={t("settings.installation.ways")}>
        <ul className={styles.list}>
          <li>{t("settings.installation.waysPassword")}</li>
          <li>
            {letterSender() ? t("settings.installation.waysLinkOn") : t("settings.installation.waysLinkOff")}
          </li>
          <li>
            {openId.kind === "on" ? t("settings.installation.waysOpenIdOn", { issuer: openId.issuer }) : null}
            {openId.kind === "off" ? t("settings.installation.waysOpenIdOff") : null}
            {openId.kind === "broken"
              ? t("settings.installation.waysOpenIdBroken", { problem: openId.problem })
              : null}
          </li>
        </ul>
      </Section>
    </>
  );
}
