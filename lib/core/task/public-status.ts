import type { WorkStatus } from "./status";

/** What a person outside reads of the state of an action: few words, none of them internal. */
export const publicStatuses = [
  "notBegun",
  "underWay",
  "handedOver",
  "done",
  "standing",
  "later",
  "ended",
  "notDone",
] as const;
export type PublicStatus = (typeof publicStatuses)[number];

/** A proposal that nobody accepted and a paragraph without follow-up have no public state. */
export const publicStatusOf = {
  PROPOSED: null,
  NOT_ACTIONABLE: null,
  PENDING: "notBegun",
  IN_PROGRESS: "underWay",
  SUBMITTED: "handedOver",
  IMPLEMENTED: "done",
  ONGOING: "standing",
  DEFERRED: "later",
  SUPERSEDED: "ended",
  RETIRED: "ended",
  NOT_IMPLEMENTED: "notDone",
} as const satisfies Record<WorkStatus, PublicStatus | null>;
