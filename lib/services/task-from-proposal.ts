import { recordedActorId } from "@/lib/auth/actor";
import { later } from "@/lib/core/calendar/day";
import type { CandidateAction } from "@/lib/core/mandate/candidate-action";
import { fail, ok, type Result } from "@/lib/core/result";
import { advance } from "@/lib/core/task/advance";
import { hostReportOf } from "@/lib/core/task/host-report";
import { emptyMove } from "@/lib/core/task/move";
import { nextStepOf, planOf } from "@/lib/core/task/schedule";
import type { TaskBodyRef, TaskDeadline } from "@/lib/core/task/task";
import { appendEvents, streamOf } from "@/lib/db/events";
import type { StoredCandidate } from "@/lib/db/resolutions";
import {
  createTask,
  membersOf,
  type NewTask,
  readTaskByReference,
  replaceTaskBodies,
  type StoredTask,
  storeChanges,
} from "@/lib/db/tasks";
import type { ReviewScene } from "./deciding";
import { bodiesOf, deadlineOf, knownBodies } from "./proposals";
import { calendarFromDatabase, taskActor, thingOf } from "./registry";

/** What a person confirms beside the proposal's own values. */
export type Ties = {
  readonly parentReference: string | null;
  readonly hostReference: string | null;
  readonly responsibleId: string | null;
  readonly ownerId: string | null;
};
export const noTies: Ties = {
  parentReference: null,
  hostReference: null,
  responsibleId: null,
  ownerId: null,
};

/** Makes the task of an accepted proposal, or takes up again the one that an undo had set back. Gives its id and number. */
export async function taskOf(
  scene: ReviewScene,
  candidate: StoredCandidate,
  action: CandidateAction,
  ties: Ties,
): Promise<Result<{ id: string; number: number }>> {
  const { tx, head, day } = scene;
  const bodies = bodiesOf(action, await knownBodies(tx, [action]));
  if (bodies.filter((body) => body.role === "lead").length === 0) {
    const message = "Nobody is asked yet: edit the proposal and name at least one lead.";
    return fail("invalid-input", message, { fields: { lead: message } });
  }
  const calendar = await calendarFromDatabase(tx);
  const deadline = deadlineOf(action, calendar, head);
  const existing = await readTaskByReference(tx, candidate.stableId);
  if (existing) return takenUp(scene, existing, action, bodies, deadline);
  const parent = ties.parentReference === null ? null : await readTaskByReference(tx, ties.parentReference);
  const host = ties.hostReference === null ? null : await readTaskByReference(tx, ties.hostReference);
  if (ties.parentReference !== null && !parent)
    return fail("invalid-input", `Accept ${ties.parentReference} first: it is to be the parent.`, {
      fields: { parentReference: "not a task yet" },
    });
  if (ties.hostReference !== null && !host)
    return fail("invalid-input", `There is no task ${ties.hostReference} to be the host.`, {
      fields: { hostReference: "not a task" },
    });
  const unit = responsibleUnit(scene, ties.responsibleId, bodies);
  if (!unit.ok) return unit;
  const task: Omit<NewTask, "nextStep"> = {
    resolutionId: head.id,
    paragraphId: candidate.paragraphId,
    candidateId: candidate.id,
    reference: candidate.stableId,
    symbol: head.symbol,
    para: action.para,
    organ: head.organ,
    adoptedSession: head.session,
    adopted: head.adopted,
    ask: action.ask.text,
    askSpans: action.ask.spans,
    verb: action.verb.value,
    deliverable: action.deliverable.value,
    agendaTitle: action.agendaTitle?.text ?? "",
    outputKind: null,
    draftWords: null,
    wordLimit: null,
    wordLimitSource: "",
    occurrence: 1,
    conditions: action.conditions.map((found) => found.value),
    status: "PENDING",
    statusSince: day,
    createdOn: day,
    isBlocked: false,
    blockedReason: "",
    mandateStatus: "in_force",
    mandateDocument: "",
    closureProposal: null,
    deadline,
    meetingOn: null,
    agreedSlot: null,
    jobNumber: "",
    internalTarget: null,
    reviewOrgan: null,
    reviewSession: null,
    ownerId: null,
    responsibleId: unit.value?.id ?? null,
    leadBodyId: bodies.find((body) => body.role === "lead" && body.bodyId !== null)?.bodyId ?? null,
    parentId: parent?.id ?? null,
    hostId: host?.id ?? null,
    hostReport: hostReportOf(action.ask.text),
    previousId: null,
    bodies,
  };
  const owner = await ownerFor(
    scene,
    {
      ...task,
      leadBodyIds: bodies.flatMap((body) =>
        body.role === "lead" && body.bodyId !== null ? [body.bodyId] : [],
      ),
    },
    ties.ownerId,
  );
  if (!owner.ok) return owner;
  const planned = { ...task, host: host?.id ?? null, hostTask: host };
  const nextStep = nextStepOf(planned, planOf(planned, calendar, day));
  const made = await createTask(tx, { ...task, ownerId: owner.value?.id ?? null, nextStep });
  const { status, statusSince, ask, para, isBlocked, blockedReason, closureProposal, responsibleId } = task;
  await line(scene, { id: made.id, version: 0, leadBodyId: task.leadBodyId, organ: task.organ }, "created", {
    status,
    statusSince,
    ask,
    para,
    isBlocked,
    blockedReason,
    closureProposal,
    responsibleId,
    responsibleName: unit.value?.name ?? null,
    ownerId: owner.value?.id ?? null,
    ownerName: owner.value?.name ?? null,
    deadline,
    nextStep,
  });
  return ok(made);
}

