import { addDays } from "@/lib/core/calendar/day";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { anchorDaysOfMany } from "@/lib/core/reminder/anchor-days";
import { indexPeople, type PeopleIndex } from "@/lib/core/reminder/people";
import { type PlannedReminder, planReminders, planTask, type ReminderTask } from "@/lib/core/reminder/plan";
import type { ReminderPolicy } from "@/lib/core/reminder/policy";
import { dateChanges, reconcile } from "@/lib/core/reminder/reconcile";
import { catchUpDays } from "@/lib/core/reminder/timing";
import { readPolicies } from "@/lib/db/reminder-policies";
import {
  addReminders,
  cancelOfClosedTasks,
  cancelReminders,
  moveReminders,
  readRecorded,
  readReminderPeople,
  type TaskToPlan,
  tasksToPlan,
} from "@/lib/db/reminders";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, calendarFromDatabase, organBodyIds } from "./registry";

type PlanningContext = {
  readonly policies: readonly ReminderPolicy[];
  readonly people: PeopleIndex;
  readonly toReminderTask: (task: TaskToPlan) => ReminderTask;
};

/** Policies, people, bodies and calendar as they stand now: read once for a run. */
export async function planningContext(deps: Deps, asOf: IsoDate): Promise<PlanningContext> {
  const [stored, rows, bodies, calendar] = await Promise.all([
    readPolicies(deps.db),
    readReminderPeople(deps.db),
    bodiesFromDatabase(deps.db),
    calendarFromDatabase(deps.db),
  ]);
  const people = indexPeople(rows.persons, rows.memberships, rows.silences, bodies.parentOf);
  const bodyIdsOfOrgan = new Map<string, readonly string[]>();
  const lineages = new Map<string, readonly string[]>();
  const organBodies = (organ: string) => {
    const known = bodyIdsOfOrgan.get(organ) ?? organBodyIds(organ, bodies);
    bodyIdsOfOrgan.set(organ, known);
    return known;
  };
  const lineageOf = (bodyId: string): readonly string[] => {
    const known = lineages.get(bodyId) ?? [bodyId, ...bodies.lineage(bodyId).map(({ id }) => id)];
    lineages.set(bodyId, known);
    return known;
  };
  const daysOf = anchorDaysOfMany(calendar, asOf);
  return {
    policies: stored.filter(({ isActive }) => isActive).map(({ policy }) => policy),
    people: {
      ...people,
      // A task of an office under its earlier name is told to whoever answers for the office of today.
      focalPointsOf: (bodyId) => [...new Set(lineageOf(bodyId).flatMap((id) => people.focalPointsOf(id)))],
      chiefsOf: (bodyId) => [...new Set(lineageOf(bodyId).flatMap((id) => people.chiefsOf(id)))],
      // Secretaries belong to a body of the registry, tasks to an organ's key: both names reach them.
      secretariesOf: (organs) => people.secretariesOf([...organs, ...organs.flatMap(organBodies)]),
    },
    toReminderTask: (task) => ({
      id: task.id,
      status: task.status,
      createdOn: task.createdOn,
      organ: task.organ,
      deliverable: task.deliverable,
      targetOrgan: task.deadline.targetOrgan,
      targetSession: task.deadline.targetSession,
      reviewOrgan: task.reviewOrgan,
      reviewSession: task.reviewSession,
      ownerId: task.ownerId,
      responsibleId: task.responsibleId,
      leadBodyId: task.leadBodyId,
      days: daysOf(task),
    }),
  };
}

/** A planned reminder with the words of its task. */
export type PlannedWithTask = PlannedReminder & {
  /** True if the person was told already: a second run tells nobody twice. */
  readonly isTold: boolean;
  readonly task: Pick<TaskToPlan, "number" | "reference" | "ask">;
};

/**
 * Plans all open tasks between two days, at most `limit` reminders; records nothing. `draft` stands in for the policies
 * that are in force, to see what a policy would do before it is stored.
 */
