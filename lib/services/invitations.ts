import { z } from "zod";
import { type SendLetter, siteAddress } from "@/lib/adapters/channels/letter";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { SignedInPerson } from "@/lib/auth/check-password";
import { hashLinkToken, isLinkToken, newLinkToken } from "@/lib/auth/one-time-token";
import { hashPassword, longestPassword, shortestPassword } from "@/lib/auth/password";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { endLinks, keepLink, personOfLink, spendLink } from "@/lib/db/one-time-links";
import { readPerson, storePerson } from "@/lib/db/people";
import { countAttempt } from "@/lib/db/rate";
import { revokeSignIns } from "@/lib/db/sign-ins";
import type { Deps } from "@/lib/deps";
import { invitationLetter } from "./letters";
import { addPersonWithRole } from "./people";
import type { inviteInput } from "./people-inputs";
import { words } from "./words";

/** How long an invitation stands. */
export const invitationDays = 7;

/** An invitation as its maker sees it: the link is shown this once, and says whether a letter with it went out. */
export type Invitation = {
  readonly personId: string;
  readonly url: string;
  readonly isMailed: boolean;
};

export const inviteAgainInput = z.strictObject({ personId: words(64).min(1) });

/** Adds a person with a first role and invites that person. */
export async function invite(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof inviteInput>,
  send: SendLetter | null,
): Promise<Result<Invitation>> {
  const added = await addPersonWithRole(deps, actor, input);
  return added.ok ? inviteAgain(deps, actor, { personId: added.value.id }, send) : added;
}

/**
 * A fresh invitation: earlier ones open nothing any more. Where a mail server is configured the link is e-mailed; it is
 * given back in any case, so that it can be handed over in another way.
 */
export async function inviteAgain(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof inviteAgainInput>,
  send: SendLetter | null,
): Promise<Result<Invitation>> {
  if (!can(actor, "person.invite")) return fail("not-permitted", "Your role does not allow this.");
  const at = deps.clock.now();
  const token = newLinkToken();
  const made = await atomically(deps.db, async (tx) => {
    const person = await readPerson(tx, input.personId);
    if (person === null) return fail("not-found", "There is no such person.");
    if (!person.isActive) return fail("not-allowed-now", "This account is closed. Reopen it first.");
    const expiresAt = new Date(at.getTime() + invitationDays * 86_400_000);
    const link = { kind: "invitation", personId: person.id, createdAt: at, expiresAt } as const;
    await keepLink(tx, { ...link, tokenHash: hashLinkToken(token) });
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "person-invited",
      subject: person.id,
      to: { email: person.email, until: expiresAt.toISOString() },
    });
    return ok(person);
  });
  if (!made.ok) return made;
  const { name, email, locale } = made.value;
  const letter = invitationLetter({ name, email, locale }, siteAddress(), token, actor.name, invitationDays);
  const isMailed = send !== null && (await wasTaken(send(letter)));
  return ok({ personId: input.personId, url: letter.link.url, isMailed });
}

/** Whom an invitation is for, so that its page can greet; null where it does not stand. */
export const invited = (deps: Pick<Deps, "db" | "clock">, token: string): Promise<SignedInPerson | null> =>
  isLinkToken(token)
    ? personOfLink(deps.db, "invitation", hashLinkToken(token), deps.clock.now())
    : Promise.resolve(null);

/** Accepts an invitation: sets the password and uses the link up. Gives the person, who is then let in. */
export async function acceptInvitation(
  deps: Pick<Deps, "db" | "clock">,
  input: { readonly token: string; readonly password: string; readonly address: string },
): Promise<Result<SignedInPerson>> {
  const at = deps.clock.now();
  const tries = await countAttempt(deps.db, `invitation:${input.address}`, 300, at);
  if (tries.count > 30) return fail("too-many", "Too many attempts. Try again in 5 minutes.");
  if (input.password.length < shortestPassword || input.password.length > longestPassword) {
    const message = `Use at least ${shortestPassword} characters; a few words do well.`;
    return fail("invalid-input", message, { fields: { password: message } });
  }
  if ((await invited(deps, input.token)) === null) return over();
  const passwordHash = await hashPassword(input.password);
  return inTransaction(deps.db, async (tx) => {
    const person = await spendLink(tx, "invitation", hashLinkToken(input.token), at);
    if (person === null) return over();
    await storePerson(tx, person.id, { passwordHash });
    await endLinks(tx, "link", person.id, at);
    await revokeSignIns(tx, person.id, { except: null }, at);
    await appendAudit(tx, {
      at,
      actorId: person.id,
      actorName: person.name,
      action: "invitation-accepted",
      subject: person.id,
      to: { address: input.address },
    });
    return ok(person);
  });
}

const over = (): Result<never> =>
  fail("not-signed-in", "This invitation has been used or has expired. Ask for a new one.");

/** A letter that the mail server does not take is no reason to lose the invitation: the link can be copied. */
async function wasTaken(sending: Promise<void>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    console.error("An invitation could not be mailed:", error);
    return false;
  }
}
