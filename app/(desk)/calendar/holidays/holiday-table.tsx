import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { HolidaysPage } from "@/lib/services/holidays";
import styles from "../calendar.module.css";
import { takeHolidayBack } from "./actions";

/** Holidays in the order of their days: those of the lists and patterns, and those that were entered here. */
export function HolidayTable({ page, reader }: { page: HolidaysPage; reader: Reader }) {
  const { t, day } = reader;
  const columns = ["day", "name", "known", "source"] as const;
  const rows = [
    ...page.listed.map((holiday) => ({ key: `${holiday.day} ${holiday.name}`, holiday, entered: null })),
    ...page.entered.map((entered) => ({ key: entered.id, holiday: entered, entered })),
  ].sort((a, b) => (a.holiday.day < b.holiday.day ? -1 : 1));
  return (
    <Table
      caption={t("holidays.title")}
      stacks
      head={columns.map((column) => (
        <th key={column} scope="col">
          {t(`holidays.${column}`)}
        </th>
      ))}
    >
      {rows.map(({ key, holiday, entered }) => (
        <tr key={key}>
          <th scope="row" className={cells.tight}>
            {day(holiday.day, "full")}
          </th>
          <td data-label={t("holidays.name")}>{holiday.name}</td>
          <td className={cells.tight} data-label={t("holidays.known")}>
            {entered
              ? t(entered.endedAt ? "holidays.takenBack" : "holidays.entered")
              : t(`sessions.standings.${page.listed.find((one) => one === holiday)?.standing ?? "fixed"}`)}
          </td>
          <td className={styles.reason} data-label={t("holidays.source")}>
            {holiday.source}
            {entered ? <Entered entered={entered} mayChange={page.mayChange} reader={reader} /> : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Entered({
  entered,
  mayChange,
  reader: { t, instant },
}: {
  entered: HolidaysPage["entered"][number];
  mayChange: boolean;
  reader: Reader;
}) {
  return (
    <>
      <p className={styles.quiet}>
        {t("holidays.enteredBy", { name: entered.addedByName, at: instant(entered.addedAt.toISOString()) })}{" "}
        {entered.reason}
      </p>
      {entered.endedAt ? (
        <p className={styles.quiet}>
          {t("holidays.endedBy", { name: entered.endedByName, at: instant(entered.endedAt.toISOString()) })}{" "}
          {entered.endedWhy}
        </p>
      ) : mayChange ? (
        <details className="no-print">
          <summary>{t("holidays.takeBack")}</summary>
          <ActionForm action={takeHolidayBack.bind(null, entered.id)}>
            <TextField name="reason" id={`why-${entered.id}`} label={t("holidays.reason")} required />
            <div>
              <Submit size="small">{t("holidays.takeBack")}</Submit>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}