export async function planAll(
  deps: Deps,
  from: IsoDate,
  to: IsoDate,
  limit: number,
  draft?: ReminderPolicy,
): Promise<{ planned: PlannedWithTask[]; total: number }> {
  const context = await planningContext(deps, from);
  const policies = draft === undefined ? context.policies : [draft];
  const found: PlannedWithTask[] = [];
  for await (const batch of tasksToPlan(deps.db)) {
    const recorded = await readRecorded(
      deps.db,
      batch.map(({ id }) => id),
    );
    for (const task of batch) {
      const planned: PlannedReminder[] = [];
      planTask(context.toReminderTask(task), policies, context.people, from, to, planned);
      const { number, reference, ask } = task;
      for (const reminder of planned) {
        const isTold = recorded.get(reminder.key)?.state === "told";
        found.push({ ...reminder, isTold, task: { number, reference, ask } });
      }
    }
  }
  found.sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : b.urgency - a.urgency || (a.key < b.key ? -1 : 1),
  );
  return { planned: found.slice(0, limit), total: found.length };
}

export type RecordCounts = {
  readonly tasks: number;
  readonly added: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly dateChanges: number;
};

/**
 * Brings the record of reminders up to what is planned up to `today`: adds what is new, moves what moved and was not
 * told, calls off what is no longer needed, and notes "date changed" for those who were told another day. May be
 * run at any time, by several instances, and again after a crash: the keys see to it that nothing is doubled.
 */
export async function recordReminders(deps: Deps, today: IsoDate): Promise<RecordCounts> {
  const context = await planningContext(deps, today);
  const from = addDays(today, -catchUpDays);
  const now = deps.clock.now();
  // Told on the day of the installation, which may be the one before the latest day on earth.
  const noticeDay = await deps.today();
  const counts = {
    tasks: 0,
    added: 0,
    moved: 0,
    cancelled: await cancelOfClosedTasks(deps.db),
    dateChanges: 0,
  };
  for await (const batch of tasksToPlan(deps.db)) {
    const tasks = new Map(batch.map((task) => [task.id, context.toReminderTask(task)]));
    const planned = planReminders(tasks.values(), context.policies, context.people, from, today);
    const recorded = await readRecorded(deps.db, [...tasks.keys()]);
    const changes = dateChanges(
      [...recorded.values()].filter(({ state }) => state === "told"),
      ({ taskId, reason }) => {
        const task = tasks.get(taskId);
        const session = reason.anchor === "review" ? task?.reviewSession : task?.targetSession;
        // Another session is another matter, with reminders of its own; a day gone by needs no line.
        if (task === undefined || session !== reason.session) return null;
        const day = task.days[reason.anchor] ?? null;
        return day !== null && day >= today ? day : null;
      },
      noticeDay,
    )
      .filter(({ personId, taskId }) => context.people.silence(personId, taskId)?.kind !== "mute")
      .map((change) => ({ ...change, day: recorded.get(change.key)?.day ?? change.day }));
    const wanted = [...planned, ...changes];
    const { toAdd, toMove } = reconcile(wanted, recorded);
    const keys = new Set(wanted.map(({ key }) => key));
    const unwanted = [...recorded.values()].filter(({ state, key }) => state === "due" && !keys.has(key));
    counts.tasks += batch.length;
    const isChange = ({ policyKey }: PlannedReminder) => policyKey === "date-changed";
    counts.added += await addReminders(
      deps.db,
      toAdd.filter((reminder) => !isChange(reminder)),
      now,
    );
    counts.dateChanges += await addReminders(deps.db, toAdd.filter(isChange), now);
    await moveReminders(deps.db, toMove);
    counts.moved += toMove.length;
    counts.cancelled += await cancelReminders(
      deps.db,
      unwanted.map(({ key }) => key),
    );
  }
  return counts;
}
