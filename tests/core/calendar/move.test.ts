import { describe, expect, it } from "vitest";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { type DatedItem, moveSession } from "@/lib/core/calendar/move";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { changeSession } from "@/lib/core/calendar/session-change";

const calendar = loadCalendar(builtInSessions());
const source = "a decision of the Assembly";

const anItem = (id: string, more: Partial<DatedItem> = {}): DatedItem => ({
  id,
  rules: [{ kind: "session", organ: "GA", session: 82, operator: "at" }],
  context: { adopted: "2025-12-18", organ: "GA" },
  plan: { deliverable: "report", dutyStation: "new-york", adopted: "2025-12-18", asOf: "2026-11-24" },
  ...more,
});

function preview(items: readonly DatedItem[], opens = "2027-09-14") {
  const result = moveSession(calendar, { organ: "GA", session: 82, opens, source }, items);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("moving a session", () => {
  it("shows what moves and from where to where, and leaves the rest alone", () => {
    const result = preview([
      anItem("report"),
      anItem("agenda", {
        plan: { deliverable: "agenda-item", dutyStation: "new-york", adopted: null, asOf: "2026-11-24" },
      }),
      anItem("before", {
        rules: [{ kind: "session", organ: "GA", session: 81, operator: "end" }],
        plan: null,
      }),
      anItem("other session", { rules: [{ kind: "session", organ: "GA", session: 84, operator: "at" }] }),
      anItem("other body", { rules: [{ kind: "session", organ: "HRC", session: 64, operator: "at" }] }),
      anItem("date", { rules: [{ kind: "date", on: "2027-09-10", operator: "by" }] }),
      anItem("standing", { rules: [], plan: null }),
    ]);
    expect(result.moved.map((one) => one.id)).toEqual(["report", "agenda", "before"]);
    expect(result.unchanged).toBe(4);
    const [report, agenda, before] = result.moved;
    expect(report?.before.resolved?.window?.from).toBe("2027-09-07");
    expect(report?.after.resolved?.window?.from).toBe("2027-09-14");
    expect(report?.steps).toContainEqual({ id: "slot", from: "2027-06-29", to: "2027-07-06" });
    expect(agenda?.steps).toContainEqual({ id: "provisional-agenda", from: "2027-07-09", to: "2027-07-16" });
    // The 81st session closes the day before the 82nd opens.
    expect(before?.after.resolved?.due).toBe("2027-09-13");
    expect(before?.dueMovesByDays).toBe(7);
  });

  it("moves a section with its host, also where its own deadline names no session", () => {
    const section = anItem("section", {
      rules: [{ kind: "date", on: "2027-12-01", operator: "by" }],
      plan: { deliverable: "section", dutyStation: "new-york", adopted: null, asOf: "2026-11-24" },
      hostId: "host",
    });
    const result = preview([anItem("host"), section]);
    const moved = result.moved.find((one) => one.id === "section");
    expect(moved?.steps).toContainEqual({ id: "host-slot", from: "2027-06-29", to: "2027-07-06" });
    expect(moved?.after.plan?.dependsOn).toBe("host");
  });

  it("is not led in circles by hosts that name each other", () => {
    const plan = {
      deliverable: "section",
      dutyStation: "new-york",
      adopted: null,
      asOf: "2026-11-24",
    } as const;
    const result = preview([
      anItem("a", { plan, hostId: "b" }),
      anItem("b", { plan, hostId: "a" }),
      anItem("c", { plan, hostId: "c" }),
    ]);
    expect(result.moved.map((one) => one.id)).toEqual(["a", "b", "c"]);
  });

  it("names the warnings that the move brings", () => {
    const result = preview(
      [
        anItem("late", {
          plan: {
            deliverable: "report",
            dutyStation: "new-york",
            adopted: "2025-12-18",
            asOf: "2027-07-01",
            meetingDay: null,
          },
        }),
      ],
      "2027-08-31",
    );
    expect(result.moved[0]?.newWarnings).toEqual([]);
    expect(result.after.standing).toBe("fixed");
    expect(result.moved[0]?.after.plan?.warnings.map((one) => one.code)).not.toContain(
      "session-not-confirmed",
    );
  });

  it("leaves the calendar it was given as it was", () => {
    const before = JSON.stringify(calendar.find("GA", 82));
    preview([anItem("report")]);
    expect(JSON.stringify(calendar.find("GA", 82))).toBe(before);
  });
});

describe("changing a session", () => {
  it("moves a session of another body as a whole, its parts included", () => {
    const result = changeSession(calendar, { organ: "ECOSOC", session: 2025, opens: "2024-07-29", source });
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.after.closes).toBe("2025-08-03");
    expect(result.value.after.highLevel).toEqual({ from: "2025-07-25", to: "2025-07-28" });
    expect(result.value.alsoChanged).toEqual([]);
  });

  it("moves the Assembly's general debate with its opening, not its closing", () => {
    const result = changeSession(calendar, { organ: "GA", session: 82, opens: "2027-09-14", source });
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.after).toMatchObject({ opens: "2027-09-14", closes: "2028-09-04" });
    expect(result.value.after.details?.generalDebate).toEqual({ from: "2027-09-28", to: "2027-10-08" });
    expect(result.value.alsoChanged.map((one) => [one.session, one.closes])).toEqual([[81, "2027-09-13"]]);
  });

  it.each([
    [
      "a session that nobody knows",
      { organ: "Committee of Dreams", session: 1, opens: "2027-01-01", source },
      "not-found",
    ],
    ["a day that does not exist", { organ: "GA", session: 82, opens: "2027-02-30", source }, "invalid-input"],
    ["no source", { organ: "GA", session: 82, opens: "2027-09-14", source: " " }, "invalid-input"],
    [
      "a closing before the opening",
      { organ: "HRC", session: 57, closes: "2024-09-01", source },
      "invalid-input",
    ],
    [
      "an opening before the session before it",
      { organ: "GA", session: 82, opens: "2025-09-14", source },
      "invalid-input",
    ],
    [
      "a main part that ends too early",
      { organ: "GA", session: 82, mainPartEnds: "2027-08-01", source },
      "invalid-input",
    ],
  ] as const)("refuses %s", (_, change, code) => {
    const result = changeSession(calendar, change);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.code).toBe(code);
  });
});
