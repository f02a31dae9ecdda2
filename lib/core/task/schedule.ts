import { type OutputKind, outputKindOf, type WordLimit } from "../calendar/document-rules";
import { stationOf } from "../calendar/duty-stations";
import { planBackward } from "../calendar/plan";
import type { Plan, PlanStep, PlanStepId } from "../calendar/plan-shapes";
import { resolveDeadlines } from "../calendar/resolve-several";
import type { DeadlineRule, IsoDate, Recurrence, ResolvedDeadline, SessionCalendar } from "../calendar/rule";
import { isOpen } from "./status";
import type { Task, TaskDeadline } from "./task";

/** The words of a deadline, as rules, with the words they were read from. */
export type DeadlineWords = {
  readonly rules: readonly DeadlineRule[];
  readonly quote: string;
  readonly recurrence: Recurrence | null;
};

/** What a deadline is read against: the day of adoption and the adopting organ. */
export type AdoptionContext = { readonly adopted: IsoDate | null; readonly organ: string };

/** Rules read against the calendar of the day. With several, the earliest leads and the others are kept. */
export function resolveTaskDeadline(
  words: DeadlineWords,
  calendar: SessionCalendar,
  context: AdoptionContext,
): TaskDeadline {
  const { all, planning } = resolveDeadlines(words.rules, calendar, context);
  const leading = planning ?? all[0] ?? null;
  // A session names the target also where another rule gives the day: lists by session must find the task.
  const session = [leading?.rule, ...words.rules].find((rule) => rule?.kind === "session");
  return {
    ...words,
    targetOrgan: session?.organ ?? null,
    targetSession: session?.session ?? null,
    targetPart: session?.part ?? null,
    dueFrom: leading?.resolved.window?.from ?? null,
    dueOn: leading?.resolved.due ?? null,
    certainty: leading?.resolved.certainty ?? "unknown",
    because: leading?.resolved.because ?? [],
  };
}

/** The part of a task that its plan depends on. */
export type Planned = Pick<Task, "deadline" | "deliverable" | "meetingOn" | "agreedSlot" | "status"> & {
  readonly adopted: IsoDate | null;
  /** The kind of output that a person chose; null: as the deliverable says. */
  readonly outputKind?: OutputKind | null;
  /** Words of the draft, once counted, and another limit than the usual one. */
  readonly draftWords?: number | null;
  readonly wordLimit?: number | null;
  readonly wordLimitSource?: string;
  /** The reference of the report that carries this one as a section, where it is one. */
  readonly host?: string | null;
  /** That report itself, so that the section follows its plan. */
  readonly hostTask?: Planned | null;
  /** That report in the words of the text, where it has no task here. */
  readonly hostReport?: string;
};

/** What a task is planned as: as a person chose, a section where another report carries it, else by its deliverable. */
export const outputOf = (
  task: Pick<Planned, "deliverable" | "outputKind" | "host" | "hostReport">,
): OutputKind =>
  task.outputKind ?? (task.host || task.hostReport ? "section" : outputKindOf(task.deliverable));

/** The backward plan of a task, from its meeting or its session down to the hand-over. */
export function planOf(task: Planned, calendar: SessionCalendar, asOf: IsoDate): Plan {
  const { deadline } = task;
  const carrier = task.host || task.hostReport;
  const session =
    deadline.targetOrgan !== null && deadline.targetSession !== null
      ? calendar.find(deadline.targetOrgan, deadline.targetSession)
      : null;
  const dutyStation = stationOf(session?.timeZone ?? "America/New_York");
  const resolved: ResolvedDeadline = {
    window: deadline.dueOn === null ? null : { from: deadline.dueFrom ?? deadline.dueOn, to: deadline.dueOn },
    due: deadline.dueOn,
    certainty: deadline.certainty,
    because: deadline.because,
  };
  return planBackward({
    deadline: resolved,
    deliverable: outputOf(task),
    meetingDay: task.meetingOn,
    agreedSlot: task.agreedSlot,
    session,
    dutyStation,
    ...(calendar.holidays && { holidays: calendar.holidays(dutyStation) }),
    adopted: task.adopted,
    asOf,
    host: carrier ? { id: carrier, plan: hostPlan(task, calendar, asOf) } : null,
    ...(task.draftWords != null && { words: task.draftWords }),
    ...(task.wordLimit != null && {
      wordLimit: { words: task.wordLimit, source: task.wordLimitSource ?? "" },
    }),
  });
}

