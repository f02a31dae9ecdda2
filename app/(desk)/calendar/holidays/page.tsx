import type { Metadata } from "next";
import { ask, signedIn, workingDate } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Button, ButtonLink } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { dutyStations } from "@/lib/core/calendar/duty-stations";
import { type HolidaysPage, holidaysPage } from "@/lib/services/holidays";
import { holidaysInput } from "@/lib/services/inputs";
import styles from "../calendar.module.css";
import { enterHoliday } from "./actions";
import { HolidayTable } from "./holiday-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("holidays.title") };
}

/** The holidays of a duty station in a year, with sources; an Admin enters those that the lists lack. */
export default async function HolidaysView({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader, { today }] = await Promise.all([firstOf(searchParams), getReader(), workingDate()]);
  const { t } = reader;
  const station = query.station ?? "new-york";
  const year = query.year ?? today.slice(0, 4);
  const result = await ask(holidaysPage, holidaysInput, { station, year });
  if (!result.ok) return <FailurePage failure={result.error} />;
  return (
    <>
      <PageHead title={t("holidays.title")} lead={t("holidays.lead")}>
        <ButtonLink href={address("/calendar")}>{t("calendar.title")}</ButtonLink>
      </PageHead>
      <form className={`${styles.chooser} no-print`}>
        <SelectField
          name="station"
          label={t("holidays.station")}
          defaultValue={station}
          options={Object.entries(dutyStations).map(([value, { name }]) => ({ value, label: name }))}
        />
        <TextField name="year" inputMode="numeric" label={t("holidays.year")} defaultValue={year} />
        <Button type="submit">{t("holidays.show")}</Button>
      </form>
      <Missing page={result.value} reader={reader} />
      <HolidayTable page={result.value} reader={reader} />
      {result.value.mayChange ? (
        <Section id="add" title={t("holidays.add")}>
          <div className={styles.form}>
            <ActionForm action={enterHoliday.bind(null, station)}>
              <TextField name="day" type="date" label={t("holidays.day")} required />
              <TextField name="name" id="holiday-name" label={t("holidays.name")} required />
              <TextField
                name="source"
                label={t("holidays.source")}
                hint={t("holidays.sourceHint")}
                required
              />
              <TextField name="reason" label={t("holidays.reason")} required />
              <div>
                <Submit>{t("holidays.add")}</Submit>
              </div>
            </ActionForm>
          </div>
        </Section>
      ) : (
        <Note>{t("holidays.mayNot")}</Note>
      )}
    </>
  );
}

/** What is announced each year and not known here, with about when it falls. */
function Missing({ page, reader: { t, day } }: { page: HolidaysPage; reader: Reader }) {
  if (page.missing.length === 0) return null;
  return (
    <Note tone="warn">
      <p>{t("holidays.missing")}</p>
      <ul className={styles.examples}>
        {page.missing.map(({ name, around }) => (
          <li key={`${name} ${around}`}>
            {around ? t("holidays.around", { name, day: day(around, "long") }) : name}
          </li>
        ))}
      </ul>
    </Note>
  );
}
