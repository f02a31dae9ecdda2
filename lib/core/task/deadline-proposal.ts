import type { TaskEvent } from "./events";
import type { DeadlineProposal } from "./task";

/** The proposal for another deadline that still waits for the Secretary: the last one that no decision followed. */
export function openDeadlineProposal(history: readonly TaskEvent[]): DeadlineProposal | null {
  const last = [...history]
    .sort((a, b) => b.sequence - a.sequence)
    .find(
      (event) =>
        event.type === "deadline" || event.type === "deadline-proposed" || event.type === "deadline-declined",
    );
  return last?.type === "deadline-proposed"
    ? ((last.to?.proposal as DeadlineProposal | undefined) ?? null)
    : null;
}
