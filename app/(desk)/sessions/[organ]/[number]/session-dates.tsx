import type { Reader } from "@/app/_ui/reader";
import type { CalendarSession } from "@/lib/core/calendar/rule";
import styles from "../../sessions.module.css";

/** The days of a session, how they are known, and by which source. */
export function SessionDates({ session, reader: { t, day } }: { session: CalendarSession; reader: Reader }) {
  const days = [
    ["opens", session.opens],
    ["mainPartEnds", session.mainPartEnds],
    ["closes", session.closes],
  ] as const;
  return (
    <dl className={styles.dates}>
      {days.map(([name, value]) =>
        value === null && name === "mainPartEnds" ? null : (
          <div key={name}>
            <dt>{t(`sessions.${name}`)}</dt>
            <dd>{value ? <time dateTime={value}>{day(value, "long")}</time> : t("sessions.unknown")}</dd>
          </div>
        ),
      )}
      <div>
        <dt>{t("sessions.standing")}</dt>
        <dd>{t(`sessions.standings.${session.standing}`)}</dd>
      </div>
      {session.source ? (
        <div>
          <dt>{t("sessions.source")}</dt>
          <dd className={styles.source}>{session.source}</dd>
        </div>
      ) : null}
    </dl>
  );
}
