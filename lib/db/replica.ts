import type { PrismaClient } from "./generated/client";

/** A read replica is looked at no more often than this. */
const lookEvery = 5_000;

/**
 * A database for readings that may lag some seconds: the replica while it answers and follows, else the primary. It follows
 * when it has replayed what the primary had written at the look before, some seconds ago; no clocks are compared. A replica
 * that was never looked at, is away or has fallen behind serves nothing.
 */
export function readingFrom(
  primary: PrismaClient,
  replica: PrismaClient,
  now: () => number = Date.now,
): () => Promise<PrismaClient> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let mark: string | null = null;
  let isGood = false;
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const before = mark;
    try {
      mark = await writtenBy(primary);
      isGood = before !== null && (await hasReplayed(replica, before));
    } catch {
      isGood = false;
    }
  };
  return async () => {
    if (now() - lookedAt >= lookEvery) {
      lookedAt = now();
      looking = look().finally(() => {
        looking = null;
      });
    }
    // Nobody waits for a look while the last one was good; its outcome holds for those who come after.
    if (!isGood) await looking;
    return isGood ? replica : primary;
  };
}

async function writtenBy(primary: PrismaClient): Promise<string> {
  const [row] = await primary.$queryRaw<{ at: string }[]>`select pg_current_wal_lsn()::text as at`;
  if (!row) throw new Error("The primary does not say how far it has written.");
  return row.at;
}

async function hasReplayed(replica: PrismaClient, mark: string): Promise<boolean> {
  const [row] = await replica.$queryRaw<{ follows: boolean | null }[]>`
    select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${mark}::pg_lsn as follows`;
  return row?.follows === true;
}
