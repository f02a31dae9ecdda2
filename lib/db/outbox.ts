import type { Digest, DigestLine } from "@/lib/core/reminder/digest";
import type { Addressee, Message } from "@/lib/core/reminder/message";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/**
 * Where a message stands: queued, being sent, sent, failed (will be tried again), dead (waits for the Admin), dropped
 * (the person unsubscribed, or left, before it went).
 */
export type DeliveryState = "queued" | "sending" | "sent" | "failed" | "dead" | "dropped";

export type DigestKind = "digest" | "urgent" | "unit";

/** A digest on its way into the outbox. */
export type NewDigest = {
  /** The idempotency key of the whole; each channel adds its own name to it. */
  readonly id: string;
  readonly kind: DigestKind;
  readonly to: { readonly kind: "person" | "unit"; readonly id: string };
  readonly subject: string;
  readonly digest: Digest;
  /** Beside the inbox of a person, which every digest reaches. */
  readonly channels: readonly { readonly id: string; readonly target: string }[];
};

/**
 * Puts digests into the inboxes and into the outbox of each further channel. One that is there already is left as it
 * is: another instance was faster, or a run is repeated after a crash. Gives the ids of the new ones. Call it in the
 * transaction that marks their reminders as told.
 */
export async function queueDigests(
  tx: Db,
  digests: readonly NewDigest[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const marked = await insertDeliveries(tx, digests.map(markerOf), at);
  const isNew = new Set(digests.filter((one) => marked.has(markerOf(one).id)).map(({ id }) => id));
  const fresh = digests.filter(({ id }) => isNew.has(id));
  await insertDeliveries(tx, fresh.flatMap(deliveriesOf), at);
  const entries = fresh.filter(({ to }) => to.kind === "person");
  if (entries.length > 0)
    await tx.inboxEntry.createMany({
      data: entries.map((one) => ({
        personId: one.to.id,
        at,
        day: one.digest.day,
        kind: one.kind,
        title: one.subject,
        body: one.digest as unknown as Prisma.InputJsonValue,
        deliveryId: markerOf(one).id,
      })),
    });
  return isNew;
}

type NewDelivery = {
  readonly id: string;
  readonly digest: NewDigest;
  readonly channel: string;
  readonly target: string;
};

/** The row that says that this digest was made: the inbox of a person, the mail of a unit. */
function markerOf(digest: NewDigest): NewDelivery {
  const channel = digest.to.kind === "person" ? "inbox" : "email";
  return { id: `${digest.id}/${channel}`, digest, channel, target: "" };
}

const deliveriesOf = (digest: NewDigest): NewDelivery[] =>
  digest.channels
    .map(({ id: channel, target }) => ({
      id: `${digest.id}/${channel}${target === "" ? "" : `/${target}`}`,
      digest,
      channel,
      target,
    }))
    .filter(({ id }) => id !== markerOf(digest).id);

async function insertDeliveries(
  tx: Db,
  rows: readonly NewDelivery[],
  at: Date,
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const values = rows.map(({ id, digest, channel, target }) => ({
    id,
    person: digest.to.kind === "person" ? digest.to.id : null,
    body: digest.to.kind === "unit" ? digest.to.id : null,
    channel,
    target,
    kind: digest.kind,
    day: digest.digest.day,
    subject: digest.subject,
    content: digest.digest,
  }));
  const added = await tx.$queryRaw<{ id: string }[]>`
    insert into delivery (id, person_id, body_id, channel, target, kind, day, subject, body, state, sent_at, next_try_at, created_at)
    select id, person, body, channel, target, kind, day, subject, content,
      case channel when 'inbox' then 'sent' else 'queued' end,
      case channel when 'inbox' then ${at}::timestamptz end,
      case channel when 'inbox' then null else ${at}::timestamptz end, ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as one(id text, person text, body text, channel text,
      target text, kind text, day text, subject text, content jsonb)
    order by id on conflict (id) do nothing returning id`;
  return new Set(added.map(({ id }) => id));
}

/** Which of these digests of persons were made already. */
export async function madeDigests(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.delivery.findMany({
    where: { id: { in: ids.map((id) => `${id}/inbox`) } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id.slice(0, -"/inbox".length)));
}

export type ClaimedDelivery = {
  readonly channel: string;
  readonly attempts: number;
  readonly message: Message;
  /** False where the person unsubscribed from this channel, or left, since the message was made. */
  readonly isWanted: boolean;
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
  const rows = await db.$queryRaw<ClaimedRow[]>`
    with taken as (
      update delivery set state = 'sending', attempts = attempts + 1, next_try_at = ${lease}
      where id in (
        select id from delivery
        where state in ('queued', 'failed', 'sending') and next_try_at <= ${now} and channel = any(${[...channels]})
        order by next_try_at, id limit ${limit} for update skip locked)
      returning *)
    select d.id, d.channel, d.target, d.attempts, d.day, d.created_at as "at", d.subject, d.body,
      p.id as "personId", p.name, p.email, p.locale, p.is_active as "isActive", p.mail_muted as "mailMuted",
      b.id as "unitId", b.name as "unitName", u.address, u.locale as "unitLocale", u.is_active as "unitActive",
      w.url
    from taken d
      left join person p on p.id = d.person_id
      left join body b on b.id = d.body_id
      left join unit_digest u on u.body_id = d.body_id
      left join webhook w on w.id = d.target and w.revoked_at is null
    order by d.id`;
  return rows.map((row) => ({
    channel: row.channel,
    attempts: row.attempts,
    isWanted: isWanted(row),
    message: {
      id: row.id,
      day: row.day,
      at: row.at,
      to: addresseeOf(row),
      hook: row.url === null ? null : { id: row.target, url: row.url },
      subject: row.subject,
      digest: row.body as Digest,
    },
  }));
}

type ClaimedRow = {
  id: string;
  channel: string;
  target: string;
  attempts: number;
  day: string;
  at: Date;
  subject: string;
  body: unknown;
  personId: string | null;
  name: string | null;
  email: string | null;
  locale: string | null;
  isActive: boolean | null;
  mailMuted: boolean | null;
  unitId: string | null;
  unitName: string | null;
  address: string | null;
  unitLocale: string | null;
  unitActive: boolean | null;
  url: string | null;
};

function isWanted(row: ClaimedRow): boolean {
  if (row.personId === null) return row.unitActive === true;
  if (row.isActive !== true) return false;
  return row.channel === "email" ? row.mailMuted !== true : row.channel !== "webhook" || row.url !== null;
}

const addresseeOf = (row: ClaimedRow): Addressee =>
  row.personId === null
    ? {
        kind: "unit",
        id: row.unitId ?? "",
        name: row.unitName ?? "",
        email: row.address ?? "",
        locale: row.unitLocale ?? "en",
      }
    : {
        kind: "person",
        id: row.personId,
        name: row.name ?? "",
        email: row.email ?? "",
        locale: row.locale ?? "en",
      };

/**
 * Mends times that a clock set which ran ahead: what waits beyond `latest` may go now, what a worker holds goes back when
 * `lease` is over.
 */
export async function bringForward(db: Db, now: Date, lease: Date, latest: Date): Promise<void> {
  await db.$executeRaw`
    update delivery set next_try_at = case state when 'sending' then ${lease}::timestamptz else ${now}::timestamptz end
    where state in ('queued', 'failed', 'sending') and next_try_at > ${latest}`;
}

/** The receiving side has it. */
export async function markSent(db: Db, id: string, messageId: string, at: Date): Promise<void> {
  await db.$executeRaw`
    update delivery set state = 'sent', sent_at = ${at}, message_id = ${messageId}, last_error = '', next_try_at = null
    where id = ${id} and state = 'sending'`;
}

/** It did not work: tried again at `nextTryAt`, or dead where that is null. Another worker's later try is left alone. */
export async function markFailed(
  db: Db,
  id: string,
  attempts: number,
  error: string,
  nextTryAt: Date | null,
): Promise<void> {
  await db.delivery.updateMany({
    where: { id, state: "sending", attempts },
    data: { state: nextTryAt === null ? "dead" : "failed", lastError: error, nextTryAt },
  });
}

/** Nobody wants it any more. */
export async function markDropped(db: Db, id: string): Promise<void> {
  await db.delivery.updateMany({
    where: { id, state: "sending" },
    data: { state: "dropped", nextTryAt: null },
  });
}

/** Gives messages back that a worker took and did not come to, so that another can take them at once. */
export async function giveBack(db: Db, claimed: readonly ClaimedDelivery[], now: Date): Promise<void> {
  for (const { message, attempts } of claimed)
    await db.delivery.updateMany({
      where: { id: message.id, state: "sending", attempts },
      data: { state: attempts > 1 ? "failed" : "queued", attempts: attempts - 1, nextTryAt: now },
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

/** A line of the inbox: of a digest, with its reason as values; of a notice, with its sentence. */
export type InboxLine = Pick<DigestLine, "taskId" | "taskNumber" | "reference" | "ask" | "onBehalfOfName"> & {
  readonly band: string;
  readonly reason: DigestLine["reason"] | null;
  readonly why: string;
  readonly address: string | null;
};

export type StoredEntry = {
  readonly id: string;
  readonly at: Date;
  readonly day: string;
  readonly kind: string;
  readonly title: string;
  readonly readAt: Date | null;
  readonly lines: readonly InboxLine[];
  readonly rest: Digest["rest"];
};

/** The entries of a person's inbox, latest first. */
export async function readInbox(
  db: Db,
  personId: string,
  limit: number,
  onlyUnread: boolean,
): Promise<StoredEntry[]> {
  const rows = await db.inboxEntry.findMany({
    where: { personId, ...(onlyUnread ? { readAt: null } : {}) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: Math.min(limit, 200),
    select: { id: true, at: true, day: true, kind: true, title: true, body: true, readAt: true },
  });
  return rows.map(({ body, ...row }) => {
    const { lines, rest } = body as unknown as { lines?: Partial<InboxLine>[]; rest?: Digest["rest"] };
    return { ...row, lines: (lines ?? []).map(toLine), rest: rest ?? null };
  });
}

const toLine = (line: Partial<InboxLine>): InboxLine => ({
  taskId: line.taskId ?? "",
  taskNumber: line.taskNumber ?? 0,
  reference: line.reference ?? "",
  ask: line.ask ?? "",
  onBehalfOfName: line.onBehalfOfName ?? null,
  band: line.band ?? "",
  reason: line.reason ?? null,
  why: line.why ?? "",
  address: line.address ?? null,
});

/** How many entries a person has not read. */
export async function countUnread(db: Db, personId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from inbox_entry where person_id = ${personId} and read_at is null`;
  return row?.count ?? 0;
}

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
