import type { Db } from "./client";

/**
 * Counts one attempt under `key` and gives the count of the window that is running. One statement, so that two
 * instances counting at once never lose an attempt; a window that has ended starts again at 1.
 */
export async function countAttempt(
  db: Db,
  key: string,
  windowSeconds: number,
  now: Date,
): Promise<{ count: number; windowEnd: Date }> {
  const end = new Date(now.getTime() + windowSeconds * 1000);
  const [row] = await db.$queryRaw<{ count: number; window_end: Date }[]>`
    insert into rate_count (key, count, window_end) values (${key}, 1, ${end})
    on conflict (key) do update set
      count = case when rate_count.window_end <= ${now} then 1 else rate_count.count + 1 end,
      window_end = case when rate_count.window_end <= ${now} then ${end} else rate_count.window_end end
    returning count, window_end`;
  if (row === undefined) throw new Error("The attempt was not counted.");
  return { count: row.count, windowEnd: row.window_end };
}

/** Forgets the attempts under `key`: a right password ends the series. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.rateCount.deleteMany({ where: { key } });
}

/** Removes windows that have ended. */
export async function sweepAttempts(db: Db, now: Date): Promise<number> {
  return (await db.rateCount.deleteMany({ where: { windowEnd: { lte: now } } })).count;
}
