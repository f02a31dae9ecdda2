import type { TaskFilter } from "@/lib/core/task/filter";
import { openStatuses, type WorkStatus } from "@/lib/core/task/status";
import { type Timeliness, timedStatuses } from "@/lib/core/task/timeliness";
import { wordsInAnyLanguage } from "./expression-words";
import { Prisma } from "./generated/client";

/** A list to be read: the filter with its bodies already widened to their lineage, and the day it is read for. */
export type TaskQuery = {
  readonly filter: TaskFilter;
  /** The ids that `filter.body` stands for: the body under all its names of then and now. */
  readonly bodyIds: readonly string[];
  readonly responsibleIds: readonly string[];
  readonly day: string;
  readonly soonUntil: string;
  /** How the database is best asked; worked out by `readHints` where nobody says. */
  readonly hints?: QueryHints;
  /** Set where the list is read for a day gone by: statuses, owners and dates are those of that day. */
  readonly pastDay: string | null;
};

/**
 * What a list asks for is rare or common. Rare: its tasks are fetched first and sorted after. Common: the list is walked in
 * its order until the page is full. The wrong way round takes seconds among a million tasks.
 */
export type QueryHints = { readonly isCommonText: boolean; readonly isCommonBody: boolean };

/** Proposals that nobody accepted are no tasks yet, and what was set aside is none: lists leave them out unless asked. */
const listed: readonly WorkStatus[] = openStatuses.filter((status) => status !== "PROPOSED");
/** What "pending" counts: open tasks, without proposals. */
export const pendingStatuses: readonly WorkStatus[] = listed;

/** The tasks as they stand, or as the history says they stood on a day gone by. */
export function tasksOn(query: TaskQuery): Prisma.Sql {
  if (query.pastDay === null) return Prisma.sql`task t`;
  return Prisma.sql`(${pastTasks(query.pastDay)}) as t`;
}

/**
 * Each field as the last line that set it by that day left it. The lines of a field come in the order of the days they
 * hold from, so the highest number among those that hold is the one.
 */
const pastTasks = (day: string): Prisma.Sql => Prisma.sql`
  select n.id, n.number, n.resolution_id, n.paragraph_id, n.reference, n.symbol, n.para, n.organ, n.adopted_session, n.ask, n.verb,
         n.deliverable, n.agenda_title, n.lead_body_id, n.version, n.internal_target, n.updated_at, n.created_on, n.recurrence,
         n.previous_id,
         s.status, s.status_since, coalesce(s.is_blocked, false) as is_blocked, coalesce(s.blocked_reason, '') as blocked_reason,
         s.closure_proposal, s.owner_id, s.responsible_id,
         s.deadline->>'targetOrgan' as target_organ, (s.deadline->>'targetSession')::int as target_session,
         s.deadline->>'targetPart' as target_part, s.deadline->>'dueFrom' as due_from, s.deadline->>'dueOn' as due_on,
         coalesce(s.deadline->>'certainty', 'unknown') as due_certainty, s.next_step->>'code' as next_step, s.next_step->>'on' as next_step_on
  from task n
  join lateral (
    select (array_agg(e."to"->>'status' order by e.sequence desc) filter (where e."to" ? 'status'))[1] as status,
           (array_agg(e."to"->>'statusSince' order by e.sequence desc) filter (where e."to" ? 'status'))[1] as status_since,
           (array_agg((e."to"->>'isBlocked')::boolean order by e.sequence desc) filter (where e."to" ? 'isBlocked'))[1] as is_blocked,
           (array_agg(e."to"->>'blockedReason' order by e.sequence desc) filter (where e."to" ? 'isBlocked'))[1] as blocked_reason,
           nullif((array_agg(e."to"->'closureProposal' order by e.sequence desc) filter (where e."to" ? 'closureProposal'))[1], 'null'::jsonb) as closure_proposal,
           (array_agg(e."to"->>'ownerId' order by e.sequence desc) filter (where e."to" ? 'ownerId'))[1] as owner_id,
           (array_agg(e."to"->>'responsibleId' order by e.sequence desc) filter (where e."to" ? 'responsibleId'))[1] as responsible_id,
           (array_agg(e."to"->'deadline' order by e.sequence desc) filter (where e."to" ? 'deadline'))[1] as deadline,
           (array_agg(e."to"->'nextStep' order by e.sequence desc) filter (where e."to" ? 'nextStep'))[1] as next_step
    from task_event e where e.task_id = n.id and e.effective_on <= ${day}
  ) s on s.status is not null
  where n.created_on <= ${day}`;

