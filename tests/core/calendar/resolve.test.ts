import { describe, expect, it } from "vitest";
import { becauseInWords } from "@/lib/core/calendar/because";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import type { ResolveContext } from "@/lib/core/calendar/operators";
import { resolveDeadline } from "@/lib/core/calendar/resolve";
import { resolveDeadlines } from "@/lib/core/calendar/resolve-several";
import type { DeadlineOperator, DeadlineRule, SessionPart } from "@/lib/core/calendar/rule";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";

const calendar = loadCalendar(builtInSessions());
const adopted = "1997-12-18"; // A/RES/52/205
const context: ResolveContext = { adopted, organ: "GA" };

const session = (
  organ: string,
  number: number,
  operator: DeadlineOperator = "at",
  part?: SessionPart,
): DeadlineRule => ({ kind: "session", organ, session: number, operator, ...(part && { part }) });

const window = (rule: DeadlineRule, given: ResolveContext = context): string => {
  const { window: found, certainty } = resolveDeadline(rule, calendar, given);
  return found ? `${found.from}..${found.to} ${certainty}` : `none ${certainty}`;
};

describe("deadlines of A/RES/52/205", () => {
  it("reads 'at the beginning of its fifty-third session' as weeks that hold the meeting of 7 October 1998", () => {
    const resolved = resolveDeadline(session("GA", 53, "at", "beginning"), calendar, context);
    expect(resolved.window).toEqual({ from: "1998-09-09", to: "1998-10-13" });
    expect(resolved.certainty).toBe("fixed");
    const [from = "", to = ""] = [resolved.window?.from, resolved.window?.to];
    expect(from <= "1998-10-07" && "1998-10-07" <= to).toBe(true);
  });

  it("reads 'at its fifty-third session' and 'at that session' (the 54th) as the whole session", () => {
    expect(window(session("GA", 53))).toBe("1998-09-09..1999-09-13 fixed");
    expect(window(session("GA", 54))).toBe("1999-09-14..2000-09-05 expected");
  });

  it("routes through the Council's substantive session of 1998, held in July", () => {
    const resolved = resolveDeadline(session("ECOSOC", 1998, "at", "substantive"), calendar, context);
    expect(resolved.window).toEqual({ from: "1998-07-01", to: "1998-07-31" });
    expect(resolved.certainty).toBe("expected");
  });

  it("explains itself in sentences with sources", () => {
    const resolved = resolveDeadline(session("GA", 53, "beginning"), calendar, context);
    expect(becauseInWords(resolved.because, "2026-11-24")).toEqual([
      "The 53rd session of the General Assembly opened on Wednesday 9 September 1998 (A/RES/52/232 para 1; press release GA/9432; A/53/PV.1).",
      "'At the beginning of' is read as the first 5 weeks of the session (reading of this product; no rule of procedure says how long the beginning lasts).",
    ]);
    expect(becauseInWords(resolved.because, "1998-01-15")[0]).toContain(
      "opens on Wednesday 9 September 1998",
    );
  });
});

describe("operators on a session", () => {
  it.each([
    ["at", "1998-09-09..1999-09-13 fixed"],
    ["during", "1998-09-09..1999-09-13 fixed"],
    ["beginning", "1998-09-09..1998-10-13 fixed"],
    ["before", "1997-12-18..1998-09-08 fixed"],
    ["by", "1997-12-18..1998-09-09 fixed"],
    ["end", "1997-12-18..1999-09-13 fixed"],
    ["after", "none unknown"],
  ] as const)("reads '%s' as %s", (operator, expected) => {
    expect(window(session("GA", 53, operator))).toBe(expected);
  });

  it("keeps the first day of 'after', which names no last one", () => {
    const resolved = resolveDeadline(session("GA", 53, "after"), calendar, context);
    expect(resolved.notBefore).toBe("1999-09-14");
    expect(resolved.due).toBeNull();
  });

  it("shows only the last day where the adoption is not known", () => {
    const resolved = resolveDeadline(session("GA", 53, "before"), calendar, { adopted: null, organ: "GA" });
    expect(resolved.window).toEqual({ from: "1998-09-08", to: "1998-09-08" });
    expect(resolved.because.at(-1)?.code).toBe("adoption-unknown");
  });

  it("starts at the adoption where the session was already sitting", () => {
    expect(window(session("GA", 52))).toBe("1997-12-18..1998-09-08 expected");
  });
});

