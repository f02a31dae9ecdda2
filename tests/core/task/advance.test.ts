import { describe, expect, it } from "vitest";
import { advance, movesFrom, offeredMoves } from "@/lib/core/task/advance";
import { mandateStatusOf } from "@/lib/core/task/mandate-status";
import {
  emptyMove,
  type MoveContext,
  type MoveInput,
  type MoveName,
  type TaskActor,
} from "@/lib/core/task/move";
import { type WorkStatus, workStatuses } from "@/lib/core/task/status";
import type { Task } from "@/lib/core/task/task";
import { type Role, roles, type Transition, type TransitionName, workflow } from "@/lib/core/task/workflow";
import { aDeadline, aTask } from "./a-task";

const who = (role: Role | null, id = "eva"): TaskActor => ({
  personId: id,
  name: "Eva Lind",
  roles: role ? [role] : [],
  actsAs: [id],
});

/** Everything that any move may ask for, so that only status and role decide. */
const everything: MoveInput = {
  ...emptyMove,
  reason: "Because.",
  documentSymbol: "A/53/226",
  evidence: [{ symbol: "A/53/226", title: "", url: "", day: null }],
  decidingDocument: "A/RES/53/192",
  newSession: { organ: "GA", session: 55 },
  reviewSession: { organ: "GA", session: 54 },
  successor: "A/RES/54/226#op4",
};
const later: MoveContext = {
  today: "1999-10-01",
  sessionCloses: "1999-09-13",
  evidenceOnFile: [],
  newDeadline: aDeadline({ targetSession: 55, dueOn: "2001-09-10" }),
};
const ready = (status: WorkStatus): Task =>
  aTask({
    status,
    ownerId: "ben",
    ownerName: "Ben Osei",
    mandateStatus: mandateStatusOf(status),
    mandateDocument: mandateStatusOf(status) === "in_force" ? "" : "A/RES/53/1",
    closureProposal: { by: "ana", byName: "Ana Silva", on: "1998-10-08", evidence: [], note: "" },
  });

const names = workflow.map((move) => move.name);
const cells = workStatuses.flatMap((status) =>
  names.flatMap((name) => [null, ...roles].map((role) => ({ status, name, role }))),
);

