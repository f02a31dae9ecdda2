import type { Db } from "./client";
import type { DeliveryState, DigestKind } from "./outbox";

/** One channel over which a digest went, or is to go. */
export type SentChannel = {
  readonly id: string;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly lastError: string;
  readonly nextTryAt: string | null;
  readonly sentAt: string | null;
};

/** One digest: to whom, when, over which channels, and whether its tasks moved within a week. */
export type SentDigest = {
  readonly id: string;
  readonly kind: DigestKind;
  readonly to: string;
  readonly isUnit: boolean;
  readonly day: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly channels: readonly SentChannel[];
  /** Tasks that it spoke of; of these, how many moved within seven days. */
  readonly told: number;
  readonly moved: number;
};

export type SentFilter = {
  readonly personId: string | null;
  /** Only digests with a channel in this state. */
  readonly state: DeliveryState | null;
  readonly before: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

/** History lines that say that work on a task went on. */
const moving = ["status", "closure-proposed", "answered", "answer-accepted", "deadline-proposed"];

/** What was sent, latest first. A page at a time: `before` is the last row of the page before. */
export async function listSent(db: Db, filter: SentFilter): Promise<SentDigest[]> {
  const { personId, state, before, limit } = filter;
  const at = before?.at ?? null;
  const rows = await db.$queryRaw<(Omit<SentDigest, "told" | "moved"> & { told: bigint; moved: bigint })[]>`
    select d.id, d.kind, coalesce(p.name, b.name) as "to", d.body_id is not null as "isUnit", d.day, d.subject,
      d.created_at as "createdAt", sent.channels, effect.told, effect.moved
    from delivery d
      left join person p on p.id = d.person_id
      left join body b on b.id = d.body_id
      cross join lateral (
        select json_agg(json_build_object('id', c.id, 'channel', c.channel, 'state', c.state, 'attempts', c.attempts,
            'lastError', c.last_error, 'nextTryAt', c.next_try_at, 'sentAt', c.sent_at) order by c.channel, c.id) as channels,
          bool_or(c.state = ${state}) as has_state
        from delivery c
        where c.created_at = d.created_at and c.person_id is not distinct from d.person_id
          and c.body_id is not distinct from d.body_id and c.kind = d.kind and c.day = d.day) sent
      cross join lateral (
        select count(distinct r.task_id) as told, count(distinct r.task_id) filter (where exists (
            select from task_event e where e.task_id = r.task_id and e.type = any(${moving}) and e.at >= d.created_at
              and e.effective_on <= to_char(d.day::date + 7, 'YYYY-MM-DD'))) as moved
        from reminder r where d.channel = 'inbox' and r.digest_id = left(d.id, -length('/inbox'))) effect
    where (d.channel = 'inbox' or d.kind = 'unit') and (${personId}::text is null or d.person_id = ${personId})
      and (${state}::text is null or sent.has_state)
      and (${at}::timestamptz is null or (d.created_at, d.id) < (${at}, ${before?.id ?? ""}))
    order by d.created_at desc, d.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, told: Number(row.told), moved: Number(row.moved) }));
}

/** How often each policy reminded since an instant, and how often the task moved within a week of it. */
export type PolicyEffect = { readonly policyKey: string; readonly told: number; readonly moved: number };

/** The effect of each policy on the tasks it spoke of, most told first. */
export async function policyEffects(db: Db, since: Date): Promise<PolicyEffect[]> {
  const rows = await db.$queryRaw<{ policyKey: string; told: bigint; moved: bigint }[]>`
    select r.policy_id as "policyKey", count(*) as told, count(*) filter (where exists (
        select from task_event e where e.task_id = r.task_id and e.type = any(${moving}) and e.at >= r.told_at
          and e.effective_on <= to_char(r.day::date + 7, 'YYYY-MM-DD'))) as moved
    from reminder r where r.state = 'told' and r.told_at >= ${since} group by 1 order by 2 desc, 1`;
  return rows.map(({ policyKey, told, moved }) => ({ policyKey, told: Number(told), moved: Number(moved) }));
}

/** How many messages have not reached their channel, by state. What arrived is not counted: it only ever grows. */
export async function countWaiting(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ state: string; count: bigint }[]>`
    select state, count(*) as count from delivery where state in ('queued', 'sending', 'failed', 'dead') group by state`;
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
