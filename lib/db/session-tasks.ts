import type { Because, Certainty, DeadlineRule, Recurrence, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { pendingStatuses } from "./task-query";

/** A task as far as its dates go. */
export type DatedTask = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly organ: string;
  readonly adopted: string | null;
  readonly leadBodyId: string | null;
  readonly status: WorkStatus;
  readonly deliverable: Deliverable;
  readonly rules: DeadlineRule[];
  readonly quote: string;
  readonly recurrence: Recurrence | null;
  readonly targetOrgan: string | null;
  readonly targetSession: number | null;
  readonly targetPart: SessionPart | null;
  readonly dueFrom: string | null;
  readonly dueOn: string | null;
  readonly certainty: Certainty;
  readonly because: Because[];
  readonly meetingOn: string | null;
  readonly agreedSlot: string | null;
  readonly hostId: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
};

/** Open tasks that are due at these sessions, in order of id, after `after`; locked until the transaction ends where asked. */
export const readDatedTasks = (
  db: Db,
  sessions: readonly { readonly organ: string; readonly session: number }[],
  after: string,
  limit: number,
  lock: boolean,
): Promise<DatedTask[]> =>
  db.$queryRaw<DatedTask[]>(Prisma.sql`
    select id, number, version, symbol, para, ask, organ, adopted, lead_body_id as "leadBodyId", status, deliverable,
           deadline_rules as rules, deadline_quote as quote, recurrence, target_organ as "targetOrgan", target_session as "targetSession",
           target_part as "targetPart", due_from as "dueFrom", due_on as "dueOn", due_certainty as certainty, because,
           meeting_on as "meetingOn", agreed_slot as "agreedSlot", host_id as "hostId", next_step as "nextStep", next_step_on as "nextStepOn"
    from task
    where (${Prisma.join(
      sessions.map(
        ({ organ, session }) => Prisma.sql`(target_organ = ${organ} and target_session = ${session})`,
      ),
      " or ",
    )}) and status in (${Prisma.join([...pendingStatuses])}) and id > ${after}
    order by id limit ${limit} ${lock ? Prisma.sql`for update` : Prisma.empty}`);

/** New dates of a task that was read under lock. Its reasons are worked out whenever they are read. */
export type NewDates = Pick<DatedTask, "id" | "dueFrom" | "dueOn" | "certainty" | "nextStep" | "nextStepOn">;

/** Stores new dates of many tasks in one statement and raises their versions by one. */
export const storeDates = (tx: Db, dates: readonly NewDates[], at: Date) => tx.$executeRaw`
  update task t set due_from = d."dueFrom", due_on = d."dueOn", due_certainty = d.certainty,
         next_step = d."nextStep", next_step_on = d."nextStepOn", version = t.version + 1, updated_at = ${at}
  from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb)
       as d(id text, "dueFrom" text, "dueOn" text, certainty text, "nextStep" text, "nextStepOn" text)
  where t.id = d.id`;
