import { fromDayNumber, toDayNumber, weekdayOf } from "../calendar/day";
import type { IsoDate, SessionSeries } from "../calendar/rule";
import type { WorkStatus } from "../task/status";
import type { PeopleIndex } from "./people";
import {
  type Anchor,
  defaultStatuses,
  type Occasion,
  type RecipientRole,
  type ReminderPolicy,
} from "./policy";
import type { ReminderReason } from "./reason";
import { urgencyOf } from "./urgency";

/** A task as far as reminding goes. `days` are its anchor days under the calendar of today. */
export type ReminderTask = {
  readonly id: string;
  readonly status: WorkStatus;
  readonly createdOn: IsoDate;
  readonly organ: string;
  readonly deliverable: string;
  readonly targetOrgan: SessionSeries | null;
  readonly targetSession: number | null;
  readonly reviewOrgan: SessionSeries | null;
  readonly reviewSession: number | null;
  readonly ownerId: string | null;
  readonly responsibleId: string | null;
  readonly leadBodyId: string | null;
  readonly days: Readonly<Partial<Record<Anchor, IsoDate>>>;
};

/** One thing to tell one person on one day. */
export type PlannedReminder = {
  /** The same for the same policy, task, session, turn and person, on whatever day it falls. */
  readonly key: string;
  readonly taskId: string;
  /** Who is told: the person meant, or the delegate of a person on leave. */
  readonly personId: string;
  /** The person meant, where a delegate is told. */
  readonly onBehalfOf: string | null;
  readonly as: RecipientRole;
  readonly policyKey: string;
  readonly anchor: Anchor;
  readonly day: IsoDate;
  readonly reason: ReminderReason;
  readonly urgency: number;
};

/**
 * Who would be told what between two days (inclusive), and why. Pure: the same tasks, policies, people and days give
 * the same reminders with the same keys, in order of day, urgency and key.
 */
export function planReminders(
  tasks: Iterable<ReminderTask>,
  policies: readonly ReminderPolicy[],
  people: PeopleIndex,
  fromDay: IsoDate,
  toDay: IsoDate,
): PlannedReminder[] {
  const planned: PlannedReminder[] = [];
  for (const task of tasks) planTask(task, policies, people, fromDay, toDay, planned);
  return planned.sort((a, b) => compare(a.day, b.day) || b.urgency - a.urgency || compare(a.key, b.key));
}

/** Adds the reminders of one task to `into`: for callers that stream a million tasks. */
export function planTask(
  task: ReminderTask,
  policies: readonly ReminderPolicy[],
  people: PeopleIndex,
  fromDay: IsoDate,
  toDay: IsoDate,
  into: PlannedReminder[],
): void {
  for (const policy of policies) {
    if (!applies(policy, task)) continue;
    const anchor = policy.occasion.anchor;
    const anchorDay = task.days[anchor];
    if (anchorDay === undefined) continue;
    for (const { day, turn } of occasionDays(policy.occasion, anchorDay, fromDay, toDay)) {
      // A task that came in late is not reminded of what lay before it: its state is told by the next occasion.
      if (day < task.createdOn) continue;
      // Only a pause moves a reminder from another day into these.
      if (day < fromDay && !people.isSnoozed(task.id)) continue;
      const occasion = occasionOf(task, policy, anchorDay, day, turn);
      for (const { personId, as } of recipients(policy, task, people))
        addReminder(occasion, personId, as, people, fromDay, toDay, into);
    }
  }
}

/** What the reminders of one occasion share, whoever is told: made once, because a million tasks pass through. */
type OccasionOfTask = {
  readonly task: ReminderTask;
  readonly policy: ReminderPolicy;
  readonly day: IsoDate;
  /** The key without the person. */
  readonly key: string;
  readonly reason: ReminderReason;
};

function occasionOf(
  task: ReminderTask,
  policy: ReminderPolicy,
  anchorDay: IsoDate,
  day: IsoDate,
  turn: number,
): OccasionOfTask {
  const anchor = policy.occasion.anchor;
  const isReview = anchor === "review";
  const organ = isReview ? task.reviewOrgan : task.targetOrgan;
  const session = isReview ? task.reviewSession : task.targetSession;
  const reason: ReminderReason = {
    anchor,
    anchorDay,
    organ,
    session,
    policyKey: policy.key,
    policyName: policy.name,
    ...(isEvent(anchor, task) ? { isEvent: true } : {}),
  };
  return {
    task,
    policy,
    day,
    key: `${policy.key}/${task.id}/${organ ?? "-"}:${session ?? "-"}/${turn}/`,
    reason,
  };
}

