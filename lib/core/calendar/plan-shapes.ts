import type { OutputKind, WordLimit } from "./document-rules";
import type { DutyStationId } from "./duty-stations";
import type { Holiday } from "./holidays";
import type { Because, CalendarSession, Certainty, IsoDate, ResolvedDeadline } from "./rule";

export type PlanStepId =
  | "clearance"
  | "contribution"
  | "slot"
  | "processing"
  | "issue"
  | "speaking-notes"
  | "annotated-list"
  | "provisional-agenda"
  | "supplementary-request"
  | "supplementary-list"
  | "host-slot"
  | "host-issue"
  | "session-opens"
  | "consideration"
  | "meeting"
  | "due"
  | "session-closes";

/** Where a step's day comes from. `rule-of-today`: the rule is younger than the text. */
export type StepStanding = "agreed" | "rule" | "rule-of-today" | "habit" | "calendar" | "text";

export type PlanStep = {
  readonly id: PlanStepId;
  /** The day to plan by. Null where only a window is known. */
  readonly day: IsoDate | null;
  /** Set where the step may fall on several days: the earliest and the latest. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly certainty: Certainty;
  readonly standing: StepStanding;
  readonly because: readonly Because[];
  /** The document that sets the rule, or "". */
  readonly source: string;
};

export type Plan = {
  readonly deliverable: OutputKind;
  /** In order of their days; steps without a day stand by their window. */
  readonly steps: readonly PlanStep[];
  /** The day by which the responsible unit must hand over: slot, contribution, provisional agenda, or the due day. */
  readonly handOver: IsoDate | null;
  /** Sentences of `plan-words.ts` by code. */
  readonly warnings: readonly Because[];
  readonly wordLimit: WordLimit | null;
  /** The host report of a section. */
  readonly dependsOn: string | null;
};

export type PlanInput = {
  readonly deadline: ResolvedDeadline;
  readonly deliverable: OutputKind;
  /** The day of the meeting or of the consideration, once known. */
  readonly meetingDay?: IsoDate | null;
  /** The submission date agreed with the documents planners: it beats the formula. */
  readonly agreedSlot?: IsoDate | null;
  /** The session that the deadline names; null for deadlines that name a date. */
  readonly session: CalendarSession | null;
  readonly dutyStation: DutyStationId;
  /** Holidays that an administrator entered. */
  readonly holidays?: readonly Holiday[];
  /** Words of the draft, where counted. */
  readonly words?: number;
  /** Another limit than the usual one for this kind of output. */
  readonly wordLimit?: WordLimit;
  readonly adopted: IsoDate | null;
  /** The day of reading: which steps are past. */
  readonly asOf: IsoDate;
  /** For a section: the report that carries it, and that report's own plan where it has one. */
  readonly host?: { readonly id: string; readonly plan: Plan | null } | null;
};
