import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address, sessionAddress } from "@/app/_ui/addresses";
import { Button, ButtonLink } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { seriesName } from "@/app/_ui/series-name";
import { cells, Table } from "@/app/_ui/table/table";
import { calendarAdministration } from "@/lib/services/calendar";
import type { CalendarAdministration } from "@/lib/services/types";
import styles from "./calendar.module.css";
import { PackForm } from "./pack-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("calendar.title") };
}

/** The calendar as its keepers see it: bodies, what was changed last, and the two ways to add. */
export default async function CalendarPage() {
  await signedIn();
  const reader = await getReader();
  const { t } = reader;
  const result = await askPlain(calendarAdministration);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  return (
    <>
      <PageHead title={t("calendar.title")} lead={t("calendar.lead")}>
        <ButtonLink href={address("/sessions")}>{t("calendar.sessions")}</ButtonLink>
        <ButtonLink href={address("/calendar/holidays")}>{t("holidays.title")}</ButtonLink>
        <ButtonLink href={address("/calendar/slips")}>{t("calendar.slips")}</ButtonLink>
      </PageHead>
      {page.mayChange ? <Tools page={page} reader={reader} /> : <Note>{t("calendar.mayNot")}</Note>}
      <Section id="series" title={t("calendar.series")}>
        <Series page={page} reader={reader} />
      </Section>
      <Section id="changes" title={t("calendar.changes")}>
        <Changes page={page} reader={reader} />
      </Section>
    </>
  );
}

type Part = { page: CalendarAdministration; reader: Reader };

function Tools({ page, reader }: Part) {
  const { t } = reader;
  return (
    <div className={styles.tools}>
      <form action="/calendar/open" className={styles.tool}>
        <h2>{t("calendar.add")}</h2>
        <p className={styles.quiet}>{t("calendar.addLead")}</p>
        <TextField name="organ" label={t("calendar.organ")} list="organs" required autoComplete="off" />
        <datalist id="organs">
          {page.series.map(({ organ }) => (
            <option key={organ} value={organ}>
              {seriesName(reader, organ)}
            </option>
          ))}
        </datalist>
        <TextField
          name="session"
          label={t("calendar.number")}
          inputMode="numeric"
          pattern="\d{1,4}"
          required
        />
        <div>
          <Button type="submit">{t("calendar.open")}</Button>
        </div>
      </form>
      <div className={styles.tool}>
        <h2>{t("calendar.pack")}</h2>
        <p className={styles.quiet}>{t("calendar.packLead")}</p>
        <PackForm
          words={{
            file: t("calendar.packFile"),
            hint: t("calendar.packHint", {
              example:
                '{"organ":"River Commission","name":"River Commission","timeZone":"Europe/Vienna","sessions":[{"session":3,"label":"3","opens":"1998-05-04","closes":"1998-05-08","standing":"fixed","source":"RC/3/1"}]}',
            }),
            reason: t("session.reason"),
            source: t("session.source"),
            add: t("calendar.packAdd"),
          }}
        />
      </div>
    </div>
  );
}

function Series({ page, reader }: Part) {
  const { t, number } = reader;
  const columns = ["body", "count", "span", "fixed", "zone"] as const;
  return (
    <Table
      caption={t("calendar.series")}
      stacks
      head={columns.map((column) => (
        <th
          key={column}
          scope="col"
          className={column === "count" || column === "fixed" ? cells.number : undefined}
        >
          {t(`calendar.${column}`)}
        </th>
      ))}
    >
      {page.series.map((row) => (
        <tr key={row.organ}>
          <th scope="row">
            <Link href={address(`/sessions#organ-${row.organ}`)}>{seriesName(reader, row.organ)}</Link>
          </th>
          <td className={cells.number} data-label={t("calendar.count")}>
            {number(row.sessions)}
          </td>
          <td className={cells.tight} data-label={t("calendar.span")}>
            {row.first === row.last ? row.first : `${row.first} – ${row.last}`}
          </td>
          <td className={cells.number} data-label={t("calendar.fixed")}>
            {number(row.fixed)}
          </td>
          <td className={cells.tight} data-label={t("calendar.zone")}>
            {row.timeZone}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ page, reader: { t, day, instant, number } }: Part) {
  if (page.changes.length === 0) return <p className={styles.quiet}>{t("calendar.changesNone")}</p>;
  const columns = ["when", "session", "days", "why", "who", "moved"] as const;
  const written = (days: CalendarAdministration["changes"][number]["after"]) =>
    days
      ? [days.opens, days.closes].map((one) => (one ? day(one) : t("sessions.unknown"))).join(" – ")
      : t("sessions.unknown");
  return (
    <Table
      caption={t("calendar.changes")}
      stacks
      head={columns.map((column) => (
        <th key={column} scope="col" className={column === "moved" ? cells.number : undefined}>
          {t(`calendar.${column}`)}
        </th>
      ))}
    >
      {page.changes.map((change) => (
        <tr key={`${change.organ} ${change.session} ${change.at}`}>
          <td className={cells.tight}>{instant(change.at)}</td>
          <td className={cells.tight} data-label={t("calendar.session")}>
            <Link href={sessionAddress(change.organ, change.session)}>
              {change.organ} {change.session}
            </Link>
          </td>
          <td data-label={t("calendar.days")}>
            {change.before
              ? t("calendar.fromTo", { from: written(change.before), to: written(change.after) })
              : t("calendar.added", { days: written(change.after) })}
          </td>
          <td className={styles.reason} data-label={t("calendar.why")}>
            {change.reason} <span className={styles.quiet}>({change.source})</span>
          </td>
          <td className={cells.tight} data-label={t("calendar.who")}>
            {change.by}
          </td>
          <td className={cells.number} data-label={t("calendar.moved")}>
            {number(change.tasksMoved)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
