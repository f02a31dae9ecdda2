import { describe, expect, it } from "vitest";
import { composeDigest, type DueReminder, urgentOf } from "@/lib/core/reminder/digest";
import type { PlannedReminder } from "@/lib/core/reminder/plan";
import { reasonInWords } from "@/lib/core/reminder/reason";
import { dateChanges, type RecordedReminder, reconcile } from "@/lib/core/reminder/reconcile";
import { urgencyOf } from "@/lib/core/reminder/urgency";

const aReminder = (
  taskId: string,
  anchorDay: string,
  more: Partial<DueReminder["reason"]> = {},
): DueReminder => ({
  key: `${taskId}-${anchorDay}-${more.anchor ?? "due"}`,
  taskId,
  taskNumber: 10,
  reference: `A/RES/52/205#${taskId}`,
  ask: "Include the item",
  as: "owner",
  reason: { anchor: "due", anchorDay, organ: "GA", session: 53, policyKey: "p", policyName: "P", ...more },
  onBehalfOfName: null,
});

describe("the digest", () => {
  it("is silent where there is nothing to say", () => {
    expect(composeDigest([], "1998-08-03")).toBeNull();
  });

  it("puts the latest first, then what comes next, and counts them", () => {
    const digest = composeDigest(
      [
        aReminder("a", "1998-09-01"),
        aReminder("b", "1998-08-05"),
        aReminder("c", "1998-07-10"),
        aReminder("d", "1998-07-01"),
      ],
      "1998-08-03",
    );
    expect(digest?.lines.map(({ taskId, band }) => [taskId, band])).toEqual([
      ["d", "overdue"],
      ["c", "overdue"],
      ["b", "thisWeek"],
      ["a", "ahead"],
    ]);
    expect(digest?.counts).toEqual({ overdue: 2, thisWeek: 1, soon: 0, ahead: 1 });
    expect(digest?.rest).toBeNull();
  });

  it("says one line for a task of which several reminders were missed, and settles all of them", () => {
    const missed = [
      aReminder("a", "1998-08-24", { anchor: "slot" }),
      aReminder("a", "1998-08-05"),
      aReminder("a", "1998-09-09", { anchor: "opening" }),
    ];
    const digest = composeDigest(missed, "1998-08-03");
    expect(digest?.lines).toHaveLength(1);
    expect(digest?.lines[0]?.reason).toMatchObject({ anchor: "due", anchorDay: "1998-08-05" });
    expect(digest?.keys).toHaveLength(3);
  });

  it("summarises what goes beyond the cap instead of flooding", () => {
    const many = Array.from({ length: 40 }, (_, index) => aReminder(`t${index}`, "1998-07-10"));
    const digest = composeDigest([...many, aReminder("z", "1998-10-01")], "1998-08-03");
    expect(digest?.lines).toHaveLength(25);
    expect(digest?.rest).toEqual({ count: 16, byBand: { overdue: 15, thisWeek: 0, soon: 0, ahead: 1 } });
    expect(digest?.counts).toEqual({ overdue: 40, thisWeek: 0, soon: 0, ahead: 1 });
    expect(digest?.keys).toHaveLength(41);
  });

  it("takes out what cannot wait: the overdue, the next three days, and a day that moved close", () => {
    const due = [
      aReminder("late", "1998-08-01"),
      aReminder("soon", "1998-08-06"),
      aReminder("later", "1998-08-07"),
      aReminder("moved", "1998-08-14", { movedFrom: "1998-09-01" }),
      aReminder("opened", "1998-08-01", { anchor: "opening", isEvent: true }),
    ];
    expect(urgentOf(due, "1998-08-03").map(({ taskId }) => taskId)).toEqual(["late", "soon", "moved"]);
  });

  it("does not call an event that has passed late, and says nothing of it", () => {
    const opened = aReminder("a", "1998-07-10", { anchor: "opening", isEvent: true });
    expect(composeDigest([opened], "1998-08-03")).toBeNull();
    const both = composeDigest([opened, aReminder("b", "1998-08-05")], "1998-08-03");
    expect(both?.lines.map(({ taskId }) => taskId)).toEqual(["b"]);
    expect(both?.keys).toHaveLength(2);
    expect(composeDigest([opened], "1998-07-10")?.lines).toHaveLength(1);
  });

  it("ranks every overdue day above every day ahead", () => {
    expect(urgencyOf("internalTarget", "1998-08-02", "1998-08-03")).toBeGreaterThan(
      urgencyOf("due", "1998-08-03", "1998-08-03"),
    );
  });
});

