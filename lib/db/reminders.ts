import type { Because, DeadlineRule, Recurrence, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { AnchoredTask } from "@/lib/core/reminder/anchor-days";
import type { DueReminder } from "@/lib/core/reminder/digest";
import type { ReminderMembership, ReminderPerson, Silence } from "@/lib/core/reminder/people";
import type { PlannedReminder, ReminderTask } from "@/lib/core/reminder/plan";
import type { RecipientRole } from "@/lib/core/reminder/policy";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import type { RecordedReminder } from "@/lib/core/reminder/reconcile";
import { openStatuses, type WorkStatus } from "@/lib/core/task/status";
import type { Role } from "@/lib/core/task/workflow";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

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

/** What planning and calendars need of a task. */
export const planSelect = {
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

/** A row of a task with these columns. */
export type PlanRow = Prisma.TaskGetPayload<{ select: typeof planSelect }>;

/** A row as planning reads it. */
export function toPlan(row: PlanRow): TaskToPlan {
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
    select: { key: true, taskId: true, state: true, day: true, personId: true, reason: true, toldAt: true },
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

/** A person to whom something is due, with when and how that person wants to hear of it. */
export type PersonWithDue = {
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly digestHour: number;
  readonly digestDays: readonly number[];
  readonly urgentAtOnce: boolean;
  readonly mailMuted: boolean;
  readonly webhooks: readonly { readonly id: string }[];
};

/** People with something due up to `day`, in order of their ids. */
export async function peopleWithDue(db: Db, day: string): Promise<PersonWithDue[]> {
  return db.$queryRaw<PersonWithDue[]>`
    select p.id, p.locale, p.time_zone as "timeZone", p.digest_hour as "digestHour", p.digest_days as "digestDays",
      p.urgent_at_once as "urgentAtOnce", p.mail_muted as "mailMuted",
      coalesce((select json_agg(json_build_object('id', w.id) order by w.id) from webhook w
        where w.person_id = p.id and w.revoked_at is null), '[]') as webhooks
    from person p
    where p.is_active and p.id in (select person_id from reminder where state = 'due' and day <= ${day})
    order by p.id`;
}

/** A due reminder with the day on which it is to be told. */
export type StoredDue = DueReminder & { readonly day: string };

/**
 * What is due for these people up to `day`, with the line's words of its task. The rows are held until the end of the
 * transaction, so that two instances never tell the same thing.
 */
export async function holdDue(
  tx: Db,
  personIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly StoredDue[]>> {
  const rows = await tx.$queryRaw<(DueRow & { personId: string })[]>`
    select r.key, r.person_id as "personId", r.day, r.reason, r.task_id as "taskId", t.number, t.reference, t.ask
    from reminder r join task t on t.id = r.task_id
    where r.person_id = any(${[...personIds]}) and r.state = 'due' and r.day <= ${day}
      and t.status = any(${[...openStatuses]})
    order by r.key for update of r`;
  const names = await namesOf(
    tx,
    rows.flatMap(({ reason }) => reason.onBehalfOf ?? []),
  );
  const due = new Map<string, StoredDue[]>();
  for (const row of rows) {
    const mine = due.get(row.personId);
    if (mine === undefined) due.set(row.personId, [toDue(row, names)]);
    else mine.push(toDue(row, names));
  }
  return due;
}

/** What anybody was or is to be told of a unit's tasks on the days after `after` up to `day`, and the unit was not. */
export async function dueOfUnit(db: Db, bodyId: string, after: string, day: string): Promise<DueReminder[]> {
  const rows = await db.$queryRaw<DueRow[]>`
    select r.key, r.day, r.reason, r.task_id as "taskId", t.number, t.reference, t.ask
    from reminder r join task t on t.id = r.task_id
    where coalesce(t.responsible_id, t.lead_body_id) = ${bodyId} and t.status = any(${[...openStatuses]})
      and r.state in ('due', 'told') and r.day > ${after} and r.day <= ${day}
      and r.key not in (
        select jsonb_array_elements_text(d.body -> 'keys') from delivery d
        where d.person_id is null and d.body_id = ${bodyId} and d.kind = 'unit' and d.day > ${after})
    order by r.key`;
  return rows.map((row) => toDue(row, new Map()));
}

type DueRow = {
  readonly key: string;
  readonly day: string;
  readonly reason: StoredReason;
  readonly taskId: string;
  readonly number: number;
  readonly reference: string;
  readonly ask: string;
};

function toDue(row: DueRow, names: ReadonlyMap<string, string>): StoredDue {
  const { onBehalfOf, as, ...reason } = row.reason;
  return {
    key: row.key,
    day: row.day,
    taskId: row.taskId,
    taskNumber: row.number,
    reference: row.reference,
    ask: row.ask,
    as: as as RecipientRole,
    reason,
    onBehalfOfName: onBehalfOf === undefined ? null : (names.get(onBehalfOf) ?? null),
  };
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

/** Marks reminders as told, each by its digest. */
export async function markTold(
  tx: Db,
  told: readonly { readonly digestId: string; readonly keys: readonly string[] }[],
  at: Date,
): Promise<void> {
  const pairs = told.flatMap(({ digestId, keys }) => keys.map((key) => ({ key, digest: digestId })));
  if (pairs.length === 0) return;
  await tx.$executeRaw`
    update reminder r set state = 'told', told_at = ${at}, digest_id = one.digest
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as one(key text, digest text)
    where r.key = one.key and r.state = 'due'`;
}
