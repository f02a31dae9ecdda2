import { assertNever } from "../result";
import { addDays, daysBetween, earlier, isoOf, lastOfMonth, later, yearOf } from "./day";
import { proposedGeneralDebate } from "./opening-rules";
import { startOf } from "./projections";
import type { Because, CalendarSession, SessionPart } from "./rule";
import { certaintyOf, lessSure, named, type SessionSpan, wholeSpan } from "./session-span";

/**
 * How long "the beginning" lasts, in days counted from the opening. No rule of procedure says; this is our reading:
 * five weeks for a session of more than ninety days, which holds the general debate in every era and the first weeks
 * of the committees (the meeting that A/RES/52/205 wanted "at the beginning of" the 53rd session was held on
 * 7 October 1998, four weeks after the opening); a quarter, but two days at least, for a shorter one.
 */
export function beginningLengthInDays(sessionLengthInDays: number): number {
  if (sessionLengthInDays > 90) return 35;
  return Math.min(Math.max(2, Math.ceil(sessionLengthInDays / 4)), Math.max(1, sessionLengthInDays));
}

/** The days of a session, or of the part of it that a text names. Parts whose days nobody set fall back to the session. */
export function spanOf(session: CalendarSession, part: SessionPart | undefined): SessionSpan {
  const whole = wholeSpan(session);
  switch (part) {
    case undefined:
      return whole;
    case "beginning":
      return edgeSpan(session, whole, "beginning");
    case "end":
      return edgeSpan(session, whole, "end");
    case "main":
      return session.organ === "GA" ? mainSpan(session, whole) : notOfThisBody(session, whole, part);
    case "resumed":
      return resumedSpan(session, whole);
    case "first-resumed":
      return nthResumedSpan(session, whole, 0);
    case "second-resumed":
      return nthResumedSpan(session, whole, 1);
    case "high-level":
      return highLevelSpan(session, whole);
    case "substantive":
      return whole;
    case "organizational":
      return organizationalSpan(session, whole);
    default:
      return assertNever(part);
  }
}

function edgeSpan(session: CalendarSession, whole: SessionSpan, edge: "beginning" | "end"): SessionSpan {
  if (session.opens === null || session.standing === "bounds" || whole.from === null || whole.to === null) {
    return daysNotSet(session, whole, edge);
  }
  const length = beginningLengthInDays(daysBetween(whole.from, whole.to) + 1);
  const reading: Because = {
    code: edge === "beginning" ? "read-beginning" : "read-end-part",
    params: { days: length },
    source: "reading of this product; no rule of procedure says how long the beginning lasts",
  };
  const because = [...whole.because.slice(0, edge === "beginning" ? 1 : 2), reading];
  if (edge === "beginning") {
    // The length is a reading, but the first day is as sure as the opening.
    const to = earlier(addDays(whole.from, length - 1), whole.to);
    return { ...whole, to, certainty: whole.fromCertainty, because };
  }
  const from = later(addDays(whole.to, 1 - length), whole.from);
  return { ...whole, from, fromCertainty: whole.certainty, because };
}

function mainSpan(session: CalendarSession, whole: SessionSpan): SessionSpan {
  if (session.opens === null) return daysNotSet(session, whole, "main");
  const opening = whole.because.slice(0, 1);
  if (session.mainPartEnds) {
    const ends = { code: "main-part-ends", params: { ...named(session), day: session.mainPartEnds } };
    return {
      ...whole,
      to: session.mainPartEnds,
      certainty: whole.fromCertainty,
      because: [...opening, ends],
    };
  }
  const december = isoOf(yearOf(session.opens), 12, 31);
  const to = whole.to && december > whole.to ? whole.to : december;
  const because = [
    ...opening,
    { code: "main-part-ends-in-december", params: { ...named(session), day: to } },
  ];
  return { ...whole, to, certainty: lessSure(whole.fromCertainty, "expected"), because };
}

function resumedSpan(session: CalendarSession, whole: SessionSpan): SessionSpan {
  const first = session.resumedParts[0];
  const last = session.resumedParts.at(-1);
  if (first && last) {
    const to = last.to ?? whole.to;
    const because = [
      {
        code: "part-held",
        params: { ...named(session), part: "resumed", from: first.from, to: to ?? first.from },
      },
    ];
    const certainty = to === null ? "unknown" : certaintyOf(session.standing);
    return { from: first.from, to, fromCertainty: certaintyOf(session.standing), certainty, because };
  }
  if (session.organ !== "GA" || session.opens === null || whole.to === null)
    return daysNotSet(session, whole, "resumed");
  const main = mainSpan(session, whole);
  const from = main.to && main.to < whole.to ? addDays(main.to, 1) : whole.to;
  const because = [
    ...main.because,
    { code: "resumed-after-main", params: { ...named(session), from, to: whole.to } },
  ];
  return { ...whole, from, certainty: "expected", fromCertainty: "expected", because };
}

