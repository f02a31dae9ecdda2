import type { Metadata } from "next";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { localeNames, locales } from "@/lib/i18n/locale";
import { people, person } from "@/lib/services/people";
import { listPeopleInput, personInput } from "@/lib/services/people-inputs";
import { silences } from "@/lib/services/reminder-silence";
import { webhooks } from "@/lib/services/reminder-webhooks";
import { saveDelegate, savePreferences } from "./actions";
import { digestHours, timeZones } from "./digest-choices";
import { DigestDays } from "./digest-days";
import { Quieter } from "./quieter";
import styles from "./reminder-settings.module.css";
import { Webhooks } from "./webhooks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reminderSettings.title") };
}

/** When, how, in which language, and by whom in one's absence: everything about being reminded. */
export default async function ReminderSettingsPage() {
  const actor = await signedIn();
  const reader = await getReader();
  const { t } = reader;
  const [mine, everybody, quiet, hooks] = await Promise.all([
    ask(person, personInput, { id: actor.personId }),
    ask(people, listPeopleInput, {}),
    askPlain(silences),
    askPlain(webhooks),
  ]);
  if (!mine.ok) return <FailurePage failure={mine.error} />;
  const own = mine.value;
  const others = everybody.ok ? everybody.value.filter(({ id }) => id !== actor.personId) : [];
  return (
    <>
      <PageHead title={t("reminderSettings.title")} lead={t("reminderSettings.lead")} />
      <ActionForm action={savePreferences} className={styles.form}>
        <div className={styles.fields}>
          <SelectField
            name="digestHour"
            label={t("reminderSettings.hour")}
            defaultValue={String(own.digestHour)}
            options={digestHours}
          />
          <SelectField
            name="timeZone"
            label={t("reminderSettings.zone")}
            defaultValue={own.timeZone}
            options={timeZones(own.timeZone)}
          />
          <SelectField
            name="locale"
            label={t("reminderSettings.language")}
            defaultValue={own.locale}
            options={locales.map((value) => ({ value, label: localeNames[value] }))}
          />
        </div>
        <DigestDays chosen={own.digestDays} reader={reader} />
        <label className={styles.check}>
          <input type="checkbox" name="urgentAtOnce" defaultChecked={own.urgentAtOnce} />
          {t("reminderSettings.urgent")}
        </label>
        <label className={styles.check}>
          <input type="checkbox" name="byMail" defaultChecked={!own.mailMuted} />
          {t("reminderSettings.byMail", { address: own.email })}
        </label>
        <div>
          <Submit>{t("reminderSettings.save")}</Submit>
        </div>
      </ActionForm>
      <Section id="away" title={t("reminderSettings.away")}>
        <p className={styles.lead}>{t("reminderSettings.awayLead")}</p>
        <ActionForm action={saveDelegate} className={styles.form}>
          <div className={styles.fields}>
            <SelectField
              name="delegateId"
              label={t("reminderSettings.delegate")}
              defaultValue={own.delegateId ?? ""}
              options={[
                { value: "", label: t("reminderSettings.nobody") },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextField
              name="from"
              type="date"
              label={t("reminderSettings.from")}
              defaultValue={own.delegateFrom ?? ""}
            />
            <TextField
              name="until"
              type="date"
              label={t("reminderSettings.until")}
              defaultValue={own.delegateUntil ?? ""}
            />
          </div>
          <div>
            <Submit kind="plain">{t("reminderSettings.saveAway")}</Submit>
          </div>
        </ActionForm>
      </Section>
      {quiet.ok ? <Quieter rows={quiet.value} reader={reader} /> : null}
      {hooks.ok ? <Webhooks rows={hooks.value} reader={reader} /> : null}
    </>
  );
}
