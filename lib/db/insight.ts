import type { Certainty, IsoDate, Recurrence } from "@/lib/core/calendar/rule";
import type { DayCount } from "@/lib/core/insight/burn-up";
import type { BodyStatusCount } from "@/lib/core/insight/carried";
import type { Coverage } from "@/lib/core/insight/coverage";
import type { MonthCount } from "@/lib/core/insight/due-months";
import type { LineageTask } from "@/lib/core/insight/lineage";
import type { ReportRequest } from "@/lib/core/insight/load-map";
import type { MovedTask } from "@/lib/core/insight/moved";
import type { WorkStatus } from "@/lib/core/task/status";
import { timedStatuses } from "@/lib/core/task/timeliness";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { openOrClosed, pendingStatuses, type TaskQuery, tasksOn, whereOf } from "./task-query";

const list = (statuses: readonly WorkStatus[]): Prisma.Sql => Prisma.join([...statuses]);
const settled = [
  "IMPLEMENTED",
  "SUPERSEDED",
  "RETIRED",
  "NOT_IMPLEMENTED",
] as const satisfies readonly WorkStatus[];

/** What the charts of one scope are drawn from, counted in one pass over its tasks. */
export type ScopeCounts = {
  readonly days: readonly (DayCount & { readonly line: "asked" | "handedOver" | "settled" | "due" })[];
  readonly months: readonly MonthCount[];
  readonly bodies: readonly BodyStatusCount[];
};

/** Counts by day, by month and by body for the tasks of a filter that is narrow: a session, a body, a resolution. */
export async function countScope(db: Db, query: TaskQuery): Promise<ScopeCounts> {
  const rows = await db.$queryRaw<
    { kind: string; first: string | null; second: string | null; count: number; other: number }[]
  >(Prisma.sql`
    with scope as materialized (
      select t.created_on, t.status, t.status_since, t.due_on, t.due_certainty, t.lead_body_id from ${tasksOn(query)} where ${whereOf(query)} and ${openOrClosed("t")}
    )
    select 'asked' as kind, created_on as first, null as second, count(*)::int as count, 0 as other from scope group by 2
    union all
    select 'handedOver', status_since, null, count(*)::int, 0 from scope where status in (${list(["SUBMITTED", ...settled])}) group by 2
    union all
    select 'settled', status_since, null, count(*)::int, 0 from scope where status in (${list(settled)}) group by 2
    union all
    select 'due', due_on, null, count(*)::int, 0 from scope where due_on is not null group by 2
    union all
    select 'month', substr(due_on, 1, 7), due_certainty, (count(*) filter (where status in (${list(pendingStatuses)})))::int,
           (count(*) filter (where status not in (${list(pendingStatuses)})))::int
    from scope where due_on is not null group by 2, 3
    union all
    select 'body', lead_body_id, status, count(*)::int,
           (count(*) filter (where status in (${list(timedStatuses)}) and due_on < ${query.day}))::int
    from scope group by 2, 3`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    days: (["asked", "handedOver", "settled", "due"] as const).flatMap((line) =>
      of(line).map((row) => ({ line, day: row.first ?? "", count: row.count })),
    ),
    months: of("month").map((row) => ({
      month: row.first ?? "",
      certainty: row.second as Certainty,
      open: row.count,
      settled: row.other,
    })),
    bodies: of("body").map((row) => ({
      bodyId: row.first,
      status: row.second as WorkStatus,
      count: row.count,
      overdue: row.other,
    })),
  };
}