/** The conditions of a list. Every value goes in as a parameter. */
export function whereOf(query: TaskQuery): Prisma.Sql {
  const { filter } = query;
  const all: Prisma.Sql[] = [
    filter.status && filter.status.length > 0
      ? statusIn(filter.status)
      : Prisma.sql`t.status not in ('PROPOSED', 'NOT_ACTIONABLE')`,
  ];
  if (filter.open !== undefined)
    all.push(filter.open ? statusIn(listed) : Prisma.sql`not (${statusIn(listed)})`);
  if (filter.timeliness && filter.timeliness.length > 0) {
    // Said once more for the index of open work: what is late or due is open.
    if (!filter.status?.length && filter.open === undefined && !filter.timeliness.includes("DONE"))
      all.push(statusIn(listed));
    all.push(
      Prisma.sql`(${Prisma.join(
        filter.timeliness.map((one) => timelinessIs(one, query)),
        " or ",
      )})`,
    );
  }
  if (filter.body === "none") all.push(Prisma.sql`t.lead_body_id is null`);
  else if (filter.body !== undefined) all.push(bodyIs(filter, query));
  if (filter.organ === "none") all.push(Prisma.sql`t.target_session is null`);
  else if (filter.organ !== undefined) all.push(Prisma.sql`t.target_organ = ${filter.organ}`);
  if (filter.session !== undefined) all.push(Prisma.sql`t.target_session = ${filter.session}`);
  if (filter.adoptedOrgan !== undefined) all.push(Prisma.sql`t.organ = ${filter.adoptedOrgan}`);
  if (filter.adoptedSession !== undefined) all.push(Prisma.sql`t.adopted_session = ${filter.adoptedSession}`);
  if (filter.owner !== undefined) all.push(Prisma.sql`t.owner_id = ${filter.owner}`);
  if (filter.responsible === "none") all.push(Prisma.sql`t.responsible_id is null`);
  else if (filter.responsible !== undefined)
    all.push(Prisma.sql`t.responsible_id in (${Prisma.join([...query.responsibleIds])})`);
  if (filter.resolution !== undefined) all.push(Prisma.sql`t.symbol = ${filter.resolution}`);
  if (filter.deliverable && filter.deliverable.length > 0)
    all.push(Prisma.sql`t.deliverable in (${Prisma.join(filter.deliverable)})`);
  if (filter.dueFrom !== undefined) all.push(Prisma.sql`t.due_on >= ${filter.dueFrom}`);
  if (filter.dueTo !== undefined) all.push(Prisma.sql`t.due_on <= ${filter.dueTo}`);
  if (filter.addedFrom !== undefined) all.push(Prisma.sql`t.created_on >= ${filter.addedFrom}`);
  if (filter.addedTo !== undefined) all.push(Prisma.sql`t.created_on <= ${filter.addedTo}`);
  if (filter.sinceFrom !== undefined) all.push(Prisma.sql`t.status_since >= ${filter.sinceFrom}`);
  if (filter.sinceTo !== undefined) all.push(Prisma.sql`t.status_since <= ${filter.sinceTo}`);
  if (filter.committee !== undefined) {
    const committee = filter.committee === "none" ? "" : filter.committee;
    all.push(
      Prisma.sql`exists (select 1 from resolution cr where cr.id = t.resolution_id and cr.committee = ${committee})`,
    );
  }
  if (filter.blocked !== undefined)
    all.push(filter.blocked ? Prisma.sql`t.is_blocked` : Prisma.sql`not t.is_blocked`);
  if (filter.unassigned !== undefined)
    all.push(Prisma.sql`t.owner_id is ${Prisma.raw(filter.unassigned ? "null" : "not null")}`);
  if (filter.closureProposed !== undefined) {
    all.push(Prisma.sql`t.closure_proposal is ${Prisma.raw(filter.closureProposed ? "not null" : "null")}`);
  }
  if (filter.text !== undefined && filter.text !== "")
    all.push(wordsAre(filter.text, query.hints?.isCommonText ?? false));
  return Prisma.join(all, " and ");
}

/**
 * The lists of open and of closed tasks that a list of both is made of. Each half has indexes of its own, in the order of
 * days; null where the list holds one kind alone, or is read for a day gone by.
 */
export function halvesOf(query: TaskQuery): readonly Prisma.Sql[] | null {
  const { status, open, timeliness } = query.filter;
  const isOfOneKind =
    open !== undefined ||
    (timeliness !== undefined && timeliness.length > 0 && !timeliness.includes("DONE")) ||
    (status !== undefined &&
      status.length > 0 &&
      (status.every((one) => listed.includes(one)) || !status.some((one) => listed.includes(one))));
  if (isOfOneKind || query.pastDay !== null) return null;
  const isOpen = statusIn(listed);
  const where = whereOf(query);
  return [Prisma.sql`${where} and ${isOpen}`, Prisma.sql`${where} and not (${isOpen})`];
}