/** The unit that a person chose, or the first lead that is an office and not an organ or an open class. */
function responsibleUnit(
  scene: ReviewScene,
  chosen: string | null,
  bodies: readonly TaskBodyRef[],
): Result<{ id: string; name: string } | null> {
  if (chosen !== null) {
    const unit = scene.bodies.byId.get(chosen);
    if (unit && unit.kind !== "class") return ok(unit);
    const message = "Choose a body of the registry that can be responsible.";
    return fail("invalid-input", message, { fields: { responsibleId: message } });
  }
  const leads = bodies
    .filter((body) => body.role === "lead" && !body.isClass)
    .map((body) => scene.bodies.byId.get(body.bodyId ?? ""));
  return ok(leads.find((body) => body?.kind === "unit" || body?.kind === "body") ?? null);
}

async function ownerFor(
  scene: ReviewScene,
  task: Pick<StoredTask, "ownerId" | "responsibleId" | "leadBodyIds" | "organ" | "closureProposal">,
  ownerId: string | null,
): Promise<Result<{ id: string; name: string } | null>> {
  if (ownerId === null) return ok(null);
  const owner = (await membersOf(scene.tx, thingOf(task, scene.bodies).bodyIds)).find(
    (person) => person.id === ownerId,
  );
  if (owner) return ok(owner);
  const message = "Choose somebody of the responsible unit as owner.";
  return fail("invalid-input", message, { fields: { ownerId: message } });
}

/** A task that exists already: set back by an undo, it is confirmed again; of an earlier text, it takes the new words. */
async function takenUp(
  scene: ReviewScene,
  task: StoredTask,
  action: CandidateAction,
  bodies: readonly TaskBodyRef[],
  deadline: TaskDeadline,
): Promise<Result<{ id: string; number: number }>> {
  const { tx, actor, today } = scene;
  const words = {
    ask: action.ask.text,
    deliverable: action.deliverable.value,
    agendaTitle: action.agendaTitle?.text ?? "",
    deadline,
  };
  const before = {
    ask: task.ask,
    deliverable: task.deliverable,
    agendaTitle: task.agendaTitle,
    deadline: task.deadline,
  };
  await replaceTaskBodies(tx, task.id, bodies);
  if (task.status !== "PROPOSED") {
    if (!(await storeChanges(tx, task.id, task.version, words)))
      return fail("conflict", "Somebody changed the task of this paragraph just now. Try again.");
    await line(
      scene,
      task,
      "text",
      words,
      before,
      `Read again in version ${scene.version.version} of the text.`,
    );
    return ok(task);
  }
  const person = taskActor(actor, thingOf(task, scene.bodies));
  const context = { today, sessionCloses: null, evidenceOnFile: [], newDeadline: null };
  const leadCount = bodies.filter((body) => body.role === "lead").length;
  const moved = advance({ ...task, leadCount }, "confirm", person, emptyMove, context);
  if (!moved.ok) return moved;
  const changes = { ...words, ...moved.value.changes };
  if (!(await storeChanges(tx, task.id, task.version, changes)))
    return fail("conflict", "Somebody changed the task of this paragraph just now. Try again.");
  await appendEvents(tx, [
    {
      ...moved.value.event,
      to: { ...moved.value.event.to, ...changes },
      ...stamp(scene, task),
      effectiveOn: moved.value.effectiveOn,
    },
  ]);
  return ok(task);
}

/** Sets a task back to a mere proposal, because the decision that made it is undone. Only while nobody has begun on it. */
export async function setBack(
  scene: ReviewScene,
  reference: string,
  reason: string,
): Promise<Result<number | null>> {
  const { tx, day } = scene;
  const task = await readTaskByReference(tx, reference);
  if (!task) return ok(null);
  if (task.status !== "PENDING") {
    return fail(
      "not-allowed-now",
      `Task ${task.number} has moved on since. Change it on its own page; this decision can no longer be undone.`,
    );
  }
  const since = later(day, task.statusSince);
  const changes = { status: "PROPOSED" as const, statusSince: since, nextStep: null };
  if (!(await storeChanges(tx, task.id, task.version, changes)))
    return fail("conflict", "Somebody changed this task just now. Try again.");
  await appendEvents(tx, [
    {
      type: "undo",
      transition: "confirm",
      from: { status: task.status, statusSince: task.statusSince },
      to: changes,
      reason,
      evidence: [],
      ...stamp(scene, task),
      effectiveOn: since,
    },
  ]);
  return ok(task.number);
}

type Place = Pick<StoredTask, "id" | "version" | "leadBodyId" | "organ">;

const stamp = (scene: ReviewScene, task: Place) => ({
  taskId: task.id,
  stream: streamOf(task),
  sequence: task.version + 1,
  at: scene.deps.clock.now(),
  effectiveOn: scene.day,
  actorId: recordedActorId(scene.actor),
  actorName: scene.actor.name,
});

const line = (
  scene: ReviewScene,
  task: Place,
  type: "created" | "text",
  to: object,
  from: object | null = null,
  reason = "",
): Promise<void> =>
  appendEvents(scene.tx, [
    {
      type,
      transition: null,
      from: from as Record<string, unknown> | null,
      to: to as Record<string, unknown>,
      reason,
      evidence: [],
      ...stamp(scene, task),
    },
  ]);
