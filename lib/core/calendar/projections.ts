import { addDays, isoOf, lastOfMonth, nthWeekday, yearOf } from "./day";
import { proposedGaOpening, proposedGeneralDebate } from "./opening-rules";
import { ordinalInDigits } from "./ordinal-words";
import type { CalendarSession, IsoDate, SessionDetails, SessionSeries } from "./rule";

type Draft = {
  readonly organ: SessionSeries;
  readonly session: number;
  readonly opens?: IsoDate | null;
  readonly closes?: IsoDate | null;
  readonly source: string;
  readonly note: string;
  readonly timeZone: string;
  readonly details?: SessionDetails;
};

const derived = (draft: Draft): CalendarSession => ({
  organ: draft.organ,
  session: draft.session,
  label: String(draft.session),
  opens: draft.opens ?? null,
  closes: draft.closes ?? null,
  mainPartEnds: null,
  resumedParts: [],
  highLevel: null,
  standing: "derived",
  source: draft.source,
  note: draft.note,
  timeZone: draft.timeZone,
  ...(draft.details && { details: draft.details }),
});

/**
 * A session that no row holds, as the rules or the rhythm of its series propose it; null where nothing can be said.
 * Always of standing "derived", with the rule named in `source`. Days that no rule gives stay null; `details.within`
 * then says what is known. `rows` are the rows of the same series in order.
 */
export function projectSession(
  organ: SessionSeries,
  session: number,
  rows: readonly CalendarSession[],
): CalendarSession | null {
  if (!Number.isInteger(session) || session < 1) return null;
  switch (organ) {
    case "GA":
      return projectGa(session);
    case "ECOSOC":
      return projectEcosoc(session);
    case "HRC":
      return projectHrc(session);
    case "UNEA":
      return projectUnea(session, rows);
    // Special sessions are called when they are needed: no rhythm, whatever their last years look like.
    case "GA-special":
    case "GA-emergency":
    case "SC":
      return null;
    default:
      return projectByRhythm(organ, session, rows);
  }
}

/** The Assembly: opening by rule 1, closing the day before the next opening. */
function projectGa(session: number): CalendarSession | null {
  const opening = proposedGaOpening(session);
  const next = proposedGaOpening(session + 1);
  if (!opening) return null;
  const debate = proposedGeneralDebate(session, opening.day);
  return derived({
    organ: "GA",
    session,
    opens: opening.day,
    closes: next ? addDays(next.day, -1) : null,
    source: opening.source,
    note: "Projected by rule 1 of the rules of procedure; the session closes the day before the next one opens.",
    timeZone: "America/New_York",
    ...(debate && { details: { generalDebate: { from: debate.from, to: debate.to } } }),
  });
}

/** The Council: a July-to-July cycle since 2014, a substantive session each summer before; two sessions a year until 1991. */
function projectEcosoc(year: number): CalendarSession | null {
  const base = { organ: "ECOSOC", session: year, timeZone: "America/New_York" };
  if (year >= 2014 && year <= 2100) {
    return derived({
      ...base,
      source: "A/RES/68/1, annex, para. 5; A/RES/72/305, annex, para. 7; A/RES/75/290 A, annex, para. 6",
      note: "The cycle runs from July to July; the organizational session of late July opens it.",
      details: { within: { from: isoOf(year - 1, 7, 1), to: isoOf(year, 7, 31) } },
    });
  }
  if (year >= 1992 && year < 2014) {
    const organizational = {
      name: "organizational session",
      from: nthWeekday(year, 2, 2, 1),
      to: isoOf(year, 4, 30),
      source: "E/RES/1992/1; E/5715/Rev.2, rules 1 and 2",
    };
    const inJuly = year >= 1997;
    return derived({
      ...base,
      source: inJuly ? "A/RES/50/227, annex I, para. 40" : "E/5715/Rev.2, rules 1 and 2",
      note: inJuly
        ? "One substantive session of four weeks in July."
        : "One substantive session between May and July; organizational session in February, resumed in April.",
      details: {
        within: { from: isoOf(year, inJuly ? 7 : 5, 1), to: isoOf(year, 7, 31) },
        parts: [organizational],
      },
    });
  }
  if (year >= 1978 && year < 1992) {
    return derived({
      ...base,
      source: "E/5715/Rev.2; practice of 1978 to 1991",
      note: "First regular session in spring, second regular session in July.",
      details: { within: { from: isoOf(year, 4, 1), to: isoOf(year, 7, 31) } },
    });
  }
  return null;
}

