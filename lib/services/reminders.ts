import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { daysBetween, isIsoDate } from "@/lib/core/calendar/day";
import { dayAt } from "@/lib/core/calendar/day-instant";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Channel } from "@/lib/core/reminder/message";
import { policySchema, type RecipientRole } from "@/lib/core/reminder/policy";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { countUnread, type InboxLine, markEntriesRead, readInbox, type StoredEntry } from "@/lib/db/outbox";
import { readPolicies, type StoredPolicy, storePolicy } from "@/lib/db/reminder-policies";
import { namesOf } from "@/lib/db/reminders";
import type { Deps } from "@/lib/deps";
import { type DeliveryCounts, deliverQueued } from "./reminder-delivery";
import { makeDigests, makeUnitDigests } from "./reminder-digests";
import { planAll, type RecordCounts, recordReminders } from "./reminder-planning";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");
const day = z.string().refine(isIsoDate, "Give a day as YYYY-MM-DD.");

export const reminderPlanInput = z.strictObject({
  from: day,
  to: day,
  /** A policy that is not stored yet, to see what it would do by itself. */
  draft: policySchema.optional(),
});
export const runInput = z.strictObject({});
export const inboxInput = z.strictObject({ onlyUnread: z.boolean().default(false) });
export const markReadInput = z.strictObject({ ids: z.array(z.string().max(64)).max(200).nullable() });
export const changePolicyInput = z.strictObject({
  policy: policySchema,
  isActive: z.boolean(),
  expectedVersion: z.number().int().min(0),
});

/** One line of the dry run. */
export type PlanLine = {
  readonly day: IsoDate;
  readonly personId: string;
  readonly personName: string;
  readonly as: RecipientRole;
  readonly onBehalfOfName: string | null;
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly policyKey: string;
  readonly policyName: string;
  readonly reason: ReminderReason;
  /** True if the person was told already. */
  readonly isTold: boolean;
};

const mostLines = 2_000;

/** Who would be told what between two days, and why; by day, most urgent first. Changes nothing. */
export async function reminderPlan(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof reminderPlanInput>,
): Promise<Result<{ lines: PlanLine[]; total: number }>> {
  if (!can(actor, "reminder.plan")) return denied();
  const span = daysBetween(input.from, input.to);
  if (span < 0)
    return fail("invalid-input", "The first day is after the last.", { fields: { to: "Give a later day." } });
  if (span > 1100)
    return fail("invalid-input", "Choose three years at most.", { fields: { to: "Give an earlier day." } });
  const { planned, total } = await planAll(deps, input.from, input.to, mostLines, input.draft);
  const names = await namesOf(
    deps.db,
    planned.flatMap(({ personId, onBehalfOf }) =>
      onBehalfOf === null ? [personId] : [personId, onBehalfOf],
    ),
  );
  const lines = planned.map((one) => ({
    day: one.day,
    personId: one.personId,
    personName: names.get(one.personId) ?? "",
    as: one.as,
    onBehalfOfName: one.onBehalfOf === null ? null : (names.get(one.onBehalfOf) ?? null),
    taskNumber: one.task.number,
    reference: one.task.reference,
    ask: one.task.ask,
    policyKey: one.policyKey,
    policyName: one.reason.policyName,
    reason: one.reason,
    isTold: one.isTold,
  }));
  return ok({ lines, total });
}

/** How a run of reminders is set up: the channels beside the inbox, and whether to wait for each person's hour. */
export type ReminderRun = {
  readonly channels: readonly Channel[];
  readonly anyHour?: boolean;
};

export type ReminderRunCounts = {
  readonly recorded: RecordCounts;
  readonly digests: number;
  readonly delivery: DeliveryCounts;
};

/**
 * Everything that is to happen now: reminders recorded up to today, digests for those whose hour has come, and the
 * outbox sent. Safe to run at any time, by several instances at once, and again after a crash.
 */
