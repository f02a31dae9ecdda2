import type { IsoDate } from "../calendar/rule";
import type { EvidenceRef } from "./task";
import type { TransitionName } from "./workflow";

/** Every kind of line that the history of a task can hold. */
export const taskEventTypes = [
  "created",
  "status",
  "closure-proposed",
  "closure-declined",
  "deadline",
  "deadline-proposed",
  "deadline-declined",
  "session-moved",
  "holiday",
  "owner",
  "responsible",
  "bodies",
  "text",
  "blocked",
  "unblocked",
  "comment",
  "evidence",
  "meeting",
  "slot",
  "target",
  "link",
  "output",
  "series",
  "host-moved",
  "reopened-review",
  "asked",
  "answered",
  "answer-returned",
  "answer-accepted",
  "undo",
] as const;
export type TaskEventType = (typeof taskEventTypes)[number];

/** Lines that add to the record without changing where the task stands: a stale page need not stop for them. */
export const additiveEventTypes: readonly TaskEventType[] = [
  "comment",
  "evidence",
  "asked",
  "answered",
  "answer-returned",
  "answer-accepted",
];

/** Values before or after a change, by field name; plain JSON. */
export type EventValues = Readonly<Record<string, unknown>>;

/** A history line before it is recorded: what happened, in values. */
export type TaskEventDraft = {
  readonly type: TaskEventType;
  readonly transition: TransitionName | null;
  readonly from: EventValues | null;
  readonly to: EventValues | null;
  readonly reason: string;
  readonly evidence: readonly EvidenceRef[];
};

/** A recorded history line. `effectiveOn` is the day it holds from, `at` the instant it was written. */
export type TaskEvent = TaskEventDraft & {
  readonly sequence: number;
  readonly at: string;
  readonly effectiveOn: IsoDate;
  readonly actorId: string | null;
  readonly actorName: string;
};
