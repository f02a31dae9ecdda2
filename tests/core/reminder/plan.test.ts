import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/calendar/day";
import {
  indexPeople,
  type ReminderMembership,
  type ReminderPerson,
  type Silence,
} from "@/lib/core/reminder/people";
import { occasionDays, planReminders, type ReminderTask } from "@/lib/core/reminder/plan";
import { defaultPolicies, policySchema, type ReminderPolicy } from "@/lib/core/reminder/policy";
import { distance, reasonInWords } from "@/lib/core/reminder/reason";

const aPerson = (id: string, more: Partial<ReminderPerson> = {}): ReminderPerson => ({
  id,
  isActive: true,
  delegateId: null,
  delegateFrom: null,
  delegateUntil: null,
  ...more,
});
const aTask = (more: Partial<ReminderTask> = {}): ReminderTask => ({
  id: "t10",
  status: "PENDING",
  createdOn: "1998-01-05",
  organ: "GA",
  deliverable: "agenda_item",
  targetOrgan: "GA",
  targetSession: 53,
  reviewOrgan: null,
  reviewSession: null,
  ownerId: "olga",
  responsibleId: "unit",
  leadBodyId: "secretary-general",
  days: { provisionalAgenda: "1998-07-10", opening: "1998-09-09" },
  ...more,
});
const parents: Record<string, string> = { unit: "division", division: "department" };
const memberships: ReminderMembership[] = [
  { personId: "felix", bodyId: "unit", role: "FOCAL_POINT" },
  { personId: "chika", bodyId: "department", role: "FOCAL_POINT" },
  { personId: "sara", bodyId: null, role: "SECRETARY" },
];
const staff = ["olga", "felix", "chika", "sara", "dora"].map((id) => aPerson(id));
const people = (persons = staff, silences: Silence[] = []) =>
  indexPeople(persons, memberships, silences, (id) => parents[id] ?? null);
const policy = (keyOfPolicy: string): ReminderPolicy[] =>
  defaultPolicies.filter((candidate) => candidate.key === keyOfPolicy);
const year = ["1998-01-01", "1998-12-31"] as const;

