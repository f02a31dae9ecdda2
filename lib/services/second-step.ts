import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { checkCode } from "@/lib/auth/check-second-step";
import { newStepSecret, stepForPhone } from "@/lib/auth/one-time-code";
import { can, type Thing } from "@/lib/auth/policy";
import { hashRecoveryCode, newRecoveryCodes } from "@/lib/auth/recovery-code";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import type { Db } from "@/lib/db/client";
import { readPerson } from "@/lib/db/people";
import {
  confirmStep,
  countCodes,
  prepareStep,
  readStep,
  removeStep,
  replaceCodes,
} from "@/lib/db/second-steps";
import { revokeSignIns } from "@/lib/db/sign-ins";
import type { Deps } from "@/lib/deps";
import { words } from "./words";

/** The second step of the person who asks, as the security page shows it. */
export type SecondStep =
  | { readonly kind: "off" }
  /** A secret waits for its first right code: what the phone is to be told. */
  | { readonly kind: "prepared"; readonly uri: string; readonly secret: string }
  | { readonly kind: "on"; readonly since: string; readonly codesLeft: number };

export const codeInput = z.strictObject({ code: words(40).trim().min(1, "Type the code.") });
export const resetStepInput = z.strictObject({
  personId: words(64).min(1),
  reason: words(500).trim().min(1, "Say why."),
});

const issuer = "Mandate tracker";
const self = (actor: Actor): Thing => ({ kind: "person", personId: actor.personId });
const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");

/** How the second step of the person who asks stands. */
export async function mySecondStep(deps: Deps, actor: Actor): Promise<Result<SecondStep>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const step = await readStep(deps.db, actor.personId);
  if (step?.since != null) {
    const codesLeft = await countCodes(deps.db, actor.personId);
    return ok({ kind: "on", since: step.since.toISOString(), codesLeft });
  }
  const phone = step?.secret == null ? null : stepForPhone(step.secret, actor.email, issuer);
  return ok(phone === null ? { kind: "off" } : { kind: "prepared", ...phone });
}

/** Makes a secret for a phone; it is asked for only after the first right code. */
export async function prepareSecondStep(
  deps: Deps,
  actor: Actor,
): Promise<Result<{ readonly prepared: true }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  return (await prepareStep(deps.db, actor.personId, newStepSecret()))
    ? ok({ prepared: true })
    : fail("not-allowed-now", "The second step is in use already. Turn it off first.");
}

/**
 * Takes the second step into use with the first right code. Gives the recovery codes, which are shown this once; every
 * other sign-in of the person ends, since it passed no second step.
 */
export async function confirmSecondStep(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof codeInput> & { readonly keepSignInId?: string | null },
): Promise<Result<{ readonly codes: readonly string[] }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const at = deps.clock.now();
  const checked = await checkCode(deps.db, actor.personId, input.code, at);
  if (!checked.ok) return checked;
  return atomically(deps.db, async (tx) => {
    if (!(await confirmStep(tx, actor.personId, at)))
      return fail("not-allowed-now", "The second step is in use already. Turn it off first.");
    const codes = await giveCodes(tx, actor.personId, at);
    const signInsEnded = await revokeSignIns(tx, actor.personId, { except: input.keepSignInId ?? null }, at);
    await record(tx, actor, at, "second-step-on", actor.personId, { signInsEnded });
    return ok({ codes });
  });
}

/** New recovery codes for a code of the phone; the old ones open nothing any more. */
export async function renewRecoveryCodes(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof codeInput>,
): Promise<Result<{ readonly codes: readonly string[] }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const at = deps.clock.now();
  const checked = await inUseAndRight(deps, actor, input.code, at);
  if (!checked.ok) return checked;
  return atomically(deps.db, async (tx) => {
    const codes = await giveCodes(tx, actor.personId, at);
    await record(tx, actor, at, "recovery-codes-renewed", actor.personId, { codes: codes.length });
    return ok({ codes });
  });
}

/** Turns the person's own second step off, for a right code. */
export async function endSecondStep(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof codeInput>,
): Promise<Result<{ readonly ended: true }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const at = deps.clock.now();
  const checked = await inUseAndRight(deps, actor, input.code, at);
  if (!checked.ok) return checked;
  return atomically(deps.db, async (tx) => {
    await removeStep(tx, actor.personId, at);
    await record(tx, actor, at, "second-step-off", actor.personId, null);
    return ok({ ended: true });
  });
}

/** An Admin takes the second step of somebody away who lost phone and codes, with a reason; sign-ins of that person end. */
export async function resetSecondStep(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof resetStepInput>,
): Promise<Result<{ readonly personId: string }>> {
  if (!can(actor, "person.change")) return denied();
  const { personId, reason } = input;
  if (personId === actor.personId)
    return fail("not-allowed-now", "Turn your own second step off on your security page, with a code.");
  const at = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    if ((await readPerson(tx, personId)) === null) return fail("not-found", "There is no such person.");
    if (!(await removeStep(tx, personId, at)))
      return fail("not-allowed-now", "This person uses no second step.");
    const signInsEnded = await revokeSignIns(tx, personId, { except: null }, at);
    await record(tx, actor, at, "second-step-reset", personId, { signInsEnded }, reason);
    return ok({ personId });
  });
}

async function inUseAndRight(deps: Deps, actor: Actor, code: string, at: Date): Promise<Result<unknown>> {
  if ((await readStep(deps.db, actor.personId))?.since == null)
    return fail("not-allowed-now", "No second step is in use.");
  return checkCode(deps.db, actor.personId, code, at);
}

async function giveCodes(tx: Db, personId: string, at: Date): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await replaceCodes(tx, personId, codes.map(hashRecoveryCode), at);
  return codes;
}

const record = (
  tx: Db,
  actor: Actor,
  at: Date,
  action: string,
  subject: string,
  to: unknown,
  reason = "",
): Promise<void> =>
  appendAudit(tx, {
    at,
    actorId: recordedActorId(actor),
    actorName: actor.name,
    action,
    subject,
    to,
    reason,
  });
