import { addDays, addWeeks, later, yearOf } from "./day";
import { type DocumentRule, documentRules, planningHabits } from "./document-rules";
import type { Plan, PlanInput, PlanStep, PlanStepId } from "./plan-shapes";
import type { Because, Certainty, IsoDate } from "./rule";
import { lessSure } from "./session-span";
import { type WorkingDays, workingDayOnOrBefore, workingDaysBefore } from "./working-days";

/** When the output is dealt with: one day for a known meeting, else the earliest and the latest day. */
export type Anchor = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly certainty: Certainty;
  readonly isMeeting: boolean;
};

/** Said of every day that no rule sets. */
export const habitSource = "habit of this product; set it for your office";

/** Moves a day back to a working day and says so. */
export function onWorkingDay(
  day: IsoDate,
  days: WorkingDays,
): { readonly day: IsoDate; readonly because: readonly Because[] } {
  const why = days.whyOff(day);
  if (why === null) return { day, because: [] };
  const moved = workingDayOnOrBefore(day, days);
  return {
    day: moved,
    because: [{ code: "moved-earlier", params: { from: day, to: moved, why, station: days.name } }],
  };
}

function countedFrom(anchor: Anchor): Because {
  const params = { day: anchor.from };
  if (anchor.isMeeting) return { code: "plan-from-meeting", params };
  return { code: anchor.from === anchor.to ? "plan-from-due" : "plan-from-earliest", params };
}

/** A step some weeks before the anchor, with a window where the anchor has one. */
function weeksBefore(id: PlanStepId, rule: DocumentRule, anchor: Anchor, days: WorkingDays): PlanStep {
  const weeks = rule.weeks ?? 0;
  const exact = addWeeks(anchor.from, -weeks);
  const first = onWorkingDay(exact, days);
  const last = onWorkingDay(addWeeks(anchor.to, -weeks), days);
  const ofToday = exact < rule.since;
  return {
    id,
    day: first.day,
    window: anchor.from === anchor.to ? null : { from: first.day, to: last.day },
    certainty: anchor.from === anchor.to ? anchor.certainty : lessSure(anchor.certainty, "expected"),
    standing: ofToday ? "rule-of-today" : "rule",
    because: [
      countedFrom(anchor),
      { code: "plan-weeks-before", params: { weeks, day: exact }, source: rule.source },
      ...first.because,
      ...(ofToday ? [{ code: "rule-of-today", params: { since: yearOf(rule.since) } }] : []),
    ],
    source: rule.source,
  };
}

/** A step of preparation some working days before another one. */
export function clearanceBefore(
  step: PlanStep,
  count: number,
  days: WorkingDays,
  id: PlanStepId,
  code: string,
): PlanStep {
  const from = step.day ?? "";
  const day = workingDaysBefore(from, count, days);
  return {
    id,
    day,
    window: step.window && {
      from: workingDaysBefore(step.window.from, count, days),
      to: workingDaysBefore(step.window.to, count, days),
    },
    certainty: step.certainty,
    standing: "habit",
    because: [
      { code, params: { day: from } },
      { code: "plan-working-days-before", params: { days: count, day }, source: habitSource },
    ],
    source: habitSource,
  };
}

/** Clearance, slot, processing and issue of a document of its own. */
export function documentSteps(anchor: Anchor, agreedSlot: IsoDate | null, days: WorkingDays): PlanStep[] {
  const issue = weeksBefore("issue", documentRules.issue, anchor, days);
  const slot =
    agreedSlot === null ? weeksBefore("slot", documentRules.slot, anchor, days) : agreed(agreedSlot);
  const issued = agreedSlot === null ? issue : issueAfter(agreedSlot, issue, anchor, days);
  const processing: PlanStep = {
    id: "processing",
    day: null,
    window: slot.day && issued.day ? { from: slot.day, to: later(slot.day, issued.day) } : null,
    certainty: lessSure(slot.certainty, issued.certainty),
    standing: slot.standing === "rule-of-today" ? "rule-of-today" : "rule",
    because: [
      { code: "plan-from-slot", params: { day: slot.day ?? "" }, source: documentRules.processing.source },
    ],
    source: documentRules.processing.source,
  };
  const clearance = clearanceBefore(slot, planningHabits.clearance, days, "clearance", "plan-from-slot");
  return [clearance, slot, processing, issued];
}

