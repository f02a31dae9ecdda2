import { occurrenceOf } from "../calendar/recurrence";
import type { Because, DeadlineRule, Recurrence } from "../calendar/rule";
import type { WorkStatus } from "./status";

/** What the next occurrence of a task is worked out from. */
export type Returning = {
  readonly rules: readonly DeadlineRule[];
  readonly recurrence: Recurrence | null;
  readonly dueOn: string | null;
  /** 1, 2, 3 … in the lineage. */
  readonly occurrence: number;
};

/** The rules of the occurrence to come, or why none can be named; null where the task does not come back. */
export type NextOccurrence = { readonly rules: readonly DeadlineRule[] | null; readonly because: Because };

/** Closing an occurrence in one of these states opens the next: done, or missed. A superseded or retired ask ends. */
export const opensNext = (status: WorkStatus): boolean =>
  status === "IMPLEMENTED" || status === "NOT_IMPLEMENTED";

/**
 * The occurrence after this one. Where this one still stands where the rhythm put it, it is counted from the first of
 * the lineage, so that "every month" from the 31st does not drift; where a decision moved it, from where it is now.
 */
export function nextOccurrenceOf(task: Returning, first: Returning): NextOccurrence | null {
  const { recurrence } = task;
  const [rule] = task.rules;
  const [start] = first.rules;
  if (!recurrence) return null;
  if (!rule)
    return {
      rules: null,
      because: {
        code: "recurrence-unspecified",
        params: { label: recurrence.label, every: recurrence.every, unit: recurrence.unit, index: 1 },
      },
    };
  const expected = start ? occurrenceOf(start, recurrence, task.occurrence - 1, first.dueOn).rule : null;
  const isInStep = start !== undefined && JSON.stringify(expected) === JSON.stringify(rule);
  const found = isInStep
    ? occurrenceOf(start, recurrence, task.occurrence, first.dueOn)
    : occurrenceOf(rule, recurrence, 1, task.dueOn);
  return { rules: found.rule ? [found.rule] : null, because: found.because };
}

/** "A/RES/52/205#op12/2" → "A/RES/52/205#op12/2~3": the third occurrence of the same ask. */
export const occurrenceReference = (reference: string, occurrence: number): string =>
  `${firstReference(reference)}~${occurrence}`;

/** The reference of the first occurrence. */
export const firstReference = (reference: string): string => reference.replace(/~\d+$/, "");
