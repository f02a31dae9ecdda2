import type { OutputKind } from "@/lib/core/calendar/document-rules";
import type { Certainty, DeadlineRule, IsoDate, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { TaskEventDraft } from "@/lib/core/task/events";
import type { WorkStatus } from "@/lib/core/task/status";
import { canonicalTemplate, textHash } from "./chain";
import type { Db } from "./client";
import { lockHead } from "./events";
import { Prisma } from "./generated/client";
import { plain } from "./json";
import { pendingStatuses } from "./task-query";

/** Open tasks that share everything their dates depend on, and the dates that they have now. */
export type DateGroup = {
  readonly key: string;
  readonly count: number;
  readonly rules: DeadlineRule[];
  readonly organ: string;
  readonly adopted: IsoDate | null;
  readonly status: WorkStatus;
  readonly deliverable: Deliverable;
  readonly outputKind: OutputKind | null;
  readonly meetingOn: IsoDate | null;
  readonly agreedSlot: IsoDate | null;
  readonly hostId: string | null;
  readonly targetOrgan: string | null;
  readonly targetSession: number | null;
  readonly targetPart: SessionPart | null;
  readonly dueFrom: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly certainty: Certainty;
  readonly nextStep: string | null;
  readonly nextStepOn: IsoDate | null;
};

/** The dates of a group against another calendar, with what its history lines say. */
export type NewGroupDates = {
  readonly key: string;
  readonly targetOrgan: string | null;
  readonly targetSession: number | null;
  readonly targetPart: SessionPart | null;
  readonly dueFrom: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly certainty: Certainty;
  readonly nextStep: string | null;
  readonly nextStepOn: IsoDate | null;
  readonly event: Pick<TaskEventDraft, "from" | "to">;
};

type Sessions = readonly { readonly organ: string; readonly session: number }[];

/** Which tasks a change of the calendar may touch: those of sessions, or those whose next step falls on these days. */
export type Touched = { readonly sessions: Sessions } | { readonly from: IsoDate; readonly to: IsoDate };

/**
 * Gathers the open tasks whose dates hang on these sessions (their own or their host report's) or days, into a table of this
 * transaction, and gives them in groups: a hundred thousand tasks have some hundreds of different dates. With `lock` no
 * one else changes them until the transaction ends.
 */
export async function gatherTasks(tx: Db, touched: Touched, lock: boolean): Promise<DateGroup[]> {
  await tx.$executeRaw`set local statement_timeout = '170s'`;
  await tx.$executeRaw`drop table if exists pg_temp.moving`;
  await tx.$executeRaw`create temp table moving (id text, version int, stream text, key text) on commit drop`;
  const ofSessions = (sessions: Sessions, alias: string) =>
    Prisma.sql`(${Prisma.join(
      sessions.map(
        ({ organ, session }) =>
          Prisma.sql`(${Prisma.raw(alias)}.target_organ = ${organ} and ${Prisma.raw(alias)}.target_session = ${session})`,
      ),
      " or ",
    )})`;
  const isTouched =
    "sessions" in touched
      ? Prisma.sql`(${ofSessions(touched.sessions, "t")} or t.host_id in (select h.id from task h where ${ofSessions(touched.sessions, "h")}))`
      : Prisma.sql`t.next_step_on between ${touched.from} and ${touched.to}`;
  await tx.$executeRaw(Prisma.sql`
    insert into moving
    select t.id, t.version, 'task:' || coalesce(t.lead_body_id, t.organ),
           md5(jsonb_build_array(t.deadline_rules, t.organ, t.adopted, t.status, t.deliverable, t.output_kind, t.meeting_on, t.agreed_slot, t.host_id,
               t.target_organ, t.target_session, t.target_part, t.due_from, t.due_on, t.due_certainty, t.next_step, t.next_step_on)::text)
    from task t
    where t.status in (${Prisma.join([...pendingStatuses])}) and jsonb_array_length(t.deadline_rules) > 0
      and ${isTouched}
    order by t.id ${lock ? Prisma.sql`for update` : Prisma.empty}`);
  await tx.$executeRaw`analyze moving`;
  return tx.$queryRaw<DateGroup[]>`
    select m.key, m.count, t.deadline_rules as rules, t.organ, t.adopted, t.status, t.deliverable, t.output_kind as "outputKind",
           t.meeting_on as "meetingOn", t.agreed_slot as "agreedSlot", t.host_id as "hostId", t.target_organ as "targetOrgan",
           t.target_session as "targetSession", t.target_part as "targetPart", t.due_from as "dueFrom", t.due_on as "dueOn",
           t.due_certainty as certainty, t.next_step as "nextStep", t.next_step_on as "nextStepOn"
    from (select key, min(id) as id, count(*)::int as count from moving group by key) m join task t on t.id = m.id`;
}

/** The first tasks, by number, of the groups with these keys: to show what would move. */
export const examplesOf = (tx: Db, keys: readonly string[], limit: number) => tx.$queryRaw<
  {
    key: string;
    number: number;
    symbol: string;
    para: string;
    ask: string;
    dueOn: string | null;
    nextStepOn: string | null;
  }[]
>`
    select m.key, t.number, t.symbol, t.para, t.ask, t.due_on as "dueOn", t.next_step_on as "nextStepOn"
    from moving m join task t on t.id = m.id where m.key = any(${[...keys]}) order by t.number limit ${limit}`;

/** Stores the new dates of all gathered tasks in one statement and raises their versions by one. Gives how many. */
export const storeGroupDates = (
  tx: Db,
  groups: readonly NewGroupDates[],
  at: Date,
): Promise<number> => tx.$executeRaw`
  update task t set target_organ = g."targetOrgan", target_session = g."targetSession", target_part = g."targetPart",
         due_from = g."dueFrom", due_on = g."dueOn", due_certainty = g.certainty,
         next_step = g."nextStep", next_step_on = g."nextStepOn", version = t.version + 1, updated_at = ${at}
  from (select m.id, g.* from moving m
    join jsonb_to_recordset(${JSON.stringify(groups.map(({ event: _event, ...dates }) => dates))}::jsonb)
         as g(key text, "targetOrgan" text, "targetSession" int, "targetPart" text, "dueFrom" text, "dueOn" text, certainty text,
              "nextStep" text, "nextStepOn" text) on g.key = m.key
    order by g."dueOn", m.id) as g
  where t.id = g.id`;

/** Calls off the reminders of gathered tasks that were not told yet; the next run plans them anew by the new dates. */
export const callOffReminders = (tx: Db, keys: readonly string[]): Promise<number> => tx.$executeRaw`
  update reminder r set state = 'cancelled' from moving m
  where r.task_id = m.id and r.state = 'due' and m.key = any(${[...keys]})`;

/** What all lines of one move share. */
export type MoveStamp = {
  readonly type: "session-moved" | "holiday";
  readonly reason: string;
  readonly at: Date;
  readonly effectiveOn: IsoDate;
  readonly actorId: string | null;
  readonly actorName: string;
};

/** At most so many lines go into one statement. */
const batch = 10_000;

/**
 * Appends one line to the history of each gathered task, in the chain it belongs to. What the lines of a group share is
 * sent and put into canonical form once; the ends of the chains are locked in the order of their names.
 */
export async function appendMoveEvents(
  tx: Db,
  groups: readonly NewGroupDates[],
  stamp: MoveStamp,
): Promise<void> {
  const keys = groups.map((group) => group.key);
  const streams = await tx.$queryRaw<{ stream: string }[]>`
    select distinct stream from moving where key = any(${keys}) order by stream`;
  const events = groups.map(({ key, event }) => ({ key, from: plain(event.from), to: plain(event.to) }));
  const shared = JSON.stringify(events);
  for (const { stream } of streams) {
    const textOf = new Map(
      events.map(({ key, from, to }) => {
        const { at, ...rest } = stamp;
        const fields = { ...rest, at: at.toISOString(), from, to, stream, transition: null, evidence: null };
        return [key, canonicalTemplate(fields, ["taskId", "sequence", "streamSeq"])] as const;
      }),
    );
    let { seq, hash } = await lockHead(tx, stream);
    const all = await tx.$queryRaw<{ id: string; version: number; key: string }[]>`
      select id, version, key from moving where stream = ${stream} and key = any(${keys}) order by id`;
    let writing: Promise<unknown> = Promise.resolve();
    for (let start = 0; start < all.length; start += batch) {
      const rows = all.slice(start, start + batch);
      const first = { seq, hash };
      const hashes = rows.map((row) => {
        seq += 1n;
        hash = textHash(hash, textOf.get(row.key)?.([row.id, row.version + 1, String(seq)]) ?? "");
        return hash;
      });
      // The next hashes are worked out while the database writes these.
      await writing;
      writing = insertLines(tx, shared, stamp, stream, first, rows, hashes);
    }
    await writing;
    await tx.$executeRaw`update chain_head set stream_seq = ${seq}, hash = ${hash}, updated_at = now() where stream = ${stream}`;
  }
}

const insertLines = (
  tx: Db,
  shared: string,
  stamp: MoveStamp,
  stream: string,
  first: { readonly seq: bigint; readonly hash: string },
  rows: readonly { readonly id: string; readonly version: number; readonly key: string }[],
  hashes: readonly string[],
): Promise<number> => tx.$executeRaw`
  insert into task_event (task_id, sequence, at, effective_on, actor_id, actor_name, type, transition, "from", "to", reason, evidence,
                          stream, stream_seq, prev_hash, hash)
  select l.id, l.version + 1, ${stamp.at}, ${stamp.effectiveOn}, ${stamp.actorId}, ${stamp.actorName}, ${stamp.type}, null, g."from", g."to",
         ${stamp.reason}, null, ${stream}, ${first.seq}::bigint + l.place, lag(l.hash, 1, ${first.hash}) over (order by l.place), l.hash
  from unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.version)}::int[], ${rows.map((row) => row.key)}::text[], ${[...hashes]}::text[])
       with ordinality as l(id, version, key, hash, place)
  join jsonb_to_recordset(${shared}::jsonb) as g(key text, "from" jsonb, "to" jsonb) on g.key = l.key
  order by l.place`;
