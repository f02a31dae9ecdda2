import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { addDays } from "@/lib/core/calendar/day";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { readSilences, type StoredSilence, storeSilence, taskIdOf } from "@/lib/db/silences";
import type { Deps } from "@/lib/deps";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");

export const silenceInput = z.strictObject({
  taskNumber: z.coerce.number().int().min(1),
  /** Days of quiet from today; "mute" for good; "wake" takes it back. */
  for: z.union([z.coerce.number().int().min(1).max(366), z.enum(["mute", "wake"])]),
});

/**
 * Snoozes or mutes the reminders of one task for the person who asks, or takes that back. What is due of a snoozed
 * task is told on the day after; of a muted one, nothing, whoever it was meant for otherwise.
 */
export async function silenceTask(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof silenceInput>,
): Promise<Result<{ taskNumber: number; until: string | null }>> {
  if (!can(actor, "task.watch") || !can(actor, "inbox.read", { kind: "person", personId: actor.personId }))
    return denied();
  const at = deps.clock.now();
  const today = await deps.today();
  return inTransaction(deps.db, async (tx) => {
    const taskId = await taskIdOf(tx, input.taskNumber);
    if (taskId === null) return fail("not-found", `There is no task ${input.taskNumber}.`);
    const until = typeof input.for === "number" ? addDays(today, input.for) : null;
    const silence =
      input.for === "wake"
        ? null
        : { kind: input.for === "mute" ? ("mute" as const) : ("snooze" as const), until };
    await storeSilence(tx, actor.personId, taskId, silence);
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "reminders-of-task-silenced",
      subject: String(input.taskNumber),
      to: silence,
    });
    return ok({ taskNumber: input.taskNumber, until });
  });
}

/** The tasks of which the person who asks wants to hear less. */
export async function silences(deps: Deps, actor: Actor): Promise<Result<StoredSilence[]>> {
  if (!can(actor, "inbox.read", { kind: "person", personId: actor.personId })) return denied();
  return ok(await readSilences(deps.db, actor.personId, await deps.today()));
}
