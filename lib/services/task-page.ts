import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can, type TaskThing } from "@/lib/auth/policy";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import { offeredMoves } from "@/lib/core/task/advance";
import { shownBy, taskAsOf } from "@/lib/core/task/as-of";
import { openDeadlineProposal } from "@/lib/core/task/deadline-proposal";
import type { TaskEvent } from "@/lib/core/task/events";
import type { TaskActor } from "@/lib/core/task/move";
import { type RouteStop, routeStop } from "@/lib/core/task/route";
import { planOf, resolveTaskDeadline } from "@/lib/core/task/schedule";
import { eventInEnglish, eventSentence } from "@/lib/core/task/sentences";
import { isOpen, type WorkStatus } from "@/lib/core/task/status";
import { canUndo, lastChange } from "@/lib/core/task/undo";
import type { BodyGraph } from "@/lib/db/bodies";
import { readTaskSource } from "@/lib/db/documents";
import { readHistory } from "@/lib/db/events";
import { isWatching } from "@/lib/db/notices";
import { listTaskLines } from "@/lib/db/task-list";
import {
  membersOf,
  namesOfPeople,
  readComments,
  readEvidence,
  readLinkedTasks,
  readTask,
  readTaskBodies,
  type StoredTask,
} from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { moveContext } from "./advance-task";
import { paragraphElsewhere } from "./expressions";
import { highlightsOf } from "./highlights";
import type { taskPageInput } from "./inputs";
import { registryFromDatabase, taskActor, thingOf } from "./registry";
import { becauseViews, planViews, queryOf, readingDay, toRow, warningViews } from "./task-views";
import type { HistoryLine, LinkedTask, PlanStepView, TaskPage } from "./types";

/** Everything the page of one task shows, for the working date or for a day gone by; what this person may do with it. */
export async function taskPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof taskPageInput>,
): Promise<Result<TaskPage>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const { db } = deps;
  const [today, now, { bodies, calendar }] = await Promise.all([
    deps.today(),
    readTask(db, input.number),
    registryFromDatabase(db),
  ]);
  const reading = readingDay(input.asOf, today);
  if (!now || now.createdOn > reading.day) {
    return fail(
      "not-found",
      `There is no task ${input.number}${now ? " yet on that day" : ""}. Check the number, or search the list.`,
    );
  }
  const query = queryOf({ text: String(now.number), status: [now.status] }, reading, bodies);
  const anyStatus = reading.isPast ? queryOf({ text: String(now.number) }, reading, bodies) : query;
  const [[line], source, whole, onFile, said, bodiesOfTask, others, watches] = await Promise.all([
    listTaskLines(db, anyStatus, { by: "number", direction: "asc" }, null, 1),
    readTaskSource(db, now.id),
    readHistory(db, now.id),
    readEvidence(db, now.id),
    readComments(db, now.id),
    readTaskBodies(db, now.id),
    readLinkedTasks(db, now),
    isWatching(db, actor.personId, now.id),
  ]);
  if (!line || !source)
    return fail("not-found", `There is nothing on record for task ${input.number} on that day.`);
  const history = reading.isPast ? whole.filter((event) => event.effectiveOn <= reading.day) : whole;
  const task = reading.isPast ? taskAsOf(now, whole, reading.day) : now;
  const evidence = onFile.filter((one) => !reading.isPast || shownBy(history, one));
  const comments = said.filter(
    (one) =>
      !reading.isPast || history.some((event) => event.type === "comment" && event.reason === one.text),
  );
  const names = await namesOfPeople(db, [
    ...evidence.map((one) => one.addedById),
    ...comments.map((one) => one.authorId),
  ]);
  const person = (id: string) => ({ id, name: names.get(id) ?? "System" });
  const thing = thingOf(task, bodies);
  const acting = taskActor(actor, thing);
  const plan = planOf({ ...task, host: task.hostId }, calendar, reading.day);
  const scene = { tx: db, task, thing, actor: acting, calendar, today };
  const row = toRow(line, reading.day);
  return ok({
    row,
    deadline: task.deadline,
    // Worked out against the calendar of the day, so that a moved session shows its new reasons at once.
    because: becauseViews(resolveTaskDeadline(task.deadline, calendar, task).because, reading.day),
    deadlineProposal: openDeadlineProposal(history),
    proposedDue: proposedDue(openDeadlineProposal(history), calendar, task),
    mandateStatus: task.mandateStatus,
    mandateDocument: task.mandateDocument,
    closureProposal: task.closureProposal,
    meetingOn: task.meetingOn,
    agreedSlot: task.agreedSlot,
    jobNumber: task.jobNumber,
    hostReport: task.hostReport,
    reviewSession:
      task.reviewOrgan !== null && task.reviewSession !== null
        ? { organ: task.reviewOrgan, session: task.reviewSession }
        : null,
    conditions: task.conditions,
    bodies: bodiesOfTask,
    plan: withRoute(
      planViews({ ...task, status: row.status, host: task.hostId }, plan, row.nextStep, reading.day),
      routeStop(task.ask, task.deadline, calendar),
      row.status,
      reading.day,
    ),
    planWarnings: warningViews(plan),
    resolution: source.resolution,
    paragraph: source.paragraph,
    source: source.source,
    highlights: source.action ? highlightsOf(source.action) : [],
    inLanguages: await paragraphElsewhere(
      db,
      source.resolutionId,
      source.paragraph.stableId,
      source.source.language,
    ),
    evidence: evidence.map(({ addedById, addedAt, ...one }) => ({
      ...one,
      addedBy: person(addedById),
      addedAt: addedAt.toISOString(),
    })),
    comments: comments.map(({ authorId, at, ...one }) => ({
      ...one,
      author: person(authorId),
      at: at.toISOString(),
    })),
    history: history.map(historyLine),
    transitions: reading.isPast ? [] : offeredMoves(task, acting, await moveContext(scene)),
    links: (reading.isPast ? await readLinkedTasks(db, task) : others).map((other) => linked(task, other)),
    possibleOwners:
      !reading.isPast && can(actor, "task.assign", thing) ? await membersOf(db, thing.bodyIds) : [],
    possibleUnits: !reading.isPast && can(actor, "task.route", thing) ? unitsOf(bodies) : [],
    may: mayDo(actor, acting, thing, task, history, reading.isPast),
    isWatching: watches,
    asOf: reading.day,
    isPast: reading.isPast,
  });
}

