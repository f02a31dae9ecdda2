import { describe, expect, it } from "vitest";
import { becauseInWords } from "@/lib/core/calendar/because";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { outputKinds } from "@/lib/core/calendar/document-rules";
import {
  nextStep,
  type Plan,
  type PlanInput,
  type PlanStep,
  type PlanStepId,
  planBackward,
} from "@/lib/core/calendar/plan";
import { stepInWords, warningCodes, warningsInWords } from "@/lib/core/calendar/plan-words";
import { resolveDeadline } from "@/lib/core/calendar/resolve";
import type { DeadlineRule, SessionPart } from "@/lib/core/calendar/rule";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";

const calendar = loadCalendar(builtInSessions());

function planFor(
  session: number,
  deliverable: PlanInput["deliverable"],
  more: Partial<PlanInput> & { part?: SessionPart; organ?: string } = {},
): Plan {
  const { part, organ = "GA", ...rest } = more;
  const adopted = rest.adopted === undefined ? "1997-12-18" : rest.adopted;
  const rule: DeadlineRule = { kind: "session", organ, session, operator: "at", ...(part && { part }) };
  return planBackward({
    deadline: resolveDeadline(rule, calendar, { adopted, organ }),
    deliverable,
    session: calendar.find(organ, session),
    dutyStation: "new-york",
    asOf: "1998-01-15",
    ...rest,
    adopted,
  });
}

