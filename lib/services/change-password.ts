import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from "@/lib/auth/password";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { storePerson } from "@/lib/db/people";
import { countAttempt } from "@/lib/db/rate";
import { findForSignIn, revokeSignIns } from "@/lib/db/sign-ins";
import type { Deps } from "@/lib/deps";
import type { changePasswordInput } from "./people-inputs";

/**
 * Changes the actor's own password. The present one must be given (ten tries in five minutes); every other sign-in of
 * the person ends, and `keepSignInId` stays.
 */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changePasswordInput> & { readonly keepSignInId: string | null },
): Promise<Result<{ ended: number }>> {
  const thing = { kind: "person", personId: actor.personId } as const;
  if (!can(actor, "person.preferences", thing))
    return fail("not-permitted", "Your role does not allow this.");
  const now = deps.clock.now();
  const tries = await countAttempt(deps.db, `password:${actor.personId}`, 300, now);
  if (tries.count > 10) return fail("too-many", "Too many attempts. Try again in 5 minutes.");
  if (input.next.length < shortestPassword || input.next.length > longestPassword) {
    const message = `Use at least ${shortestPassword} characters; a few words do well.`;
    return fail("invalid-input", message, { fields: { next: message } });
  }
  const known = await findForSignIn(deps.db, actor.email);
  if (!(await verifyPassword(known?.passwordHash ?? null, input.current))) {
    const message = "The present password is not right.";
    return fail("invalid-input", message, { fields: { current: message } });
  }
  const passwordHash = await hashPassword(input.next);
  return inTransaction(deps.db, async (tx) => {
    await storePerson(tx, actor.personId, { passwordHash });
    const ended = await revokeSignIns(tx, actor.personId, { except: input.keepSignInId }, now);
    const line = { actorId: recordedActorId(actor), actorName: actor.name, subject: actor.personId };
    await appendAudit(tx, { ...line, at: now, action: "password-changed", to: { signInsEnded: ended } });
    return ok({ ended });
  });
}
