import { describe, expect, it } from "vitest";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { can, rolesOver, type Thing, type Verb, verbs } from "@/lib/auth/policy";
import { taskThing, withAncestors } from "@/lib/auth/task-thing";
import type { Role } from "@/lib/core/task/workflow";

// The table as agreed, written a second time and by hand, so that a slip in the product's table shows.
// Columns: Viewer, Contributor, Focal point, Secretary, Admin. a = role in any body is enough, o = own bodies only,
// s = the person's own, - = never.
const agreed = `
task.read            a a a a a
task.watch           a a a a a
task.comment         - a a a -
task.create          - - - o -
task.evidence        - o o o -
task.block           - o o o -
task.target          - o o o -
task.propose         - o o o -
task.proposeClosure  - - o o -
task.assign          - - o o -
task.route           - - - o -
task.deadline        - - - o -
task.text            - - - o -
task.mandate         - - - o -
task.askUnits        - - - o -
resolution.read      a a a a a
resolution.ingest    - - - a -
resolution.review    - - - o -
resolution.publish   - - - o -
calendar.read        a a a a a
calendar.change      - - - o a
holiday.change       - - - - a
body.read            a a a a a
body.change          - - - - a
dashboard.read       a a a a a
view.save            a a a a a
view.share           - a a a a
export.run           a a a a a
import.run           - - - a -
person.list          a a a a a
person.preferences   s s s s a
person.invite        - - - - a
person.change        - - - - a
person.handOver      - - o a a
inbox.read           s s s s s
feed.keep            s s s s s
reminder.plan        - - a a a
reminder.run         - - - - a
reminder.policy      - - - a a
delivery.read        s s s s a
delivery.sendAgain   - - - - a
settings.read        a a a a a
settings.change      - - - - a
audit.read           - - - a a
move.confirm         - - - o -
move.dismiss         - - - o -
move.revive          - - - o -
move.start           - - o o -
move.monitor         - - o o -
move.submit          - o o - -
move.return          - - o o -
move.implement       - - - o -
move.defer           - - - o -
move.resume          - - - o -
move.supersede       - - - o -
move.retire          - - - o -
move.fail            - - - o -
move.reopen          - - - o -
`;
const cells = new Map(
  agreed
    .trim()
    .split("\n")
    .map((line) => {
      const [verb = "", ...letters] = line.split(/\s+/);
      return [verb, letters] as const;
    }),
);
const roleOrder: readonly Role[] = ["VIEWER", "CONTRIBUTOR", "FOCAL_POINT", "SECRETARY", "ADMIN"];

// unit-a is below department; unit-b belongs to nobody we know.
const parents: Record<string, string> = { "unit-a": "department", department: "secretariat" };
const parentOf = (id: string) => parents[id] ?? null;
const task = taskThing(
  {
    ownerId: "owner",
    responsibleId: "unit-a",
    leadBodyIds: ["lead-body"],
    recordBodyIds: ["general-assembly"],
  },
  parentOf,
);
const aPerson = (role: Role, bodyId: string | null, personId = "somebody"): Actor => ({
  personId,
  name: "Somebody",
  email: "somebody@example.org",
  memberships: [{ bodyId, role }],
});

/** Where the role is held, seen from the thing. */
const standings = {
  everywhere: null,
  responsibleUnit: "unit-a",
  leadBody: "lead-body",
  departmentAbove: "department",
  twoAbove: "secretariat",
  organOfTheRecord: "general-assembly",
  anotherBody: "unit-b",
} as const;

const isWithin = (standing: keyof typeof standings, role: Role) => {
  if (standing === "anotherBody") return false;
  if (standing === "organOfTheRecord") return role === "SECRETARY";
  return true;
};

