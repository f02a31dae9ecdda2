import type { IsoDate } from "../calendar/rule";
import type { TaskEvent } from "./events";
import type { EvidenceRef } from "./task";

/**
 * A task as it stood on a day gone by: each field has the value that the first later line found there. `history` is
 * the whole record. Fields that no later line changed stand as they do now.
 */
export function taskAsOf<T extends object>(task: T, history: readonly TaskEvent[], day: IsoDate): T {
  const before: Record<string, unknown> = {};
  const later = history.filter((event) => event.effectiveOn > day).sort((a, b) => a.sequence - b.sequence);
  for (const event of later)
    for (const [field, value] of Object.entries(event.from ?? {}))
      if (field in task && !(field in before)) before[field] = value;
  return { ...task, ...before };
}

/** True where a line of the record shows this evidence or file. */
export const shownBy = (
  history: readonly TaskEvent[],
  evidence: EvidenceRef & { readonly fileName: string },
): boolean =>
  history.some(
    (event) =>
      (evidence.fileName !== "" && event.to?.fileName === evidence.fileName) ||
      event.evidence.some(
        (one) =>
          one.symbol === evidence.symbol &&
          one.url === evidence.url &&
          (one.title === evidence.title || evidence.symbol !== ""),
      ),
  );
