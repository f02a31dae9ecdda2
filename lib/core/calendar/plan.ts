import { assertNever } from "../result";
import { addWeeks, daysBetween, later, yearOf } from "./day";
import { wordLimitOf } from "./document-rules";
import { agendaSteps, sessionSteps } from "./plan-session-steps";
import type { Plan, PlanInput, PlanStep, PlanStepId } from "./plan-shapes";
import { type Anchor, considerationStep, documentSteps, oralSteps, sectionSteps } from "./plan-steps";
import { startOf } from "./projections";
import type { Because, IsoDate } from "./rule";
import { workingDaysOf } from "./working-days";

// The shapes stand apart so that the step files need not import this one.
export type { Plan, PlanInput, PlanStep, PlanStepId } from "./plan-shapes";

/**
 * The plan that leads to a deadline, counted backwards: from the meeting (or the earliest day it can be held) to issue
 * in six languages, processing, submission slot and internal clearance; from the opening to the provisional agenda. A
 * day that is no working day moves earlier. Without a window there are no steps but those of the session, and a warning.
 */
export function planBackward(input: PlanInput): Plan {
  const days = workingDaysOf(input.dutyStation, input.holidays);
  const anchor = anchorOf(input);
  const session = sessionSteps(input.session, input.deliverable, days);
  const main = anchor ? stepsTowards(anchor, input, days) : [];
  const steps = [...session, ...main].sort(byDay);
  const wordLimit = input.wordLimit ?? wordLimitOf(input.deliverable);
  const plan: Plan = {
    deliverable: input.deliverable,
    steps,
    handOver: handOverOf(steps),
    warnings: [],
    wordLimit,
    dependsOn: input.deliverable === "section" ? (input.host?.id ?? null) : null,
  };
  return { ...plan, warnings: warningsOf(plan, input, anchor) };
}

/** The first step that is not past on that day, by its planning day or the end of its window; null when all are. */
export const nextStep = (plan: Plan, asOf: IsoDate): PlanStep | null =>
  plan.steps.find((step) => (step.day ?? step.window?.to ?? "") >= asOf) ?? null;

/** When the output is considered: the meeting, once known, or the earliest and latest day that the deadline leaves. */
function anchorOf(input: PlanInput): Anchor | null {
  const { meetingDay, deadline, session } = input;
  if (meetingDay) return { from: meetingDay, to: meetingDay, certainty: "fixed", isMeeting: true };
  if (!deadline.window || !deadline.due) return null;
  const start = session && startOf(session);
  const { from, to } = deadline.window;
  if (start && start <= to)
    return { from: later(from, start), to, certainty: deadline.certainty, isMeeting: false };
  // A window that runs from the adoption says how long there is, not when the output is considered: that is its end.
  const earliest = session || from === input.adopted ? to : from;
  return { from: earliest, to, certainty: deadline.certainty, isMeeting: false };
}

function stepsTowards(anchor: Anchor, input: PlanInput, days: ReturnType<typeof workingDaysOf>): PlanStep[] {
  switch (input.deliverable) {
    case "report":
    case "consolidated-report":
    case "note":
      return [
        ...documentSteps(anchor, input.agreedSlot ?? null, days),
        considerationStep(anchor, "consideration"),
      ];
    case "meeting":
      return [...documentSteps(anchor, input.agreedSlot ?? null, days), considerationStep(anchor, "meeting")];
    case "section":
      return [...sectionSteps(anchor, input, days), considerationStep(anchor, "consideration")];
    case "oral-report":
      return [...oralSteps(anchor, days), considerationStep(anchor, "consideration")];
    case "agenda-item":
      return input.session?.organ === "GA"
        ? agendaSteps(input.session, days)
        : [considerationStep(anchor, "consideration")];
    case "other":
      return [considerationStep(anchor, "due")];
    default:
      return assertNever(input.deliverable);
  }
}

const sortKey = (step: PlanStep): string => step.day ?? step.window?.from ?? "9999";

