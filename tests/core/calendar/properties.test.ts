import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { becauseCodes, becauseInWords } from "@/lib/core/calendar/because";
import { builtInPacks, builtInSessions } from "@/lib/core/calendar/built-in";
import { addDays, addWeeks, fromDayNumber } from "@/lib/core/calendar/day";
import { outputKinds } from "@/lib/core/calendar/document-rules";
import { planBackward } from "@/lib/core/calendar/plan";
import { resolveDeadline } from "@/lib/core/calendar/resolve";
import {
  type CalendarSession,
  type DeadlineRule,
  deadlineOperators,
  sessionParts,
} from "@/lib/core/calendar/rule";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { changeSession } from "@/lib/core/calendar/session-change";
import { workingDayOnOrBefore, workingDaysOf } from "@/lib/core/calendar/working-days";

// Thousands of cases: a busy machine may need longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const calendar = loadCalendar(builtInSessions());
const organs = [...new Set(builtInPacks().map((pack) => pack.organ)), "SC", "Committee of Dreams"];

const anyDay = fc.integer({ min: -8700, max: 40_000 }).map(fromDayNumber); // 1946 to 2079
const maybeDay = fc.option(anyDay, { nil: null });
const anySession = fc.oneof(fc.integer({ min: 1, max: 110 }), fc.integer({ min: 1975, max: 2060 }));
const operator = fc.constantFrom(...deadlineOperators);
const anyRule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc
    .record({
      organ: fc.constantFrom(...organs),
      session: anySession,
      operator,
      part: fc.option(fc.constantFrom(...sessionParts), { nil: undefined }),
    })
    .map(({ part, ...rest }) => ({ kind: "session" as const, ...rest, ...(part && { part }) })),
  fc.record({
    kind: fc.constant("date" as const),
    on: fc.oneof(anyDay, fc.string({ maxLength: 12 })),
    operator,
  }),
  fc.record({
    kind: fc.constant("month" as const),
    month: fc.oneof(
      anyDay.map((day) => day.slice(0, 7)),
      fc.string({ maxLength: 8 }),
    ),
    operator,
  }),
  fc.record({ kind: fc.constant("year" as const), year: fc.integer({ min: -5, max: 12_000 }), operator }),
  fc.record({
    kind: fc.constant("relative" as const),
    amount: fc.integer({ min: -10, max: 100_000 }),
    unit: fc.constantFrom("day", "week", "month", "year"),
    from: fc.constantFrom("adoption", "the Conference"),
    operator,
  }),
  fc.record({ kind: fc.constant("event" as const), name: fc.string({ maxLength: 30 }), operator }),
);

describe("any deadline of any organ", () => {
  it("resolves to a window that does not end before it starts, or says why not", () => {
    fc.assert(
      fc.property(anyRule, maybeDay, (rule, adopted) => {
        const resolved = resolveDeadline(rule, calendar, { adopted, organ: "GA" });
        expect(resolved.because.length).toBeGreaterThan(0);
        for (const one of resolved.because) expect(becauseCodes).toContain(one.code);
        for (const line of becauseInWords(resolved.because, "2026-11-24"))
          expect(line).not.toMatch(/undefined|NaN/);
        if (resolved.window === null) {
          expect(resolved.due).toBeNull();
          expect(resolved.certainty).toBe("unknown");
          return;
        }
        expect(resolved.window.from <= resolved.window.to).toBe(true);
        expect(resolved.due).toBe(resolved.window.to);
        expect(resolved.certainty).not.toBe("unknown");
      }),
      { numRuns: 1500 },
    );
  });

  it("plans every kind of output in order, before or at the consideration", () => {
    const kind = fc.constantFrom(...outputKinds);
    const station = fc.constantFrom("new-york", "geneva", "vienna", "nairobi");
    fc.assert(
      fc.property(
        anyRule,
        maybeDay,
        kind,
        station,
        maybeDay,
        maybeDay,
        (rule, adopted, deliverable, dutyStation, meetingDay, agreedSlot) => {
          const deadline = resolveDeadline(rule, calendar, { adopted, organ: "GA" });
          const session = rule.kind === "session" ? calendar.find(rule.organ, rule.session) : null;
          const plan = planBackward({
            deadline,
            deliverable,
            session,
            dutyStation,
            adopted,
            asOf: "2026-11-24",
            meetingDay,
            agreedSlot,
          });
          const firsts = plan.steps.map((step) => step.day ?? step.window?.from ?? "");
          expect(firsts).toEqual([...firsts].sort());
          for (const step of plan.steps) {
            if (step.window) expect(step.window.from <= step.window.to, step.id).toBe(true);
            expect(step.day !== null || step.window !== null, step.id).toBe(true);
            for (const one of step.because) expect(becauseCodes).toContain(one.code);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("the calendar", () => {
  it("finds for any day the session that began last before it, for any body", () => {
    fc.assert(
      fc.property(fc.constantFrom(...organs), anyDay, (organ, day) => {
        const found = calendar.at(organ, day);
        if (!found) return;
        const start = found.opens ?? found.details?.within?.from ?? "";
        expect(start <= day).toBe(true);
        for (const row of calendar.rows(organ)) {
          const other = row.opens ?? row.details?.within?.from ?? "9999";
          if (other <= day) expect(other <= start, `${organ} ${row.label}`).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("answers the same as a plain search, in whatever order the rows came", () => {
    const rows = calendar.rows("HRC");
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: 1 }), anyDay, (some, day) => {
        const last = [...some]
          .filter((row: CalendarSession) => (row.opens ?? row.details?.within?.from ?? "9999") <= day)
          .sort((a, b) => ((a.opens ?? "9") < (b.opens ?? "9") ? -1 : 1))
          .at(-1);
        const found = loadCalendar(some).at("HRC", day);
        if (last && found && found.standing !== "derived") expect(found.session).toBe(last.session);
      }),
    );
  });
});

describe("moving a session by n days", () => {
  it("moves the plan by the same working-day rule", () => {
    const days = workingDaysOf("new-york");
    fc.assert(
      fc.property(fc.integer({ min: 83, max: 100 }), fc.integer({ min: -60, max: 60 }), (session, by) => {
        const before = calendar.find("GA", session);
        const opens = addDays(before?.opens ?? "", by);
        const changed = changeSession(calendar, { organ: "GA", session, opens, source: "a decision" });
        if (!changed.ok) throw new Error(changed.error.message);
        const moved = changed.value.calendar.find("GA", session);
        const deadline = resolveDeadline(
          { kind: "session", organ: "GA", session, operator: "at" },
          changed.value.calendar,
          { adopted: null, organ: "GA" },
        );
        const plan = planBackward({
          deadline,
          deliverable: "report",
          session: moved,
          dutyStation: "new-york",
          adopted: null,
          asOf: "2026-11-24",
        });
        const day = (id: string): string | null | undefined => plan.steps.find((step) => step.id === id)?.day;
        expect(day("session-opens")).toBe(opens);
        expect(day("provisional-agenda")).toBe(workingDayOnOrBefore(addDays(opens, -60), days));
        expect(day("slot")).toBe(workingDayOnOrBefore(addWeeks(opens, -10), days));
        expect(day("issue")).toBe(workingDayOnOrBefore(addWeeks(opens, -6), days));
        expect(changed.value.calendar.find("GA", session - 1)?.closes).toBe(addDays(opens, -1));
      }),
    );
  });
});