/**
 * The Human Rights Council: three regular sessions a year. The opening days follow what every session of its kind did
 * since 2017: the last Monday of February, the second Monday of September; June has no such habit, so no day is given.
 */
function projectHrc(session: number): CalendarSession | null {
  const year = 2006 + Math.floor((session - 1) / 3);
  if (session < 4 || year > 2100) return null;
  const base = { organ: "HRC", session, timeZone: "Europe/Zurich" };
  const source =
    "A/RES/60/251, para. 10: not fewer than three sessions a year; habit of the sessions since 2014";
  const kind = session % 3;
  if (kind === 1) {
    return derived({
      ...base,
      source,
      opens: nthWeekday(year, 2, 1, -1),
      note: "Main session: opens on the last Monday of February by habit; ends by mid-April.",
      details: { within: { from: isoOf(year, 2, 1), to: isoOf(year, 4, 15) } },
    });
  }
  if (kind === 2) {
    return derived({
      ...base,
      source,
      note: "Held in June and July.",
      details: { within: { from: isoOf(year, 6, 1), to: isoOf(year, 7, 20) } },
    });
  }
  return derived({
    ...base,
    source,
    opens: nthWeekday(year, 9, 1, 2),
    note: "Opens on the second Monday of September by habit; ends by mid-October.",
    details: { within: { from: isoOf(year, 9, 1), to: isoOf(year, 10, 20) } },
  });
}

/** The Environment Assembly: every two years, counted from the last session in the calendar. */
function projectUnea(session: number, rows: readonly CalendarSession[]): CalendarSession | null {
  const last = rows.at(-1);
  const lastStart = last && startOf(last);
  if (!last || !lastStart || session <= last.session) return null;
  const year = yearOf(lastStart) + 2 * (session - last.session);
  if (year > 2100) return null;
  return derived({
    organ: "UNEA",
    session,
    source:
      "the Environment Assembly meets every two years (UNEP Governing Council decision 27/2, not re-read)",
    note: `Two years after each other, counted from the ${ordinalInDigits(last.session)} session; only the year is proposed.`,
    timeZone: last.timeZone,
    details: { within: { from: isoOf(year, 1, 1), to: isoOf(year, 12, 31) } },
  });
}

/** Any other body: the year after the last rows, where the last three sessions followed each other at even distance. */
function projectByRhythm(
  organ: SessionSeries,
  session: number,
  rows: readonly CalendarSession[],
): CalendarSession | null {
  const [before, middle, last] = rows.slice(-3);
  if (!before || !middle || !last || session <= last.session || session > last.session + 40) return null;
  const years = [before, middle, last].map((row) => startOf(row)?.slice(0, 4)).map(Number);
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = years;
  const step = third - second;
  const isEven =
    second - first === step && middle.session - before.session === 1 && last.session - middle.session === 1;
  if (!isEven || step < 1) return null;
  const year = third + step * (session - last.session);
  return derived({
    organ,
    session,
    source: `rhythm of the sessions of ${first}, ${second} and ${third}`,
    note: `One session every ${step === 1 ? "year" : `${step} years`}; only the year is proposed.`,
    timeZone: last.timeZone,
    details: { within: { from: isoOf(year, 1, 1), to: lastOfMonth(year, 12) } },
  });
}

/** The earliest day on which the session can have begun: its opening, or the start of the span it is held in. */
export const startOf = (session: CalendarSession): IsoDate | null =>
  session.opens ?? session.details?.within?.from ?? null;
