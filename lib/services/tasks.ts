import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can, type Verb } from "@/lib/auth/policy";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import * as changes from "@/lib/core/task/changes";
import { openDeadlineProposal } from "@/lib/core/task/deadline-proposal";
import type { TaskMove } from "@/lib/core/task/move";
import { resolveTaskDeadline } from "@/lib/core/task/schedule";
import { isOpen } from "@/lib/core/task/status";
import type { TaskDeadline } from "@/lib/core/task/task";
import { atomically } from "@/lib/db/atomically";
import { readHistory } from "@/lib/db/events";
import { readHints } from "@/lib/db/query-hints";
import { countTasks, type ListCursor, listTaskLines } from "@/lib/db/task-list";
import { leadsTo, membersOf, partsOf, readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type {
  assignOwnerInput,
  blockInput,
  changeDeadlineInput,
  declineDeadlineInput,
  editTaskInput,
  linkTaskInput,
  listTasksInput,
  setAgreedSlotInput,
  setInternalTargetInput,
  setMeetingInput,
  setResponsibleInput,
  unblockInput,
} from "./inputs";
import { bodiesFromDatabase } from "./registry";
import { type ChangeScene, changeTask } from "./task-change";
import { queryOf, readingDay, toRow } from "./task-views";
import type { TaskChanged, TaskList } from "./types";

/** Lists stop counting here: "more than 1,000". */
const countBound = 1_000;

/** A page of tasks: filtered, sorted, read for the working date or for a day gone by. */
export async function listTasks(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof listTasksInput>,
): Promise<Result<TaskList>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const cursor = readCursor(input.cursor);
  if (!cursor.ok) return cursor;
  const [today, bodies] = await Promise.all([deps.today(), bodiesFromDatabase(deps.db)]);
  const reading = readingDay(input.asOf, today);
  const query = await readHints(deps.db, queryOf(input.filter, reading, bodies));
  const [lines, total] = await Promise.all([
    // One more than asked tells whether there is a next page.
    listTaskLines(deps.db, query, input.sort, cursor.value, input.limit + 1),
    countTasks(deps.db, query, countBound),
  ]);
  const shown = lines.slice(0, input.limit);
  const last = shown.at(-1);
  const value = last && { due: last.dueOn, step: last.nextStepOn, number: last.number }[input.sort.by];
  return ok({
    rows: shown.map((line) => toRow(line, reading.day)),
    total,
    nextCursor:
      last && lines.length > input.limit ? writeCursor({ value: value ?? null, id: last.id }) : null,
    filter: input.filter,
    sort: input.sort,
    asOf: reading.day,
    isPast: reading.isPast,
  });
}

const cursorSchema = z.tuple([z.union([z.string().max(20), z.number().int(), z.null()]), z.string().max(60)]);

const writeCursor = (cursor: ListCursor): string =>
  Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString("base64url");

function readCursor(text: string | null): Result<ListCursor | null> {
  if (text === null) return ok(null);
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
    if (parsed.success) return ok({ value: parsed.data[0], id: parsed.data[1] });
  } catch {
    // Not a cursor of ours: answered below.
  }
  return fail("invalid-input", "This page of the list cannot be found. Go back to its beginning.", {
    fields: { cursor: "not valid" },
  });
}

/** A change that permission guards by one verb, worked out from the task as it stands. */
const guarded = (
  deps: Deps,
  actor: Actor,
  input: { readonly number: number; readonly expectedVersion: number },
  verb: Verb,
  decide: (scene: ChangeScene) => Promise<Result<TaskMove>> | Result<TaskMove>,
): Promise<Result<TaskChanged>> =>
  changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb },
    async (scene) => decide(scene),
  );

/** Names the person who sees the task through: a member of the responsible unit or the lead bodies; null for nobody. */
export const assignOwner = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof assignOwnerInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.assign", async ({ tx, task, thing, today }) => {
    if (input.ownerId === null) return changes.assignOwner(task, null, input, today);
    const members = await membersOf(tx, thing.bodyIds);
    const owner = members.find((person) => person.id === input.ownerId);
    if (!owner) {
      const message = "Choose somebody of the responsible unit: this person holds no working role there.";
      return fail("invalid-input", message, { fields: { ownerId: message } });
    }
    return changes.assignOwner(task, owner, input, today);
  });

/** Routes the task to a unit of the registry; null for none. */
export const setResponsible = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof setResponsibleInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.route", async ({ tx, task, today }) => {
    if (input.responsibleId === null) return changes.setResponsible(task, null, input, today);
    const unit = (await bodiesFromDatabase(tx)).byId.get(input.responsibleId);
    if (!unit || unit.kind === "class") {
      const message = "Choose a body of the registry that can be responsible.";
      return fail("invalid-input", message, { fields: { responsibleId: message } });
    }
    return changes.setResponsible(task, unit, input, today);
  });

