import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can, type TaskThing, type Verb } from "@/lib/auth/policy";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import { additiveEventTypes } from "@/lib/core/task/events";
import type { TaskActor, TaskMove } from "@/lib/core/task/move";
import { nextStepOf, planOf } from "@/lib/core/task/schedule";
import { eventInEnglish, eventSentence } from "@/lib/core/task/sentences";
import { atomically } from "@/lib/db/atomically";
import type { Db } from "@/lib/db/client";
import { appendEvents, readHistory, streamOf, typesSince } from "@/lib/db/events";
import { readPlanned, readTask, type StoredChanges, type StoredTask, storeChanges } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { moveSections } from "./move-sections";
import { tellOfChange } from "./notices";
import { registryFromDatabase, taskActor, thingOf } from "./registry";
import type { TaskChanged } from "./types";

/** What a change is worked out from: the task as it stands, who asks, the calendar, the working date. */
export type ChangeScene = {
  readonly tx: Db;
  readonly task: StoredTask;
  readonly thing: TaskThing;
  readonly actor: TaskActor;
  readonly calendar: SessionCalendar;
  readonly today: string;
};

type ChangeRequest = {
  readonly number: number;
  /** Absent for what only adds to the record. */
  readonly expectedVersion?: number;
  /** Null where the workflow itself decides who may. */
  readonly verb: Verb | null;
};

const noSuchTask = (number: number): Result<never> =>
  fail("not-found", `There is no task ${number}. Check the number, or search the list.`);

/**
 * The one way to change a task: reads it, asks permission, checks that the person saw what stands now, lets `decide` work
 * the change out, and stores state and history line in one transaction. Two writers with one version: the second is told
 * what happened in between. Lines that only add (comments, evidence) do not make a page stale.
 */
export async function changeTask(
  deps: Deps,
  actor: Actor,
  request: ChangeRequest,
  decide: (scene: ChangeScene) => Promise<Result<TaskMove & { readonly more?: StoredChanges }>>,
  also?: (scene: ChangeScene, move: TaskMove) => Promise<void>,
): Promise<Result<TaskChanged>> {
  const today = await deps.today();
  return atomically(deps.db, async (tx) => {
    const task = await readTask(tx, request.number);
    if (!task) return noSuchTask(request.number);
    const { bodies, calendar } = await registryFromDatabase(tx);
    const thing = thingOf(task, bodies);
    if (request.verb !== null && !can(actor, request.verb, thing)) return notYours(task);
    if (request.expectedVersion !== undefined) {
      const stale = await staleness(tx, task, request.expectedVersion, actor);
      if (stale) return stale;
    }
    const scene: ChangeScene = { tx, task, thing, actor: taskActor(actor, thing), calendar, today };
    const decided = await decide(scene);
    if (!decided.ok) return decided;
    const move = await withNextStep(scene, decided.value);
    if (!(await storeChanges(tx, task.id, task.version, { ...move.changes, ...move.more }))) {
      return (
        (await staleness(tx, await readTask(tx, request.number), task.version, actor)) ?? stalePage(task)
      );
    }
    if (also) await also(scene, move);
    const by = { at: deps.clock.now(), actorId: recordedActorId(actor), actorName: actor.name };
    const sections = await moveSections({ tx, host: task, changes: move.changes, calendar, today, ...by });
    const answer = changed(task, move, actor);
    await tellOfChange(tx, deps, { actor, task, today }, move, answer.sentence.text);
    // Last: from here to the commit the end of this body's chain is held against other writers.
    await appendEvents(tx, [
      ...sections,
      {
        ...move.event,
        taskId: task.id,
        stream: streamOf(task),
        sequence: task.version + 1,
        at: deps.clock.now(),
        effectiveOn: move.effectiveOn,
        actorId: recordedActorId(actor),
        actorName: actor.name,
      },
    ]);
    return ok(answer);
  });
}

const notYours = (task: StoredTask): Result<never> =>
  fail(
    "not-permitted",
    `You cannot change this in task ${task.number}: it belongs to ${task.responsibleName ?? "another unit"}. Leave a comment, or ask its focal point.`,
  );

const stalePage = (task: StoredTask): Result<never> =>
  fail("conflict", "Somebody changed this task just now. Look at what changed, then try again.", {
    current: { number: task.number, version: task.version, status: task.status },
  });

/** Null where the person saw what stands now; else a conflict that says what happened since. */
async function staleness(
  tx: Db,
  task: StoredTask | null,
  seen: number,
  actor: Actor,
): Promise<Result<never> | null> {
  if (!task || task.version === seen) return null;
  if (seen > task.version) return stalePage(task);
  const missed = await typesSince(tx, task.id, seen);
  if (missed.every((type) => additiveEventTypes.includes(type))) return null;
  const since = (await readHistory(tx, task.id))
    .filter((event) => event.sequence > seen && !additiveEventTypes.includes(event.type))
    .map((event) => ({
      by: event.actorId,
      effectiveOn: event.effectiveOn,
      sentence: eventInEnglish(eventSentence(event)),
    }));
  const sentences = since.map((one) => one.sentence);
  const said = sentences[0] ?? "Reload the page to see how.";
  // A double click, or one's own other window: what was meant has happened already.
  const isOwn = since.length > 0 && since.every((one) => one.by === actor.personId);
  return fail(
    "conflict",
    isOwn
      ? `You changed this task already since this page was drawn: ${said} Nothing was changed again.`
      : `This task changed since you opened it: ${said} Look at it, then decide again.`,
    {
      current: { number: task.number, version: task.version, status: task.status, since: sentences },
    },
  );
}

/** The next step follows from the change; it stands in the history too, so that lists can be read for past days. */
async function withNextStep(
  scene: ChangeScene,
  move: TaskMove & { readonly more?: StoredChanges },
): Promise<TaskMove & { readonly more: StoredChanges }> {
  const after = { ...scene.task, ...move.changes };
  const host = move.more?.hostId === undefined ? scene.task.hostId : move.more.hostId;
  const hostTask =
    host === scene.task.hostId
      ? scene.task.hostTask
      : host === null
        ? null
        : await readPlanned(scene.tx, host);
  const planned = { ...after, adopted: scene.task.adopted, host, hostTask };
  const nextStep = nextStepOf(planned, planOf(planned, scene.calendar, scene.today));
  const now = scene.task.nextStep;
  if (nextStep?.code === now?.code && nextStep?.on === now?.on) return { ...move, more: move.more ?? {} };
  return {
    ...move,
    event: { ...move.event, to: { ...move.event.to, nextStep } },
    more: { ...move.more, nextStep },
  };
}

function changed(task: StoredTask, move: TaskMove, actor: Actor): TaskChanged {
  const sentence = eventSentence({ ...move.event, effectiveOn: move.effectiveOn, actorName: actor.name });
  return {
    number: task.number,
    status: move.changes.status ?? task.status,
    version: task.version + 1,
    sentence: { ...sentence, text: eventInEnglish(sentence) },
  };
}
