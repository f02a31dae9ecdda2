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

/** The latest lines of the record, newest first; `before` pages back by id. */
export async function readAudit(db: Db, limit: number, before: bigint | null = null) {
  return db.auditEntry.findMany({
    ...(before === null ? {} : { where: { id: { lt: before } } }),
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