describe("parts of a session", () => {
  const late = { adopted: "2026-06-04", organ: "GA" } as const;
  it.each([
    [
      "the main part, whose end a source gives",
      session("GA", 53, "at", "main"),
      "1998-09-09..1998-12-18 fixed",
    ],
    [
      "the main part, until December where no day is set",
      session("GA", 82, "at", "main"),
      "2027-09-07..2027-12-31 expected",
    ],
    ["'by the end of the main part'", session("GA", 82, "end", "main"), "2026-06-04..2027-12-31 expected"],
    [
      "the resumed part after the main part",
      session("GA", 53, "at", "resumed"),
      "1998-12-19..1999-09-13 expected",
    ],
    ["a resumed part with its own days", session("GA", 15, "at", "resumed"), "1961-03-07..1961-04-22 fixed"],
    [
      "the first of two resumed parts",
      session("GA", 7, "at", "first-resumed"),
      "1953-02-24..1953-04-23 fixed",
    ],
    [
      "the second of two resumed parts",
      session("GA", 7, "at", "second-resumed"),
      "1953-08-17..1953-08-28 fixed",
    ],
    [
      "the first resumed part by habit",
      session("GA", 82, "at", "first-resumed"),
      "2028-03-01..2028-03-31 expected",
    ],
    [
      "the second resumed part by habit",
      session("GA", 82, "at", "second-resumed"),
      "2028-05-01..2028-06-30 expected",
    ],
    [
      "the Council's high-level segment",
      session("ECOSOC", 2024, "at", "high-level"),
      "2024-07-15..2024-07-18 fixed",
    ],
    [
      "the Assembly's high-level part",
      session("GA", 81, "at", "high-level"),
      "2026-09-22..2026-10-02 expected",
    ],
    [
      "the organizational session since 2014",
      session("ECOSOC", 2024, "at", "organizational"),
      "2023-07-27..2023-07-27 fixed",
    ],
    [
      "the organizational session before 2014",
      session("ECOSOC", 1998, "at", "organizational"),
      "1998-02-03..1998-04-30 expected",
    ],
    ["'at the end of' as the last weeks", session("GA", 53, "at", "end"), "1999-08-10..1999-09-13 fixed"],
    [
      "'before the beginning' as before the opening",
      session("GA", 82, "before", "beginning"),
      "2026-06-04..2027-09-06 expected",
    ],
    ["'by the end' with the part 'end'", session("GA", 53, "by", "end"), "1999-09-13..1999-09-13 fixed"],
    [
      "a quarter of a short session as its beginning",
      session("HRC", 57, "beginning"),
      "2024-09-09..2024-09-17 fixed",
    ],
    ["two days of a five-day session", session("UNEA", 7, "beginning"), "2025-12-08..2025-12-09 fixed"],
  ] as const)("resolves %s", (_, rule, expected) => {
    expect(window(rule, expected.startsWith(late.adopted) ? late : { ...late, adopted: null })).toBe(
      expected,
    );
  });

  it("shows the whole session, and says so, where nobody set the part's days", () => {
    const resolved = resolveDeadline(session("HRC", 57, "at", "high-level"), calendar, late);
    expect(resolved.window).toEqual({ from: "2024-09-09", to: "2024-10-11" });
    expect(resolved.certainty).toBe("expected");
    expect(resolved.because.map((one) => one.code)).toContain("part-days-not-set");
  });

  it("knows no main part of the Human Rights Council", () => {
    const resolved = resolveDeadline(session("HRC", 57, "at", "main"), calendar, late);
    expect(resolved.because.map((one) => one.code)).toContain("part-not-of-body");
  });
});

describe("deadlines that cannot be given a day", () => {
  it.each([
    ["a session outside the calendar", session("Committee of Dreams", 4), "session-not-in-calendar"],
    ["the Security Council, which has no sessions", session("SC", 80), "body-without-sessions"],
    ["an emergency session that never closes", session("GA-emergency", 10), "session-never-closes"],
    [
      "an event nobody entered",
      { kind: "event", name: "Fifth Conference", operator: "before" },
      "event-unknown",
    ],
    [
      "a time after an event nobody entered",
      { kind: "relative", amount: 1, unit: "year", from: "Fifth Conference", operator: "at" },
      "event-unknown",
    ],
    ["a date that does not exist", { kind: "date", on: "2026-02-30", operator: "by" }, "date-not-valid"],
    ["a month that does not exist", { kind: "month", month: "2026-13", operator: "by" }, "date-not-valid"],
    [
      "an endless interval",
      { kind: "relative", amount: 36_000, unit: "year", from: "adoption", operator: "by" },
      "date-not-valid",
    ],
  ] as const)("says why for %s", (_, rule, code) => {
    const resolved = resolveDeadline(rule, calendar, context);
    expect(resolved).toMatchObject({ window: null, due: null, certainty: "unknown" });
    expect(resolved.because.map((one) => one.code)).toContain(code);
  });

  it("says that the adoption is missing", () => {
    const rule: DeadlineRule = {
      kind: "relative",
      amount: 6,
      unit: "month",
      from: "adoption",
      operator: "by",
    };
    const resolved = resolveDeadline(rule, calendar, { adopted: null, organ: "SC" });
    expect(resolved.window).toBeNull();
    expect(becauseInWords(resolved.because)[0]).toContain("Give the day of adoption");
  });
});

