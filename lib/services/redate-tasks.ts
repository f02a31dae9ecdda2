import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { IsoDate, SessionCalendar } from "@/lib/core/calendar/rule";
import { nextStepOf, type Planned, planOf, resolveTaskDeadline } from "@/lib/core/task/schedule";
import type { Db } from "@/lib/db/client";
import {
  appendMoveEvents,
  callOffReminders,
  type DateGroup,
  gatherTasks,
  type NewGroupDates,
  storeGroupDates,
  type Touched,
} from "@/lib/db/session-move";
import { readPlanned } from "@/lib/db/tasks";

/** A change of the calendar: which sessions or days it touches, the calendar after it, and what history lines say of it. */
export type Redating = {
  readonly calendar: SessionCalendar;
  readonly touched: Touched;
  /** The kind of history line, and what it names beside the dates. */
  readonly type: "session-moved" | "holiday";
  readonly said: Readonly<Record<string, string | boolean>>;
  readonly reason: string;
  readonly today: IsoDate;
};

/** How many tasks the change may touch, and the groups of those whose dates change. */
export type Regrouped = {
  readonly tasks: number;
  readonly tasksMoved: number;
  readonly moved: readonly NewGroupDates[];
};

/** Works out the new dates of all tasks that the change touches; stores nothing. Only within a transaction. */
export async function regroup(tx: Db, change: Redating, lock: boolean): Promise<Regrouped> {
  const groups = await gatherTasks(tx, change.touched, lock);
  const hosts = await hostsOf(tx, groups, change.calendar);
  const moved: NewGroupDates[] = [];
  let tasks = 0;
  let tasksMoved = 0;
  for (const group of groups) {
    tasks += group.count;
    const dates = newDates(group, hosts.get(group.hostId ?? "") ?? null, change);
    if (!dates) continue;
    tasksMoved += group.count;
    moved.push(dates);
  }
  return { tasks, tasksMoved, moved };
}

/**
 * Brings every open task that the change touches to the new calendar: dates, plan step, version and one history line
 * each; reminders that were not told are called off. Gives how many tasks moved. Only within a transaction.
 */
export async function redate(tx: Db, change: Redating, actor: Actor, at: Date): Promise<number> {
  const { moved, tasksMoved } = await regroup(tx, change, true);
  if (moved.length === 0) return 0;
  await callOffReminders(
    tx,
    moved.map((group) => group.key),
  );
  // The lines come before the dates: they point at tasks that this transaction has locked and not yet rewritten.
  await appendMoveEvents(tx, moved, {
    type: change.type,
    reason: change.reason,
    at,
    effectiveOn: change.today,
    actorId: recordedActorId(actor),
    actorName: actor.name,
  });
  await storeGroupDates(tx, moved, at);
  return tasksMoved;
}

/** The host reports of sections, with their own deadlines read against the changed calendar. */
async function hostsOf(
  tx: Db,
  groups: readonly DateGroup[],
  calendar: SessionCalendar,
): Promise<ReadonlyMap<string, Planned>> {
  const hosts = new Map<string, Planned>();
  for (const { hostId, organ } of groups) {
    if (hostId === null || hosts.has(hostId)) continue;
    const host = await readPlanned(tx, hostId);
    if (!host) continue;
    const deadline =
      host.deadline.rules.length === 0
        ? host.deadline
        : resolveTaskDeadline(host.deadline, calendar, { adopted: host.adopted, organ });
    hosts.set(hostId, { ...host, deadline });
  }
  return hosts;
}

/** Null where the dates stay. */
function newDates(group: DateGroup, hostTask: Planned | null, change: Redating): NewGroupDates | null {
  const { calendar, today, said } = change;
  const words = { rules: group.rules, quote: "", recurrence: null };
  const deadline = resolveTaskDeadline(words, calendar, group);
  const planned = { ...group, deadline, host: group.hostId, hostTask };
  const next = nextStepOf(planned, planOf(planned, calendar, today));
  const { dueFrom, dueOn, certainty } = deadline;
  // Where no rule names a session, the one that the task was filed under stays.
  const target = deadline.targetSession === null ? group : deadline;
  const { targetOrgan, targetSession, targetPart } = target;
  const stays =
    dueFrom === group.dueFrom &&
    dueOn === group.dueOn &&
    certainty === group.certainty &&
    (next?.on ?? null) === group.nextStepOn;
  if (stays) return null;
  const before = {
    targetOrgan: group.targetOrgan,
    targetSession: group.targetSession,
    targetPart: group.targetPart,
    dueFrom: group.dueFrom,
    dueOn: group.dueOn,
    certainty: group.certainty,
  };
  const after = { targetOrgan, targetSession, targetPart, dueFrom, dueOn, certainty };
  return {
    key: group.key,
    ...after,
    nextStep: next?.code ?? null,
    nextStepOn: next?.on ?? null,
    event: {
      from: { deadline: before, nextStepOn: group.nextStepOn },
      to: { deadline: after, nextStep: next, ...said },
    },
  };
}
