import type { Db } from "./client";

/** The smallest question that goes all the way; rejects where the database is away. */
export async function answersAQuestion(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<{ one: number }[]>`select 1 as one`;
  return rows[0]?.one === 1;
}

/** What waits to be done, for an operator's dashboard. */
export async function workWaiting(db: Db): Promise<{ outbox: number; dead: number; jobs: number }> {
  const [row] = await db.$queryRaw<{ outbox: number; dead: number; jobs: number }[]>`
    select (select count(*)::int from delivery where state in ('queued', 'sending')) as outbox,
           (select count(*)::int from delivery where state = 'dead') as dead,
           (select count(*)::int from job where state = 'running') as jobs`;
  return row ?? { outbox: 0, dead: 0, jobs: 0 };
}