const agreed = (day: IsoDate): PlanStep => ({
  id: "slot",
  day,
  window: null,
  certainty: "fixed",
  standing: "agreed",
  because: [{ code: "agreed-slot", params: { day } }],
  source: "agreed with the documents planners",
});

/** With an agreed slot, issue follows four weeks of processing, unless the six-week rule leaves longer. */
function issueAfter(slot: IsoDate, byRule: PlanStep, anchor: Anchor, days: WorkingDays): PlanStep {
  const processed = addWeeks(slot, documentRules.processing.weeks);
  if (anchor.isMeeting && byRule.day !== null && processed <= byRule.day) return byRule;
  let day = processed;
  while (days.whyOff(day) !== null) day = addDays(day, 1);
  const because = [
    { code: "plan-from-slot", params: { day: slot } },
    {
      code: "plan-weeks-of-processing",
      params: { weeks: documentRules.processing.weeks, day },
      source: documentRules.processing.source,
    },
  ];
  return {
    ...byRule,
    day,
    window: null,
    certainty: "expected",
    standing: "rule",
    because,
    source: documentRules.processing.source,
  };
}

/** A section travels with its host: it leaves its author before the host is submitted. */
export function sectionSteps(anchor: Anchor, input: PlanInput, days: WorkingDays): PlanStep[] {
  const plan: Plan | null = input.host?.plan ?? null;
  const own = documentSteps(anchor, input.agreedSlot ?? null, days);
  const stepOf = (id: PlanStepId): PlanStep | undefined =>
    plan?.steps.find((one) => one.id === id && one.day !== null);
  const slot = stepOf("slot") ?? own.find((one) => one.id === "slot");
  const issue = stepOf("issue") ?? own.find((one) => one.id === "issue");
  if (!slot || !issue) return [];
  const unknown: Because[] = plan ? [] : [hostMissing(input)];
  const hostSlot: PlanStep = { ...slot, id: "host-slot", because: [...slot.because, ...unknown] };
  const contribution = clearanceBefore(
    hostSlot,
    planningHabits.contribution,
    days,
    "contribution",
    "plan-from-host",
  );
  const clearance = clearanceBefore(
    contribution,
    planningHabits.clearance,
    days,
    "clearance",
    "plan-from-contribution",
  );
  return [clearance, contribution, hostSlot, { ...issue, id: "host-issue" }];
}

/** Why the days of the host are those of the formula: the text names it and no task stands for it, or nobody names it. */
const hostMissing = ({ host }: PlanInput): Because =>
  host ? { code: "host-without-plan", params: { report: host.id } } : { code: "host-unknown", params: {} };

/** An oral report issues no document: only its notes are cleared. */
export function oralSteps(anchor: Anchor, days: WorkingDays): PlanStep[] {
  const step = considerationStep(anchor, "consideration");
  const counted: PlanStep = {
    ...step,
    day: anchor.from,
    window: anchor.from === anchor.to ? null : { from: anchor.from, to: anchor.to },
  };
  const { code } = countedFrom(anchor);
  return [clearanceBefore(counted, planningHabits.speakingNotes, days, "speaking-notes", code)];
}

/** The consideration or the meeting itself: a day where it is known, else its window. */
export function considerationStep(anchor: Anchor, id: "consideration" | "meeting" | "due"): PlanStep {
  const single = anchor.from === anchor.to;
  return {
    id,
    day: single ? anchor.from : null,
    window: single ? null : { from: anchor.from, to: anchor.to },
    certainty: single ? anchor.certainty : lessSure(anchor.certainty, "expected"),
    standing: anchor.isMeeting ? "calendar" : "text",
    because: [countedFrom(anchor)],
    source: "",
  };
}
