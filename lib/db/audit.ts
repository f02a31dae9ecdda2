import { chainStart, linkHash } from "./chain";
import type { Db } from "./client";
import { plain, toJson } from "./json";

/** What happened outside tasks: a sign-in, a refused attempt, a changed setting or membership, an export. */
export type AuditLine = {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  /** A verb in the past: "sign-in", "sign-in-refused", "membership-added", "setting-changed". */
  readonly action: string;
  readonly subject: string;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly reason?: string;
};

const stream = "audit";

/**
 * Appends a line to the chain of the record. Call it last in the transaction of the change it speaks of: it holds
 * the end of the chain until that transaction ends.
 */
export async function appendAudit(tx: Db, line: AuditLine): Promise<void> {
  await tx.$executeRaw`insert into chain_head (stream, stream_seq, hash) values (${stream}, 0, ${chainStart}) on conflict do nothing`;
  const [head] = await tx.$queryRaw<{ stream_seq: bigint; hash: string }[]>`
    select stream_seq, hash from chain_head where stream = ${stream} for update`;
  if (head === undefined) throw new Error("The chain of the record has no end to append to.");
  const streamSeq = head.stream_seq + 1n;
  const link = auditLink({ ...line, streamSeq });
  const hash = linkHash(head.hash, link);
  await tx.auditEntry.create({
    data: {
      at: line.at,
      actorId: line.actorId,
      actorName: line.actorName,
      action: line.action,
      subject: line.subject,
      from: toJson(line.from),
      to: toJson(line.to),
      reason: line.reason ?? "",
      stream,
      streamSeq,
      prevHash: head.hash,
      hash,
    },
  });
  await tx.$executeRaw`update chain_head set stream_seq = ${streamSeq}, hash = ${hash}, updated_at = now() where stream = ${stream}`;
}

/** What the hash of a line is taken over: everything it says, and its place. */
export const auditLink = (line: AuditLine & { readonly streamSeq: bigint }): object => ({
  stream,
  streamSeq: String(line.streamSeq),
  at: line.at.toISOString(),
  actorId: line.actorId,
  actorName: line.actorName,
  action: line.action,
  subject: line.subject,
  from: plain(line.from),
  to: plain(line.to),
  reason: line.reason ?? "",
});

/** What the lines of the record may be narrowed by; all conditions must hold. */
export type AuditFilter = {
  readonly actorId?: string | undefined;
  /** The system itself, and people who are not signed in, have no id. */
  readonly withoutActor?: boolean | undefined;
  readonly action?: string | undefined;
  /** First and last day, in UTC. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The lines of the record, newest first; `before` pages back by id. */
export async function readAudit(
  db: Db,
  limit: number,
  before: bigint | null = null,
  filter: AuditFilter = {},
) {
  const { actorId, action, from, to } = filter;
  const after = from === undefined ? undefined : new Date(`${from}T00:00:00Z`);
  const until = to === undefined ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000);
  return db.auditEntry.findMany({
    where: {
      ...(before === null ? {} : { id: { lt: before } }),
      ...(filter.withoutActor === true ? { actorId: null } : actorId === undefined ? {} : { actorId }),
      ...(action === undefined ? {} : { action }),
      ...(after === undefined && until === undefined
        ? {}
        : {
            at: {
              ...(after === undefined ? {} : { gte: after }),
              ...(until === undefined ? {} : { lt: until }),
            },
          }),
    },
    orderBy: { id: "desc" },
    take: Math.min(limit, 200),
    select: {
      id: true,
      at: true,
      actorId: true,
      actorName: true,
      action: true,
      subject: true,
      from: true,
      to: true,
      reason: true,
      hash: true,
    },
  });
}

/** The people who wrote lines, and the kinds of lines, for choosers. */
export async function readAuditChoices(db: Db) {
  const [actors, actions] = await Promise.all([
    db.person.findMany({ orderBy: { name: "asc" }, take: 500, select: { id: true, name: true } }),
    db.$queryRaw<{ action: string }[]>`
      with recursive kinds as (
        (select action from audit_entry order by action limit 1)
        union all
        select (select a.action from audit_entry a where a.action > k.action order by a.action limit 1)
        from kinds k where k.action is not null
      ) select action from kinds where action is not null`,
  ]);
  return { actors, actions: actions.map(({ action }) => action) };
}

/** Names of the people and bodies among these ids, so that a line reads as words. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  const [people, bodies] = await Promise.all([
    db.person.findMany({ where, select: { id: true, name: true } }),
    db.body.findMany({ where, select: { id: true, name: true } }),
  ]);
  return new Map([...people, ...bodies].map(({ id, name }) => [id, name]));
}
