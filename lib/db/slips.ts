import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Db } from "./client";
import { Prisma } from "./generated/client";

/** One deadline that a person moved, as the history keeps it. */
export type SlipRow = {
  readonly id: string;
  readonly number: number;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly effectiveOn: IsoDate;
  readonly actorName: string;
  readonly isDeferral: boolean;
  readonly fromDue: IsoDate | null;
  readonly toDue: IsoDate | null;
  readonly fromOrgan: string | null;
  readonly fromSession: number | null;
  readonly toOrgan: string | null;
  readonly toSession: number | null;
  readonly reason: string;
  readonly document: string;
  /** Who was told, as the person wrote it. */
  readonly told: string;
  /** People whose reminders said that the date changed, and were sent. */
  readonly notified: readonly string[];
};

/** Deadlines that people moved and deferrals by the organ, newest first; calendar moves stand with their session. */
export const readSlips = (
  db: Db,
  filter: {
    readonly organ?: string | undefined;
    readonly session?: number | undefined;
    readonly onlyLater: boolean;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<SlipRow[]> => {
  const due = (side: "from" | "to") => Prisma.sql`e.${Prisma.raw(`"${side}"`)}->'deadline'->>'dueOn'`;
  const where = [
    Prisma.sql`(e.type = 'deadline' or (e.type = 'status' and e.transition = 'defer'))`,
    ...(filter.before === null ? [] : [Prisma.sql`e.id < ${BigInt(filter.before)}`]),
    ...(filter.onlyLater ? [Prisma.sql`${due("to")} > ${due("from")}`] : []),
    ...(filter.organ === undefined
      ? []
      : [
          Prisma.sql`(e."from"->'deadline'->>'targetOrgan' = ${filter.organ} or e."to"->'deadline'->>'targetOrgan' = ${filter.organ})`,
        ]),
    ...(filter.session === undefined
      ? []
      : [
          Prisma.sql`((e."from"->'deadline'->>'targetSession')::int = ${filter.session} or (e."to"->'deadline'->>'targetSession')::int = ${filter.session})`,
        ]),
  ];
  return db.$queryRaw<SlipRow[]>(Prisma.sql`
    select e.id::text, t.number, t.symbol, t.para, t.ask, e.effective_on as "effectiveOn", e.actor_name as "actorName",
           e.type = 'status' as "isDeferral", ${due("from")} as "fromDue", ${due("to")} as "toDue",
           e."from"->'deadline'->>'targetOrgan' as "fromOrgan", (e."from"->'deadline'->>'targetSession')::int as "fromSession",
           e."to"->'deadline'->>'targetOrgan' as "toOrgan", (e."to"->'deadline'->>'targetSession')::int as "toSession",
           e.reason, coalesce(e."to"->>'authorisingText', e."to"->>'decidingDocument', '') as document, coalesce(e."to"->>'told', '') as told,
           coalesce((select jsonb_agg(distinct p.name) from reminder r join person p on p.id = r.person_id
                     where r.task_id = t.id and r.policy_id = 'date-changed' and r.state = 'told' and r.told_at >= e.at), '[]'::jsonb) as notified
    from task_event e join task t on t.id = e.task_id
    where ${Prisma.join(where, " and ")} order by e.id desc limit ${filter.limit}`);
};
