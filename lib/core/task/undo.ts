import { dayInWords } from "../calendar/day";
import type { IsoDate } from "../calendar/rule";
import { fail, ok, type Result } from "../result";
import { additiveEventTypes, type TaskEvent, type TaskEventType } from "./events";
import type { TaskActor, TaskMove } from "./move";
import type { TaskChanges } from "./task";

/** Changes that a compensating line can take back. What was said or shown stays said and shown. */
const undoable: readonly TaskEventType[] = [
  "status",
  "closure-proposed",
  "closure-declined",
  "deadline",
  "owner",
  "responsible",
  "text",
  "blocked",
  "unblocked",
  "meeting",
  "slot",
  "target",
];

const fields = [
  "status",
  "isBlocked",
  "blockedReason",
  "mandateStatus",
  "mandateDocument",
  "closureProposal",
  "meetingOn",
  "agreedSlot",
  "jobNumber",
  "internalTarget",
  "reviewOrgan",
  "reviewSession",
  "ownerId",
  "responsibleId",
  "ask",
  "deliverable",
  "agendaTitle",
  "deadline",
] as const satisfies readonly (keyof TaskChanges)[];

/** The last line that changed something, comments and evidence aside; null on an empty record. */
export const lastChange = (history: readonly TaskEvent[]): TaskEvent | null =>
  [...history]
    .sort((a, b) => b.sequence - a.sequence)
    .find((event) => !additiveEventTypes.includes(event.type)) ?? null;

/** True where `actor` may take back `event`: it is the last change, it can be taken back, and it is the actor's own. */
export const canUndo = (event: TaskEvent | null, actor: TaskActor): boolean =>
  event !== null && undoable.includes(event.type) && event.actorId === actor.personId;

/**
 * Takes the last change back by a new line that restores what stood before; the line taken back stays in the record.
 * Only the person who made the change may, and only while nothing else has changed since.
 */
export function undoChange(
  history: readonly TaskEvent[],
  actor: TaskActor,
  input: { readonly reason: string },
  today: IsoDate,
): Result<TaskMove> {
  const event = lastChange(history);
  if (!event || !undoable.includes(event.type)) {
    return fail(
      "not-allowed-now",
      "The last change cannot be taken back. Change the task again instead; the record keeps both.",
    );
  }
  if (event.actorId !== actor.personId) {
    return fail(
      "not-permitted",
      `${event.actorName} made the last change on ${dayInWords(event.effectiveOn)}. Only that person can take it back.`,
    );
  }
  const from = event.from ?? {};
  const changes = Object.fromEntries(
    fields.filter((field) => field in from).map((field) => [field, from[field]]),
  ) as TaskChanges;
  const effectiveOn = today < event.effectiveOn ? event.effectiveOn : today;
  const restored: TaskChanges = { ...changes, ...("status" in changes && { statusSince: effectiveOn }) };
  return ok({
    changes: restored,
    event: {
      type: "undo",
      transition: event.transition,
      from: { ...(event.to ?? {}), undone: event.sequence, undoneType: event.type },
      to: { ...restored, ...namesIn(from) },
      reason: input.reason.trim(),
      evidence: [],
    },
    effectiveOn,
  });
}

/** Names that the record keeps beside ids, so that the history reads as words. */
const namesIn = (from: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    ["ownerName", "responsibleName"].filter((name) => name in from).map((name) => [name, from[name]]),
  );
