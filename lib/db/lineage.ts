import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";

/** One task of a lineage, earlier ones first. */
export type LineageTask = {
  readonly id: string;
  readonly number: number;
  readonly symbol: string;
  readonly para: string;
  readonly status: WorkStatus;
  readonly occurrence: number;
  readonly dueOn: string | null;
  readonly targetOrgan: string | null;
  readonly targetSession: number | null;
};

/** The number of the task that follows this one; null where none does. */
export async function nextInLineage(db: Db, id: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ number: number }[]>`select number from task where previous_id = ${id}`;
  return row?.number ?? null;
}

/** The tasks before and after this one, itself included, in their order: the same ask through the sessions. */
export const readLineage = (db: Db, id: string): Promise<LineageTask[]> => db.$queryRaw<LineageTask[]>`
  with recursive back(id, previous_id, place) as (
    select id, previous_id, 0 from task where id = ${id}
    union all select t.id, t.previous_id, b.place - 1 from task t join back b on t.id = b.previous_id where b.place > -200
  ), ahead(id, place) as (
    select id, 0 from task where id = ${id}
    union all select t.id, a.place + 1 from task t join ahead a on t.previous_id = a.id where a.place < 200
  ), places as (select id, place from back union select id, place from ahead)
  select t.id, t.number, t.symbol, t.para, t.status, t.occurrence, t.due_on as "dueOn", t.target_organ as "targetOrgan",
         t.target_session as "targetSession"
  from places p join task t on t.id = p.id order by p.place`;

/** Open tasks that a host report carries: sections, and requests that a consolidated report answers. */
export const readCarried = (db: Db, hostId: string) => db.$queryRaw<
  {
    id: string;
    number: number;
    symbol: string;
    para: string;
    ask: string;
    status: WorkStatus;
    version: number;
    closureProposal: unknown;
  }[]
>`
  select id, number, symbol, para, ask, status, version, closure_proposal as "closureProposal"
  from task where host_id = ${hostId} and status not in ('PROPOSED', 'NOT_ACTIONABLE') order by number limit 100`;
