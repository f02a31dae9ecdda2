import type { Certainty, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { TaskSort } from "@/lib/core/task/filter";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { readHints } from "./query-hints";
import { halvesOf, isWords, type TaskQuery, tasksOn, whereOf } from "./task-query";

/** One line of a list as the database gives it; names are those of today. */
export type TaskLine = {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly verb: string;
  readonly deliverable: Deliverable;
  readonly agendaTitle: string;
  readonly status: WorkStatus;
  readonly statusSince: string;
  readonly isBlocked: boolean;
  readonly blockedReason: string;
  readonly isClosureProposed: boolean;
  readonly leads: readonly { readonly bodyId: string | null; readonly name: string }[];
  readonly responsibleId: string | null;
  readonly responsibleName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly targetOrgan: string | null;
  readonly targetSession: number | null;
  readonly targetPart: SessionPart | null;
  readonly dueFrom: string | null;
  readonly dueOn: string | null;
  readonly dueCertainty: Certainty;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly internalTarget: string | null;
  readonly version: number;
};

/** Where a page of a list ended: the sort value of its last row (null among rows without one) and that row's id. */
export type ListCursor = { readonly value: string | number | null; readonly id: string };

/**
 * The rows after `cursor`, in order, at most `limit`. Rows without a sort value stand at the end. Paging goes by key and
 * not by offset, so that the thousandth page costs what the first does.
 */
export async function listTaskLines(
  db: Db,
  asked: TaskQuery,
  sort: TaskSort,
  cursor: ListCursor | null,
  limit: number,
): Promise<TaskLine[]> {
  const query = await readHints(db, asked);
  const rows: TaskLine[] = [];
  if (!cursor || cursor.value !== null)
    rows.push(...(await page(db, query, sort, { nulls: false, cursor, limit })));
  if (rows.length < limit && sort.by !== "number") {
    const after = cursor?.value === null ? cursor : null;
    rows.push(...(await page(db, query, sort, { nulls: true, cursor: after, limit: limit - rows.length })));
  }
  return rows;
}

/** Common words and bodies are counted no further: each row has to be read for them. */
const commonBound = 200;

/** How many rows a list holds, counted up to `most`, or less far where each row has to be looked at. */
export async function countTasks(
  db: Db,
  asked: TaskQuery,
  most: number,
): Promise<{ count: number; isExact: boolean }> {
  const query = await readHints(db, asked);
  const { hints, filter } = query;
  const isSlow = (hints?.isCommonText === true && isWords(filter.text)) || hints?.isCommonBody === true;
  const bound = isSlow ? Math.min(commonBound, most) : most;
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`select count(*)::int as count from (${boundedRows(query, bound + 1)}) as found`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, bound), isExact: count <= bound };
}

/** How many rows each of several lists holds, each counted up to `bound`, by one statement. */
export async function countEach(db: Db, queries: readonly TaskQuery[], bound: number): Promise<number[]> {
  const counts = queries.map(
    (query) => Prisma.sql`(select count(*)::int from (${boundedRows(query, bound)}) as found)`,
  );
  const [row] = await db.$queryRaw<{ counts: number[] }[]>(
    Prisma.sql`select array[${Prisma.join(counts)}] as counts`,
  );
  return row?.counts ?? [];
}

/** One row for each task of a list, at most `bound`. */
function boundedRows(query: TaskQuery, bound: number): Prisma.Sql {
  const rowsOf = (where: Prisma.Sql) =>
    Prisma.sql`select 1 from ${tasksOn(query)} where ${where} limit ${bound}`;
  const halves = halvesOf(query);
  if (halves === null) return rowsOf(whereOf(query));
  const both = Prisma.join(
    halves.map((where) => Prisma.sql`(${rowsOf(where)})`),
    " union all ",
  );
  return Prisma.sql`${both} limit ${bound}`;
}

const columns = {
  due: Prisma.raw("t.due_on"),
  step: Prisma.raw("t.next_step_on"),
  number: Prisma.raw("t.number"),
} as const;

function page(
  db: Db,
  query: TaskQuery,
  sort: TaskSort,
  part: { readonly nulls: boolean; readonly cursor: ListCursor | null; readonly limit: number },
): Promise<TaskLine[]> {
  const column = columns[sort.by];
  const direction = Prisma.raw(sort.direction);
  const beyond = Prisma.raw(sort.direction === "asc" ? ">" : "<");
  const { cursor } = part;
  const after = cursor
    ? part.nulls
      ? Prisma.sql`t.id ${beyond} ${cursor.id}`
      : Prisma.sql`(${column}, t.id) ${beyond} (${cursor.value}, ${cursor.id})`
    : Prisma.sql`true`;
  const order = part.nulls
    ? Prisma.sql`t.id ${direction}`
    : Prisma.sql`${column} ${direction}, t.id ${direction}`;
  const present =
    sort.by === "number"
      ? Prisma.sql`true`
      : Prisma.sql`${column} is ${Prisma.raw(part.nulls ? "null" : "not null")}`;
  const rowsOf = (where: Prisma.Sql) =>
    Prisma.sql`(select * from ${tasksOn(query)} where ${where} and ${present} and ${after} order by ${order} limit ${part.limit})`;
  const halves = sort.by === "due" ? halvesOf(query) : null;
  const rows = halves
    ? Prisma.sql`(select * from (${Prisma.join(halves.map(rowsOf), " union all ")}) as t order by ${order} limit ${part.limit})`
    : rowsOf(whereOf(query));
  return db.$queryRaw<TaskLine[]>(Prisma.sql`
    with found as (
      select t.*, row_number() over (order by ${order}) as place
      from ${rows} as t
    )
    select t.id, t.number, t.reference, t.symbol, t.para, t.ask, t.verb, t.deliverable, t.agenda_title as "agendaTitle", t.status,
           t.status_since as "statusSince", t.is_blocked as "isBlocked", t.blocked_reason as "blockedReason",
           t.closure_proposal is not null as "isClosureProposed",
           coalesce((select jsonb_agg(jsonb_build_object('bodyId', tb.body_id, 'name', coalesce(b.name, tb.printed)) order by tb.ordinal)
                     from task_body tb left join body b on b.id = tb.body_id where tb.task_id = t.id and tb.role = 'lead'), '[]'::jsonb) as leads,
           t.responsible_id as "responsibleId", r.name as "responsibleName", t.owner_id as "ownerId", p.name as "ownerName",
           t.target_organ as "targetOrgan", t.target_session as "targetSession", t.target_part as "targetPart",
           t.due_from as "dueFrom", t.due_on as "dueOn", t.due_certainty as "dueCertainty",
           t.next_step as "nextStep", t.next_step_on as "nextStepOn", t.internal_target as "internalTarget", t.version
    from found t left join body r on r.id = t.responsible_id left join person p on p.id = t.owner_id
    order by t.place`);
}
