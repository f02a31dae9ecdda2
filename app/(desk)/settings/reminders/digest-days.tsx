import type { Reader } from "@/app/_ui/reader";
import styles from "./reminder-settings.module.css";

/** A box for each weekday, Monday first, under its name in the reader's language. */
export function DigestDays({ chosen, reader: { t, locale } }: { chosen: readonly number[]; reader: Reader }) {
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return (
    <fieldset className={styles.group}>
      <legend>{t("reminderSettings.days")}</legend>
      <div className={styles.checks}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <label key={weekday}>
            <input
              type="checkbox"
              name="digestDays"
              value={weekday}
              defaultChecked={chosen.includes(weekday)}
            />
            {/* 1 January 2024 was a Monday. */}
            {name.format(new Date(Date.UTC(2024, 0, weekday)))}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
