import { CircleUserRound } from "lucide-react";
import Link from "next/link";
import { localeNames } from "@/lib/i18n/locale";
import { availableLocales } from "@/lib/i18n/translate";
import { address } from "../addresses";
import { preferenceValues, readPreferences } from "../preferences";
import { getReader } from "../reader";
import styles from "./person-menu.module.css";
import { choosePreference } from "./preference-actions";
import shell from "./shell.module.css";

/** Who is signed in and how the product looks to them. A native popover of plain forms: works before any script. */
export async function PersonMenu({
  person,
}: {
  person: { name: string; email: string; roles: readonly string[] };
}) {
  const [{ t }, preferences] = await Promise.all([getReader(), readPreferences()]);
  const choices = [
    {
      name: "theme",
      legend: t("person.theme"),
      values: preferenceValues.theme,
      now: preferences.theme,
      label: (value: string) => t(`person.themes.${value as "system"}`),
    },
    {
      name: "density",
      legend: t("person.density"),
      values: preferenceValues.density,
      now: preferences.density,
      label: (value: string) => t(`person.densities.${value as "compact"}`),
    },
    {
      name: "keys",
      legend: t("person.keys"),
      values: preferenceValues.keys,
      now: preferences.keys,
      label: (value: string) => t(`person.keysValues.${value as "on"}`),
    },
    ...(availableLocales.length > 1
      ? [
          {
            name: "locale",
            legend: t("person.language"),
            values: availableLocales,
            now: preferences.locale,
            label: (value: string) => localeNames[value as "en"],
          },
        ]
      : []),
  ];
  return (
    <>
      <button
        type="button"
        className={shell.iconButton}
        popoverTarget="person-menu"
        aria-label={t("person.menu", { name: person.name })}
      >
        <CircleUserRound aria-hidden />
      </button>
      <div id="person-menu" popover="auto" className={styles.menu}>
        <p className={styles.name}>{person.name}</p>
        <p className={styles.email}>{person.email}</p>
        {person.roles.length > 0 ? <p className={styles.email}>{person.roles.join(" · ")}</p> : null}
        {choices.map((choice) => (
          <form key={choice.name} action={choosePreference} className={styles.choice}>
            <fieldset>
              <legend>{choice.legend}</legend>
              <div className={styles.segments}>
                {choice.values.map((value) => (
                  <button
                    key={value}
                    type="submit"
                    name={choice.name}
                    value={value}
                    aria-pressed={value === choice.now}
                  >
                    {choice.label(value)}
                  </button>
                ))}
              </div>
            </fieldset>
          </form>
        ))}
        <div className={styles.foot}>
          <Link href={address("/settings")}>{t("nav.settings")}</Link>
          <Link href={address("/sign-out")} prefetch={false}>
            {t("person.signOut")}
          </Link>
        </div>
      </div>
    </>
  );
}