function historyLine(event: TaskEvent & { readonly hash: string }): HistoryLine {
  const sentence = eventSentence(event);
  const { sequence, at, effectiveOn, actorId, actorName, type, evidence, hash } = event;
  return {
    sequence,
    at,
    effectiveOn,
    actorId,
    actorName,
    type,
    evidence,
    hash,
    sentence: { ...sentence, text: eventInEnglish(sentence) },
  };
}

/** The last day that a proposed deadline would give, by the calendar of the day. */
function proposedDue(
  proposal: ReturnType<typeof openDeadlineProposal>,
  calendar: SessionCalendar,
  task: StoredTask,
): string | null {
  if (!proposal) return null;
  const { quote, recurrence } = task.deadline;
  return resolveTaskDeadline({ rules: proposal.rules, quote, recurrence }, calendar, task).dueOn;
}

/** The first step of two where the output goes through another body: on its day in the plan. */
function withRoute(
  plan: readonly PlanStepView[],
  stop: RouteStop | null,
  status: WorkStatus,
  asOf: string,
): PlanStepView[] {
  if (!stop) return [...plan];
  const isOver = stop.to < asOf;
  const waits = status === "PENDING" || status === "IN_PROGRESS" || status === "PROPOSED";
  const step: PlanStepView = {
    code: "route",
    on: stop.to,
    from: stop.from,
    standing: "text",
    title: `Consideration by the ${stop.body}`,
    because: [],
    state: !isOpen(status) || (isOver && !waits) ? "done" : isOver ? "late" : "ahead",
  };
  return [...plan, step].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

type Other = Awaited<ReturnType<typeof readLinkedTasks>>[number];

function linked(task: StoredTask, other: Other): LinkedTask {
  const { number, reference, para, ask, dueOn } = other;
  return {
    number,
    reference,
    para,
    ask,
    dueOn,
    status: other.status as WorkStatus,
    relation: relationOf(task, other),
  };
}

function relationOf(task: StoredTask, other: Other): LinkedTask["relation"] {
  if (other.id === task.parentId) return "parent";
  if (other.parentId === task.id) return "child";
  if (other.id === task.hostId) return "host";
  if (other.hostId === task.id) return "section";
  if (other.id === task.previousId) return "previous";
  return other.previousId === task.id ? "next" : "sibling";
}

const unitsOf = (bodies: BodyGraph): { id: string; name: string }[] =>
  [...bodies.byId.values()]
    .filter((body) => body.kind !== "class" && body.successorId === null)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));

function mayDo(
  actor: Actor,
  acting: TaskActor,
  thing: TaskThing,
  task: StoredTask,
  history: readonly TaskEvent[],
  isPast: boolean,
): TaskPage["may"] {
  const now = !isPast;
  const open = now && isOpen(task.status);
  return {
    assign: open && can(actor, "task.assign", thing),
    plan: open && can(actor, "task.target", thing),
    changeDeadline: open && can(actor, "task.deadline", thing),
    proposeDeadline: open && can(actor, "task.propose", thing),
    block: open && can(actor, "task.block", thing),
    comment: now && can(actor, "task.comment", thing),
    editText: open && can(actor, "task.text", thing),
    addEvidence: now && can(actor, "task.evidence", thing),
    undo: now && canUndo(lastChange(history), acting),
  };
}