const step = (plan: Plan, id: PlanStepId): PlanStep => {
  const found = plan.steps.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id} in ${plan.steps.map((one) => one.id).join(", ")}`);
  return found;
};
const day = (plan: Plan, id: PlanStepId): string | null => step(plan, id).day;
const codes = (plan: Plan): string[] => plan.warnings.map((warning) => warning.code);

describe("the plans of A/RES/52/205", () => {
  it("puts the item on the provisional agenda 60 days before the opening, moved back from a Saturday (para. 10)", () => {
    const plan = planFor(53, "agenda-item");
    expect(day(plan, "provisional-agenda")).toBe("1998-07-10");
    expect(plan.handOver).toBe("1998-07-10");
    const words = becauseInWords(step(plan, "provisional-agenda").because).join(" ");
    expect(words).toContain("60 days before: Saturday 11 July 1998 (A/520/Rev.20, rule 12).");
    expect(words).toContain(
      "Saturday 11 July 1998 is not a working day at New York (weekend); moved earlier to Friday 10 July 1998.",
    );
    expect(day(plan, "supplementary-request")).toBe("1998-08-10");
    expect(day(plan, "supplementary-list")).toBe("1998-08-20");
  });

  it("meets the day on which A/54/150 was issued, 16 July 1999 (para. 12)", () => {
    expect(day(planFor(54, "agenda-item"), "provisional-agenda")).toBe("1999-07-16");
    // A/55/150 is dated 7 July 2000 and the session opened on 5 September 2000.
    expect(day(planFor(55, "agenda-item"), "provisional-agenda")).toBe("2000-07-07");
  });

  it("counts the documents of the commemorative meeting from its day, 7 October 1998 (para. 9)", () => {
    const plan = planFor(53, "meeting", { part: "beginning", meetingDay: "1998-10-07" });
    expect(day(plan, "meeting")).toBe("1998-10-07");
    expect(step(plan, "issue")).toMatchObject({ day: "1998-08-26", standing: "rule", certainty: "fixed" });
    expect(step(plan, "slot")).toMatchObject({ day: "1998-07-29", standing: "rule-of-today" });
    expect(becauseInWords(step(plan, "slot").because).at(-1)).toContain("shown by the rule of today");
    expect(plan.handOver).toBe("1998-07-29");
  });

  it("lets the section of para. 11 depend on its host report", () => {
    const host = planFor(53, "consolidated-report", { meetingDay: "1998-11-04" });
    const plan = planFor(53, "section", { host: { id: "A/53/226", plan: host }, meetingDay: "1998-11-04" });
    expect(plan.dependsOn).toBe("A/53/226");
    expect(day(plan, "host-slot")).toBe(day(host, "slot"));
    expect(day(plan, "host-issue")).toBe(day(host, "issue"));
    expect((day(plan, "contribution") ?? "") < (day(plan, "host-slot") ?? "")).toBe(true);
    expect((day(plan, "clearance") ?? "") < (day(plan, "contribution") ?? "")).toBe(true);
    expect(plan.handOver).toBe(day(plan, "contribution"));
    expect(codes(plan)).not.toContain("host-unknown");
    expect(codes(planFor(53, "section"))).toContain("host-unknown");
  });

  it("shows the report of para. 12 from the earliest day until the meeting is known, then narrows", () => {
    const open = planFor(54, "report");
    expect(step(open, "consideration")).toMatchObject({
      day: null,
      window: { from: "1999-09-14", to: "2000-09-05" },
    });
    expect(step(open, "slot")).toMatchObject({ day: "1999-07-06", certainty: "expected" });
    expect(step(open, "slot").window?.to).toBe("2000-06-27");
    const narrowed = planFor(54, "report", { meetingDay: "1999-11-01" });
    expect(step(narrowed, "slot")).toMatchObject({ day: "1999-08-23", window: null, certainty: "fixed" });
  });
});

describe("slots and clearances", () => {
  it("lets an agreed slot beat the formula and warns where it is too late", () => {
    const common = { adopted: "2026-06-20", asOf: "2026-06-21", meetingDay: "2026-10-12" };
    const good = planFor(81, "report", { ...common, agreedSlot: "2026-07-27" });
    expect(step(good, "slot")).toMatchObject({ day: "2026-07-27", standing: "agreed", certainty: "fixed" });
    expect(day(good, "issue")).toBe("2026-08-31");
    expect(codes(good)).toEqual([]);
    const late = planFor(81, "report", { ...common, agreedSlot: "2026-08-31" });
    expect(day(late, "issue")).toBe("2026-09-28");
    expect(codes(late)).toContain("agreed-slot-late");
  });

  it("warns where the deadline as adopted leaves less than ten weeks", () => {
    const short = planFor(81, "report", {
      adopted: "2026-08-20",
      asOf: "2026-08-21",
      meetingDay: "2026-10-12",
    });
    expect(codes(short)).toContain("less-than-ten-weeks");
    expect(warningsInWords(short.warnings)[0]).toContain("leaves less than ten weeks");
    const open = planFor(81, "report", { adopted: "2026-08-20", asOf: "2026-08-21" });
    expect(codes(open)).toContain("early-meeting-leaves-less");
    const past = planFor(81, "report", {
      adopted: "2025-12-18",
      asOf: "2026-08-21",
      meetingDay: "2026-10-12",
    });
    expect(codes(past)).toContain("slot-past");
    const early = planFor(81, "report", {
      adopted: "2025-12-18",
      asOf: "2026-01-10",
      meetingDay: "2026-10-12",
    });
    expect(codes(early)).toEqual([]);
  });

  it("offers the supplementary list where the provisional agenda is out", () => {
    expect(codes(planFor(81, "agenda-item", { adopted: "2026-07-20", asOf: "2026-07-21" }))).toContain(
      "agenda-before-adoption",
    );
    expect(codes(planFor(81, "agenda-item", { adopted: "2025-12-18", asOf: "2026-07-21" }))).toContain(
      "agenda-past",
    );
    expect(codes(planFor(81, "agenda-item", { adopted: "2025-12-18", asOf: "2026-01-21" }))).toEqual([]);
  });

  it("moves a day off a holiday, earlier, and names it", () => {
    // Six weeks before 12 October 2020 is 31 August; ten weeks before 18 September 2020 is 10 July; 3 July was kept for the 4th.
    const plan = planFor(75, "report", {
      adopted: "2019-12-18",
      asOf: "2020-01-10",
      meetingDay: "2020-09-11",
    });
    expect(day(plan, "slot")).toBe("2020-07-02");
    expect(becauseInWords(step(plan, "slot").because).join(" ")).toContain(
      "(Independence Day); moved earlier to Thursday 2 July 2020",
    );
  });

  it("takes holidays that somebody entered", () => {
    const entered = { day: "2026-08-31", name: "Closure", standing: "fixed", source: "circular" } as const;
    const plan = planFor(81, "report", {
      adopted: null,
      asOf: "2026-01-10",
      meetingDay: "2026-10-12",
      holidays: [entered],
    });
    expect(day(plan, "issue")).toBe("2026-08-28");
  });

  it("warns of an Eid near a day of the plan, and of nothing where none is near", () => {
    // Ten weeks before 7 August 2026 is 29 May; Eid al-Adha is computed for 27 May 2026.
    const near = planFor(80, "report", { adopted: null, asOf: "2026-01-10", meetingDay: "2026-08-07" });
    expect(warningsInWords(near.warnings).join(" ")).toContain(
      "Not in the holiday data of 2026: Eid al-Adha",
    );
    const far = planFor(81, "report", { adopted: null, asOf: "2026-01-10", meetingDay: "2026-10-12" });
    expect(codes(far)).not.toContain("holidays-missing");
  });

  it("plans an oral report without documents, and shows word limits", () => {
    const oral = planFor(57, "oral-report", {
      organ: "HRC",
      adopted: "2024-04-05",
      dutyStation: "geneva",
      meetingDay: "2024-09-20",
      asOf: "2024-05-01",
    });
    expect(oral.steps.map((one) => one.id)).toEqual([
      "session-opens",
      "speaking-notes",
      "consideration",
      "session-closes",
    ]);
    expect(day(oral, "speaking-notes")).toBe("2024-09-13");
    expect(oral.wordLimit).toBeNull();
    const long = planFor(81, "report", { words: 9001 });
    expect(long.wordLimit?.words).toBe(8500);
    expect(codes(long)).toContain("over-word-limit");
  });

  it("has no steps to invent without a window, and says so", () => {
    const plan = planFor(10, "report", { organ: "GA-emergency" });
    expect(plan.steps.map((one) => one.id)).toEqual(["session-opens"]);
    expect(codes(plan)).toContain("no-window");
    expect(plan.handOver).toBeNull();
  });

  it("plans for a date outside any session", () => {
    const rule: DeadlineRule = { kind: "date", on: "2026-10-31", operator: "by" };
    const adopted = "2025-12-18";
    const plan = planBackward({
      deadline: resolveDeadline(rule, calendar, { adopted, organ: "SC" }),
      deliverable: "report",
      session: null,
      dutyStation: "new-york",
      adopted,
      asOf: "2026-01-10",
    });
    expect(day(plan, "consideration")).toBe("2026-10-31");
    expect(day(plan, "slot")).toBe("2026-08-21");
    expect(becauseInWords(step(plan, "slot").because)[0]).toContain("the last day that the text allows");
    expect(plan.steps.map((one) => one.id)).not.toContain("session-opens");
  });
});

describe("every plan", () => {
  it("is in order, names every step and warning, and finds the next step", () => {
    for (const kind of outputKinds) {
      const plan = planFor(82, kind, { adopted: "2025-12-18", asOf: "2026-11-24" });
      const days = plan.steps.map((one) => one.day ?? one.window?.from ?? "");
      expect(days, kind).toEqual([...days].sort());
      for (const one of plan.steps) {
        expect(stepInWords[one.id]).toBeTruthy();
        for (const line of becauseInWords(one.because)) expect(line, one.id).toMatch(/ .*\.$/);
      }
      for (const warning of plan.warnings) expect(warningCodes).toContain(warning.code);
      for (const line of warningsInWords(plan.warnings)) expect(line).not.toContain("?");
      expect(codes(plan)).toContain("session-not-confirmed");
      const next = nextStep(plan, "2027-09-07");
      expect((next?.day ?? next?.window?.to ?? "") >= "2027-09-07").toBe(true);
    }
  });
});