describe("the permission table", () => {
  it("has a written row for every verb, and no row without a verb", () => {
    expect([...cells.keys()].sort()).toEqual([...verbs].sort());
  });

  for (const verb of verbs) {
    it(`answers "${verb}" on a task as agreed for each role and relation`, () => {
      for (const [index, role] of roleOrder.entries())
        for (const standing of Object.keys(standings) as (keyof typeof standings)[]) {
          const letter = cells.get(verb)?.[index];
          const expected = letter === "a" || (letter === "o" && isWithin(standing, role));
          expect(can(aPerson(role, standings[standing]), verb, task), `${role} ${standing}`).toBe(expected);
        }
    });

    it(`answers "${verb}" about persons as agreed: oneself and others`, () => {
      const self: Thing = { kind: "person", personId: "somebody" };
      const colleague: Thing = { kind: "person", personId: "colleague", bodyIds: ["unit-a", "department"] };
      for (const [index, role] of roleOrder.entries()) {
        const letter = cells.get(verb)?.[index];
        expect(can(aPerson(role, "unit-b"), verb, self), `${role} self`).toBe(
          letter === "a" || letter === "s",
        );
        expect(can(aPerson(role, "unit-b"), verb, colleague), `${role} stranger`).toBe(letter === "a");
        expect(can(aPerson(role, "department"), verb, colleague), `${role} above`).toBe(
          letter === "a" || letter === "o",
        );
      }
    });

    it(`answers "${verb}" about the record of an organ, and the whole installation`, () => {
      const record: Thing = { kind: "record", bodyIds: ["general-assembly"] };
      for (const [index, role] of roleOrder.entries()) {
        const letter = cells.get(verb)?.[index];
        const own = letter === "a" || letter === "o";
        expect(can(aPerson(role, "general-assembly"), verb, record), `${role} organ`).toBe(own);
        expect(can(aPerson(role, null), verb, record), `${role} everywhere`).toBe(own);
        expect(can(aPerson(role, "ecosoc"), verb, record), `${role} other organ`).toBe(letter === "a");
        expect(can(aPerson(role, null), verb), `${role} installation, everywhere`).toBe(own);
        expect(can(aPerson(role, "ecosoc"), verb), `${role} installation, one body`).toBe(letter === "a");
      }
    });

    it(`refuses "${verb}" to somebody without any membership`, () => {
      const nobody: Actor = { personId: "owner", name: "", email: "", memberships: [] };
      expect(can(nobody, verb, task)).toBe(false);
      expect(can(nobody, verb)).toBe(false);
    });
  }
});

describe("relations to a task", () => {
  it("lets the owner do a contributor's work in whatever body the owner is, and no more", () => {
    for (const role of ["CONTRIBUTOR", "FOCAL_POINT", "SECRETARY"] as const) {
      const owner = aPerson(role, "unit-b", "owner");
      expect(can(owner, "move.submit", task)).toBe(true);
      expect(can(owner, "task.evidence", task)).toBe(true);
      expect(can(owner, "move.start", task)).toBe(false);
      expect(can(owner, "move.implement", task)).toBe(false);
    }
  });

  it("gives an owner who is only a Viewer or an Admin nothing to move", () => {
    for (const role of ["VIEWER", "ADMIN"] as const)
      for (const verb of verbs.filter((name) => name.startsWith("move.")))
        expect(can(aPerson(role, null, "owner"), verb, task), `${role} ${verb}`).toBe(false);
  });

  it("does not let a person confirm the closure that this person proposed, whatever the role", () => {
    const proposed = { ...task, closureProposedById: "somebody" };
    expect(can(aPerson("SECRETARY", null), "move.implement", proposed)).toBe(false);
    expect(can(aPerson("SECRETARY", null, "another"), "move.implement", proposed)).toBe(true);
  });

  it("does not let a delegate confirm what the person on leave proposed", () => {
    const delegate: Actor = {
      ...aPerson("SECRETARY", null, "delegate"),
      actingFor: [{ personId: "on-leave", name: "On Leave" }],
    };
    expect(can(delegate, "move.implement", { ...task, closureProposedById: "on-leave" })).toBe(false);
    expect(can(delegate, "move.submit", { ...task, ownerId: "on-leave" })).toBe(true);
  });

  it("does not carry a role upwards: a unit's focal point is nobody in the department's own tasks", () => {
    const departmentTask = taskThing(
      { ownerId: null, responsibleId: "department", leadBodyIds: [] },
      parentOf,
    );
    expect(can(aPerson("FOCAL_POINT", "unit-a"), "move.start", departmentTask)).toBe(false);
    expect(can(aPerson("FOCAL_POINT", "secretariat"), "move.start", departmentTask)).toBe(true);
  });

  it("names the roles a person holds over a task", () => {
    const actor: Actor = {
      ...aPerson("VIEWER", null),
      memberships: [
        { bodyId: null, role: "VIEWER" },
        { bodyId: "department", role: "FOCAL_POINT" },
        { bodyId: "unit-b", role: "SECRETARY" },
      ],
    };
    expect(rolesOver(actor, task)).toEqual(["VIEWER", "FOCAL_POINT"]);
  });

  it("ends the climb at a loop in the register of bodies", () => {
    const loop: Record<string, string> = { a: "b", b: "a" };
    expect(withAncestors(["a"], (id) => loop[id] ?? null)).toEqual(["a", "b"]);
  });

  it("refuses a verb that does not exist, however it is spelled", () => {
    for (const verb of ["toString", "__proto__", "constructor", "move.", "move.toString", "task.delete"])
      expect(can(systemActor, verb as Verb, task), verb).toBe(false);
  });
});
