import { describe, expect, it } from "vitest";
import { advance } from "@/lib/core/task/advance";
import {
  assignOwner,
  blockTask,
  changeDeadline,
  declineDeadline,
  proposeDeadline,
  setInternalTarget,
  unblockTask,
} from "@/lib/core/task/changes";
import type { TaskEvent } from "@/lib/core/task/events";
import { emptyMove, type TaskActor, type TaskMove } from "@/lib/core/task/move";
import { eventInEnglish, eventSentence } from "@/lib/core/task/sentences";
import { timelinessOn } from "@/lib/core/task/timeliness";
import { undoChange } from "@/lib/core/task/undo";
import { aDeadline, aTask } from "./a-task";

const eva: TaskActor = { personId: "eva", name: "Eva Lind", roles: ["SECRETARY"], actsAs: ["eva"] };
const today = "1998-08-03";
const context = { today, sessionCloses: "1999-09-13", evidenceOnFile: [], newDeadline: null };

const recorded = (move: TaskMove, sequence = 2, actor = eva): TaskEvent => ({
  ...move.event,
  sequence,
  at: "1998-08-03T15:00:00.000Z",
  effectiveOn: move.effectiveOn,
  actorId: actor.personId,
  actorName: actor.name,
});
const saidOf = (move: TaskMove): string => eventInEnglish(eventSentence(recorded(move)));
const value = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe("blocked is a flag, not a status", () => {
  it("is set with what holds the task up, once, and taken away again", () => {
    const blocked = value(blockTask(aTask(), { reason: "Funds not yet released" }, today));
    expect(blocked.changes).toEqual({ isBlocked: true, blockedReason: "Funds not yet released" });
    const task = aTask(blocked.changes as Partial<ReturnType<typeof aTask>>);
    expect(blockTask(task, { reason: "again" }, today)).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
    expect(value(unblockTask(task, { reason: "" }, today)).changes).toEqual({
      isBlocked: false,
      blockedReason: "",
    });
    expect(unblockTask(aTask(), { reason: "" }, today).ok).toBe(false);
    expect(blockTask(aTask(), { reason: " " }, today)).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
    expect(blockTask(aTask({ status: "RETIRED" }), { reason: "x" }, today).ok).toBe(false);
  });
});

describe("changing a deadline", () => {
  const later = aDeadline({
    rules: [{ kind: "session", organ: "GA", session: 54, operator: "at" }],
    targetSession: 54,
    dueOn: "2000-09-04",
  });
  it("needs a reason, and the authorising text where the organ's own deadline moves", () => {
    expect(
      changeDeadline(aTask(), later, { reason: "", authorisingText: "A/RES/53/192" }, today),
    ).toMatchObject({ error: { fields: { reason: expect.any(String) } } });
    expect(
      changeDeadline(aTask(), later, { reason: "Postponed.", authorisingText: "" }, today),
    ).toMatchObject({ error: { fields: { authorisingText: expect.any(String) } } });
    const moved = value(
      changeDeadline(aTask(), later, { reason: "Postponed.", authorisingText: "A/RES/53/192" }, today),
    );
    expect(saidOf(moved)).toBe(
      "Eva Lind moved the deadline from 13 September 1999 to 4 September 2000 under A/RES/53/192 on 3 August 1998. Postponed.",
    );
  });
  it("needs no authority where the text set none", () => {
    const none = aTask({
      deadline: aDeadline({ rules: [], targetOrgan: null, targetSession: null, dueOn: null }),
    });
    expect(
      changeDeadline(none, later, { reason: "Agreed with the unit.", authorisingText: "" }, today).ok,
    ).toBe(true);
  });
  it("moves nothing when it is only proposed, nor when it is declined", () => {
    const proposed = value(
      proposeDeadline(aTask(), later, eva, { reason: "Late data.", authorisingText: "" }, today),
    );
    expect(proposed.changes).toEqual({});
    const proposal = (proposed.event.to as { proposal: Parameters<typeof declineDeadline>[1] }).proposal;
    expect(value(declineDeadline(aTask(), proposal, { reason: "The organ set it." }, today)).changes).toEqual(
      {},
    );
    expect(declineDeadline(aTask(), null, { reason: "x" }, today).ok).toBe(false);
  });
  it("leaves the internal target free", () => {
    expect(value(setInternalTarget(aTask(), "1998-07-01", { reason: "" }, today)).changes).toEqual({
      internalTarget: "1998-07-01",
    });
  });
});