/**
 * Records the day of the meeting at which the item is taken. What prepares the same meeting as a part of this task
 * follows, each with a line of its own; a part that was given another day keeps it.
 */
export const setMeeting = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof setMeetingInput>,
): Promise<Result<TaskChanged>> =>
  atomically(deps.db, async (tx) => {
    const inside: Deps = { ...deps, db: tx };
    const before = await readTask(tx, input.number);
    const done = await guarded(inside, actor, input, "task.target", ({ task, today }) =>
      changes.setMeeting(task, input.meetingOn, input, today),
    );
    if (!done.ok || !before) return done;
    for (const number of await partsOf(tx, before.id)) {
      const part = await readTask(tx, number);
      if (!part || part.deliverable !== "meeting" || !isOpen(part.status)) continue;
      if (part.meetingOn !== before.meetingOn) continue;
      const reason = `The meeting of task ${input.number}, which this prepares.`;
      const followed = await changeTask(inside, actor, { number, verb: null }, async ({ task, today }) =>
        changes.setMeeting(task, input.meetingOn, { reason }, today),
      );
      if (!followed.ok) return followed;
    }
    return done;
  });

/** Records the slot agreed with documents management. */
export const setAgreedSlot = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof setAgreedSlotInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.target", ({ task, today }) =>
    changes.setAgreedSlot(task, input, input, today),
  );

/** Sets staff's own target; it moves no deadline of the organ. */
export const setInternalTarget = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof setInternalTargetInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.target", ({ task, today }) =>
    changes.setInternalTarget(task, input.internalTarget, input, today),
  );

const newDeadline = (scene: ChangeScene, rules: readonly DeadlineRule[]): TaskDeadline => {
  const { quote, recurrence } = scene.task.deadline;
  return resolveTaskDeadline({ rules, quote, recurrence }, scene.calendar, scene.task);
};

/** Sets another deadline, or accepts one that was proposed: a Secretary, with a reason and, where the organ's moves, its text. */
export const changeDeadline = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changeDeadlineInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.deadline", (scene) =>
    changes.changeDeadline(scene.task, newDeadline(scene, input.rules), input, scene.today),
  );

/** Puts another deadline to the Secretary; nothing moves until the Secretary decides. */
export const proposeDeadline = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changeDeadlineInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.propose", (scene) =>
    changes.proposeDeadline(scene.task, newDeadline(scene, input.rules), scene.actor, input, scene.today),
  );

/** Keeps the deadline against a proposal, with the reason. */
export const declineDeadline = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof declineDeadlineInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.deadline", async ({ tx, task, today }) =>
    changes.declineDeadline(task, openDeadlineProposal(await readHistory(tx, task.id)), input, today),
  );

/** Marks the task as held up, with what holds it up. */
export const blockTask = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof blockInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.block", ({ task, today }) => changes.blockTask(task, input, today));

/** Takes that mark away. */
export const unblockTask = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof unblockInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.block", ({ task, today }) => changes.unblockTask(task, input, today));

/** Corrects the words of a task; the old ones stay in the history. */
export const editTask = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof editTaskInput>,
): Promise<Result<TaskChanged>> =>
  guarded(deps, actor, input, "task.text", ({ task, today }) => changes.editTask(task, input, input, today));

const columnOf = { parent: "parentId", host: "hostId", previous: "previousId" } as const;

/** Ties the task to the one it belongs to (parent), is a section of (host) or follows (previous); null unties it. */
export const linkTask = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof linkTaskInput>,
): Promise<Result<TaskChanged>> =>
  changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb: "task.text" },
    async ({ tx, task, today }) => {
      const other = input.other === null ? null : await readTask(tx, input.other);
      if (input.other !== null && !other)
        return fail("invalid-input", `There is no task ${input.other}.`, {
          fields: { other: "Give the number of a task." },
        });
      if (other?.id === task.id)
        return fail("invalid-input", "A task cannot be tied to itself.", {
          fields: { other: "Give another task." },
        });
      const column = columnOf[input.relation];
      if (other && (await leadsTo(tx, other.id, column, task.id))) {
        return fail("invalid-input", "That task already hangs on this one.", {
          fields: { other: "Give another task." },
        });
      }
      const to = { relation: input.relation, other: other?.number ?? "" };
      const event = {
        type: "link" as const,
        transition: null,
        from: { [column]: task[column] },
        to,
        reason: input.reason.trim(),
        evidence: [],
      };
      return ok({ changes: {}, event, effectiveOn: today, more: { [column]: other?.id ?? null } });
    },
  );

export { taskPage } from "./task-page";
export { addEvidence, commentOnTask } from "./task-record";
