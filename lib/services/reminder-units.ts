import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { normalizeEmail } from "@/lib/auth/email-address";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { readUnitDigests, storeUnitDigest, type UnitDigest } from "@/lib/db/unit-digests";
import type { Deps } from "@/lib/deps";
import { preferencesInput } from "./people-inputs";
import { bodiesFromDatabase } from "./registry";

const { locale, timeZone, digestHour, digestDays } = preferencesInput.shape;

export const unitDigestInput = z.strictObject({
  bodyId: z.string().min(1).max(200),
  address: z.string().max(254),
  locale: locale.unwrap(),
  timeZone: timeZone.unwrap(),
  digestHour: digestHour.unwrap(),
  digestDays: digestDays.unwrap(),
  isActive: z.boolean(),
  expectedVersion: z.number().int().min(0),
});

const mayKeep = (actor: Actor, bodyId: string): boolean =>
  can(actor, "reminder.policy") ||
  actor.memberships.some(({ role, bodyId: own }) => role === "FOCAL_POINT" && own === bodyId);

/** The units with a mailbox that the person may see to: all for those who keep the policies, a focal point's own. */
export async function unitDigests(deps: Deps, actor: Actor): Promise<Result<UnitDigest[]>> {
  if (!can(actor, "reminder.plan")) return fail("not-permitted", "Your role does not allow this.");
  const all = await readUnitDigests(deps.db);
  return ok(all.filter(({ bodyId }) => mayKeep(actor, bodyId)));
}

/** Gives a unit's mailbox its digest, or changes when it goes: its focal point, a Secretary or an Admin. */
export async function changeUnitDigest(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof unitDigestInput>,
): Promise<Result<{ bodyId: string }>> {
  const { expectedVersion, ...unit } = input;
  if (!mayKeep(actor, unit.bodyId)) return fail("not-permitted", "Your role does not allow this.");
  const address = normalizeEmail(unit.address);
  if (address === null) {
    const message = "Give one plain e-mail address.";
    return fail("invalid-input", message, { fields: { address: message } });
  }
  const at = deps.clock.now();
  const today = await deps.today();
  return inTransaction(deps.db, async (tx) => {
    if (!(await bodiesFromDatabase(tx)).byId.has(unit.bodyId))
      return fail("not-found", "There is no such body.");
    const before = (await readUnitDigests(tx)).find(({ bodyId }) => bodyId === unit.bodyId) ?? null;
    // A new mailbox is not told of what lies behind.
    const { since, toldUntil } = before ?? { since: today, toldUntil: today };
    const after = { ...unit, address, since, toldUntil };
    if (!(await storeUnitDigest(tx, after, expectedVersion, at)))
      return fail("conflict", "Somebody changed this mailbox meanwhile. Look at it as it stands now.", {
        current: before,
      });
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "unit-mailbox-changed",
      subject: unit.bodyId,
      from: before,
      to: after,
    });
    return ok({ bodyId: unit.bodyId });
  });
}
