import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { addDays } from "@/lib/core/calendar/day";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { requeue } from "@/lib/db/outbox";
import { readPolicies } from "@/lib/db/reminder-policies";
import { countWaiting, listSent, type PolicyEffect, policyEffects, type SentDigest } from "@/lib/db/sent";
import type { Deps } from "@/lib/deps";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");

export const sentInput = z.strictObject({
  state: z.enum(["queued", "sending", "sent", "failed", "dead", "dropped"]).nullable().default(null),
  /** The last row of the page before: its instant and id, with a space between. */
  after: z
    .string()
    .max(300)
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S+$/)
    .nullable()
    .default(null),
});
export const sendAgainInput = z.strictObject({ id: z.string().min(1).max(200) });

const pageSize = 50;
/** How far back the effect of policies is counted. */
const effectDays = 90;

/** A page of what was sent. */
export type SentPage = {
  readonly rows: readonly (SentDigest & {
    /** False while its tasks still have time to move within the week. */
    readonly isWeekOver: boolean;
  })[];
  readonly next: string | null;
  /** True if these are everybody's, false if the reader's own. */
  readonly isAll: boolean;
  /** Messages by state, for those who see everybody's. */
  readonly counts: Readonly<Record<string, number>>;
  readonly effects: readonly (PolicyEffect & { readonly name: string })[];
};

/** What was sent to whom and when, and whether the tasks moved within a week: an Admin sees everybody's, others their own. */
export async function sent(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sentInput>,
): Promise<Result<SentPage>> {
  const isAll = can(actor, "delivery.read");
  if (!isAll && !can(actor, "delivery.read", { kind: "person", personId: actor.personId })) return denied();
  const [at = "", id = ""] = input.after?.split(" ") ?? [];
  const found = await listSent(deps.db, {
    personId: isAll ? null : actor.personId,
    state: input.state,
    before: input.after === null ? null : { at: new Date(at), id },
    limit: pageSize + 1,
  });
  const lastWeek = addDays(await deps.today(), -7);
  const rows = found.slice(0, pageSize).map((row) => ({ ...row, isWeekOver: row.day < lastWeek }));
  const last = rows.at(-1);
  return ok({
    rows,
    next: found.length > pageSize && last ? `${last.createdAt.toISOString()} ${last.id}` : null,
    isAll,
    counts: isAll ? Object.fromEntries(await countWaiting(deps.db)) : {},
    effects: isAll || can(actor, "reminder.plan") ? await namedEffects(deps) : [],
  });
}

async function namedEffects(deps: Deps): Promise<SentPage["effects"]> {
  const since = new Date(deps.clock.now().getTime() - effectDays * 86_400_000);
  const [effects, policies] = await Promise.all([policyEffects(deps.db, since), readPolicies(deps.db)]);
  const names = new Map(policies.map(({ policy }) => [policy.key, policy.name]));
  return effects.map((effect) => ({ ...effect, name: names.get(effect.policyKey) ?? effect.policyKey }));
}

/** Puts a failed or dead message back into the outbox. */
export async function sendAgain(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sendAgainInput>,
): Promise<Result<{ id: string }>> {
  if (!can(actor, "delivery.sendAgain")) return denied();
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    if (!(await requeue(tx, input.id, at)))
      return fail(
        "not-allowed-now",
        "Only a message that failed can be sent again. This one was sent or is under way.",
      );
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "sent-again",
      subject: input.id,
    });
    return ok({ id: input.id });
  });
}
