import type { CandidateState, DecisionKind, ParagraphDecision, ReviewedField } from "@/lib/core/task/review";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { toJson } from "./json";

/** A decision to be kept. Decisions are only ever added; an undo is one more, with the id of what it takes back. */
export type NewDecision = {
  readonly resolutionId: string;
  readonly paragraphId: string | null;
  readonly candidateId: string | null;
  readonly taskId: string | null;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly actorId: string;
  readonly decision: DecisionKind;
  readonly reason: string;
  readonly changedFields: readonly ReviewedField[];
  readonly from: unknown;
  readonly to: unknown;
};

/** Keeps a decision; gives its id. */
export async function appendDecision(tx: Db, decision: NewDecision): Promise<bigint> {
  const { from, to, changedFields, ...columns } = decision;
  const row = await tx.reviewDecision.create({
    data: { ...columns, changedFields: [...changedFields], from: toJson(from), to: toJson(to) },
    select: { id: true },
  });
  return row.id;
}

/** The decisions on a resolution, newest first. */
export const readDecisions = (db: Db, resolutionId: string) =>
  db.reviewDecision.findMany({ where: { resolutionId }, orderBy: { id: "desc" }, take: 1_000 });

export type StoredDecision = Awaited<ReturnType<typeof readDecisions>>[number];

/** Moves a proposal on. */
export async function setCandidateState(
  tx: Db,
  ids: readonly string[],
  state: CandidateState,
  mergedIntoId: string | null = null,
): Promise<void> {
  await tx.candidate.updateMany({ where: { id: { in: [...ids] } }, data: { state, mergedIntoId } });
}

/** Keeps what was decided about a paragraph. */
export async function setParagraphDecision(
  tx: Db,
  id: string,
  decision: {
    readonly decision: ParagraphDecision;
    readonly decisionReason: string;
    readonly decidedById: string | null;
    readonly decidedAt: Date | null;
  },
): Promise<void> {
  await tx.paragraph.update({ where: { id }, data: decision, select: { id: true } });
}

/** Resolutions in review: those with undecided paragraphs, newest adopted first; or those that are done. */
export async function listReviews(
  db: Db,
  page: {
    readonly done: boolean;
    readonly cursor: { readonly adopted: string; readonly id: string } | null;
    readonly limit: number;
  },
) {
  const after = page.cursor
    ? Prisma.sql`(coalesce(r.adopted, ''), r.id) < (${page.cursor.adopted}, ${page.cursor.id})`
    : Prisma.sql`true`;
  const state = page.done
    ? Prisma.sql`r.decided_count >= r.operative_count`
    : Prisma.sql`r.decided_count < r.operative_count`;
  return db.$queryRaw<ReviewLine[]>(Prisma.sql`
    select r.id, r.symbol, r.title, r.organ, r.session, r.adopted, r.operative_count as "operativeCount", r.decided_count as "decidedCount",
           r.claimed_by_id as "claimedById", p.name as "claimedByName", v.id as "versionId", jsonb_array_length(v.warnings) as warnings
    from resolution r
    left join person p on p.id = r.claimed_by_id
    join lateral (select id, warnings from resolution_version where resolution_id = r.id order by version desc limit 1) v on true
    where ${state} and ${after}
    order by coalesce(r.adopted, '') desc, r.id desc limit ${page.limit}`);
}

export type ReviewLine = {
  readonly id: string;
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: string | null;
  readonly operativeCount: number;
  readonly decidedCount: number;
  readonly claimedById: string | null;
  readonly claimedByName: string | null;
  readonly versionId: string;
  readonly warnings: number;
};

/** Proposals that wait in these versions. */
export const waitingCandidates = (db: Db, versionIds: readonly string[]) =>
  db.candidate.findMany({
    where: { versionId: { in: [...versionIds] }, state: "proposed" },
    select: { versionId: true, action: true },
  });

/** Decisions on machine proposals, each proposal once with its last word; what an undo took back does not count. */
export const countDecisions = (db: Db) => db.$queryRaw<
  { symbol: string; state: string; origin: string; fields: string[]; count: number }[]
>`
  select r.symbol, c.state, c.origin, coalesce(d.changed_fields, '{}') as fields, count(*)::int as count
  from candidate c
  join resolution_version v on v.id = c.version_id
  join resolution r on r.id = v.resolution_id
  left join lateral (
    select changed_fields from review_decision where candidate_id = c.id and decision in ('edit', 'accept') order by id desc limit 1
  ) d on c.state = 'edited'
  where not exists (select 1 from resolution_version n where n.resolution_id = v.resolution_id and n.version > v.version)
  group by r.symbol, c.state, c.origin, coalesce(d.changed_fields, '{}')
  order by r.symbol`;