function addReminder(
  { task, policy, day: planned, key, reason }: OccasionOfTask,
  personId: string,
  as: RecipientRole,
  people: PeopleIndex,
  fromDay: IsoDate,
  toDay: IsoDate,
  into: PlannedReminder[],
): void {
  const silence = people.silence(personId, task.id);
  if (silence?.kind === "mute" && (silence.until === null || planned <= silence.until)) return;
  // Snoozed: told on the day after the pause ends.
  const day =
    silence?.kind === "snooze" && silence.until !== null && planned <= silence.until
      ? fromDayNumber(toDayNumber(silence.until) + 1)
      : planned;
  if (day < fromDay || day > toDay) return;
  const told = people.presentFor(personId, day);
  const { anchor, anchorDay } = reason;
  into.push({
    key: `${key}${personId}`,
    taskId: task.id,
    personId: told,
    onBehalfOf: told === personId ? null : personId,
    as,
    policyKey: policy.key,
    anchor,
    day,
    reason,
    urgency: urgencyOf(anchor, anchorDay, day),
  });
}

/** True if the policy speaks of this task at all. */
export function applies(policy: ReminderPolicy, task: ReminderTask): boolean {
  const statuses: readonly WorkStatus[] = policy.statuses ?? defaultStatuses;
  if (!statuses.includes(task.status)) return false;
  if (policy.organs !== undefined && !policy.organs.includes(task.targetOrgan ?? task.organ)) return false;
  if (policy.deliverables !== undefined && !policy.deliverables.includes(task.deliverable)) return false;
  if (policy.bodyIds === undefined) return true;
  return [task.responsibleId, task.leadBodyId].some(
    (body) => body !== null && policy.bodyIds?.includes(body),
  );
}

/** The days on which an occasion falls within the two days, with its turn: 0 the first, 1 the first repetition … */
export function occasionDays(
  occasion: Occasion,
  anchorDay: IsoDate,
  fromDay: IsoDate,
  toDay: IsoDate,
): { day: IsoDate; turn: number }[] {
  const anchor = toDayNumber(anchorDay);
  const days: { day: IsoDate; turn: number }[] = [];
  // Snoozed reminders fall later than planned, so days before `fromDay` are kept here and judged afterwards.
  const [earliest, latest] = [toDayNumber(fromDay) - 366, toDayNumber(toDay)];
  const add = (number: number, turn: number) => {
    if (number >= earliest && number <= latest) days.push({ day: fromDayNumber(number), turn });
  };
  switch (occasion.kind) {
    case "before": {
      const number = anchor - occasion.amount * (occasion.unit === "week" ? 7 : 1);
      add(number - Math.max(0, weekdayOf(fromDayNumber(number)) - 5), 0);
      break;
    }
    case "weekdayBefore":
      add(anchor - (((weekdayOf(anchorDay) - occasion.weekday + 6) % 7) + 1), 0);
      break;
    case "overdue":
      for (let turn = 0; turn < (occasion.every === undefined ? 1 : (occasion.times ?? 12)); turn++)
        add(anchor + occasion.days + turn * (occasion.every ?? 0), turn);
      break;
  }
  return days;
}

/**
 * The persons a policy tells about a task, each once and in the first of the roles named. Where a policy means
 * the owner and the task has none, the focal points hear of it; where these are missing, the Secretaries.
 */
function recipients(
  policy: ReminderPolicy,
  task: ReminderTask,
  people: PeopleIndex,
): { personId: string; as: RecipientRole }[] {
  const found = new Map<string, RecipientRole>();
  for (const role of policy.to) {
    const [as, personIds] = inRole(role, task, people);
    for (const personId of personIds)
      if (!found.has(personId) && people.person(personId)?.isActive === true) found.set(personId, as);
  }
  if (found.size === 0) for (const personId of unclaimed(task, people)) found.set(personId, "secretary");
  return [...found].map(([personId, as]) => ({ personId, as }));
}

/** Who is in a role of a task, and in which role each is told: a focal point who stands in for an owner, as focal point. */
function inRole(
  role: RecipientRole,
  task: ReminderTask,
  people: PeopleIndex,
): [as: RecipientRole, personIds: readonly string[]] {
  const unit = task.responsibleId ?? task.leadBodyId;
  switch (role) {
    case "owner":
      return task.ownerId !== null && people.person(task.ownerId)?.isActive === true
        ? [role, [task.ownerId]]
        : inRole("focalPoint", task, people);
    case "focalPoint":
      return [role, unit === null ? [] : people.focalPointsOf(unit)];
    case "chief":
      return [role, unit === null ? [] : people.chiefsOf(unit)];
    case "secretary":
      return [role, unclaimed(task, people)];
    case "watcher":
      return [role, people.watchersOf(task.id)];
  }
}

// Only the item itself has to be in the provisional agenda; to all else the agenda is a day on the way.
const isEvent = (anchor: Anchor, task: ReminderTask): boolean =>
  anchor === "opening" ||
  anchor === "meeting" ||
  anchor === "review" ||
  (anchor === "provisionalAgenda" && task.deliverable !== "agenda_item");

const unclaimed = (task: ReminderTask, people: PeopleIndex): readonly string[] =>
  people.secretariesOf([task.targetOrgan ?? task.organ, task.organ]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