/**
 * The kind of output and its limit as pages show them. Where the text itself makes the ask a section of another report
 * that no task stands for yet, it is shown as that section; its plan is still that of a report of its own.
 */
export function outputShown(
  task: Pick<Planned, "outputKind"> & { readonly hostReport: string },
  plan: Pick<Plan, "deliverable" | "wordLimit">,
): { readonly output: OutputKind; readonly hostReport: string; readonly wordLimit: WordLimit | null } {
  const { hostReport } = task;
  const isSection = hostReport !== "" && (task.outputKind ?? null) === null;
  return isSection
    ? { output: "section", hostReport, wordLimit: null }
    : {
        output: plan.deliverable,
        hostReport: plan.deliverable === "section" ? hostReport : "",
        wordLimit: plan.wordLimit,
      };
}

/** The plan of the report that carries a section. A host that is itself a section counts by its own days: one step is enough. */
const hostPlan = (task: Planned, calendar: SessionCalendar, asOf: IsoDate): Plan | null =>
  task.hostTask ? planOf({ ...task.hostTask, host: null, hostTask: null }, calendar, asOf) : null;

/** Steps by which the responsible unit hands something over, first one leading. */
const handOverSteps: readonly PlanStepId[] = [
  "contribution",
  "slot",
  "provisional-agenda",
  "speaking-notes",
  "issue",
  "host-issue",
];

/**
 * The next step that the task itself has to make: the hand-over while work goes on, the last day once it is submitted.
 * A step that only a later rule asks for (the slot system is younger than the text) binds nobody; then the step after
 * it counts. Null for closed, standing and deferred tasks, and where no day is known.
 */
export function nextStepOf(
  task: Planned,
  plan: Plan,
): { readonly code: string; readonly on: IsoDate } | null {
  if (!isOpen(task.status) || task.status === "ONGOING" || task.status === "DEFERRED") return null;
  const last = lastStep(task, plan);
  if (task.status === "SUBMITTED") return last;
  const isItem = plan.deliverable === "agenda-item";
  const step = handOverSteps
    .filter((id) => id !== "provisional-agenda" || isItem)
    .map((id) => plan.steps.find((one) => one.id === id && one.standing !== "rule-of-today"))
    .find((one): one is PlanStep & { day: IsoDate } => one?.day != null);
  if (!step) return last;
  return last !== null && last.on < step.day ? last : { code: step.id, on: step.day };
}

function lastStep(task: Planned, plan: Plan): { code: string; on: IsoDate } | null {
  if (task.meetingOn !== null) return { code: "meeting", on: task.meetingOn };
  if (task.deadline.dueOn === null) return null;
  const held = plan.steps.find((step) => step.id === "consideration" || step.id === "meeting");
  return { code: held?.id ?? "due", on: task.deadline.dueOn };
}

/** Where a plan step stands for a task on a day. */
export function stepState(
  task: Planned,
  step: PlanStep,
  next: { readonly code: string } | null,
  asOf: IsoDate,
): "done" | "late" | "next" | "ahead" {
  const day = step.day ?? step.window?.to ?? null;
  if (!isOpen(task.status)) return "done";
  if (next?.code === step.id) return day !== null && day < asOf ? "late" : "next";
  const handedOver = task.status === "SUBMITTED" && handOverSteps.includes(step.id);
  return handedOver || (day !== null && day < asOf) ? "done" : "ahead";
}
