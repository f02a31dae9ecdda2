import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { becauseInWords } from "@/lib/core/calendar/because";
import { later } from "@/lib/core/calendar/day";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  firstReference,
  type NextOccurrence,
  nextOccurrenceOf,
  occurrenceReference,
  opensNext,
  type Returning,
} from "@/lib/core/task/occurrence";
import { nextStepOf, planOf, resolveTaskDeadline } from "@/lib/core/task/schedule";
import { atomically } from "@/lib/db/atomically";
import type { Db } from "@/lib/db/client";
import { appendEvents, streamOf } from "@/lib/db/events";
import { nextInLineage } from "@/lib/db/lineage";
import { createTask, readTask, readTaskBodies, readTaskByReference, type StoredTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { nextOccurrenceInput } from "./inputs";
import { bodiesFromDatabase, calendarFromDatabase, thingOf } from "./registry";

const returning = (task: StoredTask): Returning => ({
  rules: task.deadline.rules,
  recurrence: task.deadline.recurrence,
  dueOn: task.deadline.dueOn,
  occurrence: task.occurrence,
});

/** The first occurrence of a lineage: the task of the ask itself. */
const firstOf = async (db: Db, task: StoredTask): Promise<StoredTask> =>
  task.occurrence === 1 ? task : ((await readTaskByReference(db, firstReference(task.reference))) ?? task);

/** What comes after this task by its rhythm; null where it does not come back. */
export async function comingOccurrence(db: Db, task: StoredTask): Promise<NextOccurrence | null> {
  return nextOccurrenceOf(returning(task), returning(await firstOf(db, task)));
}

type Opening = { readonly actor: Actor; readonly at: Date; readonly day: string; readonly reason: string };

/**
 * Called where a task has just been closed: opens the next occurrence of an ask that comes back, in the same
 * transaction. Nothing is opened where there is no rhythm, or where the next one is there already.
 */
export async function openNextAfter(
  tx: Db,
  closed: StoredTask,
  status: StoredTask["status"],
  opening: Opening,
): Promise<void> {
  if (!opensNext(status) || closed.deadline.recurrence === null) return;
  if ((await nextInLineage(tx, closed.id)) !== null) return;
  const next = await comingOccurrence(tx, closed);
  if (next?.rules) await open(tx, closed, next.rules, opening);
}

/** Opens the next occurrence by hand: where the text gives no rhythm, or where this one was missed and time goes on. */
export async function openNextOccurrence(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof nextOccurrenceInput>,
): Promise<Result<{ readonly number: number }>> {
  const day = await deps.today();
  return atomically(deps.db, async (tx) => {
    const task = await readTask(tx, input.number);
    if (!task) return fail("not-found", `There is no task ${input.number}.`);
    if (!can(actor, "task.text", thingOf(task, await bodiesFromDatabase(tx))))
      return fail("not-permitted", "Only a Secretary of this organ opens another occurrence.");
    const existing = await nextInLineage(tx, task.id);
    if (existing !== null) return fail("not-allowed-now", `Task ${existing} is the next occurrence already.`);
    if (input.reason === "")
      return fail("invalid-input", "Say why the next occurrence is opened now.", {
        fields: { reason: "Say why." },
      });
    const coming = await comingOccurrence(tx, task);
    const rules: readonly DeadlineRule[] | null = input.session
      ? [{ kind: "session", ...input.session, operator: "at" }]
      : (coming?.rules ?? null);
    if (!rules) {
      const why = coming
        ? (becauseInWords([coming.because])[0] ?? "")
        : "This ask does not come back by its text.";
      return fail("invalid-input", `${why} Name the session of the next occurrence.`, {
        fields: { session: "Name a session, for example GA 56." },
      });
    }
    const made = await open(tx, task, rules, { actor, at: deps.clock.now(), day, reason: input.reason });
    return ok({ number: made.number });
  });
}

async function open(
  tx: Db,
  previous: StoredTask,
  rules: readonly DeadlineRule[],
  opening: Opening,
): Promise<{ id: string; number: number }> {
  const calendar = await calendarFromDatabase(tx);
  const { quote, recurrence } = previous.deadline;
  const deadline = resolveTaskDeadline({ rules, quote, recurrence }, calendar, previous);
  const day = later(opening.day, previous.createdOn);
  const {
    id: _id,
    number: _number,
    version: _version,
    leadBodyIds: _leads,
    leadCount: _count,
    ownerName: _owner,
    responsibleName,
    hostTask: _host,
    ...kept
  } = previous;
  const occurrence = previous.occurrence + 1;
  const task = {
    ...kept,
    reference: occurrenceReference(previous.reference, occurrence),
    occurrence,
    previousId: previous.id,
    status: "PENDING" as const,
    statusSince: day,
    createdOn: day,
    isBlocked: false,
    blockedReason: "",
    mandateStatus: "in_force" as const,
    mandateDocument: "",
    closureProposal: null,
    deadline,
    meetingOn: null,
    agreedSlot: null,
    jobNumber: "",
    internalTarget: null,
    draftWords: null,
    wordLimit: null,
    wordLimitSource: "",
    reviewOrgan: null,
    reviewSession: null,
    ownerId: null,
    // The host report of last time is not that of next time.
    hostId: null,
    askSpans: [],
    bodies: await readTaskBodies(tx, previous.id),
  };
  const planned = { ...task, host: null };
  const nextStep = nextStepOf(planned, planOf(planned, calendar, day));
  const made = await createTask(tx, { ...task, nextStep });
  const { status, statusSince, ask, para, isBlocked, blockedReason, closureProposal, responsibleId } = task;
  await appendEvents(tx, [
    {
      type: "created",
      transition: null,
      from: null,
      to: {
        status,
        statusSince,
        ask,
        para,
        isBlocked,
        blockedReason,
        closureProposal,
        responsibleId,
        responsibleName,
        ownerId: null,
        ownerName: null,
        deadline,
        nextStep,
        previous: previous.number,
        occurrence,
      },
      reason: opening.reason,
      evidence: [],
      taskId: made.id,
      stream: streamOf(task),
      sequence: 1,
      at: opening.at,
      effectiveOn: day,
      actorId: recordedActorId(opening.actor),
      actorName: opening.actor.name,
    },
  ]);
  return made;
}
