import { becauseInWords } from "@/lib/core/calendar/because";
import { addDays } from "@/lib/core/calendar/day";
import type { Plan } from "@/lib/core/calendar/plan-shapes";
import { stepInWords, warningsInWords } from "@/lib/core/calendar/plan-words";
import type { Because, IsoDate } from "@/lib/core/calendar/rule";
import type { TaskFilter } from "@/lib/core/task/filter";
import { type Planned, stepState } from "@/lib/core/task/schedule";
import { dueSoonDays, timelinessOn } from "@/lib/core/task/timeliness";
import type { BodyGraph } from "@/lib/db/bodies";
import type { TaskLine } from "@/lib/db/task-list";
import type { TaskQuery } from "@/lib/db/task-query";
import type { PlanStepView, SentenceView, TaskRow } from "./types";

/** The day a page is read for: the one asked for, or the working date; past where it lies before that. */
export type ReadingDay = { readonly day: IsoDate; readonly isPast: boolean };

/** "as of" asked for, against the working date. */
export const readingDay = (asOf: IsoDate | undefined, today: IsoDate): ReadingDay => ({
  day: asOf ?? today,
  isPast: asOf !== undefined && asOf < today,
});

/** A filter as the database reads it: bodies widened to all names they had and have. */
export function queryOf(filter: TaskFilter, reading: ReadingDay, bodies: BodyGraph): TaskQuery {
  const widened = (id: string | undefined): string[] => {
    if (id === undefined || id === "none") return [];
    const found = bodies.lineage(id).map((body) => body.id);
    return found.length > 0 ? found : [id];
  };
  return {
    filter,
    bodyIds: widened(filter.body),
    responsibleIds: widened(filter.responsible),
    day: reading.day,
    soonUntil: addDays(reading.day, dueSoonDays),
    pastDay: reading.isPast ? reading.day : null,
  };
}

/** A line of the database as pages show it, with its timeliness on the day of reading. */
export function toRow(line: TaskLine, day: IsoDate): TaskRow {
  const {
    targetOrgan,
    targetSession,
    targetPart,
    nextStep,
    nextStepOn,
    ownerId,
    ownerName,
    responsibleId,
    responsibleName,
    ...rest
  } = line;
  return {
    ...rest,
    timeliness: timelinessOn(
      { status: line.status, dueOn: line.dueOn, nextStepOn },
      day,
      addDays(day, dueSoonDays),
    ),
    owner: ownerId !== null ? { id: ownerId, name: ownerName ?? "" } : null,
    responsible: responsibleId !== null ? { id: responsibleId, name: responsibleName ?? "" } : null,
    target:
      targetOrgan !== null && targetSession !== null
        ? { organ: targetOrgan, session: targetSession, part: targetPart }
        : null,
    nextStep: nextStep !== null && nextStepOn !== null ? { code: nextStep, on: nextStepOn } : null,
  };
}

/** Reasons as sentences: code and values for translation, English beside them. */
export const becauseViews = (because: readonly Because[], asOf: IsoDate): SentenceView[] =>
  because.map((one) => ({
    code: one.code,
    params: one.params,
    ...(one.source === undefined ? {} : { source: one.source }),
    text: becauseInWords([one], asOf)[0] ?? one.code,
  }));

/** Warnings of a plan as sentences. */
export const warningViews = (plan: Plan): SentenceView[] =>
  plan.warnings.map((one) => ({
    code: one.code,
    params: one.params,
    text: warningsInWords([one])[0] ?? one.code,
  }));

/** The steps of a plan that fall on a day, or end on one, with where the task stands to each. */
export function planViews(
  task: Planned,
  plan: Plan,
  next: { readonly code: string } | null,
  asOf: IsoDate,
): PlanStepView[] {
  return plan.steps.flatMap((step) => {
    const on = step.day ?? step.window?.to ?? null;
    if (on === null) return [];
    return [
      {
        code: step.id,
        on,
        from: step.window?.from ?? null,
        standing: step.standing,
        title: stepInWords[step.id],
        because: becauseViews(step.because, asOf),
        state: stepState(task, step, next, asOf),
      },
    ];
  });
}
