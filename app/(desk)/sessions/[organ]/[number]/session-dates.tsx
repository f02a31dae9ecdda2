import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { CalendarSession, Standing } from "@/lib/core/calendar/rule";
import { formatDay } from "@/lib/i18n/format";
import styles from "../../sessions.module.css";

type Line = {
  readonly key: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly standing: Standing;
  readonly source: string;
};

/** The parts and days of a session, each with how it is known and by which source. */
export function SessionDates({ session, reader }: { session: CalendarSession; reader: Reader }) {
  const { t, day, window: days } = reader;
  const columns = ["part", "days", "standing", "source"] as const;
  return (
    <>
      <Table
        caption={t("session.dates")}
        stacks
        head={columns.map((column) => (
          <th key={column} scope="col">
            {t(`session.datesHead.${column}`)}
          </th>
        ))}
      >
        {linesOf(session, t).map((line) => (
          <tr key={line.key}>
            <th scope="row" className={cells.tight}>
              {line.name}
            </th>
            <td className={cells.tight} data-label={t("session.datesHead.days")}>
              {line.from && line.to && line.from !== line.to
                ? days(line.from, line.to)
                : line.from || line.to
                  ? day(line.from ?? line.to ?? "", "full")
                  : t("sessions.unknown")}
            </td>
            <td className={cells.tight} data-label={t("session.datesHead.standing")}>
              {t(`sessions.standings.${line.standing}`)}
            </td>
            <td className={styles.source} data-label={t("session.datesHead.source")}>
              {line.source || "–"}
            </td>
          </tr>
        ))}
      </Table>
      <p className={styles.quiet}>{t("session.zone", { zone: session.timeZone })}</p>
      {session.note ? (
        <p className={styles.quiet}>{t("session.sourceNote", { note: sentence(session.note) })}</p>
      ) : null}
    </>
  );
}

/** A note of a data file stands without capital and stop and with bare days; on a page it is a sentence. */
function sentence(note: string): string {
  const words = note
    .replace(/^evidence: /u, "")
    .replaceAll(" .. ", " to ")
    .replaceAll(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/gu, (day) => formatDay("en", day, "long"));
  return `${words.charAt(0).toLocaleUpperCase("en")}${words.slice(1)}${/[.!?]$/u.test(words) ? "" : "."}`;
}

/** Opening, parts in the order of their days, closing. A row's source may name the closing apart. */
function linesOf(session: CalendarSession, t: Reader["t"]): Line[] {
  const { details, standing } = session;
  const [openingSource = "", ...others] = session.source.split("|").map((part) => part.trim());
  const closingSource = others
    .find((part) => part.startsWith("closes:"))
    ?.slice(7)
    .trim();
  const line = (
    key: string,
    name: string,
    from: string | null,
    to: string | null,
    more: Partial<Line> = {},
  ): Line => ({
    key,
    name,
    from,
    to,
    standing,
    source: openingSource,
    ...more,
  });
  const debate = details?.generalDebate;
  const parts = [
    ...(details?.within && !(session.opens && session.closes)
      ? [line("within", t("session.within"), details.within.from, details.within.to)]
      : []),
    ...(debate ? [line("debate", t("session.generalDebate"), debate.from, debate.to)] : []),
    ...(session.highLevel
      ? [line("high", t("session.highLevel"), session.highLevel.from, session.highLevel.to)]
      : []),
    ...(session.mainPartEnds ? [line("main", t("sessions.mainPartEnds"), session.mainPartEnds, null)] : []),
    ...session.resumedParts.map((part, index) =>
      line(`resumed ${index}`, part.name || t("session.resumed", { number: index + 1 }), part.from, part.to),
    ),
    ...(details?.parts ?? []).map((part) =>
      line(`part ${part.name} ${part.from}`, part.name, part.from, part.to, {
        source: part.source ?? openingSource,
      }),
    ),
  ].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  return [
    line("opens", t("sessions.opens"), session.opens, null),
    ...parts,
    line("closes", t("sessions.closes"), session.closes, null, {
      standing: session.closes === null ? "unknown" : (details?.closesStanding ?? standing),
      source:
        closingSource ?? (details?.closesStanding === "derived" ? t("session.closesBefore") : openingSource),
    }),
  ];
}