function byDay(a: PlanStep, b: PlanStep): number {
  const first = sortKey(a);
  const second = sortKey(b);
  return first < second ? -1 : first > second ? 1 : 0;
}

function handOverOf(steps: readonly PlanStep[]): IsoDate | null {
  for (const id of ["contribution", "slot", "speaking-notes"] as const) {
    const step = steps.find((one) => one.id === id);
    if (step?.day) return step.day;
  }
  const isItem = steps.some((one) => one.id === "supplementary-request");
  const last = steps.find((one) => one.id === (isItem ? "provisional-agenda" : "due"));
  return last?.day ?? last?.window?.to ?? null;
}

function warningsOf(plan: Plan, input: PlanInput, anchor: Anchor | null): Because[] {
  const { adopted, asOf } = input;
  const warnings: Because[] = [];
  const warn = (code: string, params: Because["params"]): void => {
    warnings.push({ code, params });
  };
  const step = (id: PlanStepId): PlanStep | undefined => plan.steps.find((one) => one.id === id);
  if (!anchor && input.deliverable !== "agenda-item") warn("no-window", {});
  const slot = step("slot");
  if (anchor && slot?.day && slot.standing !== "agreed") {
    const latest = slot.window?.to ?? slot.day;
    if (adopted !== null && adopted > latest) {
      warn("less-than-ten-weeks", { adopted, slot: latest, meeting: anchor.to });
    } else if (adopted !== null && adopted > slot.day) {
      warn("early-meeting-leaves-less", { adopted, slot: slot.day, meeting: anchor.from });
    } else if (asOf > latest && slot.standing === "rule") {
      warn("slot-past", { slot: latest });
    }
  }
  const issue = step("issue");
  if (
    slot?.standing === "agreed" &&
    issue?.day &&
    anchor?.isMeeting &&
    issue.day > addWeeks(anchor.from, -6)
  ) {
    warn("agreed-slot-late", { slot: slot.day ?? "", issue: issue.day });
  }
  const agenda = step("provisional-agenda");
  const request = step("supplementary-request");
  if (input.deliverable === "agenda-item" && agenda?.day && request?.day) {
    if (adopted !== null && adopted > agenda.day)
      warn("agenda-before-adoption", { agenda: agenda.day, request: request.day });
    else if (asOf > agenda.day && asOf <= request.day)
      warn("agenda-past", { agenda: agenda.day, request: request.day });
  }
  if (input.deliverable === "section" && !input.host?.plan) {
    // Named in the text, or by a person, and yet without a plan of its own here.
    if (input.host) warn("host-without-plan", { report: input.host.id });
    else warn("host-unknown", {});
  }
  if (input.session?.standing === "derived" || input.session?.standing === "reported") {
    warn("session-not-confirmed", { organ: input.session.organ, session: input.session.session });
  }
  for (const [year, names] of missingHolidays(plan, input))
    warn("holidays-missing", { year, names: names.join(", ") });
  if (input.words !== undefined && plan.wordLimit && input.words > plan.wordLimit.words) {
    warn("over-word-limit", { words: input.words, limit: plan.wordLimit.words });
  }
  return warnings;
}

/** Announced holidays that are not in the data and may hit a day of the plan: the computed day is good to two days or so. */
function missingHolidays(plan: Plan, input: PlanInput): [number, readonly string[]][] {
  const days = workingDaysOf(input.dutyStation, input.holidays);
  const found = new Map<number, Set<string>>();
  for (const step of plan.steps) {
    if (step.standing === "calendar" || step.day === null) continue;
    const year = yearOf(step.day);
    for (const missing of days.missing(year)) {
      if (missing.around !== null && Math.abs(daysBetween(missing.around, step.day)) > 3) continue;
      found.set(year, (found.get(year) ?? new Set()).add(missing.name));
    }
  }
  return [...found].map(([year, names]) => [year, [...names]]);
}
