import type { Db } from "./client";

/** Of these tasks, those whose last change of status gave them back to their owner. */
export async function returnedTasks(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string; transition: string | null }[]>`
    select distinct on (e.task_id) e.task_id as id, e.transition from task_event e
    where e.task_id = any(${[...ids]}) and e.type = 'status' order by e.task_id, e.sequence desc`;
  return new Set(rows.filter((row) => row.transition === "return").map((row) => row.id));
}