describe("planning reminders", () => {
  it("tells owner and focal point two weeks before the provisional agenda, with the reason in words", () => {
    const planned = planReminders([aTask()], policy("agenda-2-weeks"), people(), ...year);
    expect(planned.map(({ day, personId, as }) => ({ day, personId, as }))).toEqual([
      { day: "1998-06-26", personId: "felix", as: "focalPoint" },
      { day: "1998-06-26", personId: "olga", as: "owner" },
    ]);
    expect(reasonInWords(planned[0]?.reason ?? fail(), "1998-06-26")).toBe(
      "The provisional agenda of the 53rd session of the General Assembly is due on 10 July 1998, in 14 days.",
    );
  });

  it("reads 'the Monday before the opening' strictly before, also when the session opens on a Monday", () => {
    const rule = { kind: "weekdayBefore", anchor: "opening", weekday: 1 } as const;
    expect(occasionDays(rule, "1998-09-09", ...year)).toEqual([{ day: "1998-09-07", turn: 0 }]);
    expect(occasionDays(rule, "1998-09-07", ...year)).toEqual([{ day: "1998-08-31", turn: 0 }]);
  });

  it("tells on the Friday before where the day falls on a weekend", () => {
    const rule = { kind: "before", anchor: "slot", amount: 1, unit: "week" } as const;
    expect(occasionDays(rule, "1998-07-18", ...year)).toEqual([{ day: "1998-07-10", turn: 0 }]); // Saturday 11 July
    expect(occasionDays(rule, "1998-07-19", ...year)).toEqual([{ day: "1998-07-10", turn: 0 }]); // Sunday 12 July
  });

  it("climbs from owner to focal point to the chief two levels above as days pass", () => {
    const late = aTask({ status: "IN_PROGRESS", days: { due: "1998-07-10" } });
    const told = planReminders([late], defaultPolicies, people(), "1998-07-11", "1998-08-10");
    expect(told.map(({ day, personId }) => `${day} ${personId}`)).toEqual([
      "1998-07-11 olga",
      "1998-07-17 felix",
      "1998-07-18 olga",
      "1998-07-25 olga",
      "1998-07-31 chika",
      "1998-07-31 felix",
      "1998-08-01 olga",
    ]);
    expect(reasonInWords(told[0]?.reason ?? fail(), "1998-07-31")).toBe(
      "The last day for this was 10 July 1998, 21 days ago.",
    );
  });

  it("says nothing of tasks that are closed, handed over, deferred or only proposed", () => {
    const days = { due: "1998-07-10", slot: "1998-06-01", provisionalAgenda: "1998-07-10" } as const;
    for (const status of [
      "IMPLEMENTED",
      "SUBMITTED",
      "DEFERRED",
      "PROPOSED",
      "RETIRED",
      "NOT_ACTIONABLE",
    ] as const)
      expect(planReminders([aTask({ status, days })], defaultPolicies, people(), ...year), status).toEqual(
        [],
      );
  });

  it("reminds a standing call by its review session only", () => {
    const call = aTask({
      status: "ONGOING",
      reviewOrgan: "GA",
      reviewSession: 54,
      days: { review: "1999-09-14", due: "1998-07-10" },
    });
    const planned = planReminders([call], defaultPolicies, people(), "1998-01-01", "1999-12-31");
    expect(planned.map(({ day, policyKey }) => [day, policyKey])).toEqual([["1999-08-17", "review-4-weeks"]]);
    expect(reasonInWords(planned[0]?.reason ?? fail(), "1999-08-17")).toBe(
      "The 54th session of the General Assembly, which reviews this call, opens on 14 September 1999, in 4 weeks.",
    );
  });

  it("does not remind of what lay before the task came in", () => {
    const lateComer = aTask({ createdOn: "1998-07-01" });
    expect(planReminders([lateComer], policy("agenda-2-weeks"), people(), ...year)).toEqual([]);
    expect(planReminders([lateComer], policy("agenda-issued"), people(), ...year)).toHaveLength(1);
  });

  it("tells the focal point where there is no owner, and the Secretary where there is nobody", () => {
    const told = (task: ReminderTask) =>
      planReminders([task], policy("agenda-issued"), people(), ...year).map((one) => [one.personId, one.as]);
    expect(told(aTask())).toEqual([["olga", "owner"]]);
    expect(told(aTask({ ownerId: null }))).toEqual([["felix", "focalPoint"]]);
    expect(told(aTask({ ownerId: null, responsibleId: null }))).toEqual([["sara", "secretary"]]);
  });

  it("passes an inactive owner over", () => {
    const gone = staff.map((person) => (person.id === "olga" ? { ...person, isActive: false } : person));
    const told = planReminders([aTask()], policy("agenda-issued"), people(gone), ...year);
    expect(told.map(({ personId }) => personId)).toEqual(["felix"]);
  });

  it("tells the delegate during leave, keeps the key of the person meant, and falls back when the delegate is away", () => {
    const leave = { delegateFrom: "1998-07-01", delegateUntil: "1998-07-10" };
    const onLeave = staff.map((person) =>
      person.id === "olga" ? { ...person, delegateId: "dora", ...leave } : person,
    );
    const [told] = planReminders([aTask()], policy("agenda-issued"), people(onLeave), ...year);
    expect(told).toMatchObject({ personId: "dora", onBehalfOf: "olga" });
    const [usual] = planReminders([aTask()], policy("agenda-issued"), people(), ...year);
    expect(told?.key).toBe(usual?.key);
    const bothAway = onLeave.map((person) =>
      person.id === "dora" ? { ...person, delegateId: "olga", ...leave } : person,
    );
    expect(planReminders([aTask()], policy("agenda-issued"), people(bothAway), ...year)[0]).toMatchObject({
      personId: "olga",
      onBehalfOf: null,
    });
  });

  it("keeps silent about a muted task and tells a snoozed one on the day after the pause", () => {
    const say = (kind: Silence["kind"], until: string | null) =>
      planReminders(
        [aTask()],
        policy("agenda-issued"),
        people(staff, [{ personId: "olga", taskId: "t10", kind, until }]),
        ...year,
      ).map(({ day }) => day);
    expect(say("mute", null)).toEqual([]);
    expect(say("snooze", "1998-07-14")).toEqual(["1998-07-15"]);
    expect(say("snooze", "1998-07-09")).toEqual(["1998-07-10"]);
    expect(say("watch", null)).toEqual(["1998-07-10"]);
  });

  it("keeps its keys when the session moves, and changes them when the mandate moves to another session", () => {
    const keys = (task: ReminderTask) =>
      planReminders([task], defaultPolicies, people(), ...year).map(({ key }) => key);
    const before = keys(aTask());
    expect(keys(aTask({ days: { provisionalAgenda: "1998-07-17", opening: "1998-09-15" } })).sort()).toEqual(
      [...before].sort(),
    );
    for (const key of keys(aTask({ targetSession: 54 }))) expect(before).not.toContain(key);
  });

  it("narrows by organ, deliverable and body", () => {
    const narrow = (more: Partial<ReminderPolicy>) =>
      planReminders(
        [aTask()],
        policy("agenda-issued").map((one) => ({ ...one, ...more })),
        people(),
        ...year,
      ).length;
    expect(narrow({ organs: ["GA"], deliverables: ["agenda_item"], bodyIds: ["unit"] })).toBe(1);
    expect(narrow({ organs: ["HRC"] })).toBe(0);
    expect(narrow({ deliverables: ["report"] })).toBe(0);
    expect(narrow({ bodyIds: ["department"] })).toBe(0);
  });

  it("gives the same reminders for a span of days as for its days one by one, each key once", () => {
    const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays("1998-01-01", offset));
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 0, max: 60 }), (slot, due, from, length) => {
        const tasks = [aTask({ days: { slot, due, opening: due, provisionalAgenda: slot } })];
        const whole = planReminders(tasks, defaultPolicies, people(), from, addDays(from, length));
        const oneByOne = Array.from({ length: length + 1 }, (_, index) => addDays(from, index)).flatMap(
          (single) => planReminders(tasks, defaultPolicies, people(), single, single),
        );
        expect(whole).toEqual(oneByOne);
        expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe("the policies a new installation starts with", () => {
  it("are well formed and have different keys", () => {
    for (const one of defaultPolicies) expect(policySchema.parse(one)).toEqual(one);
    expect(new Set(defaultPolicies.map(({ key }) => key)).size).toBe(defaultPolicies.length);
  });

  it("refuse an anchor, a recipient or a field that does not exist", () => {
    const [one] = defaultPolicies;
    expect(policySchema.safeParse({ ...one, to: ["everybody"] }).success).toBe(false);
    expect(policySchema.safeParse({ ...one, to: [] }).success).toBe(false);
    expect(policySchema.safeParse({ ...one, cc: "x" }).success).toBe(false);
    expect(
      policySchema.safeParse({ ...one, occasion: { kind: "before", anchor: "x", amount: 1, unit: "day" } })
        .success,
    ).toBe(false);
  });
});

describe("distances in words", () => {
  it("says today, tomorrow, days and round weeks", () => {
    expect([0, 1, -1, 14, 84, -21, -28].map(distance)).toEqual([
      "today",
      "tomorrow",
      "yesterday",
      "in 14 days",
      "in 12 weeks",
      "21 days ago",
      "4 weeks ago",
    ]);
  });
});

function fail(): never {
  throw new Error("nothing was planned");
}
