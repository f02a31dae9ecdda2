import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can, type Thing } from "@/lib/auth/policy";
import { withAncestors } from "@/lib/auth/task-thing";
import { fail, ok, type Result } from "@/lib/core/result";
import { assignOwner } from "@/lib/core/task/changes";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import type { BodyGraph } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";
import { appendEvents, type NewEvent, streamOf } from "@/lib/db/events";
import { type Holdings, passOn, readHoldings } from "@/lib/db/holdings";
import { type PersonSummary, readPerson } from "@/lib/db/people";
import { lockOwnedTasks, type StoredTask, storeOwner } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, thingOf } from "./registry";
import { words } from "./words";

export const holdingsInput = z.strictObject({ personId: words(64).min(1) });
export const handOverInput = z.strictObject({
  personId: words(64).min(1),
  toId: words(64).min(1, "Choose who takes over."),
  reason: words(500).trim().min(1, "Say why."),
});

/** What became of one task of a handover. */
export type HandedTask = {
  readonly number: number;
  readonly reference: string;
  readonly ok: boolean;
  /** For one that stays: why, as a sentence. */
  readonly message: string;
};

export type HandOver = {
  readonly handed: number;
  readonly kept: number;
  /** Every task that stays, and the first two hundred that moved. */
  readonly rows: readonly HandedTask[];
  readonly passedOn: { readonly reviews: number; readonly sharedViews: number; readonly watches: number };
};

/** Tasks in one transaction: ten thousand take twenty of them, and a task is locked for moments. */
const batch = 500;
const shownMoved = 200;

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");
const missing = (): Result<never> => fail("not-found", "There is no such person.");

/** A person as permission sees it: with the bodies of that person's memberships and the bodies above them. */
const personThing = (person: PersonSummary, bodies: BodyGraph): Thing => ({
  kind: "person",
  personId: person.id,
  bodyIds: withAncestors(
    person.memberships.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])),
    bodies.parentOf,
  ),
});

/** What a person holds, before anything of it is handed over. */
export async function holdings(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof holdingsInput>,
): Promise<Result<Holdings & { readonly person: PersonSummary }>> {
  const person = await readPerson(deps.db, input.personId);
  const bodies = await bodiesFromDatabase(deps.db);
  if (person === null) return can(actor, "person.handOver") ? missing() : denied();
  if (!can(actor, "person.handOver", personThing(person, bodies))) return denied();
  const { id, name, email, title, isActive, memberships } = person;
  return ok({
    ...(await readHoldings(deps.db, input.personId)),
    person: { id, name, email, title, isActive, memberships },
  });
}

/**
 * Hands everything that one person holds to another: open tasks, each with its history line, then reviews, shared views
 * and watching. A task that the receiver cannot own, holding no working role there, stays and is named with the reason.
 * Works in batches; run again it goes on with what is left.
 */
export async function handOver(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof handOverInput>,
): Promise<Result<HandOver>> {
  const { personId, toId, reason } = input;
  const bodies = await bodiesFromDatabase(deps.db);
  const from = await readPerson(deps.db, personId);
  if (from === null) return can(actor, "person.handOver") ? missing() : denied();
  if (!can(actor, "person.handOver", personThing(from, bodies))) return denied();
  const to = toId === personId ? null : await readPerson(deps.db, toId);
  if (to?.isActive !== true) {
    const message = "Choose somebody else whose account is open.";
    return fail("invalid-input", message, { fields: { toId: message } });
  }
  const [at, today] = [deps.clock.now(), await deps.today()];
  const scene: Scene = { actor, to, bodies, reason, at, today };
  const rows: HandedTask[] = [];
  const counts = { handed: 0, kept: 0 };
  for (let after = "", more = true; more; ) {
    const done = await atomically(deps.db, (tx) => handBatch(tx, personId, after, scene));
    if (!done.ok) return done;
    for (const row of done.value.rows) {
      counts[row.ok ? "handed" : "kept"] += 1;
      if (!row.ok || counts.handed <= shownMoved) rows.push(row);
    }
    more = done.value.last !== null;
    after = done.value.last ?? after;
  }
  return atomically(deps.db, async (tx) => {
    const passedOn = await passOn(tx, personId, toId);
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "handed-over",
      subject: personId,
      to: { toId, ...counts, ...passedOn },
      reason,
    });
    return ok({ ...counts, rows, passedOn });
  });
}

type Scene = {
  readonly actor: Actor;
  readonly to: PersonSummary;
  readonly bodies: BodyGraph;
  readonly reason: string;
  readonly at: Date;
  readonly today: string;
};

async function handBatch(
  tx: Db,
  ownerId: string,
  after: string,
  scene: Scene,
): Promise<Result<{ readonly rows: readonly HandedTask[]; readonly last: string | null }>> {
  const tasks = await lockOwnedTasks(tx, ownerId, after, batch);
  const planned = tasks.map((task) => planFor(task, scene));
  const moving = planned.flatMap(({ task, event }) => (event === null ? [] : [{ task, event }]));
  const moved = await storeOwner(
    tx,
    moving.map(({ task }) => task),
    scene.to.id,
    scene.at,
  );
  await appendEvents(
    tx,
    moving.filter(({ task }) => moved.has(task.id)).map(({ event }) => event),
  );
  const rows = planned.map(({ task: { id, number, reference }, message }) => {
    const isMoved = moved.has(id);
    const why = message === "" && !isMoved ? "Somebody changed this task at the same moment." : message;
    return { number, reference, ok: isMoved, message: why };
  });
  return ok({ rows, last: tasks.length < batch ? null : (tasks.at(-1)?.id ?? null) });
}

/** The history line that gives one task to the receiver, or why it stays. */
function planFor(
  task: StoredTask,
  { actor, to, bodies, reason, at, today }: Scene,
): { readonly task: StoredTask; readonly event: NewEvent | null; readonly message: string } {
  const thing = thingOf(task, bodies);
  const mayOwn = to.memberships.some(
    ({ role, bodyId }) =>
      (role === "CONTRIBUTOR" || role === "FOCAL_POINT" || role === "SECRETARY") &&
      (bodyId === null || thing.bodyIds.includes(bodyId)),
  );
  if (!mayOwn) {
    const message = `${to.name} holds no working role in ${task.responsibleName ?? "the bodies of this task"}.`;
    return { task, event: null, message };
  }
  const move = assignOwner(task, to, { reason }, today);
  if (!move.ok) return { task, event: null, message: move.error.message };
  const event = {
    ...move.value.event,
    taskId: task.id,
    stream: streamOf(task),
    sequence: task.version + 1,
    at,
    effectiveOn: move.value.effectiveOn,
    actorId: recordedActorId(actor),
    actorName: actor.name,
  };
  return { task, event, message: "" };
}
