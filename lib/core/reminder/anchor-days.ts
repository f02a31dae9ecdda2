import type { PlanStepId } from "../calendar/plan-shapes";
import type { IsoDate, SessionCalendar, SessionSeries } from "../calendar/rule";
import { type Planned, planOf } from "../task/schedule";
import type { Anchor } from "./policy";

/** The part of a task on which its anchor days depend. */
export type AnchoredTask = Planned & {
  readonly internalTarget: IsoDate | null;
  readonly reviewOrgan: SessionSeries | null;
  readonly reviewSession: number | null;
};

const anchorOfStep: Partial<Record<PlanStepId, Anchor>> = {
  clearance: "clearance",
  slot: "slot",
  contribution: "slot",
  issue: "issue",
  "provisional-agenda": "provisionalAgenda",
  "session-opens": "opening",
};

/**
 * The days from which reminders of a task count, under this calendar. A step that only a rule younger than the text
 * asks for binds nobody and reminds nobody.
 */
export function anchorDays(
  task: AnchoredTask,
  calendar: SessionCalendar,
  asOf: IsoDate,
): Partial<Record<Anchor, IsoDate>> {
  const days: Partial<Record<Anchor, IsoDate>> = {};
  for (const step of planOf(task, calendar, asOf).steps) {
    const anchor = anchorOfStep[step.id];
    if (anchor !== undefined && step.day !== null && step.standing !== "rule-of-today")
      days[anchor] ??= step.day;
  }
  if (task.meetingOn !== null) days.meeting = task.meetingOn;
  if (task.deadline.dueOn !== null) days.due = task.deadline.dueOn;
  if (task.internalTarget !== null) days.internalTarget = task.internalTarget;
  const review =
    task.reviewOrgan !== null && task.reviewSession !== null
      ? (calendar.find(task.reviewOrgan, task.reviewSession)?.opens ?? null)
      : null;
  if (review !== null) days.review = review;
  return days;
}
