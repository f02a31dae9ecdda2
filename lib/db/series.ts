import type { SeriesVerdict } from "@/lib/core/task/series";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";

/** An earlier resolution that may belong to the series of a later one. */
export type SeriesCandidate = {
  readonly symbol: string;
  readonly title: string;
  readonly adopted: string | null;
  /** Tasks that are still alive. */
  readonly open: number;
};

/** Earlier resolutions of the same organ under the same title, or named in the later text; those with open tasks first. */
export const earlierOfSeries = (
  db: Db,
  later: {
    readonly id: string;
    readonly organ: string;
    readonly title: string;
    readonly adopted: string | null;
  },
  cited: readonly string[],
): Promise<SeriesCandidate[]> => db.$queryRaw<SeriesCandidate[]>`
  select r.symbol, r.title, r.adopted,
         (select count(*)::int from task t where t.resolution_id = r.id
           and t.status in ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED')) as open
  from resolution r
  where r.id <> ${later.id} and r.organ = ${later.organ} and (${later.adopted}::text is null or r.adopted is null or r.adopted <= ${later.adopted})
    and (r.symbol = any(${[...cited]}) or (r.title <> '' and lower(r.title) = lower(${later.title})))
  order by open desc, r.adopted desc nulls last limit 20`;

/** A later resolution with an earlier one under the same title, and how many of its tasks wait for a decision. */
export type SeriesPair = {
  readonly later: string;
  readonly earlier: string;
  readonly title: string;
  readonly adopted: string | null;
  readonly undecided: number;
};

/** Pairs of neighbouring resolutions of one series (same organ, same title), newest first; those that wait come first. */
export const seriesPairs = (db: Db): Promise<SeriesPair[]> => db.$queryRaw<SeriesPair[]>`
  with ordered as (
    select id, symbol, title, adopted,
           lag(id) over series as earlier_id, lag(symbol) over series as earlier
    from resolution where title <> '' and adopted is not null
    window series as (partition by organ, lower(title) order by adopted, symbol)
  )
  select o.symbol as later, o.earlier, o.title, o.adopted,
         (select count(*)::int from task t where t.resolution_id = o.earlier_id
           and t.status in ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED')
           and not exists (select from series_decision d where d.old_task_id = t.id and d.resolution_id = o.id)) as undecided
  from ordered o where o.earlier_id is not null
  order by (case when exists (select from task t where t.resolution_id = o.earlier_id
    and t.status in ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED')) then 0 else 1 end), o.adopted desc
  limit 100`;

/** The tasks of a resolution that a person accepted, with the paragraph each came from. */
export const tasksOfResolution = (db: Db, resolutionId: string) => db.$queryRaw<
  {
    id: string;
    number: number;
    version: number;
    reference: string;
    para: string;
    ask: string;
    status: WorkStatus;
    dueOn: string | null;
    paragraphId: string;
    stableId: string;
    text: string;
    nextNumber: number | null;
  }[]
>`
  select t.id, t.number, t.version, t.reference, t.para, t.ask, t.status, t.due_on as "dueOn", t.paragraph_id as "paragraphId",
         p.stable_id as "stableId", p.text, n.number as "nextNumber"
  from task t join paragraph p on p.id = t.paragraph_id left join task n on n.previous_id = t.id
  where t.resolution_id = ${resolutionId} and t.status not in ('PROPOSED', 'NOT_ACTIONABLE') order by t.number limit 1000`;

export type NewSeriesDecision = {
  readonly oldTaskId: string;
  readonly resolutionId: string;
  readonly paragraphStableId: string | null;
  readonly newTaskId: string | null;
  readonly verdict: SeriesVerdict;
  readonly reason: string;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly actorId: string | null;
  readonly actorName: string;
};

/** Keeps what a person decided. */
export async function appendSeriesDecision(tx: Db, decision: NewSeriesDecision): Promise<void> {
  await tx.seriesDecision.create({ data: decision });
}

/** What was decided about these tasks, newest first. */
export const readSeriesDecisions = (db: Db, oldTaskIds: readonly string[]) =>
  db.$queryRaw<
    {
      oldTaskId: string;
      paragraphStableId: string | null;
      verdict: string;
      reason: string;
      effectiveOn: string;
      actorName: string;
      resolution: { symbol: string };
    }[]
  >`
    select d.old_task_id as "oldTaskId", d.paragraph_stable_id as "paragraphStableId", d.verdict, d.reason,
           d.effective_on as "effectiveOn", d.actor_name as "actorName", jsonb_build_object('symbol', r.symbol) as resolution
    from series_decision d join resolution r on r.id = d.resolution_id
    where d.old_task_id = any(${[...oldTaskIds]}) order by d.id desc limit 2000`;

/** A task that came of this paragraph, the first by number; null where the review has made none. */
export const firstTaskOf = (db: Db, resolutionId: string, stableId: string) =>
  db.task.findFirst({
    where: {
      resolutionId,
      paragraph: { stableId },
      occurrence: 1,
      status: { notIn: ["PROPOSED", "NOT_ACTIONABLE"] },
    },
    orderBy: { number: "asc" },
    select: { id: true, number: true, version: true, previousId: true, leadBodyId: true, organ: true },
  });
