/** The work statuses of follow-up, as staff move them. Timeliness (overdue, due soon …) is computed, never stored. */
export const workStatuses = [
  "PROPOSED",
  "NOT_ACTIONABLE",
  "PENDING",
  "IN_PROGRESS",
  "SUBMITTED",
  "IMPLEMENTED",
  "ONGOING",
  "DEFERRED",
  "SUPERSEDED",
  "RETIRED",
  "NOT_IMPLEMENTED",
] as const;
export type WorkStatus = (typeof workStatuses)[number];

/** What each status means and how it counts. `isOpen`: work may still be needed; `tone` drives colour together with words. */
export const statusMeaning = {
  PROPOSED: { isOpen: true, tone: "quiet", meaning: "Suggested from a paragraph; nobody has decided yet." },
  NOT_ACTIONABLE: { isOpen: false, tone: "done", meaning: "A person judged that no follow-up is needed." },
  PENDING: { isOpen: true, tone: "open", meaning: "Confirmed; the responsible unit has not yet begun." },
  IN_PROGRESS: { isOpen: true, tone: "active", meaning: "The responsible unit has accepted it and begun." },
  SUBMITTED: { isOpen: true, tone: "active", meaning: "Handed over; the organ has not yet dealt with it." },
  IMPLEMENTED: {
    isOpen: false,
    tone: "done",
    meaning: "Done, with evidence and a second person's confirmation.",
  },
  ONGOING: {
    isOpen: true,
    tone: "quiet",
    meaning: "A standing call without an end; reviewed at set sessions.",
  },
  DEFERRED: { isOpen: true, tone: "quiet", meaning: "The organ moved consideration to a later session." },
  SUPERSEDED: {
    isOpen: false,
    tone: "done",
    meaning: "A later text renewed, changed, merged or replaced it.",
  },
  RETIRED: { isOpen: false, tone: "done", meaning: "An organ decided that it ends." },
  NOT_IMPLEMENTED: {
    isOpen: false,
    tone: "alert",
    meaning: "The session closed without the act; explained.",
  },
} as const satisfies Record<
  WorkStatus,
  { isOpen: boolean; tone: "quiet" | "open" | "active" | "done" | "alert"; meaning: string }
>;

/** Statuses in which a task counts as pending work. */
export const openStatuses: readonly WorkStatus[] = workStatuses.filter(
  (status) => statusMeaning[status].isOpen,
);

/** True while work may still be needed. */
export const isOpen = (status: WorkStatus): boolean => statusMeaning[status].isOpen;
