import { systemActor } from "@/lib/auth/actor";
import { emptyMove } from "@/lib/core/task/move";
import { deferredUntil } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { advanceTask } from "./advance-task";
import { calendarFromDatabase } from "./registry";

/**
 * Takes deferred tasks up again once the session to which the organ moved them has opened: the installation does it by
 * itself, each with a line of its own. Gives the numbers of the tasks; a second run on the day finds none.
 */
export async function resumeDeferred(deps: Deps): Promise<number[]> {
  const today = await deps.today();
  const calendar = await calendarFromDatabase(deps.db);
  const resumed: number[] = [];
  for (const { number, version, targetOrgan, targetSession } of await deferredUntil(deps.db, today)) {
    const session =
      targetOrgan !== null && targetSession !== null ? calendar.find(targetOrgan, targetSession) : null;
    if (!session?.opens || session.opens > today || session.standing === "derived") continue;
    const done = await advanceTask(deps, systemActor, {
      ...emptyMove,
      evidence: [],
      number,
      expectedVersion: version,
      transition: "resume",
      reason: `Session ${session.label} opened.`,
    });
    if (done.ok) resumed.push(number);
  }
  return resumed;
}