/** Months and bodies of all tasks, from the maintained summary: the same cost for a thousand tasks and a million. */
export async function countAllByMonthAndBody(
  db: Db,
  day: IsoDate,
): Promise<Pick<ScopeCounts, "months" | "bodies">> {
  const rows = await db.$queryRaw<
    {
      grouped: number;
      month: string | null;
      lead: string | null;
      status: WorkStatus | null;
      open: number;
      other: number;
      count: number;
      overdue: number;
    }[]
  >(Prisma.sql`
    select grouping(substr(c.due_on, 1, 7), c.lead_body_id) as grouped, substr(c.due_on, 1, 7) as month, c.lead_body_id as lead, c.status,
           coalesce(sum(c.count) filter (where c.status in (${list(pendingStatuses)})), 0)::int as open,
           coalesce(sum(c.count) filter (where c.status not in (${list(pendingStatuses)})), 0)::int as other,
           coalesce(sum(c.count), 0)::int as count,
           coalesce(sum(c.count) filter (where c.status in (${list(timedStatuses)}) and c.due_on <> '' and c.due_on < ${day}), 0)::int as overdue
    from task_tally c where c.status not in ('PROPOSED', 'NOT_ACTIONABLE')
    group by grouping sets ((substr(c.due_on, 1, 7)), (c.lead_body_id, c.status))`);
  return {
    months: rows
      .filter((row) => row.grouped === 1 && row.month)
      .map((row) => ({ month: row.month ?? "", certainty: null, open: row.open, settled: row.other })),
    bodies: rows
      .filter((row) => row.grouped === 2 && row.status !== null && row.count > 0)
      .map((row) => ({
        bodyId: row.lead || null,
        status: row.status ?? "PENDING",
        count: row.count,
        overdue: row.overdue,
      })),
  };
}

/** The tasks of a scope that may have moved since a day, with their last day as it stood then; at most `limit`. */
export async function readMoved(
  db: Db,
  query: TaskQuery,
  since: IsoDate,
  limit: number,
): Promise<MovedTask[]> {
  const rows = await db.$queryRaw<
    (MovedTask & { dueChanged: boolean; dueBefore: string | null })[]
  >(Prisma.sql`
    with scope as materialized (
      select t.id, t.number, t.symbol, t.para, t.ask, t.created_on, t.status, t.status_since, t.due_on from ${tasksOn(query)} where ${whereOf(query)} and ${openOrClosed("t")}
    ), redated as (
      select e.task_id, (array_agg(e."from"->'deadline'->>'dueOn' order by e.sequence))[1] as due_before
      from task_event e join scope s on s.id = e.task_id
      where e.type in ('deadline', 'session-moved', 'meeting') and e.effective_on > ${since} and e.effective_on <= ${query.day} and e."from" ? 'deadline'
      group by e.task_id
    )
    select s.number, s.symbol, s.para, s.ask, s.created_on as "createdOn", s.status, s.status_since as "statusSince", s.due_on as "dueOn",
           r.task_id is not null as "dueChanged", r.due_before as "dueBefore"
    from scope s left join redated r on r.task_id = s.id
    where r.task_id is not null or s.created_on > ${since} or s.status_since > ${since}
       or (s.due_on >= ${since} and s.due_on < ${query.day} and s.status in (${list(timedStatuses)}))
    order by s.due_on nulls last, s.number limit ${limit}`);
  return rows.map(({ dueChanged, dueBefore, ...row }) => (dueChanged ? { ...row, dueBefore } : row));
}

/** How far the paragraphs of resolutions are read: those with most unread first, then the newest. */
export async function readCoverage(
  db: Db,
  scope: { readonly organ?: string; readonly session?: number },
  limit: number,
): Promise<Coverage[]> {
  const where = [
    Prisma.sql`true`,
    ...(scope.organ === undefined ? [] : [Prisma.sql`r.organ = ${scope.organ}`]),
    ...(scope.session === undefined ? [] : [Prisma.sql`r.session = ${scope.session}`]),
  ];
  return db.$queryRaw<Coverage[]>(Prisma.sql`
    with chosen as (
      select r.id, r.symbol, r.title, r.adopted, r.operative_count, r.decided_count from resolution r where ${Prisma.join(where, " and ")}
      order by (r.decided_count < r.operative_count) desc, r.adopted desc nulls last, r.symbol limit ${limit}
    )
    select c.symbol, c.title, c.adopted, p.tasks,
           greatest(c.decided_count - p.tasks, 0)::int as "noFollowUp", greatest(c.operative_count - c.decided_count, 0)::int as unread
    from chosen c cross join lateral (
      select count(*) filter (where p.decision = 'tasks')::int as tasks from paragraph p
      where p.version_id = (select v.id from resolution_version v where v.resolution_id = c.id order by v.version desc limit 1)
    ) p order by unread desc, c.adopted desc nulls last, c.symbol`);
}

