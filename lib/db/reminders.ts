import type { Because, DeadlineRule, Recurrence, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { AnchoredTask } from "@/lib/core/reminder/anchor-days";
import type { DueReminder } from "@/lib/core/reminder/digest";
import type { ReminderMembership, ReminderPerson, Silence } from "@/lib/core/reminder/people";
import type { PlannedReminder, ReminderTask } from "@/lib/core/reminder/plan";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import type { RecordedReminder } from "@/lib/core/reminder/reconcile";
import { openStatuses, type WorkStatus } from "@/lib/core/task/status";
import type { Role } from "@/lib/core/task/workflow";
import type { Db } from "./client";
import { Prisma } from "./generated/client";

/** A task for planning, before its days are worked out. */
export type TaskToPlan = AnchoredTask &
  Omit<
    ReminderTask,
    "days" | "status" | "deliverable" | "targetOrgan" | "targetSession" | "reviewOrgan" | "reviewSession"
  > & {
    readonly number: number;
    readonly reference: string;
    readonly ask: string;
  };

const planSelect = {
  id: true,
  number: true,
  reference: true,
  ask: true,
  status: true,
  createdOn: true,
  organ: true,
  adopted: true,
  deliverable: true,
  targetOrgan: true,
  targetSession: true,
  targetPart: true,
  dueFrom: true,
  dueOn: true,
  dueCertainty: true,
  meetingOn: true,
  agreedSlot: true,
  internalTarget: true,
  reviewOrgan: true,
  reviewSession: true,
  ownerId: true,
  responsibleId: true,
  leadBodyId: true,
  host: { select: { reference: true } },
} as const satisfies Prisma.TaskSelect;

/** Open tasks in batches, by id: a million pass through without being held at once. */
export async function* tasksToPlan(db: Db, batchSize = 2_000): AsyncGenerator<TaskToPlan[]> {
  let after = "";
  for (;;) {
    const rows = await db.task.findMany({
      where: { id: { gt: after }, status: { in: [...openStatuses] } },
      orderBy: { id: "asc" },
      take: batchSize,
      select: planSelect,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(toPlan);
    if (rows.length < batchSize) return;
    after = last.id;
  }
}

type PlanRow = Prisma.TaskGetPayload<{ select: typeof planSelect }>;

function toPlan(row: PlanRow): TaskToPlan {
  return {
    id: row.id,
    number: row.number,
    reference: row.reference,
    ask: row.ask,
    status: row.status as WorkStatus,
    createdOn: row.createdOn,
    organ: row.organ,
    adopted: row.adopted,
    deliverable: row.deliverable as Deliverable,
    deadline: {
      rules: [] as DeadlineRule[],
      quote: "",
      recurrence: null as Recurrence | null,
      targetOrgan: row.targetOrgan,
      targetSession: row.targetSession,
      targetPart: row.targetPart as SessionPart | null,
      dueFrom: row.dueFrom,
      dueOn: row.dueOn,
      certainty: row.dueCertainty as "fixed" | "expected" | "unknown",
      because: [] as Because[],
    },
    meetingOn: row.meetingOn,
    agreedSlot: row.agreedSlot,
    internalTarget: row.internalTarget,
    reviewOrgan: row.reviewOrgan,
    reviewSession: row.reviewSession,
    ownerId: row.ownerId,
    responsibleId: row.responsibleId,
    leadBodyId: row.leadBodyId,
    host: row.host?.reference ?? null,
  };
}

/** Everybody as far as reminding goes, with what they said about tasks. */
export async function readReminderPeople(db: Db): Promise<{
  persons: ReminderPerson[];
  memberships: ReminderMembership[];
  silences: Silence[];
}> {
  const [persons, memberships, silences] = await Promise.all([
    db.person.findMany({
      select: { id: true, isActive: true, delegateId: true, delegateFrom: true, delegateUntil: true },
    }),
    db.membership.findMany({ where: { until: null }, select: { personId: true, bodyId: true, role: true } }),
    db.watch.findMany({ select: { personId: true, taskId: true, kind: true, until: true } }),
  ]);
  return {
    persons,
    memberships: memberships.map((row) => ({ ...row, role: row.role as Role })),
    silences: silences.map((row) => ({ ...row, kind: row.kind as Silence["kind"] })),
  };
}

/** What the reason column keeps: the reason, in which role the person is told, and for whom. */
type StoredReason = ReminderReason & { readonly as: string; readonly onBehalfOf?: string };

/** A reminder of the record, with its task. */
export type StoredReminder = RecordedReminder & { readonly taskId: string };

/** The reminders recorded for these tasks, by key. */
export async function readRecorded(db: Db, taskIds: readonly string[]): Promise<Map<string, StoredReminder>> {
  const rows = await db.reminder.findMany({
    where: { taskId: { in: [...taskIds] } },
    select: { key: true, taskId: true, state: true, day: true, personId: true, reason: true },
  });
  return new Map(
    rows.map((row) => [
      row.key,
      { ...row, state: row.state as StoredReminder["state"], reason: row.reason as unknown as StoredReason },
    ]),
  );
}

/** Adds planned reminders that the record lacks, and revives those called off. Run twice it adds nothing. */
export async function addReminders(db: Db, planned: readonly PlannedReminder[], at: Date): Promise<number> {
  if (planned.length === 0) return 0;
  const { count } = await db.reminder.createMany({
    data: planned.map((reminder) => ({ ...columnsOf(reminder), key: reminder.key, createdAt: at })),
    skipDuplicates: true,
  });
  if (count === planned.length) return count;
  const keys = planned.map(({ key }) => key);
  const off = await db.reminder.findMany({
    where: { key: { in: keys }, state: "cancelled" },
    select: { key: true },
  });
  const isOff = new Set(off.map(({ key }) => key));
  for (const reminder of planned.filter(({ key }) => isOff.has(key)))
    await db.reminder.updateMany({
      where: { key: reminder.key, state: "cancelled" },
      data: { ...columnsOf(reminder), state: "due" },
    });
  return count + isOff.size;
}

/** Moves reminders that nobody was told of yet. */
export async function moveReminders(db: Db, planned: readonly PlannedReminder[]): Promise<void> {
  for (const reminder of planned)
    await db.reminder.updateMany({ where: { key: reminder.key, state: "due" }, data: columnsOf(reminder) });
}

/** Calls off reminders that were not told yet. */
export async function cancelReminders(db: Db, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const { count } = await db.reminder.updateMany({
    where: { key: { in: [...keys] }, state: "due" },
    data: { state: "cancelled" },
  });
  return count;
}

/** Calls off what is due for tasks that need no work any more. */
export async function cancelOfClosedTasks(db: Db): Promise<number> {
  return db.$executeRaw`
    update reminder set state = 'cancelled'
    where state = 'due' and task_id in (
      select t.id from task t where t.id = reminder.task_id and not (t.status = any(${[...openStatuses]})))`;
}

const columnsOf = (reminder: PlannedReminder) => {
  const reason: StoredReason = {
    ...reminder.reason,
    as: reminder.as,
    ...(reminder.onBehalfOf === null ? {} : { onBehalfOf: reminder.onBehalfOf }),
  };
  return {
    taskId: reminder.taskId,
    personId: reminder.personId,
    policyId: reminder.policyKey,
    step: reminder.anchor,
    day: reminder.day,
    reason: reason as unknown as Prisma.InputJsonValue,
    urgency: reminder.urgency,
  };
};

/** People with something due up to `day`, with when and how they want to hear of it. */
export async function peopleWithDue(db: Db, day: string) {
  const rows = await db.$queryRaw<{ person_id: string }[]>(
    Prisma.sql`select distinct person_id from reminder where state = 'due' and day <= ${day}`,
  );
  return db.person.findMany({
    where: { id: { in: rows.map((row) => row.person_id) }, isActive: true },
    orderBy: { id: "asc" },
    select: {
      id: true,
      name: true,
      email: true,
      timeZone: true,
      digestHour: true,
      digestDays: true,
      mailMuted: true,
    },
  });
}

/** What is due for a person up to `day`, with the line's words of its task. */
export async function readDue(db: Db, personId: string, day: string): Promise<DueReminder[]> {
  const rows = await db.reminder.findMany({
    where: { personId, state: "due", day: { lte: day }, task: { status: { in: [...openStatuses] } } },
    orderBy: [{ urgency: "desc" }, { key: "asc" }],
    select: {
      key: true,
      reason: true,
      taskId: true,
      task: { select: { number: true, reference: true, ask: true } },
    },
  });
  const meant = rows.flatMap((row) => (row.reason as unknown as StoredReason).onBehalfOf ?? []);
  const names = await namesOf(db, meant);
  return rows.map((row) => {
    const { onBehalfOf, as: _as, ...reason } = row.reason as unknown as StoredReason;
    return {
      key: row.key,
      taskId: row.taskId,
      taskNumber: row.task.number,
      reference: row.task.reference,
      ask: row.task.ask,
      reason,
      onBehalfOfName: onBehalfOf === undefined ? null : (names.get(onBehalfOf) ?? null),
    };
  });
}

/** Names of people by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Marks reminders as told by a digest; those told meanwhile stay as they are. */
export async function markTold(tx: Db, keys: readonly string[], digestId: string, at: Date): Promise<number> {
  const { count } = await tx.reminder.updateMany({
    where: { key: { in: [...keys] }, state: "due" },
    data: { state: "told", toldAt: at, digestId },
  });
  return count;
}