/** March and May to June are the Fifth Committee's habit (A/79/258 speaks of both parts); no day is given by rule. */
function nthResumedSpan(session: CalendarSession, whole: SessionSpan, index: 0 | 1): SessionSpan {
  const part = index === 0 ? "first-resumed" : "second-resumed";
  const held = session.resumedParts[index];
  if (held) {
    const to = held.to ?? whole.to;
    const because = [
      { code: "part-held", params: { ...named(session), part, from: held.from, to: to ?? held.from } },
    ];
    const certainty = to === null ? "unknown" : certaintyOf(session.standing);
    return { from: held.from, to, fromCertainty: certaintyOf(session.standing), certainty, because };
  }
  if (session.organ !== "GA" || session.opens === null) return daysNotSet(session, whole, part);
  const year = yearOf(session.opens) + 1;
  const from = isoOf(year, index === 0 ? 3 : 5, 1);
  const to = lastOfMonth(year, index === 0 ? 3 : 6);
  if (whole.to !== null && to > whole.to) return daysNotSet(session, whole, part);
  const because = [
    ...whole.because.slice(0, 1),
    {
      code: "resumed-by-habit",
      params: { ...named(session), part, from, to },
      source: "habit of the Fifth Committee; days not sourced",
    },
  ];
  return { from, to, fromCertainty: "expected", certainty: "expected", because };
}

function highLevelSpan(session: CalendarSession, whole: SessionSpan): SessionSpan {
  const part = "high-level";
  if (session.highLevel) {
    const { from, to } = session.highLevel;
    const because = [
      { code: "part-held", params: { ...named(session), part, from, to }, source: session.source },
    ];
    const certainty = certaintyOf(session.standing);
    return { from, to, fromCertainty: certainty, certainty, because };
  }
  if (session.organ === "GA" && session.opens !== null) {
    const ruled = proposedGeneralDebate(session.session, session.opens);
    const debate = session.details?.generalDebate;
    const from = debate?.from ?? ruled?.from;
    const to = debate?.to ?? ruled?.to;
    if (from && to) {
      const because = [
        {
          code: "general-debate",
          params: { ...named(session), from, to },
          ...(ruled && { source: ruled.source }),
        },
      ];
      return { from, to, fromCertainty: "expected", certainty: "expected", because };
    }
  }
  return daysNotSet(session, whole, part);
}

function organizationalSpan(session: CalendarSession, whole: SessionSpan): SessionSpan {
  const start = startOf(session);
  const part = "organizational";
  const listed = session.details?.parts?.find(
    (one) =>
      one.name === "organizational session" ||
      (one.name.startsWith("organizational session") && one.from === start),
  );
  if (listed) {
    const because = [
      {
        code: "part-held",
        params: { ...named(session), part, from: listed.from, to: listed.to },
        source: listed.source ?? session.source,
      },
    ];
    return { from: listed.from, to: listed.to, fromCertainty: "expected", certainty: "expected", because };
  }
  // Since 2014 the organizational session is the day that opens the cycle.
  if (
    session.organ === "ECOSOC" &&
    session.session >= 2014 &&
    session.opens &&
    session.standing !== "bounds"
  ) {
    const because = [...whole.because.slice(0, 1), { code: "organizational-opens", params: named(session) }];
    return { ...whole, to: session.opens, certainty: whole.fromCertainty, because };
  }
  return daysNotSet(session, whole, part);
}

function daysNotSet(session: CalendarSession, whole: SessionSpan, part: SessionPart): SessionSpan {
  const because = [...whole.because, { code: "part-days-not-set", params: { ...named(session), part } }];
  return {
    ...whole,
    certainty: lessSure(whole.certainty, "expected"),
    fromCertainty: lessSure(whole.fromCertainty, "expected"),
    because,
  };
}

function notOfThisBody(session: CalendarSession, whole: SessionSpan, part: SessionPart): SessionSpan {
  const span = daysNotSet(session, whole, part);
  return {
    ...span,
    because: [...whole.because, { code: "part-not-of-body", params: { ...named(session), part } }],
  };
}
