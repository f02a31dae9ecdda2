import { addDays, isoOf, nthWeekday, weekdayOf } from "./day";
import type { IsoDate } from "./rule";

/** A day that a rule of procedure proposes, with the rule's code (see `because.ts`) and its document. */
export type ProposedDay = { readonly day: IsoDate; readonly code: string; readonly source: string };

const tuesday = 2;

/**
 * The Tuesday of the nth week of September, "counting from the first week that contains at least one working day"
 * (rule 1). A week runs from Monday to Sunday; a September that begins on a Saturday or Sunday starts counting on the
 * Monday after. Official holidays do not count here: 1 September 2017 was one, and the session still opened on the 12th.
 */
export function tuesdayOfSeptemberWeek(year: number, week: number): IsoDate {
  const first = isoOf(year, 9, 1);
  const weekday = weekdayOf(first);
  const monday = weekday > 5 ? addDays(first, 8 - weekday) : addDays(first, 1 - weekday);
  return addDays(monday, (week - 1) * 7 + (tuesday - 1));
}

/**
 * The day on which rule 1 of the rules of procedure, as it stood in that year, has the nth regular session of the
 * General Assembly open. The Assembly has decided otherwise now and then (1st, 6th, 7th, 11th, 19th, 23rd, 53rd, 54th,
 * 56th), so a calendar row always wins. Null for numbers below 1 and beyond the year 2100.
 */
export function proposedGaOpening(session: number): ProposedDay | null {
  if (!Number.isInteger(session) || session < 1 || session > 155) return null;
  const year = session + 1945;
  if (session >= 78) {
    return {
      day: tuesdayOfSeptemberWeek(year, 2),
      code: "ga-rule-75-325",
      source: "A/RES/75/325; A/520/Rev.20, rule 1 (a)",
    };
  }
  if (session >= 58) {
    return { day: tuesdayOfSeptemberWeek(year, 3), code: "ga-rule-57-301", source: "A/RES/57/301" };
  }
  if (session >= 56) {
    return { day: addDays(nthWeekday(year, 9, 1, 2), 1), code: "ga-rule-55-14", source: "A/RES/55/14" };
  }
  if (session === 55) {
    // "the first Tuesday following 1 September": a Tuesday that is the 1st itself does not follow it.
    const first = nthWeekday(year, 9, tuesday, 1);
    const day = first === isoOf(year, 9, 1) ? addDays(first, 7) : first;
    return { day, code: "ga-rule-before-55-14", source: "A/RES/55/14, preamble" };
  }
  return {
    day: nthWeekday(year, 9, tuesday, 3),
    code: "ga-rule-third-tuesday",
    source: "A/RES/36/67, para. 2",
  };
}

/**
 * The general debate as the rules have it: nine working days from the Tuesday after the opening (58th to 77th session,
 * A/RES/57/301, annex IX of the rules), or from the Tuesday of the fourth week of September (since the 78th, rule 1 (b)).
 * Null before the 58th session, when each session set its own days.
 */
export function proposedGeneralDebate(
  session: number,
  opens: IsoDate,
): { readonly from: IsoDate; readonly to: IsoDate; readonly source: string } | null {
  if (session < 58) return null;
  const year = session + 1945;
  const from = session >= 78 ? tuesdayOfSeptemberWeek(year, 4) : addDays(opens, 9 - weekdayOf(opens));
  // Nine working days from a Tuesday: four in its week, five in the next, so the last is the Friday after.
  const to = addDays(from, 10);
  const source = session >= 78 ? "A/520/Rev.20, rule 1 (b) and annex IX" : "A/RES/57/301, para. 2";
  return from < opens ? null : { from, to, source };
}
