import { describe, expect, it } from "vitest";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { taskAsOf } from "@/lib/core/task/as-of";
import { documentAddress } from "@/lib/core/task/document-address";
import type { TaskEvent } from "@/lib/core/task/events";
import { hostReportOf } from "@/lib/core/task/host-report";
import { mentionedNames } from "@/lib/core/task/mentions";
import { routeOf, routeStop } from "@/lib/core/task/route";
import { planOf } from "@/lib/core/task/schedule";
import { aDeadline, aTask } from "./a-task";

const calendar = loadCalendar(builtInSessions());
const ask3 =
  "be submitted through the Economic and Social Council to the General Assembly at its fifty-third session in the context of the triennial policy review";
const ask11 =
  "to incorporate into his report for the triennial policy review of operational activities for development, for consideration at the fifty-third session of the General Assembly, an assessment and recommendations";

describe("a route of two steps, as in paragraph 3 of 52/205", () => {
  it("names the body in between and its session before the target one, because both steps are dated", () => {
    expect(routeOf(ask3)).toBe("Economic and Social Council");
    expect(routeStop(ask3, aDeadline(), calendar)).toMatchObject({
      organ: "ECOSOC",
      session: 1998,
      from: "1998-07-01",
      to: "1998-07-31",
    });
  });
  it("sees none where something is merely done through somebody", () => {
    for (const ask of [
      "to report through the Secretary-General",
      "to strengthen capacity through the use of training to the benefit of all",
    ])
      expect(routeOf(ask)).toBe("");
    expect(routeStop(ask3, aDeadline({ targetOrgan: null, targetSession: null }), calendar)).toBeNull();
  });
});

describe("a section of another report, as in paragraph 11 of 52/205", () => {
  it("names the report that carries it, and is planned as its section", () => {
    const hostReport = hostReportOf(ask11);
    expect(hostReport).toBe(
      "report for the triennial policy review of operational activities for development",
    );
    const plan = planOf({ ...aTask(), adopted: "1997-12-18", hostReport }, calendar, "1998-02-02");
    expect(plan).toMatchObject({ deliverable: "section", dependsOn: hostReport });
    // The report has no task here: the plan says so, and by whose days the section is planned all the same.
    const codes = plan.warnings.map((warning) => warning.code);
    expect(codes).toContain("host-without-plan");
    expect(codes).not.toContain("host-unknown");
    expect(plan.steps.map((step) => step.id)).toContain("host-slot");
  });
  it("sees none in a report of its own", () => {
    for (const ask of [
      "to report to it at that session on the implementation of the present resolution",
      "to submit a report that includes data",
    ])
      expect(hostReportOf(ask)).toBe("");
  });
});

describe("a task read for a day gone by", () => {
  it("has each value from before the first later line, because later lines say what they replaced", () => {
    const event = (sequence: number, effectiveOn: string, from: object, to: object) =>
      ({
        sequence,
        effectiveOn,
        from,
        to,
        type: "status",
        transition: null,
        reason: "",
        evidence: [],
        at: "",
        actorId: null,
        actorName: "",
      }) as unknown as TaskEvent;
    const history = [
      event(2, "1998-02-02", { status: "PENDING" }, { status: "IN_PROGRESS" }),
      event(
        3,
        "1998-07-30",
        { status: "IN_PROGRESS", jobNumber: "" },
        { status: "SUBMITTED", jobNumber: "98-1" },
      ),
    ];
    const now = aTask({ status: "SUBMITTED", jobNumber: "98-1" });
    expect(taskAsOf(now, history, "1998-07-29")).toMatchObject({ status: "IN_PROGRESS", jobNumber: "" });
    expect(taskAsOf(now, history, "1998-01-05")).toMatchObject({ status: "PENDING" });
    expect(taskAsOf(now, history, "1998-07-30")).toEqual(now);
  });
});

describe("a document's address", () => {
  it("leads to the official site for symbols it knows, and nowhere for anything else", () => {
    expect(documentAddress("A/53/226")).toBe("https://docs.un.org/en/A/53/226");
    expect(documentAddress("S/RES/2719 (2023)")).toBe("https://docs.un.org/en/S/RES/2719%20(2023)");
    for (const other of ["DEV/2184", "98-21334", "javascript:alert(1)", "A/../../etc", 'A/1"onclick', ""])
      expect(documentAddress(other)).toBeNull();
  });
});

describe("names after @", () => {
  it("are read with all their words, and not out of mail addresses", () => {
    expect(mentionedNames("@Mar\u00eda L\u00f3pez, please; cc x@Tom.Berg")).toEqual([
      "Mar\u00eda L\u00f3pez",
      "Mar\u00eda",
    ]);
  });
});
