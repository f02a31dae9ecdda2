import type { Digest } from "@/lib/core/reminder/digest";
import type { Message } from "@/lib/core/reminder/message";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** Where a message stands: queued, being sent, sent, failed (will be tried again), dead (waits for the Admin). */
export type DeliveryState = "queued" | "sending" | "sent" | "failed" | "dead";

/**
 * Puts one digest into the inbox and into the outbox of each further channel. False, and nothing written, where this
 * person's digest of the day is already there: another instance was faster, or a run is repeated after a crash. Call
 * it in the transaction that marks its reminders as told.
 */
export async function queueDigest(
  tx: Db,
  digestId: string,
  personId: string,
  digest: Digest,
  channels: readonly string[],
  at: Date,
): Promise<boolean> {
  const body = digest as unknown as Prisma.InputJsonValue;
  const common = { personId, day: digest.day, subject: digest.subject, body, createdAt: at };
  const inbox = { ...common, id: `${digestId}/inbox`, channel: "inbox", state: "sent", sentAt: at };
  const { count } = await tx.delivery.createMany({ data: [inbox], skipDuplicates: true });
  if (count === 0) return false;
  await tx.inboxEntry.create({
    data: {
      personId,
      at,
      day: digest.day,
      kind: "digest",
      title: digest.subject,
      body,
      deliveryId: inbox.id,
    },
    select: { id: true },
  });
  if (channels.length > 0)
    await tx.delivery.createMany({
      data: channels.map((channel) => ({ ...common, id: `${digestId}/${channel}`, channel, nextTryAt: at })),
      skipDuplicates: true,
    });
  return true;
}

export type ClaimedDelivery = {
  readonly channel: string;
  readonly attempts: number;
  readonly message: Message;
};

/**
 * Takes up to `limit` messages that are to be sent now, each by one worker only. A message whose worker died is taken
 * again when its lease is over; it keeps its id, so that the receiver can tell.
 */
export async function claimDeliveries(
  db: Db,
  channels: readonly string[],
  limit: number,
  now: Date,
  leaseSeconds: number,
): Promise<ClaimedDelivery[]> {
  const lease = new Date(now.getTime() + leaseSeconds * 1000);
  const claimed = await db.$queryRaw<{ id: string }[]>`
    update delivery set state = 'sending', attempts = attempts + 1, next_try_at = ${lease}
    where id in (
      select id from delivery
      where state in ('queued', 'failed', 'sending') and next_try_at <= ${now} and channel = any(${[...channels]})
      order by next_try_at, id limit ${limit} for update skip locked)
    returning id`;
  if (claimed.length === 0) return [];
  const rows = await db.delivery.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { id: true, personId: true, channel: true, attempts: true, day: true, subject: true, body: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.map((row) => row.personId) } },
    select: { id: true, name: true, email: true },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map((row) => ({
    channel: row.channel,
    attempts: row.attempts,
    message: {
      id: row.id,
      day: row.day,
      to: {
        personId: row.personId,
        name: byId.get(row.personId)?.name ?? "",
        email: byId.get(row.personId)?.email ?? "",
      },
      subject: row.subject,
      digest: row.body as unknown as Digest,
    },
  }));
}

/** The receiving side has it. */
export async function markSent(db: Db, id: string, messageId: string, at: Date): Promise<void> {
  await db.delivery.updateMany({
    where: { id, state: "sending" },
    data: { state: "sent", sentAt: at, messageId, lastError: "", nextTryAt: null },
  });
}

/** It did not work: tried again at `nextTryAt`, or dead where that is null. */
export async function markFailed(db: Db, id: string, error: string, nextTryAt: Date | null): Promise<void> {
  await db.delivery.updateMany({
    where: { id, state: "sending" },
    data: { state: nextTryAt === null ? "dead" : "failed", lastError: error, nextTryAt },
  });
}

/** Puts a failed or dead message back at the front. False where it was sent or is being sent. */
export async function requeue(tx: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.delivery.updateMany({
    where: { id, state: { in: ["dead", "failed"] } },
    data: { state: "queued", attempts: 0, nextTryAt: now },
  });
  return count === 1;
}

/** What was sent to whom and when, latest first. */
export async function listDeliveries(
  db: Db,
  filter: { readonly state?: DeliveryState; readonly personId?: string; readonly limit: number },
) {
  const rows = await db.delivery.findMany({
    where: {
      ...(filter.state === undefined ? {} : { state: filter.state }),
      ...(filter.personId === undefined ? {} : { personId: filter.personId }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: Math.min(filter.limit, 200),
    select: {
      id: true,
      personId: true,
      channel: true,
      day: true,
      subject: true,
      state: true,
      attempts: true,
      nextTryAt: true,
      lastError: true,
      createdAt: true,
      sentAt: true,
    },
  });
  return rows.map((row) => ({ ...row, state: row.state as DeliveryState }));
}

/** The entries of a person's inbox, latest first. */
export async function readInbox(db: Db, personId: string, limit: number, onlyUnread: boolean) {
  const rows = await db.inboxEntry.findMany({
    where: { personId, ...(onlyUnread ? { readAt: null } : {}) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: Math.min(limit, 200),
    select: { id: true, at: true, day: true, kind: true, title: true, body: true, readAt: true },
  });
  return rows.map(({ body, ...row }) => ({ ...row, digest: body as unknown as Digest }));
}

/** How many entries a person has not read. */
export const countUnread = (db: Db, personId: string): Promise<number> =>
  db.inboxEntry.count({ where: { personId, readAt: null } });

/** Marks a person's own entries as read; all of them where no ids are given. Gives how many changed. */
export async function markEntriesRead(
  db: Db,
  personId: string,
  ids: readonly string[] | null,
  at: Date,
): Promise<number> {
  const { count } = await db.inboxEntry.updateMany({
    where: { personId, readAt: null, ...(ids === null ? {} : { id: { in: [...ids] } }) },
    data: { readAt: at },
  });
  return count;
}
