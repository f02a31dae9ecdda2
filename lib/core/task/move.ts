import { dayInWords } from "../calendar/day";
import type { IsoDate } from "../calendar/rule";
import { fail, ok, type Result } from "../result";
import type { TaskEventDraft } from "./events";
import type { WorkStatus } from "./status";
import type { EvidenceRef, Task, TaskChanges, TaskDeadline } from "./task";
import type { Role, Transition, TransitionName } from "./workflow";

/** Who acts, reduced to what the workflow asks: the roles held over this task, and the persons acted for. */
export type TaskActor = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The actor's own id and those of people on leave whose work the actor looks after. */
  readonly actsAs: readonly string[];
};

/** What a person gives with a move; which of it is needed stands in the workflow table. */
export type MoveInput = {
  readonly reason: string;
  readonly documentSymbol: string;
  readonly jobNumber: string;
  readonly evidence: readonly EvidenceRef[];
  readonly decidingDocument: string;
  readonly newSession: { readonly organ: string; readonly session: number } | null;
  readonly reviewSession: { readonly organ: string; readonly session: number } | null;
  readonly successor: string;
  /** The day from which the change holds; the working date where absent. */
  readonly effectiveOn?: IsoDate | undefined;
};

/** What the world says: the working date, the target session's end, evidence already on file. */
export type MoveContext = {
  readonly today: IsoDate;
  /** Last day of the session at which the task is due; null where it is not known or there is none. */
  readonly sessionCloses: IsoDate | null;
  readonly evidenceOnFile: readonly EvidenceRef[];
  /** The deadline at `input.newSession`, resolved by the caller; only for `defer`. */
  readonly newDeadline: TaskDeadline | null;
};

/** A change to be stored, with its history line: both or neither. */
export type TaskMove = {
  readonly changes: TaskChanges;
  readonly event: TaskEventDraft;
  readonly effectiveOn: IsoDate;
};

export type MoveName = TransitionName | "proposeClosure" | "declineClosure";

/** A move with nothing given: for tests, defaults and questions about what is missing. */
export const emptyMove: MoveInput = {
  reason: "",
  documentSymbol: "",
  jobNumber: "",
  evidence: [],
  decidingDocument: "",
  newSession: null,
  reviewSession: null,
  successor: "",
};

/** A move as it can be offered to somebody: what to ask for, and what stands in the way. */
export type OfferedMove = {
  readonly name: MoveName;
  readonly label: string;
  readonly to: WorkStatus;
  readonly needs: Transition["needs"];
  /** Why it cannot be made now, in plain words, where nothing that could be filled in would help; else null. */
  readonly problem: string | null;
};

/**
 * The day a change holds from: the working date, or an earlier day with a reason. Never before `notBefore`, the day
 * of what it changes, so that the record can be read for any day.
 */
export function effectiveDay(
  notBefore: IsoDate,
  input: { readonly effectiveOn?: IsoDate | undefined; readonly reason: string },
  today: IsoDate,
): Result<IsoDate> {
  const day = input.effectiveOn ?? (today < notBefore ? notBefore : today);
  const at = { fields: { effectiveOn: "Choose another day." } };
  if (day < notBefore) {
    return fail(
      "invalid-input",
      `What this changes holds from ${dayInWords(notBefore)}; choose that day or a later one.`,
      at,
    );
  }
  if (input.effectiveOn !== undefined && day > today) {
    return fail(
      "invalid-input",
      `A change cannot hold from a day to come; choose ${dayInWords(today)} or earlier.`,
      at,
    );
  }
  if (day < today && input.reason.trim() === "" && input.effectiveOn !== undefined) {
    return fail("invalid-input", "Say why the change is dated back.", {
      fields: { reason: "Say why the change is dated back." },
    });
  }
  return ok(day);
}

/** The values of a task that a change replaces, by field: what a compensating change puts back. */
export function valuesBefore(task: Task, changes: TaskChanges): Record<string, unknown> {
  return Object.fromEntries(Object.keys(changes).map((field) => [field, task[field as keyof Task]]));
}

/** "Secretary", "Contributor or Focal point". */
export const rolesInWords = (names: readonly Role[]): string =>
  names.map((role) => roleNames[role]).join(" or ");

const roleNames: Record<Role, string> = {
  VIEWER: "Viewer",
  CONTRIBUTOR: "Contributor",
  FOCAL_POINT: "Focal point",
  SECRETARY: "Secretary",
  ADMIN: "Admin",
};

/** The status of a task in the words of a sentence: "it is in progress". */
export const statusInWords: Record<WorkStatus, string> = {
  PROPOSED: "proposed",
  NOT_ACTIONABLE: "set aside without follow-up",
  PENDING: "pending",
  IN_PROGRESS: "in progress",
  SUBMITTED: "submitted",
  IMPLEMENTED: "implemented",
  ONGOING: "monitored as a standing call",
  DEFERRED: "deferred",
  SUPERSEDED: "superseded",
  RETIRED: "retired",
  NOT_IMPLEMENTED: "recorded as not implemented",
};
