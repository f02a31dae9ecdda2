import type { Metadata } from "next";
import { askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { localeNames, locales } from "@/lib/i18n/locale";
import { feeds } from "@/lib/services/feeds";
import { unitDigests } from "@/lib/services/reminder-units";
import { digestHours, timeZones } from "../../settings/reminders/digest-choices";
import { DigestDays } from "../../settings/reminders/digest-days";
import { ReminderTabs } from "../reminder-tabs";
import styles from "../reminders.module.css";
import { saveUnit } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reminders.tabs.units") };
}

/** The shared mailboxes of units: each gets one digest of its unit's tasks, on days of its own. */
export default async function UnitsPage() {
  await signedIn();
  const reader = await getReader();
  const { t } = reader;
  const [found, bodies] = await Promise.all([askPlain(unitDigests), askPlain(feeds)]);
  if (!found.ok) return <FailurePage failure={found.error} />;
  const choices = bodies.ok ? bodies.value.choices : [];
  const empty = {
    bodyId: "",
    bodyName: "",
    address: "",
    locale: "en",
    timeZone: "America/New_York",
    digestHour: 8,
    digestDays: [1],
    isActive: true,
    version: 0,
  };
  return (
    <>
      <PageHead title={t("reminders.tabs.units")} lead={t("unitMail.lead")} />
      <ReminderTabs t={t} here="units" />
      {[...found.value, empty].map((unit) => (
        <Section key={unit.bodyId} id={`unit-${unit.bodyId}`} title={unit.bodyName || t("unitMail.add")}>
          <ActionForm action={saveUnit.bind(null, unit.bodyId, unit.version)} className={styles.form}>
            <div className={styles.fields}>
              {unit.version === 0 ? (
                <SelectField
                  name="bodyId"
                  id="unit-body"
                  label={t("unitMail.unit")}
                  options={choices.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ) : null}
              <TextField
                name="address"
                id={`address-${unit.bodyId}`}
                type="email"
                label={t("unitMail.address")}
                defaultValue={unit.address}
                required
              />
              <SelectField
                name="digestHour"
                id={`hour-${unit.bodyId}`}
                label={t("reminderSettings.hour")}
                defaultValue={String(unit.digestHour)}
                options={digestHours}
              />
              <SelectField
                name="timeZone"
                id={`zone-${unit.bodyId}`}
                label={t("reminderSettings.zone")}
                defaultValue={unit.timeZone}
                options={timeZones(unit.timeZone)}
              />
              <SelectField
                name="locale"
                id={`locale-${unit.bodyId}`}
                label={t("reminderSettings.language")}
                defaultValue={unit.locale}
                options={locales.map((value) => ({ value, label: localeNames[value] }))}
              />
            </div>
            <DigestDays chosen={unit.digestDays} reader={reader} />
            <label className={styles.check}>
              <input type="checkbox" name="isActive" defaultChecked={unit.isActive} />
              {t("unitMail.active")}
            </label>
            <div>
              <Submit kind="plain">{t("reminderSettings.save")}</Submit>
            </div>
          </ActionForm>
        </Section>
      ))}
    </>
  );
}
