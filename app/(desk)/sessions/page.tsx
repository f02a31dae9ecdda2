import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { sessionAddress, tasksAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { searchOf } from "@/app/_ui/filter/language";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { seriesName } from "@/app/_ui/series-name";
import { cells, Table } from "@/app/_ui/table/table";
import { listSessions } from "@/lib/services/calendar";
import { asOfInput } from "@/lib/services/inputs";
import type { SessionListRow } from "@/lib/services/types";
import styles from "./sessions.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("sessions.title") };
}

/** The calendar: sessions of each organ, the latest first, with where each date comes from. */
export default async function SessionsPage() {
  await signedIn();
  const reader = await getReader();
  const { t, day, number } = reader;
  const result = await ask(listSessions, asOfInput, {});
  if (!result.ok) return <FailurePage failure={result.error} />;
  const columns = ["session", "opens", "closes", "standing", "source", "open"] as const;
  return (
    <>
      <PageHead title={t("sessions.title")} lead={t("sessions.lead")} />
      {result.value.length === 0 ? <Empty title={t("sessions.none")} /> : null}
      {byOrgan(result.value).map(([organ, rows]) => (
        <Section key={organ} id={`organ-${organ}`} title={seriesName(reader, organ)}>
          <Table
            caption={seriesName(reader, organ)}
            stacks
            head={columns.map((column) => (
              <th key={column} scope="col" className={column === "open" ? cells.number : undefined}>
                {t(`sessions.${column}`)}
              </th>
            ))}
          >
            {rows.map(({ session, open }) => (
              <tr key={session.session}>
                <th scope="row" className={cells.tight}>
                  <Link href={sessionAddress(session.organ, session.session)}>{session.label}</Link>
                </th>
                <td className={cells.tight} data-label={t("sessions.opens")}>
                  {session.opens ? (
                    day(session.opens)
                  ) : (
                    <span className={styles.quiet}>{t("sessions.unknown")}</span>
                  )}
                </td>
                <td className={cells.tight} data-label={t("sessions.closes")}>
                  {session.closes ? (
                    day(session.closes)
                  ) : (
                    <span className={styles.quiet}>{t("sessions.unknown")}</span>
                  )}
                </td>
                <td className={cells.tight}>{t(`sessions.standings.${session.standing}`)}</td>
                <td className={styles.source}>{session.source}</td>
                <td className={cells.number} data-label={t("sessions.open")}>
                  {open.count > 0 ? (
                    <Link href={tasksAddress(searchOf(open.filter))}>{number(open.count)}</Link>
                  ) : (
                    <span className={styles.quiet}>0</span>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </Section>
      ))}
    </>
  );
}

/** Organs with open work first, then by name; within an organ the latest session first. */
function byOrgan(rows: readonly SessionListRow[]): [string, SessionListRow[]][] {
  const groups = new Map<string, SessionListRow[]>();
  for (const row of rows) groups.set(row.session.organ, [...(groups.get(row.session.organ) ?? []), row]);
  const open = (list: readonly SessionListRow[]) => list.reduce((sum, row) => sum + row.open.count, 0);
  return [...groups]
    .map(([organ, list]): [string, SessionListRow[]] => [
      organ,
      list.toSorted((a, b) => b.session.session - a.session.session),
    ])
    .sort(([a, left], [b, right]) => open(right) - open(left) || a.localeCompare(b));
}
