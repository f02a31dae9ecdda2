import type { PlanStepId } from "../calendar/plan-shapes";
import type { IsoDate, SessionCalendar, SessionSeries } from "../calendar/rule";
import { outputOf, type Planned, planOf } from "../task/schedule";
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

type Days = Partial<Record<Anchor, IsoDate>>;

/**
 * The days from which reminders of a task count, under this calendar. A step that only a rule younger than the text
 * asks for binds nobody and reminds nobody.
 */
export const anchorDays = (task: AnchoredTask, calendar: SessionCalendar, asOf: IsoDate): Days =>
  withOwnDays(task, calendar, stepDays(task, calendar, asOf));

/** More plans than this are forgotten and worked out again: memory stays flat over any number of tasks. */
const mostPlans = 50_000;

/**
 * `anchorDays` for a run over many tasks under one calendar: tasks whose plans depend on the same values (most tasks of
 * a session do) share one plan. Equal to `anchorDays` for every task.
 */
export function anchorDaysOfMany(calendar: SessionCalendar, asOf: IsoDate): (task: AnchoredTask) => Days {
  const plans = new Map<string, Days>();
  return (task) => {
    // The plan of a section follows another task's plan, which no key of its own values stands for.
    if (task.hostTask) return anchorDays(task, calendar, asOf);
    const key = planKey(task);
    let days = plans.get(key);
    if (days === undefined) {
      if (plans.size >= mostPlans) plans.clear();
      days = stepDays(task, calendar, asOf);
      plans.set(key, days);
    }
    return withOwnDays(task, calendar, days);
  };
}

/** Every value on which the days of the plan's steps depend; the length of a draft only makes warnings. */
const planKey = (task: AnchoredTask): string => {
  const { targetOrgan, targetSession, dueFrom, dueOn, certainty } = task.deadline;
  const own = `${outputOf(task)}|${task.adopted}|${task.meetingOn}|${task.agreedSlot}`;
  return `${own}|${targetOrgan}|${targetSession}|${dueFrom}|${dueOn}|${certainty}`;
};

function stepDays(task: AnchoredTask, calendar: SessionCalendar, asOf: IsoDate): Days {
  const days: Days = {};
  for (const step of planOf(task, calendar, asOf).steps) {
    const anchor = anchorOfStep[step.id];
    if (anchor !== undefined && step.day !== null && step.standing !== "rule-of-today")
      days[anchor] ??= step.day;
  }
  return days;
}

/** The days of the steps, with those that the task says itself. */
function withOwnDays(task: AnchoredTask, calendar: SessionCalendar, steps: Days): Days {
  const days = { ...steps };
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