describe("owners", () => {
  it("are named and replaced, and a task in progress keeps one", () => {
    expect(saidOf(value(assignOwner(aTask(), { id: "ana", name: "Ana Silva" }, { reason: "" }, today)))).toBe(
      "Eva Lind gave it to Ana Silva on 3 August 1998.",
    );
    const owned = aTask({ ownerId: "ana", ownerName: "Ana Silva", status: "IN_PROGRESS" });
    expect(assignOwner(owned, null, { reason: "" }, today)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/needs an owner/) },
    });
    expect(assignOwner(owned, { id: "ana", name: "Ana Silva" }, { reason: "" }, today).ok).toBe(false);
    expect(
      assignOwner(aTask({ status: "IMPLEMENTED" }), { id: "ana", name: "Ana Silva" }, { reason: "" }, today)
        .ok,
    ).toBe(false);
  });
});

describe("taking a change back", () => {
  const started = aTask({ status: "PENDING", ownerId: "ana" });
  const move = value(advance(started, "start", { ...eva, roles: ["SECRETARY"] }, emptyMove, context));
  const history = [recorded(move)];
  it("writes a new line that restores what stood before", () => {
    const undone = value(undoChange(history, eva, { reason: "" }, today));
    expect(undone.changes).toMatchObject({ status: "PENDING" });
    expect(undone.event).toMatchObject({ type: "undo", from: { status: "IN_PROGRESS", undone: 2 } });
    expect(saidOf(undone)).toBe("Eva Lind took the last change back; it is pending again on 3 August 1998.");
  });
  it("looks past comments and evidence, but is for the person who made the change alone", () => {
    const comment: TaskEvent = { ...recorded(move, 3), type: "comment", from: null, to: null };
    expect(undoChange([...history, comment], eva, { reason: "" }, today).ok).toBe(true);
    expect(undoChange(history, { ...eva, personId: "ben" }, { reason: "" }, today)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });
  it("cannot take back an undo, nor the making of the task", () => {
    for (const type of ["undo", "created", "session-moved"] as const) {
      expect(undoChange([{ ...recorded(move), type }], eva, { reason: "" }, today)).toMatchObject({
        ok: false,
        error: { code: "not-allowed-now" },
      });
    }
    expect(undoChange([], eva, { reason: "" }, today).ok).toBe(false);
  });
});

describe("history as sentences", () => {
  it("reads as the brief says", () => {
    const submitted = value(
      advance(
        aTask({ status: "IN_PROGRESS", statusSince: "1998-01-05" }),
        "submit",
        { personId: "ana", name: "Ana Silva", roles: ["CONTRIBUTOR"], actsAs: ["ana"] },
        {
          ...emptyMove,
          documentSymbol: "A/53/226",
          reason: "Handed to documents management",
        },
        { ...context, today: "1998-07-30" },
      ),
    );
    const said = eventInEnglish(eventSentence({ ...recorded(submitted), actorName: "Ana Silva" }));
    expect(said).toBe(
      "Ana Silva marked it submitted on 30 July 1998: A/53/226. Handed to documents management.",
    );
  });
});

describe("timeliness is computed for a day", () => {
  const of = (values: Partial<Parameters<typeof timelinessOn>[0]>, day = "1998-08-03", soon = "1998-08-31") =>
    timelinessOn({ status: "PENDING", dueOn: "1999-09-13", nextStepOn: null, ...values }, day, soon);
  it("counts a last day as still in time, and the day after as late", () => {
    expect(of({ dueOn: "1998-08-03" })).toBe("DUE_SOON");
    expect(of({ dueOn: "1998-08-02" })).toBe("OVERDUE");
  });
  it("sees a missed step before the last day has come", () => {
    expect(of({ nextStepOn: "1998-07-29" })).toBe("STEP_LATE");
    expect(of({ nextStepOn: "1998-08-20" })).toBe("DUE_SOON");
    expect(of({ nextStepOn: "1998-12-20" })).toBe("ON_TRACK");
  });
  it("finds nothing late in what is standing, deferred or closed", () => {
    expect(of({ status: "ONGOING", dueOn: null })).toBe("NO_DATE");
    expect(of({ status: "DEFERRED", dueOn: "1998-01-01" })).toBe("ON_TRACK");
    expect(of({ status: "IMPLEMENTED", dueOn: "1998-01-01" })).toBe("DONE");
    expect(of({ dueOn: null })).toBe("NO_DATE");
  });
});