describe("the workflow table", () => {
  it(`lets exactly the moves of the table through, of all ${cells.length} statuses × moves × roles`, () => {
    let allowed = 0;
    for (const { status, name, role } of cells) {
      const move = workflow.find((one) => one.name === name) as Transition;
      const result = advance(ready(status), name, who(role), everything, later);
      const cell = `${status} ${name} ${role}`;
      if (!move.from.includes(status))
        expect(result, cell).toMatchObject({ ok: false, error: { code: "not-allowed-now" } });
      else if (!role || !move.by.includes(role))
        expect(result, cell).toMatchObject({ ok: false, error: { code: "not-permitted" } });
      else {
        expect(result, cell).toMatchObject({
          ok: true,
          value: { changes: { status: move.to, statusSince: later.today } },
        });
        allowed++;
      }
    }
    // Counted by hand in the table of who may move what: each pair of a starting status and a role, move by move.
    expect(allowed).toBe(1 + 1 + 1 + 2 + 2 + 2 + 2 + 2 + 4 + 1 + 5 + 5 + 3 + 4);
  });

  it("gives every refusal a sentence that says what to do, without jargon", () => {
    for (const { status, name, role } of cells) {
      for (const input of [everything, emptyMove]) {
        const result = advance(ready(status), name, who(role), input, later);
        if (!result.ok) expect(result.error.message).toMatch(/^[A-Z"][^_]{20,}\.$/);
      }
    }
  });

  it("never lets an Admin or a Viewer move anything", () => {
    for (const move of workflow as readonly Transition[]) {
      expect(move.by).not.toContain("ADMIN");
      expect(move.by).not.toContain("VIEWER");
    }
  });

  it("keeps the mandate's own status in step: deferred, superseded and retired only while a document is attached", () => {
    for (const { status, name, role } of cells) {
      const result = advance(ready(status), name, who(role), everything, later);
      if (!result.ok) continue;
      const after = { ...ready(status), ...result.value.changes };
      expect(after.mandateStatus).toBe(mandateStatusOf(after.status));
      expect(after.mandateDocument !== "").toBe(after.mandateStatus !== "in_force");
      expect(after.closureProposal).toBeNull();
    }
  });

  it("writes what stood before beside what stands after, so that the line can be taken back", () => {
    const result = advance(ready("PENDING"), "defer", who("SECRETARY"), everything, later);
    expect(result).toMatchObject({
      ok: true,
      value: {
        event: {
          type: "status",
          transition: "defer",
          from: { status: "PENDING", mandateStatus: "in_force", mandateDocument: "" },
          to: {
            status: "DEFERRED",
            mandateStatus: "deferred",
            mandateDocument: "A/RES/53/192",
            newSession: { organ: "GA", session: 55 },
          },
        },
        changes: { deadline: { targetSession: 55 } },
      },
    });
  });
});

describe("what a move must be accompanied by", () => {
  const lacking: readonly [
    TransitionName,
    WorkStatus,
    Partial<MoveInput>,
    Partial<Task>,
    Partial<MoveContext>,
    RegExp,
  ][] = [
    ["confirm", "PROPOSED", {}, { leadCount: 0 }, {}, /name at least one lead/],
    ["dismiss", "PROPOSED", { reason: "  " }, {}, {}, /reason/],
    ["revive", "NOT_ACTIONABLE", { reason: "" }, {}, {}, /reason/],
    ["start", "PENDING", {}, { ownerId: null }, {}, /owner/],
    ["monitor", "PENDING", {}, { ownerId: null }, {}, /owner/],
    ["monitor", "PENDING", { reviewSession: null }, {}, {}, /session/],
    ["submit", "IN_PROGRESS", { documentSymbol: " " }, {}, {}, /symbol/],
    ["return", "SUBMITTED", { reason: "" }, {}, {}, /comment/],
    ["implement", "SUBMITTED", { evidence: [] }, {}, {}, /document symbol/],
    ["implement", "SUBMITTED", {}, { closureProposal: null }, {}, /two persons/],
    ["defer", "ONGOING", { decidingDocument: "" }, {}, {}, /Member States/],
    ["defer", "ONGOING", { newSession: null }, {}, {}, /session/],
    ["defer", "ONGOING", { newSession: { organ: "GA", session: 53 } }, {}, {}, /later/],
    ["supersede", "PENDING", { decidingDocument: "" }, {}, {}, /symbol/],
    ["supersede", "PENDING", { successor: "" }, {}, {}, /paragraph/],
    ["retire", "PENDING", { decidingDocument: "" }, {}, {}, /Member States/],
    ["fail", "PENDING", { reason: "" }, {}, {}, /reason/],
    ["fail", "PENDING", {}, {}, { today: "1999-09-13" }, /after 13 September 1999/],
    [
      "fail",
      "PENDING",
      {},
      { deadline: aDeadline({ dueOn: null, targetSession: null, targetOrgan: null }) },
      { sessionCloses: null },
      /no deadline/,
    ],
    ["reopen", "RETIRED", { reason: "" }, {}, {}, /reason/],
  ];
  it.each(lacking)(
    "%s from %s is refused when something is missing",
    (name, status, input, task, context, words) => {
      const role = (workflow.find((move) => move.name === name) as Transition).by.at(-1) ?? null;
      const result = advance(
        { ...ready(status), ...task },
        name,
        who(role),
        { ...everything, ...input },
        { ...later, ...context },
      );
      expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
    },
  );

  it("takes a job number where a document has no symbol yet", () => {
    const result = advance(
      ready("IN_PROGRESS"),
      "submit",
      who("CONTRIBUTOR"),
      { ...emptyMove, jobNumber: "9821334" },
      later,
    );
    expect(result).toMatchObject({
      ok: true,
      value: { changes: { jobNumber: "9821334" }, event: { evidence: [] } },
    });
  });

  it("records the job number beside the symbol when it is submitted", () => {
    const result = advance(
      ready("IN_PROGRESS"),
      "submit",
      who("CONTRIBUTOR"),
      { ...emptyMove, documentSymbol: "A/53/226" },
      later,
    );
    expect(result).toMatchObject({ ok: true, value: { event: { evidence: [{ symbol: "A/53/226" }] } } });
  });
});

describe("the day a move holds from", () => {
  it("may lie before the working date only with a reason, and never before the status it changes", () => {
    const on = (effectiveOn: string, reason: string) =>
      advance(ready("PENDING"), "start", who("FOCAL_POINT"), { ...emptyMove, effectiveOn, reason }, later);
    expect(on("1999-09-30", "Begun yesterday.")).toMatchObject({
      ok: true,
      value: { changes: { statusSince: "1999-09-30" } },
    });
    expect(on("1999-09-30", "")).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
    expect(on("1999-10-02", "Tomorrow.")).toMatchObject({
      ok: false,
      error: { fields: { effectiveOn: expect.any(String) } },
    });
    expect(on("1997-12-17", "Too early.")).toMatchObject({
      ok: false,
      error: { fields: { effectiveOn: expect.any(String) } },
    });
  });
});

describe("closing by two persons", () => {
  const proposed = (by: string, ownerId = "ben"): Task => ({
    ...ready("SUBMITTED"),
    ownerId,
    closureProposal: { by, byName: "Ana Silva", on: "1998-10-08", evidence: [], note: "" },
  });
  const confirm = (task: Task, actor: TaskActor) => advance(task, "implement", actor, everything, later);

  it("lets a focal point or a Secretary propose, and nobody else", () => {
    for (const role of [null, ...roles]) {
      const result = advance(
        { ...ready("SUBMITTED"), closureProposal: null },
        "proposeClosure",
        who(role),
        everything,
        later,
      );
      expect(result.ok, String(role)).toBe(["FOCAL_POINT", "SECRETARY"].includes(String(role)));
    }
  });
  it("asks for evidence when a closure is proposed", () => {
    const bare = { ...ready("SUBMITTED"), closureProposal: null };
    expect(advance(bare, "proposeClosure", who("FOCAL_POINT"), emptyMove, later)).toMatchObject({
      ok: false,
      error: { fields: { evidence: expect.any(String) } },
    });
    expect(
      advance(bare, "proposeClosure", who("FOCAL_POINT"), emptyMove, {
        ...later,
        evidenceOnFile: everything.evidence,
      }).ok,
    ).toBe(true);
  });
  it("proposes only once, and only for work in progress or submitted", () => {
    expect(advance(proposed("ana"), "proposeClosure", who("FOCAL_POINT"), everything, later)).toMatchObject({
      ok: false,
    });
    for (const status of workStatuses) {
      const result = advance(
        { ...ready(status), closureProposal: null },
        "proposeClosure",
        who("FOCAL_POINT"),
        everything,
        later,
      );
      expect(result.ok, status).toBe(status === "IN_PROGRESS" || status === "SUBMITTED");
    }
  });
  it("lets a Secretary who did not propose confirm", () => {
    expect(confirm(proposed("ana"), who("SECRETARY"))).toMatchObject({
      ok: true,
      value: { changes: { status: "IMPLEMENTED", closureProposal: null } },
    });
  });
  it("refuses the proposer, the owner, and whoever acts for them on leave", () => {
    expect(confirm(proposed("eva"), who("SECRETARY"))).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(confirm(proposed("ana", "eva"), who("SECRETARY"))).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(confirm(proposed("ana"), { ...who("SECRETARY"), actsAs: ["eva", "ana"] })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });
  it("lets a Secretary decline with a reason, and the proposer take it back; the status stays", () => {
    expect(advance(proposed("ana"), "declineClosure", who("SECRETARY"), everything, later)).toMatchObject({
      ok: true,
      value: { changes: { closureProposal: null } },
    });
    expect(advance(proposed("ana"), "declineClosure", who("FOCAL_POINT", "ana"), everything, later).ok).toBe(
      true,
    );
    expect(
      advance(proposed("ana"), "declineClosure", who("FOCAL_POINT", "ben"), everything, later),
    ).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    expect(advance(proposed("ana"), "declineClosure", who("SECRETARY"), emptyMove, later)).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
  });
});

describe("what is offered", () => {
  it("is exactly what would go through once the form is filled in", () => {
    const every: MoveName[] = [...names, "proposeClosure", "declineClosure"];
    for (const status of workStatuses) {
      for (const role of roles) {
        for (const task of [ready(status), { ...ready(status), closureProposal: null, ownerId: null }]) {
          const offered = offeredMoves(task, who(role), later)
            .filter((move) => move.problem === null)
            .map((move) => move.name);
          const through = every.filter((name) => advance(task, name, who(role), everything, later).ok);
          expect(offered.toSorted(), `${status} ${role}`).toEqual(through.toSorted());
        }
      }
    }
  });
  it("says in words why a move of one's own role cannot be made yet", () => {
    const start = offeredMoves({ ...ready("PENDING"), ownerId: null }, who("FOCAL_POINT"), later).find(
      (move) => move.name === "start",
    );
    expect(start?.problem).toMatch(/Name an owner first/);
  });
  it("follows the table", () => {
    expect(movesFrom("PENDING").map((move) => move.name)).toEqual([
      "start",
      "monitor",
      "defer",
      "supersede",
      "retire",
      "fail",
    ]);
    expect(movesFrom("NOT_ACTIONABLE").map((move) => move.name)).toEqual(["revive"]);
  });
});
