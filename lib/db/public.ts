import type { Certainty } from "@/lib/core/calendar/rule";
import type { ParagraphKind } from "@/lib/core/resolution/resolution";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { mostCandidates, type SearchQuery, tsqueryOf } from "./search";

/** A published resolution in a list. */
export type PublicHead = {
  readonly symbol: string;
  readonly title: string;
  readonly adopted: string | null;
  readonly operativeCount: number;
  readonly decidedCount: number;
};

/** What of a task may be read without signing in: no owner, no comment, no reason of a hold-up. */
export type PublicTask = {
  readonly number: number;
  readonly paragraphId: string;
  readonly ask: string;
  readonly status: WorkStatus;
  readonly dueOn: string | null;
  readonly dueCertainty: Certainty;
  readonly leads: readonly string[];
  readonly documents: readonly string[];
  readonly confirmedOn: string | null;
  readonly office: string | null;
};

const headSelect = {
  symbol: true,
  title: true,
  adopted: true,
  operativeCount: true,
  decidedCount: true,
} as const satisfies Prisma.ResolutionSelect;

/** The published resolutions, newest first; with words, those whose titles hold them, among bounded candidates. */
export async function listPublic(db: Db, query: SearchQuery | null, limit: number): Promise<PublicHead[]> {
  if (query === null)
    return db.resolution.findMany({
      where: { isPublic: true },
      select: headSelect,
      orderBy: [{ adopted: "desc" }, { symbol: "asc" }],
      take: limit,
    });
  return db.$queryRaw<PublicHead[]>(Prisma.sql`
    with q as (select ${tsqueryOf(query)} as q),
    found as materialized (
      (select r.id from resolution r, q where r.is_public and to_tsvector('english', r.title) @@ q.q limit ${mostCandidates})
      union
      (select p.resolution_id from paragraph p, q where to_tsvector('english', p.text) @@ q.q and p.kind = 'operative' limit ${mostCandidates})
    )
    select r.symbol, r.title, r.adopted, r.operative_count as "operativeCount", r.decided_count as "decidedCount"
    from found f join resolution r on r.id = f.id cross join q where r.is_public
    order by ts_rank_cd(to_tsvector('english', r.title), q.q) desc, r.adopted desc nulls last, r.symbol limit ${limit}`);
}

/**
 * Resolutions of some organs for those who publish: what is public, or what is reviewed to its last paragraph and is not;
 * newest first.
 */
export const listForPublishing = (
  db: Db,
  of: { readonly organs: readonly string[]; readonly isPublic: boolean },
  limit: number,
): Promise<PublicHead[]> =>
  db.$queryRaw<PublicHead[]>(Prisma.sql`
    select symbol, title, adopted, operative_count as "operativeCount", decided_count as "decidedCount" from resolution
    where organ = any(${of.organs}) and is_public = ${of.isPublic} and (is_public or (operative_count > 0 and decided_count >= operative_count))
    order by adopted desc nulls last, symbol limit ${limit}`);

/** A resolution with the newest text of its paragraphs; null where there is none. `isPublic` says who may read it. */
export async function readPublicText(db: Db, symbol: string) {
  const row = await db.resolution.findUnique({
    where: { symbol },
    select: {
      ...headSelect,
      id: true,
      meeting: true,
      isPublic: true,
      version: true,
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: {
          source: { select: { language: true } },
          paragraphs: {
            orderBy: { ordinal: "asc" },
            select: {
              id: true,
              stableId: true,
              kind: true,
              number: true,
              depth: true,
              text: true,
              decision: true,
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { versions, ...head } = row;
  return {
    ...head,
    language: versions[0]?.source.language ?? "en",
    paragraphs: (versions[0]?.paragraphs ?? []).map((one) => ({ ...one, kind: one.kind as ParagraphKind })),
  };
}

/** The tasks of a resolution as far as they may be read without signing in. */
export const readPublicTasks = (db: Db, resolutionId: string): Promise<PublicTask[]> =>
  db.$queryRaw<PublicTask[]>(Prisma.sql`
    select t.number, t.paragraph_id as "paragraphId", t.ask, t.status, t.due_on as "dueOn", t.due_certainty as "dueCertainty",
           coalesce((select jsonb_agg(coalesce(b.name, tb.printed) order by tb.ordinal) from task_body tb left join body b on b.id = tb.body_id
                     where tb.task_id = t.id and tb.role = 'lead'), '[]'::jsonb) as leads,
           coalesce((select jsonb_agg(distinct e.symbol) from evidence e where e.task_id = t.id and e.symbol <> ''), '[]'::jsonb) as documents,
           (select max(v.effective_on) from task_event v where v.task_id = t.id and v.type in ('created', 'status', 'deadline')) as "confirmedOn",
           r.name as office
    from task t left join body r on r.id = t.responsible_id
    where t.resolution_id = ${resolutionId} order by t.number limit 500`);

/** Opens a resolution to everybody, or closes it; false where somebody changed it meanwhile. */
export async function storePublic(tx: Db, id: string, version: number, isPublic: boolean): Promise<boolean> {
  const { count } = await tx.resolution.updateMany({
    where: { id, version },
    data: { isPublic, version: version + 1 },
  });
  return count === 1;
}
