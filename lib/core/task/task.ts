import type { OutputKind } from "../calendar/document-rules";
import type {
  Because,
  Certainty,
  DeadlineRule,
  IsoDate,
  Recurrence,
  SessionPart,
  SessionSeries,
} from "../calendar/rule";
import type { BodyRole, Deliverable } from "../mandate/candidate-action";
import type { Span } from "../text/span";
import type { MandateStatus } from "./mandate-status";
import type { WorkStatus } from "./status";

/** A document or file that shows what was done. `symbol` is "" for a file without one. */
export type EvidenceRef = {
  readonly symbol: string;
  readonly title: string;
  readonly url: string;
  /** The day the document bears or the act took place. */
  readonly day: IsoDate | null;
};

/** A closure that somebody proposed and that waits for a second person. */
export type ClosureProposal = {
  readonly by: string;
  readonly byName: string;
  readonly on: IsoDate;
  readonly evidence: readonly EvidenceRef[];
  readonly note: string;
};

/** Why a later or earlier deadline is wanted, and by which authority. */
export type DeadlineProposal = {
  readonly by: string;
  readonly byName: string;
  readonly on: IsoDate;
  readonly rules: readonly DeadlineRule[];
  readonly reason: string;
  readonly authorisingText: string;
};

/** A body as the text names it, with its entry in the registry where there is one. */
export type TaskBodyRef = {
  readonly bodyId: string | null;
  /** The name of today, where the registry knows the body; else as printed. */
  readonly name: string;
  readonly printed: string;
  readonly role: BodyRole;
  readonly isClass: boolean;
  readonly spans: readonly Span[];
};

/** The deadline of a task as it stands: the rules of the text, and the dates the calendar gives them. */
export type TaskDeadline = {
  readonly rules: readonly DeadlineRule[];
  readonly quote: string;
  readonly recurrence: Recurrence | null;
  readonly targetOrgan: SessionSeries | null;
  readonly targetSession: number | null;
  readonly targetPart: SessionPart | null;
  readonly dueFrom: IsoDate | null;
  /** The last day on which the action is still in time; null where no date can be given. */
  readonly dueOn: IsoDate | null;
  readonly certainty: Certainty;
  readonly because: readonly Because[];
};

/** The part of a task that the workflow reads and changes. */
export type Task = {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly organ: string;
  readonly adoptedSession: number | null;
  readonly ask: string;
  readonly verb: string;
  readonly deliverable: Deliverable;
  readonly agendaTitle: string;
  /** The kind of output that a person chose; null: as the deliverable says. */
  readonly outputKind: OutputKind | null;
  readonly draftWords: number | null;
  readonly wordLimit: number | null;
  /** The text that grants another limit than the usual one. */
  readonly wordLimitSource: string;
  readonly status: WorkStatus;
  /** The day from which the status holds. */
  readonly statusSince: IsoDate;
  readonly createdOn: IsoDate;
  readonly isBlocked: boolean;
  readonly blockedReason: string;
  readonly mandateStatus: MandateStatus;
  /** Symbol of the text that deferred, superseded or retired the mandate; "" while it is in force. */
  readonly mandateDocument: string;
  readonly closureProposal: ClosureProposal | null;
  readonly deadline: TaskDeadline;
  readonly meetingOn: IsoDate | null;
  readonly agreedSlot: IsoDate | null;
  readonly jobNumber: string;
  readonly internalTarget: IsoDate | null;
  readonly reviewOrgan: SessionSeries | null;
  readonly reviewSession: number | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly responsibleId: string | null;
  readonly responsibleName: string | null;
  readonly leadBodyId: string | null;
  /** How many leads the text names: a task with none has nobody to ask yet. */
  readonly leadCount: number;
  readonly version: number;
};

/** What a change sets on a task; fields that are absent stay as they are. */
export type TaskChanges = Partial<
  Pick<
    Task,
    | "status"
    | "statusSince"
    | "isBlocked"
    | "blockedReason"
    | "mandateStatus"
    | "mandateDocument"
    | "closureProposal"
    | "meetingOn"
    | "agreedSlot"
    | "jobNumber"
    | "internalTarget"
    | "reviewOrgan"
    | "reviewSession"
    | "ownerId"
    | "responsibleId"
    | "ask"
    | "deliverable"
    | "agendaTitle"
    | "outputKind"
    | "draftWords"
    | "wordLimit"
    | "wordLimitSource"
  >
> & { readonly deadline?: TaskDeadline };
