import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { webhookSecret } from "@/lib/auth/mail-link";
import { can, type Thing } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { addWebhook, readWebhooks, revokeWebhook, type StoredWebhook } from "@/lib/db/webhooks";
import type { Deps } from "@/lib/deps";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");
const self = (actor: Actor): Thing => ({ kind: "person", personId: actor.personId });

export const addWebhookInput = z.strictObject({
  label: z.string().trim().max(80).default(""),
  url: z.string().trim().max(2000),
});
export const revokeWebhookInput = z.strictObject({ id: z.string().min(1).max(64) });

/** How many webhooks one person may have. */
const mostWebhooks = 5;

/** The person's own webhooks. */
export async function webhooks(deps: Deps, actor: Actor): Promise<Result<StoredWebhook[]>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  return ok(await readWebhooks(deps.db, actor.personId));
}

/**
 * Adds an address to which the person's digests are posted, and gives the secret with which they are signed. Addresses
 * that lead into the network of the server are refused, here and again at each post. `installation` is the secret of
 * the installation and its judgement of addresses.
 */
export async function addOwnWebhook(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addWebhookInput>,
  installation: { readonly secret: string; readonly problemOf: (url: string) => string | null },
): Promise<Result<{ id: string; secret: string }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const problem = installation.problemOf(input.url);
  if (problem !== null) return fail("invalid-input", problem, { fields: { url: problem } });
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    if ((await readWebhooks(tx, actor.personId)).length >= mostWebhooks)
      return fail("not-allowed-now", `You have ${mostWebhooks} webhooks already. Take one away first.`);
    const id = randomBytes(15).toString("base64url");
    await addWebhook(tx, actor.personId, { id, label: input.label, url: input.url, createdAt: at });
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "webhook-added",
      subject: id,
      // An address may carry a token of the chat tool: only its host goes on record.
      to: { label: input.label, host: new URL(input.url).host },
    });
    return ok({ id, secret: webhookSecret(id, installation.secret) });
  });
}

/** Takes one of the person's own webhooks away. */
export async function revokeOwnWebhook(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof revokeWebhookInput>,
): Promise<Result<{ id: string }>> {
  if (!can(actor, "person.preferences", self(actor))) return denied();
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    if (!(await revokeWebhook(tx, input.id, actor.personId, at)))
      return fail("not-found", "This webhook was taken away already.");
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "webhook-removed",
      subject: input.id,
    });
    return ok({ id: input.id });
  });
}
