import { describe, expect, it } from "vitest";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { weekdayOf } from "@/lib/core/calendar/day";
import {
  proposedGaOpening,
  proposedGeneralDebate,
  tuesdayOfSeptemberWeek,
} from "@/lib/core/calendar/opening-rules";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";

const calendar = loadCalendar(builtInSessions());

/** Openings of the Assembly that a document or page gives. */
const knownOpenings: readonly (readonly [session: number, opens: string, source: string])[] = [
  [1, "1946-01-10", "first session, London"],
  [4, "1949-09-20", "A/INF/36"],
  [6, "1951-11-06", "International Organization 1952"],
  [7, "1952-10-14", "International Organization 1953"],
  [11, "1956-11-12", "A/3191"],
  [19, "1964-12-01", "A/PV.1286"],
  [20, "1965-09-21", "A/6014"],
  [23, "1968-09-24", "Yearbook 1976, roster of members"],
  [31, "1976-09-21", "A/31/39"],
  [53, "1998-09-09", "A/RES/52/232"],
  [54, "1999-09-14", "press release GA/9591"],
  [55, "2000-09-05", "A/54/100, A/55/100"],
  [56, "2001-09-12", "UNIS GA/10040: postponed by one day"],
  [57, "2002-09-10", "UNIS GA/10040"],
  [58, "2003-09-16", "UNIS GA/10130"],
  [62, "2007-09-18", "un.org/en/ga/62/plenary/opening"],
  [64, "2009-09-15", "A/64/PV.1"],
  [76, "2021-09-14", "list of sessions"],
  [77, "2022-09-13", "tass.com/world/1507027"],
  [78, "2023-09-05", "tass.com/world/1669843"],
  [79, "2024-09-10", "list of sessions"],
  [80, "2025-09-09", "research.un.org general debate"],
  [81, "2026-09-08", "dig.watch"],
];

describe("openings of the General Assembly", () => {
  it.each(knownOpenings)("has the %ith session open on %s (%s)", (session, opens) => {
    expect(calendar.find("GA", session)?.opens).toBe(opens);
  });

  it("differs from rule 1 exactly where the Assembly decided otherwise", () => {
    const exceptions = calendar
      .rows("GA")
      .filter((row) => proposedGaOpening(row.session)?.day !== row.opens)
      .map((row) => row.session);
    expect(exceptions).toEqual([1, 6, 7, 11, 19, 23, 53, 54, 56]);
  });

  it("proposes what rule 1 said in each era", () => {
    expect(proposedGaOpening(52)).toMatchObject({ day: "1997-09-16", code: "ga-rule-third-tuesday" });
    expect(proposedGaOpening(55)).toMatchObject({ day: "2000-09-05", code: "ga-rule-before-55-14" });
    expect(proposedGaOpening(56)).toMatchObject({ day: "2001-09-11", code: "ga-rule-55-14" });
    expect(proposedGaOpening(77)).toMatchObject({ day: "2022-09-13", code: "ga-rule-57-301" });
    expect(proposedGaOpening(78)).toMatchObject({ day: "2023-09-05", code: "ga-rule-75-325" });
    expect(proposedGaOpening(0)).toBeNull();
    expect(proposedGaOpening(2.5)).toBeNull();
  });

  it("projects the 82nd to 100th session, each a Tuesday of the second week, and says that it is derived", () => {
    const worked: Record<number, string> = {
      82: "2027-09-07",
      83: "2028-09-05",
      84: "2029-09-11",
      85: "2030-09-10",
    };
    for (let session = 82; session <= 100; session++) {
      const found = calendar.find("GA", session);
      expect(found?.standing).toBe("derived");
      expect(found?.source).toContain("75/325");
      expect(weekdayOf(found?.opens ?? "")).toBe(2);
      expect(Number(found?.opens?.slice(8))).toBeGreaterThanOrEqual(5);
      expect(Number(found?.opens?.slice(8))).toBeLessThanOrEqual(11);
      if (worked[session]) expect(found?.opens).toBe(worked[session]);
    }
  });

  it("counts weeks from the first with a working day when September starts on a weekend or a Friday", () => {
    // Saturday 1 September 2029, Sunday 1 September 2024, Friday 1 September 2023 and 2028.
    expect(tuesdayOfSeptemberWeek(2029, 2)).toBe("2029-09-11");
    expect(tuesdayOfSeptemberWeek(2024, 2)).toBe("2024-09-10");
    expect(tuesdayOfSeptemberWeek(2023, 2)).toBe("2023-09-05");
    expect(tuesdayOfSeptemberWeek(2028, 2)).toBe("2028-09-05");
    expect(tuesdayOfSeptemberWeek(2017, 3)).toBe("2017-09-12");
  });

  it("gives the general debate the days that were announced", () => {
    // UNIS GA/10130: the debate of the 58th session, 23 September to 3 October 2003.
    expect(proposedGeneralDebate(58, "2003-09-16")).toMatchObject({ from: "2003-09-23", to: "2003-10-03" });
    expect(proposedGeneralDebate(81, "2026-09-08")?.from).toBe("2026-09-22");
    expect(proposedGeneralDebate(53, "1998-09-09")).toBeNull();
  });
});