export async function runDueReminders(
  deps: Deps,
  actor: Actor,
  run: ReminderRun,
): Promise<Result<ReminderRunCounts>> {
  if (!can(actor, "reminder.run")) return denied();
  const { latestDay, workingDay } = await latestDayAnywhere(deps);
  const recorded = await recordReminders(deps, latestDay);
  const channels = run.channels.map(({ id }) => id);
  const digestRun = { channels, latestDay, workingDay, anyHour: run.anyHour ?? false };
  const digests = (await makeDigests(deps, digestRun)) + (await makeUnitDigests(deps, digestRun));
  const delivery = await deliverQueued(deps, run.channels);
  return ok({ recorded, digests, delivery });
}

// The real day begins first in Kiribati: a person there is told on that day, others when it reaches them.
async function latestDayAnywhere(deps: Deps): Promise<{ latestDay: IsoDate; workingDay: IsoDate | null }> {
  const today = await deps.today();
  const now = deps.clock.now();
  const first = dayAt(now, "Pacific/Kiritimati");
  const isReal = daysBetween(today, first) >= 0 && daysBetween(today, first) <= 1;
  return isReal ? { latestDay: first, workingDay: null } : { latestDay: today, workingDay: today };
}

/** An entry of the inbox, and one of its lines. */
export type InboxEntryView = StoredEntry;
export type InboxLineView = InboxLine;

/** The actor's own inbox, latest first, and how many entries are unread. */
export async function inbox(deps: Deps, actor: Actor, input: z.infer<typeof inboxInput>) {
  if (!can(actor, "inbox.read", { kind: "person", personId: actor.personId })) return denied();
  const [entries, unread] = await Promise.all([
    readInbox(deps.db, actor.personId, 100, input.onlyUnread),
    countUnread(deps.db, actor.personId),
  ]);
  return ok({ entries, unread });
}

/** How many entries of the actor's inbox are unread: for the badge. */
export async function unreadCount(deps: Deps, actor: Actor): Promise<Result<number>> {
  if (!can(actor, "inbox.read", { kind: "person", personId: actor.personId })) return denied();
  return ok(await countUnread(deps.db, actor.personId));
}

/** Marks entries of the actor's own inbox as read; `ids` null means all. Others' entries stay untouched. */
export async function markRead(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof markReadInput>,
): Promise<Result<{ marked: number }>> {
  if (!can(actor, "inbox.read", { kind: "person", personId: actor.personId })) return denied();
  return ok({ marked: await markEntriesRead(deps.db, actor.personId, input.ids, deps.clock.now()) });
}

/** The policies that stand, those switched off included. */
export async function policies(deps: Deps, actor: Actor): Promise<Result<StoredPolicy[]>> {
  if (!can(actor, "reminder.plan")) return denied();
  return ok(await readPolicies(deps.db));
}

/** Adds a policy (`expectedVersion` 0) or puts a new version over the one that stands. */
export async function changePolicy(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changePolicyInput>,
): Promise<Result<{ key: string; version: number }>> {
  if (!can(actor, "reminder.policy")) return denied();
  const { policy, isActive, expectedVersion } = input;
  const at = deps.clock.now();
  const actorId = recordedActorId(actor);
  return inTransaction(deps.db, async (tx) => {
    const standing = (await readPolicies(tx)).find((one) => one.policy.key === policy.key) ?? null;
    if (!(await storePolicy(tx, policy, isActive, expectedVersion, { at, actorId })))
      return fail("conflict", "Somebody changed this policy meanwhile. Look at it as it stands now.", {
        current: standing,
      });
    await appendAudit(tx, {
      at,
      actorId,
      actorName: actor.name,
      action: "policy-changed",
      subject: policy.key,
      from: standing === null ? null : { ...standing.policy, isActive: standing.isActive },
      to: { ...policy, isActive },
    });
    return ok({ key: policy.key, version: expectedVersion + 1 });
  });
}