const planned = (key: string, day: string, anchorDay: string): PlannedReminder => ({
  key,
  taskId: "t",
  personId: "olga",
  onBehalfOf: null,
  as: "owner",
  policyKey: "p",
  anchor: "opening",
  day,
  reason: { anchor: "opening", anchorDay, organ: "GA", session: 53, policyKey: "p", policyName: "P" },
  urgency: 1,
});
const recorded = (state: RecordedReminder["state"], one: PlannedReminder): [string, RecordedReminder] => [
  one.key,
  {
    key: one.key,
    state,
    day: one.day,
    personId: one.personId,
    reason: one.reason,
    toldAt: state === "told" ? new Date("1998-08-01T00:00:00Z") : null,
  },
];

describe("a session that moves", () => {
  const old = planned("k", "1998-09-07", "1998-09-09");
  const moved = planned("k", "1998-09-14", "1998-09-15");

  it("moves what was not told yet", () => {
    expect(reconcile([moved], new Map([recorded("due", old)]))).toEqual({ toAdd: [], toMove: [moved] });
  });

  it("does not tell again what was told", () => {
    expect(reconcile([moved], new Map([recorded("told", old)]))).toEqual({ toAdd: [], toMove: [] });
  });

  it("brings back what had been called off", () => {
    expect(reconcile([old], new Map([recorded("cancelled", old)]))).toEqual({ toAdd: [old], toMove: [] });
  });

  it("gives people who were told one line 'date changed', whatever number of reminders named the day", () => {
    const told = ["k1", "k2"].map((key) => ({ ...recorded("told", { ...old, key })[1], taskId: "t" }));
    const changes = dateChanges(told, () => "1998-09-15", "1998-08-20");
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ personId: "olga", day: "1998-08-20" });
    const digest = composeDigest(
      [{ ...aReminder("t", ""), reason: changes[0]?.reason ?? old.reason }],
      "1998-08-20",
    );
    expect(reasonInWords(digest?.lines[0]?.reason ?? old.reason, "1998-08-20")).toBe(
      "Date changed from 9 September 1998. The 53rd session of the General Assembly opens on 15 September 1998, in 26 days.",
    );
  });

  it("says nothing where the day stands or the task needs no reminding any more", () => {
    const told = [{ ...recorded("told", old)[1], taskId: "t" }];
    expect(dateChanges(told, () => "1998-09-09", "1998-08-20")).toEqual([]);
    expect(dateChanges(told, () => null, "1998-08-20")).toEqual([]);
  });

  it("says it again where the day moves away, back, and away again", () => {
    const told = { ...recorded("told", old)[1], taskId: "t" };
    const record = [told];
    const keys: string[] = [];
    for (const [hour, day] of [
      [1, "1998-09-15"],
      [2, "1998-09-09"],
      [3, "1998-09-15"],
    ] as const) {
      const [change] = dateChanges(record, () => day, "1998-08-20");
      expect(change?.reason).toMatchObject({ anchorDay: day });
      keys.push(change?.key ?? "");
      const toldAt = new Date(told.toldAt?.getTime() ?? 0);
      toldAt.setUTCHours(hour);
      record.push({ ...told, key: change?.key ?? "", reason: change?.reason ?? old.reason, toldAt });
      expect(dateChanges(record, () => day, "1998-08-20")).toEqual([]);
    }
    expect(new Set(keys).size).toBe(3);
  });
});
