import { chainStart, linkHash } from "./chain";
import type { Db } from "./client";
import type { EventLink } from "./events";

/** The answer of a check: how many links hold, or the first one that does not. */
export type ChainVerdict =
  | { readonly intact: true; readonly links: number; readonly streams: number }
  | {
      readonly intact: false;
      readonly stream: string;
      readonly streamSeq: string;
      readonly eventId: string | null;
      readonly problem: string;
    };

type LinkRow = Omit<EventLink, "at"> & {
  readonly id: string;
  readonly at: Date;
  readonly prevHash: string;
  readonly hash: string;
};

const batch = 5_000;

/**
 * Walks every chain of history lines from its first link to its recorded end and recomputes each hash. Reads in batches,
 * so memory stays flat for millions of lines. `onProgress` hears the number of links checked so far.
 */
export async function verifyTaskChains(db: Db, onProgress?: (links: number) => void): Promise<ChainVerdict> {
  const heads = await db.chainHead.findMany({
    where: { stream: { startsWith: "task:" } },
    orderBy: { stream: "asc" },
  });
  const orphan = await db.$queryRaw<{ stream: string }[]>`
    select distinct e.stream from task_event e where not exists (select 1 from chain_head h where h.stream = e.stream) limit 1`;
  if (orphan[0])
    return broken(orphan[0].stream, "1", null, "the chain has lines but its end is not on record");
  let links = 0;
  for (const head of heads) {
    let seq = 0n;
    let hash = chainStart;
    for (;;) {
      const rows = await readLinks(db, head.stream, seq);
      for (const row of rows) {
        const problem = problemOf(row, seq + 1n, hash);
        if (problem) return broken(head.stream, String(seq + 1n), row.id, problem);
        seq += 1n;
        hash = row.hash;
        links += 1;
      }
      onProgress?.(links);
      if (rows.length < batch) break;
    }
    if (seq !== head.streamSeq) {
      return broken(
        head.stream,
        String(seq + 1n),
        null,
        `the chain ends after line ${seq}, but ${head.streamSeq} lines are on record`,
      );
    }
    if (hash !== head.hash)
      return broken(
        head.stream,
        String(seq),
        null,
        "the last line does not match the recorded end of the chain",
      );
  }
  return { intact: true, links, streams: heads.length };
}

const broken = (
  stream: string,
  streamSeq: string,
  eventId: string | null,
  problem: string,
): ChainVerdict => ({
  intact: false,
  stream,
  streamSeq,
  eventId,
  problem,
});

function problemOf(row: LinkRow, expected: bigint, prevHash: string): string | null {
  if (BigInt(row.streamSeq) !== expected)
    return `line ${expected} is missing; the next one found is line ${row.streamSeq}`;
  if (row.prevHash !== prevHash) return "the line does not follow from the line before it";
  const { id: _id, prevHash: _prev, hash, ...link } = row;
  return linkHash(prevHash, { ...link, at: row.at.toISOString() }) === hash
    ? null
    : "the line's content does not match its hash";
}

const readLinks = (db: Db, stream: string, after: bigint) => db.$queryRaw<LinkRow[]>`
  select id::text as id, stream, stream_seq::text as "streamSeq", task_id as "taskId", sequence, at, effective_on as "effectiveOn",
         actor_id as "actorId", actor_name as "actorName", type, transition, "from", "to", reason, evidence,
         prev_hash as "prevHash", hash
  from task_event where stream = ${stream} and stream_seq > ${after} order by stream_seq limit ${batch}`;
