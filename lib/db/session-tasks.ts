import type { OutputKind } from "@/lib/core/calendar/document-rules";
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
  readonly symbol: string;
  readonly para: string;
  readonly organ: string;
  readonly adopted: string | null;
  readonly status: WorkStatus;
  readonly deliverable: Deliverable;
  readonly agendaTitle: string;
  readonly outputKind: OutputKind | null;
  readonly draftWords: number | null;
  readonly wordLimit: number | null;
  readonly wordLimitSource: string;
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
  /** The report of which the text makes it a section, in its words; "" where it is none. */
  readonly hostReport: string;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
};

/** Those of some tasks that are pending, by their next step. */
export const readDatedTasks = (db: Db, ids: readonly string[]): Promise<DatedTask[]> =>
  db.$queryRaw<DatedTask[]>(Prisma.sql`
    select id, number, symbol, para, organ, adopted, status, deliverable, agenda_title as "agendaTitle", output_kind as "outputKind",
           draft_words as "draftWords", word_limit as "wordLimit", word_limit_source as "wordLimitSource",
           deadline_rules as rules, deadline_quote as quote, recurrence, target_organ as "targetOrgan", target_session as "targetSession",
           target_part as "targetPart", due_from as "dueFrom", due_on as "dueOn", due_certainty as certainty, because,
           meeting_on as "meetingOn", agreed_slot as "agreedSlot", host_id as "hostId", host_report as "hostReport", next_step as "nextStep", next_step_on as "nextStepOn"
    from task where id = any(${[...ids]}) and status in (${Prisma.join([...pendingStatuses])})
    order by next_step_on nulls last, number`);
