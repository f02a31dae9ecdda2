import type { TaskEventDraft } from "./events";
import type { Task } from "./task";

/** Why somebody is told of a change at once. */
export type Concern = "given" | "returned" | "declined" | "watched";

/**
 * The people whom a change concerns in person, beside those who watch the task: who is given it, whose work is
 * returned, whose proposal is answered. Nobody is told of a change of their own.
 */
export function concerned(
  task: Pick<Task, "ownerId" | "closureProposal">,
  event: Pick<TaskEventDraft, "type" | "transition" | "from" | "to">,
  actorId: string,
): ReadonlyMap<string, Concern> {
  const told = new Map<string, Concern>();
  const tell = (personId: unknown, concern: Concern): void => {
    if (typeof personId === "string" && personId !== actorId) told.set(personId, concern);
  };
  if (event.type === "owner") tell(event.to?.ownerId, "given");
  if (event.type === "status" && event.transition === "return") tell(task.ownerId, "returned");
  if (event.type === "closure-declined") tell(task.closureProposal?.by, "declined");
  if (event.type === "deadline-declined") tell(proposerOf(event.from?.proposal), "declined");
  return told;
}

const proposerOf = (proposal: unknown): unknown =>
  typeof proposal === "object" && proposal !== null && "by" in proposal ? proposal.by : null;
