import type { WorkStatus } from "./status";

/** The roles of the follow-up, from least to most. A membership gives a role within one body, or everywhere. */
export const roles = ["VIEWER", "CONTRIBUTOR", "FOCAL_POINT", "SECRETARY", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** What a move must be accompanied by. */
export type Requirement =
  | "owner"
  | "reviewSession"
  | "documentSymbol"
  | "evidence"
  | "comment"
  | "reason"
  | "decidingDocument"
  | "newSession"
  | "successor"
  | "addressee"
  | "sessionClosed"
  | "otherPerson";

/** One permitted move. `by` lists the roles that may make it; Admin keeps users and sessions and moves nothing. */
export type Transition = {
  readonly name: string;
  readonly from: readonly WorkStatus[];
  readonly to: WorkStatus;
  readonly by: readonly Role[];
  readonly needs: readonly Requirement[];
  /** Verb of the button, and of the history sentence. */
  readonly label: string;
};

/**
 * Who may move what: the whole workflow, readable by anyone. A move that is not here cannot be made.
 * "No one approves own closure" is the requirement `otherPerson`: a focal point proposes the closure,
 * a Secretary who did not propose it confirms.
 */
export const workflow = [
  {
    name: "confirm",
    from: ["PROPOSED"],
    to: "PENDING",
    by: ["SECRETARY"],
    needs: ["addressee"],
    label: "Confirm",
  },
  {
    name: "dismiss",
    from: ["PROPOSED"],
    to: "NOT_ACTIONABLE",
    by: ["SECRETARY"],
    needs: ["reason"],
    label: "No follow-up",
  },
  {
    name: "revive",
    from: ["NOT_ACTIONABLE"],
    to: "PENDING",
    by: ["SECRETARY"],
    needs: ["reason"],
    label: "Track after all",
  },
  {
    name: "start",
    from: ["PENDING"],
    to: "IN_PROGRESS",
    by: ["FOCAL_POINT", "SECRETARY"],
    needs: ["owner"],
    label: "Start work",
  },
  {
    name: "monitor",
    from: ["PENDING"],
    to: "ONGOING",
    by: ["FOCAL_POINT", "SECRETARY"],
    needs: ["owner", "reviewSession"],
    label: "Monitor as standing call",
  },
  {
    name: "submit",
    from: ["IN_PROGRESS"],
    to: "SUBMITTED",
    by: ["CONTRIBUTOR", "FOCAL_POINT"],
    needs: ["documentSymbol"],
    label: "Submit",
  },
  {
    name: "return",
    from: ["SUBMITTED"],
    to: "IN_PROGRESS",
    by: ["FOCAL_POINT", "SECRETARY"],
    needs: ["comment"],
    label: "Return",
  },
  {
    name: "implement",
    from: ["IN_PROGRESS", "SUBMITTED"],
    to: "IMPLEMENTED",
    by: ["SECRETARY"],
    needs: ["evidence", "otherPerson"],
    label: "Confirm as implemented",
  },
  {
    name: "defer",
    from: ["PENDING", "IN_PROGRESS", "SUBMITTED", "ONGOING"],
    to: "DEFERRED",
    by: ["SECRETARY"],
    needs: ["decidingDocument", "newSession"],
    label: "Defer",
  },
  { name: "resume", from: ["DEFERRED"], to: "PENDING", by: ["SECRETARY"], needs: [], label: "Resume" },
  {
    name: "supersede",
    from: ["PENDING", "IN_PROGRESS", "SUBMITTED", "ONGOING", "DEFERRED"],
    to: "SUPERSEDED",
    by: ["SECRETARY"],
    needs: ["decidingDocument", "successor"],
    label: "Superseded by a later text",
  },
  {
    name: "retire",
    from: ["PENDING", "IN_PROGRESS", "SUBMITTED", "ONGOING", "DEFERRED"],
    to: "RETIRED",
    by: ["SECRETARY"],
    needs: ["decidingDocument"],
    label: "Retired by decision",
  },
  {
    name: "fail",
    from: ["PENDING", "IN_PROGRESS", "SUBMITTED"],
    to: "NOT_IMPLEMENTED",
    by: ["SECRETARY"],
    needs: ["sessionClosed", "reason"],
    label: "Record as not implemented",
  },
  {
    name: "reopen",
    from: ["IMPLEMENTED", "NOT_IMPLEMENTED", "SUPERSEDED", "RETIRED"],
    to: "IN_PROGRESS",
    by: ["SECRETARY"],
    needs: ["reason"],
    label: "Reopen",
  },
] as const satisfies readonly Transition[];

export type TransitionName = (typeof workflow)[number]["name"];