describe("given times", () => {
  const security: ResolveContext = { adopted: "2024-08-31", organ: "SC" };
  it.each([
    [
      "until 31 October 2025",
      { kind: "date", on: "2025-10-31", operator: "by" },
      "2024-08-31..2025-10-31 fixed",
    ],
    [
      "on 31 October 2025",
      { kind: "date", on: "2025-10-31", operator: "at" },
      "2025-10-31..2025-10-31 fixed",
    ],
    [
      "before 31 October 2025",
      { kind: "date", on: "2025-10-31", operator: "before" },
      "2024-08-31..2025-10-30 fixed",
    ],
    ["in June 2025", { kind: "month", month: "2025-06", operator: "at" }, "2025-06-01..2025-06-30 fixed"],
    ["by June 2025", { kind: "month", month: "2025-06", operator: "by" }, "2024-08-31..2025-06-30 fixed"],
    [
      "before June 2025",
      { kind: "month", month: "2025-06", operator: "before" },
      "2024-08-31..2025-05-31 fixed",
    ],
    [
      "early in June 2025",
      { kind: "month", month: "2025-06", operator: "beginning" },
      "2025-06-01..2025-06-07 fixed",
    ],
    ["by 2030", { kind: "year", year: 2030, operator: "by" }, "2024-08-31..2030-12-31 fixed"],
    ["by the end of 2030", { kind: "year", year: 2030, operator: "end" }, "2024-08-31..2030-12-31 fixed"],
    [
      "at the beginning of 2030",
      { kind: "year", year: 2030, operator: "beginning" },
      "2030-01-01..2030-03-31 fixed",
    ],
    [
      "in February of a leap year",
      { kind: "month", month: "2028-02", operator: "at" },
      "2028-02-01..2028-02-29 fixed",
    ],
    [
      "within six months of a 31 August",
      { kind: "relative", amount: 6, unit: "month", from: "adoption", operator: "by" },
      "2024-08-31..2025-02-28 fixed",
    ],
    [
      "30 days after",
      { kind: "relative", amount: 30, unit: "day", from: "adoption", operator: "at" },
      "2024-09-30..2024-09-30 fixed",
    ],
    [
      "within 90 days",
      { kind: "relative", amount: 90, unit: "day", from: "adoption", operator: "by" },
      "2024-08-31..2024-11-29 fixed",
    ],
    [
      "one year after",
      { kind: "relative", amount: 1, unit: "year", from: "adoption", operator: "after" },
      "2025-08-31..2025-08-31 fixed",
    ],
  ] as const)("reads '%s'", (_, rule, expected) => {
    expect(window(rule, security)).toBe(expected);
  });

  it("counts from an event that somebody entered, whatever its article and capitals", () => {
    const events = [
      { name: "Fifth World Conference", from: "2027-05-03", to: "2027-05-07", source: "A/RES/81/1" },
    ];
    const before: DeadlineRule = { kind: "event", name: "the fifth World Conference", operator: "before" };
    const after: DeadlineRule = {
      kind: "relative",
      amount: 1,
      unit: "month",
      from: "Fifth World Conference",
      operator: "at",
    };
    expect(resolveDeadline(before, calendar, { ...security, events }).due).toBe("2027-05-02");
    expect(resolveDeadline(after, calendar, { ...security, events }).due).toBe("2027-06-07");
  });
});

describe("several deadlines of one action", () => {
  it("keeps all and plans for the earliest", () => {
    const rules = [
      session("GA", 81),
      session("GA", 79),
      { kind: "event", name: "x", operator: "by" } as const,
    ];
    const { all, planning } = resolveDeadlines(rules, calendar, { adopted: "2023-12-20", organ: "GA" });
    expect(all.map((one) => one.resolved.due)).toEqual(["2027-09-06", "2025-09-08", null]);
    expect(planning?.rule).toEqual(rules[1]);
    expect(planning?.resolved.because.at(-1)?.code).toBe("earliest-of-several");
  });

  it("plans for nothing where there is no day", () => {
    expect(resolveDeadlines([], calendar, context)).toEqual({ all: [], planning: null });
    expect(resolveDeadlines([session("SC", 1)], calendar, context).planning).toBeNull();
  });
});

describe("rules in words", () => {
  it.each([
    [session("GA", 53, "at", "beginning"), "at the beginning of the 53rd session of the General Assembly"],
    [
      session("GA", 53, "beginning", "beginning"),
      "at the beginning of the 53rd session of the General Assembly",
    ],
    [session("ECOSOC", 2026, "by"), "by the 2026 session of the Economic and Social Council"],
    [
      session("ECOSOC", 1998, "at", "substantive"),
      "at the substantive session of 1998 of the Economic and Social Council",
    ],
    [session("GA-special", 32), "at the 32nd special session of the General Assembly"],
    [{ kind: "date", on: "2026-06-30", operator: "by" }, "by 30 June 2026"],
    [{ kind: "month", month: "2026-06", operator: "at" }, "in June 2026"],
    [
      { kind: "relative", amount: 1, unit: "year", from: "adoption", operator: "by" },
      "within 1 year of adoption",
    ],
    [{ kind: "event", name: "the Conference", operator: "before" }, "before the Conference"],
  ] as const)("names %j", (rule, words) => {
    expect(ruleInWords(rule)).toBe(words);
  });
});
