import { describe, expect, it } from "vitest";
import { becauseInWords } from "@/lib/core/calendar/because";
import { nextOccurrence, occurrenceOf } from "@/lib/core/calendar/recurrence";
import type { DeadlineRule, Recurrence } from "@/lib/core/calendar/rule";

const recurrence = (every: number, unit: Recurrence["unit"], label: string): Recurrence => ({
  every,
  unit,
  label,
  basis: "stated",
});
const at = (organ: string, session: number): DeadlineRule => ({
  kind: "session",
  organ,
  session,
  operator: "at",
});

describe("the next occurrence", () => {
  it.each([
    ["every session", at("GA", 81), recurrence(1, "session", "every session"), at("GA", 82)],
    ["every second session", at("GA", 54), recurrence(2, "session", "biennial"), at("GA", 56)],
    ["every third session", at("GA", 53), recurrence(3, "session", "triennial"), at("GA", 56)],
    ["every fourth session", at("GA", 79), recurrence(4, "session", "quadrennial"), at("GA", 83)],
    ["annually, to the Assembly", at("GA", 81), recurrence(1, "year", "annual"), at("GA", 82)],
    [
      "annually, to the Council by its years",
      at("ECOSOC", 2026),
      recurrence(1, "year", "annual"),
      at("ECOSOC", 2027),
    ],
    [
      "annually, to a body of three sessions a year",
      at("HRC", 58),
      recurrence(1, "year", "annual"),
      at("HRC", 61),
    ],
    [
      "biennially, to a body of one session in two years",
      at("UNEA", 7),
      recurrence(2, "year", "biennial"),
      at("UNEA", 8),
    ],
  ] as const)("of '%s'", (_, rule, rhythm, expected) => {
    expect(nextOccurrence(rule, rhythm, null).rule).toEqual(expected);
  });

  it("follows the policy reviews: triennial from 1980 to 2007, quadrennial since 2012", () => {
    // A/RES/35/81, 38/171, 41/171, 44/211, 47/199, 50/120, 53/192, 56/201, 59/250, 62/208.
    const triennial = [35, 38, 41, 44, 47, 50, 53, 56, 59, 62];
    const every = recurrence(3, "year", "triennial");
    expect(triennial.map((_, index) => occurrenceOf(at("GA", 35), every, index, null).rule)).toEqual(
      triennial.map((session) => at("GA", session)),
    );
    // A/RES/67/226, 71/243, 75/233, 79/226, whose para. 129 asks for the next at the eighty-third session.
    const quadrennial = [67, 71, 75, 79, 83];
    expect(
      quadrennial.map(
        (_, index) => occurrenceOf(at("GA", 67), recurrence(4, "year", "quadrennial"), index, null).rule,
      ),
    ).toEqual(quadrennial.map((session) => at("GA", session)));
  });

  it("counts months from the first occurrence, so that the 31st does not drift to the 28th", () => {
    const first: DeadlineRule = { kind: "date", on: "2026-01-31", operator: "by" };
    const monthly = recurrence(1, "month", "monthly");
    const days = [1, 2, 3, 13].map((index) => occurrenceOf(first, monthly, index, null).rule);
    expect(days).toEqual(
      ["2026-02-28", "2026-03-31", "2026-04-30", "2027-02-28"].map((on) => ({ ...first, on })),
    );
  });

  it.each([
    ["every 30 days", recurrence(30, "day", "every 30 days"), "2026-12-31"],
    ["every 6 months", recurrence(6, "month", "every 6 months"), "2027-06-01"],
    ["every 2 weeks", recurrence(2, "week", "every 2 weeks"), "2026-12-15"],
    ["every 90 days", recurrence(90, "day", "every 90 days"), "2027-03-01"],
  ] as const)("counts '%s' from the day that was due", (_, rhythm, on) => {
    const rule: DeadlineRule = {
      kind: "relative",
      amount: 30,
      unit: "day",
      from: "adoption",
      operator: "by",
    };
    expect(nextOccurrence(rule, rhythm, "2026-12-01").rule).toEqual({ kind: "date", on, operator: "by" });
  });

  it("moves months and years by their own rhythm", () => {
    const month: DeadlineRule = { kind: "month", month: "2026-11", operator: "by" };
    expect(nextOccurrence(month, recurrence(3, "month", "quarterly"), null).rule).toMatchObject({
      month: "2027-02",
    });
    const year: DeadlineRule = { kind: "year", year: 2026, operator: "by" };
    expect(nextOccurrence(year, recurrence(2, "year", "biennial"), null).rule).toMatchObject({ year: 2028 });
  });

  it.each([
    ["regularly", at("GA", 81), recurrence(1, "unspecified", "regular"), null, "recurrence-unspecified"],
    [
      "annually, to a body that meets every second year",
      at("UNEA", 7),
      recurrence(1, "year", "annual"),
      null,
      "recurrence-between-sessions",
    ],
    [
      "every 30 days without a day to count from",
      at("GA", 81),
      recurrence(30, "day", "every 30 days"),
      null,
      "recurrence-needs-day",
    ],
    [
      "every session where none is named",
      { kind: "year", year: 2026, operator: "by" },
      recurrence(1, "session", "every session"),
      null,
      "recurrence-needs-session",
    ],
  ] as const)("is left to a person for '%s'", (_, rule, rhythm, due, code) => {
    const next = nextOccurrence(rule, rhythm, due);
    expect(next.rule).toBeNull();
    expect(next.because.code).toBe(code);
    expect(becauseInWords([next.because])[0]).toMatch(/\.$/);
  });

  it("keeps the part and the operator of the first", () => {
    const first: DeadlineRule = { kind: "session", organ: "GA", session: 81, part: "main", operator: "end" };
    expect(nextOccurrence(first, recurrence(1, "session", "every session"), null).rule).toEqual({
      ...first,
      session: 82,
    });
  });
});
