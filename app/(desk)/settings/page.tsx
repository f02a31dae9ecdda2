import type { Metadata } from "next";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { localeNames, locales } from "@/lib/i18n/locale";
import { people } from "@/lib/services/people";
import { listPeopleInput } from "@/lib/services/people-inputs";
import { me } from "@/lib/services/person-page";
import { saveDelegate, savePreferences } from "./actions";
import { Check } from "./fields";
import styles from "./settings.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.title") };
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** One's own page: roles, how one is reached, who stands in. */
export default async function SettingsPage() {
  await signedIn();
  const [reader, self, everybody] = await Promise.all([
    getReader(),
    askPlain(me),
    ask(people, listPeopleInput, {}),
  ]);
  if (!self.ok) return <FailurePage failure={self.error} />;
  const { t, day, locale } = reader;
  const person = self.value;
  const others = (everybody.ok ? everybody.value : []).filter(({ id }) => id !== person.id);
  const delegate = others.find(({ id }) => id === person.delegateId);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return (
    <>
      <PageHead over={person.email} title={person.name} lead={t("settings.you.lead")} />
      <Section id="roles" title={t("settings.you.who")}>
        <ul className={styles.list}>
          {person.memberships.map(({ id, role, bodyName }) => (
            <li key={id}>
              {bodyName
                ? t("settings.you.role", { role: t(`role.${role}`), body: bodyName })
                : t("settings.you.roleEverywhere", { role: t(`role.${role}`) })}
            </li>
          ))}
          {person.memberships.length === 0 ? <li>{t("settings.you.noRoles")}</li> : null}
        </ul>
      </Section>
      <Section id="preferences" title={t("settings.you.preferences")}>
        <div className={styles.narrow}>
          <ActionForm action={savePreferences}>
            <SelectField
              name="locale"
              label={t("settings.you.language")}
              defaultValue={person.locale}
              options={locales.map((value) => ({ value, label: localeNames[value] }))}
            />
            <SelectField
              name="timeZone"
              label={t("settings.you.timeZone")}
              defaultValue={person.timeZone}
              options={[...new Set([person.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])].map(
                (value) => ({
                  value,
                  label: value.replaceAll("_", " "),
                }),
              )}
            />
            <SelectField
              name="digestHour"
              label={t("settings.you.hour")}
              hint={t("settings.you.hourHint")}
              defaultValue={String(person.digestHour)}
              options={Array.from({ length: 24 }, (_, hour) => ({
                value: String(hour),
                label: `${String(hour).padStart(2, "0")}:00`,
              }))}
            />
            <fieldset className={styles.checks}>
              <legend>{t("settings.you.days")}</legend>
              <div className={styles.inline}>
                {weekdays.map((number) => (
                  <Check
                    key={number}
                    name="digestDays"
                    value={String(number)}
                    // 1 January 2024 was a Monday.
                    label={weekday.format(new Date(Date.UTC(2024, 0, number)))}
                    isOn={person.digestDays.includes(number)}
                  />
                ))}
              </div>
            </fieldset>
            <div className={styles.checks}>
              <Check name="urgentAtOnce" label={t("settings.you.urgent")} isOn={person.urgentAtOnce} />
              <Check name="mailMuted" label={t("settings.you.mute")} isOn={person.mailMuted} />
            </div>
            <div>
              <Submit>{t("settings.save")}</Submit>
            </div>
          </ActionForm>
        </div>
      </Section>
      <Section id="leave" title={t("settings.you.leave")}>
        <div className={styles.narrow}>
          <p className={styles.quiet}>{t("settings.you.leaveLead")}</p>
          {delegate && person.delegateFrom ? (
            <Note>
              {person.delegateUntil
                ? t("settings.you.leaveUntil", {
                    name: delegate.name,
                    from: day(person.delegateFrom, "long"),
                    until: day(person.delegateUntil, "long"),
                  })
                : t("settings.you.leaveNow", { name: delegate.name, from: day(person.delegateFrom, "long") })}
            </Note>
          ) : null}
          <ActionForm action={saveDelegate}>
            <SelectField
              name="delegateId"
              label={t("settings.you.delegate")}
              defaultValue={person.delegateId ?? ""}
              options={[
                { value: "", label: t("settings.nobody") },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <div className={form.row}>
              <TextField
                name="from"
                type="date"
                label={t("settings.you.from")}
                defaultValue={person.delegateFrom ?? ""}
              />
              <TextField
                name="until"
                type="date"
                label={t("settings.you.until")}
                hint={t("settings.you.untilHint")}
                defaultValue={person.delegateUntil ?? ""}
              />
            </div>
            <div>
              <Submit>{t("settings.save")}</Submit>
            </div>
          </ActionForm>
        </div>
      </Section>
    </>
  );
}
