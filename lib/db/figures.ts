import type { WorkStatus } from "@/lib/core/task/status";
import { timedStatuses } from "@/lib/core/task/timeliness";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { pendingStatuses, type TaskQuery, tasksOn } from "./task-query";

/** Counts of tasks that share a session, a lead, a responsible unit or a status. */
export type Counts = {
  readonly all: number;
  readonly pending: number;
  readonly overdue: number;
  readonly unassigned: number;
};

export type CountsBy = Counts & {
  readonly by: "session" | "lead" | "responsible" | "status" | "all";
  readonly organ: string | null;
  readonly session: number | null;
  readonly bodyId: string | null;
  readonly status: WorkStatus | null;
};

/** What the counts are taken of: everything, one session, or the bodies of one lineage as first lead. */
export type Scope = {
  readonly organ?: string;
  readonly session?: number;
  readonly leadBodyIds?: readonly string[];
};

/**
 * Counts for the dashboard in one pass: by session, by first lead, by responsible unit, by status and in all. For the
 * working date they come from the maintained summary and cost the same for a thousand tasks and a million; for a day gone
 * by they come from the history.
 */
export async function countTasksBy(
  db: Db,
  query: Pick<TaskQuery, "day" | "pastDay">,
  scope: Scope = {},
): Promise<CountsBy[]> {
  const isWhole = query.pastDay === null && Object.values(scope).every((one) => one === undefined);
  const rows = isWhole ? await countRolledUp(db, query.day) : await countCrossed(db, query, scope);
  // Shards of the summary may cancel out to nothing: such groups hold no task.
  return rows.filter((row) => row.by === "all" || row.all > 0);
}

const noProposals = Prisma.sql`c.status not in ('PROPOSED', 'NOT_ACTIONABLE')`;

/** The four counts of a group of cells. */
function sums(day: string): Prisma.Sql {
  const pending = Prisma.sql`c.status in (${Prisma.join([...pendingStatuses])})`;
  const overdue = Prisma.sql`c.status in (${Prisma.join([...timedStatuses])}) and c.due_on <> '' and c.due_on < ${day}`;
  return Prisma.sql`
    coalesce(sum(c.count), 0)::int as "all",
    coalesce(sum(c.count) filter (where ${pending}), 0)::int as pending,
    coalesce(sum(c.count) filter (where ${overdue}), 0)::int as overdue,
    coalesce(sum(c.count) filter (where ${pending} and not c.has_owner), 0)::int as unassigned`;
}

/** Counts of everything: from the summary by one dimension at a time. Status and total follow from the sessions. */
async function countRolledUp(db: Db, day: string): Promise<CountsBy[]> {
  const rows = await db.$queryRaw<
    (Counts & { dimension: string; key: string; number: number; status: WorkStatus | null })[]
  >(
    Prisma.sql`
    select c.dimension, c.key, c.number, null as status, ${sums(day)}
    from task_rollup c where ${noProposals} group by c.dimension, c.key, c.number
    union all
    select case when grouping(c.status) = 0 then 'status' else 'all' end, '', 0, c.status, ${sums(day)}
    from task_rollup c where c.dimension = 'session' and ${noProposals} group by grouping sets ((c.status), ())`,
  );
  return rows.map(({ dimension, key, number, status, ...counts }) => {
    const by = dimension as CountsBy["by"];
    const isSession = by === "session";
    return {
      ...counts,
      by,
      organ: isSession && key !== "" ? key : null,
      session: isSession && number !== 0 ? number : null,
      bodyId: !isSession && key !== "" ? key : null,
      status,
    };
  });
}

/** Counts within a session or a body, or for a day gone by: from the summary that crosses all dimensions. */
async function countCrossed(
  db: Db,
  query: Pick<TaskQuery, "day" | "pastDay">,
  scope: Scope,
): Promise<CountsBy[]> {
  const where = [
    noProposals,
    ...(scope.organ !== undefined ? [Prisma.sql`c.target_organ = ${scope.organ}`] : []),
    ...(scope.session !== undefined ? [Prisma.sql`c.target_session = ${scope.session}`] : []),
    ...(scope.leadBodyIds !== undefined ? [Prisma.sql`c.lead_body_id = any(${[...scope.leadBodyIds]})`] : []),
  ];
  const rows = await db.$queryRaw<
    (Counts & {
      grouped: number;
      organ: string | null;
      session: number | null;
      lead: string | null;
      responsible: string | null;
      status: WorkStatus | null;
    })[]
  >(
    Prisma.sql`
    select grouping(c.target_organ, c.lead_body_id, c.responsible_id, c.status) as grouped,
           nullif(c.target_organ, '') as organ, nullif(c.target_session, 0) as session, nullif(c.lead_body_id, '') as lead,
           nullif(c.responsible_id, '') as responsible, c.status, ${sums(query.day)}
    from ${summary(query)} where ${Prisma.join(where, " and ")}
    group by grouping sets ((c.target_organ, c.target_session), (c.lead_body_id), (c.responsible_id), (c.status), ())`,
  );
  // The bits of `grouped` say which columns were summed away: organ 8, lead 4, responsible 2, status 1.
  const kinds: Readonly<Record<number, CountsBy["by"]>> = {
    7: "session",
    11: "lead",
    13: "responsible",
    14: "status",
    15: "all",
  };
  return rows.map(({ grouped, lead, responsible, ...row }) => ({
    ...row,
    by: kinds[grouped] ?? "all",
    bodyId: grouped === 13 ? responsible : lead,
  }));
}

const summary = (query: Pick<TaskQuery, "day" | "pastDay">): Prisma.Sql =>
  query.pastDay === null
    ? Prisma.sql`task_tally c`
    : Prisma.sql`(select coalesce(t.target_organ, '') as target_organ, coalesce(t.target_session, 0) as target_session, coalesce(t.lead_body_id, '') as lead_body_id,
                  coalesce(t.responsible_id, '') as responsible_id, t.status, coalesce(t.due_on, '') as due_on, t.owner_id is not null as has_owner, count(*)::int as count
                  from ${tasksOn({ ...query, filter: {}, bodyIds: [], responsibleIds: [], soonUntil: query.day })} group by 1, 2, 3, 4, 5, 6, 7) c`;

/** What waits in the review: resolutions with undecided paragraphs, and those paragraphs. */
export async function countReview(db: Db): Promise<{ resolutions: number; undecidedParagraphs: number }> {
  const [row] = await db.$queryRaw<{ resolutions: number; undecidedParagraphs: number }[]>`
    select count(*)::int as resolutions, coalesce(sum(operative_count - decided_count), 0)::int as "undecidedParagraphs"
    from resolution where decided_count < operative_count`;
  return row ?? { resolutions: 0, undecidedParagraphs: 0 };
}
