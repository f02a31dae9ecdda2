import { addDays } from "./day";
import { projectSession, startOf } from "./projections";
import type { CalendarSession, IsoDate, SessionCalendar, SessionSeries } from "./rule";

type Series = {
  /** In order of their first day. */
  readonly rows: readonly CalendarSession[];
  readonly starts: readonly IsoDate[];
  readonly bySession: ReadonlyMap<number, CalendarSession>;
  readonly answers: Map<number, CalendarSession | null>;
};

/** How far `at` looks beyond the table: no plan reaches further. */
const furthestProjection = 160;

/**
 * A calendar over these rows. Looking a session up takes constant time, finding the session of a day a binary search.
 * Rows win over rules: a rule proposes a session only where no row exists, and completes a row that lacks its closing
 * day. Where one session stands twice, the later row counts.
 */
export function loadCalendar(
  rows: readonly CalendarSession[],
  holidays?: SessionCalendar["holidays"],
): SessionCalendar {
  const byOrgan = new Map<SessionSeries, CalendarSession[]>();
  for (const row of rows) {
    const list = byOrgan.get(row.organ);
    if (list) list.push(row);
    else byOrgan.set(row.organ, [row]);
  }
  const series = new Map([...byOrgan].map(([organ, list]) => [organ, seriesOf(list)] as const));
  const none = seriesOf([]);
  const empty = new Map<SessionSeries, Series>();

  const of = (organ: SessionSeries): Series => {
    const held = series.get(organ) ?? empty.get(organ);
    if (held) return held;
    const fresh = { ...none, answers: new Map<number, CalendarSession | null>() };
    empty.set(organ, fresh);
    return fresh;
  };

  const find = (organ: SessionSeries, session: number): CalendarSession | null => {
    const held = of(organ);
    const known = held.answers.get(session);
    if (known !== undefined) return known;
    const row = held.bySession.get(session);
    const answer = row
      ? completed(row, held.bySession.get(session + 1), held.rows)
      : projected(organ, session, held);
    held.answers.set(session, answer);
    return answer;
  };

  const at = (organ: SessionSeries, day: IsoDate): CalendarSession | null => {
    const held = of(organ);
    const index = lastIndexUpTo(held.starts, day);
    const row = held.rows[index];
    let answer = row ? find(organ, row.session) : null;
    if (!row || index < held.rows.length - 1) return latest(answer, projectedAt(organ, day, find));
    // The table ends here: the rules go on from its last session.
    for (let ahead = 1; ahead <= furthestProjection; ahead++) {
      const next = find(organ, row.session + ahead);
      const start = next && startOf(next);
      if (!next || !start || start > day) break;
      answer = next;
    }
    return answer;
  };

  return { find, at, rows: (organ) => of(organ).rows, ...(holidays && { holidays }) };
}

/** The same calendar with these sessions in place of the rows of the same series and number; nothing else changes. */
export function withSessions(
  calendar: SessionCalendar,
  sessions: readonly CalendarSession[],
): SessionCalendar {
  const organs = new Set(sessions.map((session) => session.organ));
  const changed = loadCalendar([...[...organs].flatMap((organ) => calendar.rows(organ)), ...sessions]);
  const of = (organ: SessionSeries): SessionCalendar => (organs.has(organ) ? changed : calendar);
  return {
    find: (organ, session) => of(organ).find(organ, session),
    at: (organ, day) => of(organ).at(organ, day),
    rows: (organ) => of(organ).rows(organ),
    ...(calendar.holidays && { holidays: calendar.holidays }),
  };
}

function seriesOf(list: readonly CalendarSession[]): Series {
  const bySession = new Map(list.map((row) => [row.session, row] as const));
  const rows = [...bySession.values()].sort((a, b) => {
    const first = startOf(a) ?? "9999";
    const second = startOf(b) ?? "9999";
    return first < second ? -1 : first > second ? 1 : a.session - b.session;
  });
  return { rows, starts: rows.map((row) => startOf(row) ?? "9999"), bySession, answers: new Map() };
}

/** A row without days takes the projected ones; a row without a closing day takes what the next row or the rule gives. */
function completed(
  row: CalendarSession,
  next: CalendarSession | undefined,
  rows: readonly CalendarSession[],
): CalendarSession {
  if (row.closes !== null || row.details?.neverCloses) return row;
  const proposal = projectSession(row.organ, row.session, rows);
  if (row.opens === null) {
    if (!proposal || row.standing !== "unknown") return row;
    const note = [row.note, proposal.note].filter(Boolean).join("; ");
    return { ...proposal, label: row.label, note, timeZone: row.timeZone };
  }
  if (row.organ === "GA" && next?.opens) return closing(row, addDays(next.opens, -1));
  if (proposal?.closes && proposal.closes >= row.opens) return closing(row, proposal.closes);
  const bound = proposal?.details?.within?.to;
  if (row.details?.within || !bound || bound < row.opens) return row;
  return { ...row, details: { ...row.details, within: { from: row.opens, to: bound } } };
}

const closing = (row: CalendarSession, closes: IsoDate): CalendarSession => ({
  ...row,
  closes,
  details: { ...row.details, closesStanding: "derived" },
});

/** A projected Assembly session ends before the next one opens, also where the next one is a row. */
function projected(organ: SessionSeries, session: number, held: Series): CalendarSession | null {
  const proposal = projectSession(organ, session, held.rows);
  const next = held.bySession.get(session + 1);
  if (
    !proposal ||
    organ !== "GA" ||
    !next?.opens ||
    (proposal.opens !== null && next.opens <= proposal.opens)
  ) {
    return proposal;
  }
  return { ...proposal, closes: addDays(next.opens, -1) };
}

/** Yearly series can be asked by the year, also where the table is silent. */
function projectedAt(
  organ: SessionSeries,
  day: IsoDate,
  find: SessionCalendar["find"],
): CalendarSession | null {
  const year = Number(day.slice(0, 4));
  const guesses = organ === "GA" ? [year - 1945, year - 1946] : organ === "ECOSOC" ? [year + 1, year] : [];
  for (const guess of guesses) {
    const session = guess > 0 ? find(organ, guess) : null;
    const start = session && startOf(session);
    if (session && start && start <= day) return session;
  }
  return null;
}

/** The one that starts later: the table has gaps (the Council of 1978 to 2011) that rules fill. */
function latest(row: CalendarSession | null, proposal: CalendarSession | null): CalendarSession | null {
  if (!row || !proposal) return row ?? proposal;
  return (startOf(proposal) ?? "") > (startOf(row) ?? "") ? proposal : row;
}

/** Index of the last entry that is not after `day`; -1 where all are. */
function lastIndexUpTo(starts: readonly IsoDate[], day: IsoDate): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? "9999") <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