/** Tasks of a scope that continue one another or say that they come back, each with the line it belongs to. */
export async function readLineage(db: Db, query: TaskQuery, limit: number): Promise<LineageTask[]> {
  const rows = await db.$queryRaw<(Omit<LineageTask, "recurrence"> & { recurrence: unknown })[]>(Prisma.sql`
    with recursive start as (
      select t.id from (
        -- The rows of the scope first ("offset 0" keeps it so): in the order of ids the whole record would be gone through.
        select t.id, t.previous_id, t.recurrence from ${tasksOn(query)} where ${whereOf(query)} and ${openOrClosed("t")} offset 0
      ) t
      where t.previous_id is not null or t.recurrence is not null or exists (select 1 from task n where n.previous_id = t.id)
      order by t.id limit ${limit}
    ), back as (
      select s.id as start_id, x.id, x.previous_id, 0 as depth from start s join task x on x.id = s.id
      union all
      select b.start_id, x.id, x.previous_id, b.depth + 1 from back b join task x on x.id = b.previous_id where b.depth < 40
    ), roots as (
      select distinct id as root from back where previous_id is null or depth = 40
    ), forth as (
      select r.root, x.id, 0 as depth from roots r join task x on x.id = r.root
      union all
      select f.root, x.id, f.depth + 1 from forth f join task x on x.previous_id = f.id where f.depth < 60
    )
    select x.number, f.root as line, coalesce(x.target_organ, x.organ) as organ, coalesce(x.target_session, x.adopted_session) as session,
           x.status, x.due_on as "dueOn", case when x.status in (${list(["SUBMITTED", ...settled])}) then x.status_since end as "settledOn",
           x.symbol, x.para, x.ask, x.recurrence
    from forth f join task x on x.id = f.id
    where coalesce(x.target_session, x.adopted_session) is not null and x.status not in ('PROPOSED', 'NOT_ACTIONABLE')
    order by f.root, f.depth`);
  return rows.map((row) => ({ ...row, recurrence: (row.recurrence as Recurrence | null) ?? null }));
}

/** The reports that are asked for at the sessions of an organ from one on, or before it by a rhythm that goes on. */
export async function readReportRequests(
  db: Db,
  organ: string,
  first: number,
  last: number,
  limit: number,
): Promise<ReportRequest[]> {
  const rows = await db.$queryRaw<(Omit<ReportRequest, "recurrence"> & { recurrence: unknown })[]>(Prisma.sql`
    select t.number, t.symbol, t.para, r.title, t.target_session as session, r.committee, t.due_on as "dueOn", t.recurrence
    from task t join resolution r on r.id = t.resolution_id
    where t.target_organ = ${organ} and t.deliverable = 'report' and t.status not in ('PROPOSED', 'NOT_ACTIONABLE', 'SUPERSEDED', 'RETIRED')
      and ${openOrClosed("t")}
      and t.target_session <= ${last} and (t.target_session >= ${first} or (t.recurrence is not null and t.target_session >= ${first - 10}
        and not exists (select 1 from task n where n.previous_id = t.id)))
    order by t.target_session, t.number limit ${limit}`);
  return rows.map((row) => ({ ...row, recurrence: (row.recurrence as Recurrence | null) ?? null }));
}