/** True of every task; said so that the database may look into the indexes of open and of closed tasks alike. */
export const openOrClosed = (alias: string): Prisma.Sql => {
  const status = Prisma.raw(`${alias}.status`);
  const open = Prisma.join([...listed]);
  return Prisma.sql`(${status} in (${open}) or not (${status} in (${open})))`;
};

const statusIn = (statuses: readonly WorkStatus[]): Prisma.Sql =>
  Prisma.sql`t.status in (${Prisma.join([...statuses])})`;

/** The same reading of time as `timelinessOn`, in the database's words. */
function timelinessIs(one: Timeliness, query: TaskQuery): Prisma.Sql {
  const timed = statusIn(timedStatuses);
  const { day, soonUntil } = query;
  const inTime = Prisma.sql`(t.due_on is null or t.due_on >= ${day})`;
  const standing = statusIn(["ONGOING", "DEFERRED"]);
  switch (one) {
    case "OVERDUE":
      return Prisma.sql`(${timed} and t.due_on < ${day})`;
    case "STEP_LATE":
      return Prisma.sql`(${timed} and ${inTime} and t.next_step_on < ${day})`;
    case "DUE_SOON":
      return Prisma.sql`(${timed} and ${inTime} and coalesce(t.next_step_on, t.due_on) between ${day} and ${soonUntil})`;
    case "ON_TRACK":
      return Prisma.sql`((${timed} and ${inTime} and coalesce(t.next_step_on, t.due_on) > ${soonUntil}) or (${standing} and t.due_on is not null))`;
    case "NO_DATE":
      return Prisma.sql`((${timed} and t.due_on is null and t.next_step_on is null) or (${standing} and t.due_on is null))`;
    case "DONE":
      return Prisma.sql`(not (${timed}) and not (${standing}))`;
  }
}

function bodyIs(filter: TaskFilter, { bodyIds, hints, pastDay }: TaskQuery): Prisma.Sql {
  if (bodyIds.length === 0) return Prisma.sql`false`;
  const list = Prisma.join([...bodyIds]);
  if (filter.bodyRole === "lead") return Prisma.sql`t.lead_body_id in (${list})`;
  if (hints?.isCommonBody || pastDay !== null)
    // "offset 0" keeps it a question about each row in turn.
    return Prisma.sql`(t.lead_body_id in (${list}) or t.responsible_id in (${list})
      or (select true from task_body tb where tb.task_id = t.id and tb.body_id in (${list}) limit 1 offset 0))`;
  return Prisma.sql`t.id in (select tb.task_id from task_body tb where tb.body_id in (${list})
    union all select r.id from task r where r.responsible_id in (${list})
    union all select l.id from task l where l.lead_body_id in (${list}) and ${openOrClosed("l")})`;
}

/** A number alone is a task's number; something like a symbol is looked up as one; all else are words of its paragraph. */
function wordsAre(text: string, isCommon: boolean): Prisma.Sql {
  const number = /^#?(\d{1,9})$/.exec(text);
  if (number) return Prisma.sql`t.number = ${Number(number[1])}`;
  if (isSymbolStart(text)) {
    const starts = [...new Set([text, usualCase(text)])].map(
      (start) => `${start.replace(/[\\%_]/g, "\\$&")}%`,
    );
    return Prisma.sql`(${Prisma.join(
      starts.map((start) => Prisma.sql`t.reference like ${start}`),
      " or ",
    )})`;
  }
  return isCommon
    ? Prisma.sql`(select to_tsvector('english', w.text) @@ websearch_to_tsquery('english', ${text}) from paragraph w where w.id = t.paragraph_id offset 0)`
    : Prisma.sql`t.paragraph_id in (
        select w.id from paragraph w where to_tsvector('english', w.text) @@ websearch_to_tsquery('english', ${text})
        union all
        select p.id from expression_paragraph x join paragraph p on p.stable_id = x.stable_id and p.resolution_id = x.resolution_id
        where x.words @@ ${wordsInAnyLanguage(text)})`;
}

/** Whether a text reads as the beginning of a symbol. */
const isSymbolStart = (text: string): boolean => /^[A-Z]+\/\S*\d/i.test(text);

/** A reference in the letters in which it is stored: "a/res/52/205/ADD.1#OP9" is "A/RES/52/205/Add.1#op9". */
function usualCase(text: string): string {
  const [symbol = "", ...place] = text.split("#");
  const usual = symbol
    .toUpperCase()
    .replace(/\/(ADD|CORR|REV)\b/g, (part) => part.slice(0, 2) + part.slice(2).toLowerCase());
  return [usual, ...place.map((one) => one.toLowerCase())].join("#");
}

/** Whether a text is looked for among the words of paragraphs. */
export const isWords = (text: string | undefined): text is string =>
  text !== undefined && text !== "" && !/^#?\d{1,9}$/.test(text) && !isSymbolStart(text);
