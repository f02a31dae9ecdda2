import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { Failure } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { countAttempt } from "@/lib/db/rate";
import type { Deps } from "@/lib/deps";

/**
 * Puts an attempt that permission refused on the record: who, where, what was said. One line for each person, place and
 * answer in ten minutes, so that nobody floods the record by trying. Other failures are no attempts and leave no line.
 */
export async function noteRefusal(deps: Deps, actor: Actor, failure: Failure, where: string): Promise<void> {
  if (failure.code !== "not-permitted") return;
  const at = deps.clock.now();
  const subject = where.split("?")[0]?.slice(0, 200) ?? "";
  const series = `refused:${actor.personId}:${subject}:${failure.message}`.slice(0, 500);
  try {
    if ((await countAttempt(deps.db, series, 600, at)).count > 1) return;
    await inTransaction(deps.db, (tx) =>
      appendAudit(tx, {
        at,
        actorId: recordedActorId(actor),
        actorName: actor.name,
        action: "refused",
        subject,
        to: { answer: failure.message },
      }),
    );
  } catch (error) {
    // The refusal stands whether or not it could be written down.
    console.error("A refused attempt could not be recorded:", error);
  }
}
