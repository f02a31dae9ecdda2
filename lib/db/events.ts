import type { TaskEvent, TaskEventDraft, TaskEventType } from "@/lib/core/task/events";
import type { EvidenceRef } from "@/lib/core/task/task";
import type { TransitionName } from "@/lib/core/task/workflow";
import { chainStart, linkHash } from "./chain";
import type { Db } from "./client";
import { plain } from "./json";

/** A history line ready to be chained; `sequence` is the task's version after the change. */
export type NewEvent = TaskEventDraft & {
  readonly taskId: string;
  readonly stream: string;
  readonly sequence: number;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly actorId: string | null;
  readonly actorName: string;
};

/** What the hash of a task's history line is taken over: everything the line says, and its place. */
export type EventLink = {
  readonly stream: string;
  readonly streamSeq: string;
  readonly taskId: string;
  readonly sequence: number;
  readonly at: string;
  readonly effectiveOn: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly type: string;
  readonly transition: string | null;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
  readonly evidence: unknown;
};

/** The chain that a task's lines belong to: one for each lead body, or for the organ where no lead is known. */
export const streamOf = (task: { readonly leadBodyId: string | null; readonly organ: string }): string =>
  `task:${task.leadBodyId ?? task.organ}`;

/** At most this many lines go into one statement. */
const batch = 2_000;

/**
 * Appends history lines to their chains. Call it last in the transaction that makes the change: it locks the end of each
 * chain (in the order of their names, so that two writers never wait for each other) until the transaction ends.
 */
export async function appendEvents(tx: Db, events: readonly NewEvent[]): Promise<void> {
  const streams = [...new Set(events.map((event) => event.stream))].sort();
  for (const stream of streams) {
    const lines = events.filter((event) => event.stream === stream);
    let { seq, hash } = await lockHead(tx, stream);
    for (let start = 0; start < lines.length; start += batch) {
      const rows = lines.slice(start, start + batch).map((event) => {
        seq += 1n;
        const link = linkOf(event, stream, seq);
        const prevHash = hash;
        hash = linkHash(prevHash, link);
        return { ...link, prevHash, hash };
      });
      await insertLinks(tx, JSON.stringify(rows), { stream, seq, hash });
    }
  }
}

/** The end of a chain, locked until the transaction ends. */
export async function lockHead(tx: Db, stream: string): Promise<{ seq: bigint; hash: string }> {
  const read = () =>
    tx.$queryRaw<
      { stream_seq: bigint; hash: string }[]
    >`select stream_seq, hash from chain_head where stream = ${stream} for update`;
  let [head] = await read();
  if (!head) {
    await tx.$executeRaw`insert into chain_head (stream, stream_seq, hash) values (${stream}, 0, ${chainStart}) on conflict do nothing`;
    [head] = await read();
  }
  if (!head) throw new Error(`The chain ${stream} has no end to append to.`);
  return { seq: head.stream_seq, hash: head.hash };
}

/** The part of a line that its hash is taken over. */
export const linkOf = (event: NewEvent, stream: string, seq: bigint): EventLink => ({
  stream,
  streamSeq: String(seq),
  taskId: event.taskId,
  sequence: event.sequence,
  at: event.at.toISOString(),
  effectiveOn: event.effectiveOn,
  actorId: event.actorId,
  actorName: event.actorName,
  type: event.type,
  transition: event.transition,
  from: plain(event.from),
  to: plain(event.to),
  reason: event.reason,
  evidence: event.evidence.length === 0 ? null : plain(event.evidence),
});

/** Lines and the new end of their chain, by one statement. */
const insertLinks = (
  tx: Db,
  rows: string,
  { stream, seq, hash }: { readonly stream: string; readonly seq: bigint; readonly hash: string },
) => tx.$executeRaw`
  with ended as (update chain_head set stream_seq = ${seq}, hash = ${hash}, updated_at = now() where stream = ${stream})
  insert into task_event (task_id, sequence, at, effective_on, actor_id, actor_name, type, transition, "from", "to", reason, evidence,
                          stream, stream_seq, prev_hash, hash)
  select "taskId", sequence, at, "effectiveOn", "actorId", "actorName", type, transition,
         nullif("from", 'null'::jsonb), nullif("to", 'null'::jsonb), reason, nullif(evidence, 'null'::jsonb),
         stream, "streamSeq", "prevHash", hash
  from jsonb_to_recordset(${rows}::jsonb) as line("taskId" text, sequence int, at timestamptz, "effectiveOn" text, "actorId" text,
       "actorName" text, type text, transition text, "from" jsonb, "to" jsonb, reason text, evidence jsonb, stream text,
       "streamSeq" bigint, "prevHash" text, hash text)`;

type HistoryRow = {
  readonly sequence: number;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly type: string;
  readonly transition: string | null;
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
  readonly evidence: unknown;
  readonly hash: string;
};

/** The history of a task, newest line first; only lines that hold by `asOf` where it is given. */
export async function readHistory(
  db: Db,
  taskId: string,
  asOf?: string,
): Promise<(TaskEvent & { readonly hash: string })[]> {
  const rows: HistoryRow[] = await db.taskEvent.findMany({
    where: { taskId, ...(asOf !== undefined && { effectiveOn: { lte: asOf } }) },
    orderBy: { sequence: "desc" },
    take: 500,
    select: {
      sequence: true,
      at: true,
      effectiveOn: true,
      actorId: true,
      actorName: true,
      type: true,
      transition: true,
      from: true,
      to: true,
      reason: true,
      evidence: true,
      hash: true,
    },
  });
  return rows.map(toEvent);
}

/** The kinds of lines written after `sequence`: what a stale page has missed. */
export async function typesSince(db: Db, taskId: string, sequence: number): Promise<TaskEventType[]> {
  const rows = await db.taskEvent.findMany({
    where: { taskId, sequence: { gt: sequence } },
    select: { type: true },
  });
  return rows.map((row) => row.type as TaskEventType);
}

const toEvent = (row: HistoryRow): TaskEvent & { readonly hash: string } => ({
  sequence: row.sequence,
  at: row.at.toISOString(),
  effectiveOn: row.effectiveOn,
  actorId: row.actorId,
  actorName: row.actorName,
  type: row.type as TaskEventType,
  transition: row.transition as TransitionName | null,
  from: row.from as TaskEvent["from"],
  to: row.to as TaskEvent["to"],
  reason: row.reason,
  evidence: (row.evidence ?? []) as readonly EvidenceRef[],
  hash: row.hash,
});
