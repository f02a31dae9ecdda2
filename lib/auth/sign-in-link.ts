import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { keepLink, spendLink } from "@/lib/db/one-time-links";
import { countAttempt } from "@/lib/db/rate";
import { findForSignIn } from "@/lib/db/sign-ins";
import { isAllowedDomain } from "./allowed-domains";
import type { SignedInPerson } from "./check-password";
import { normalizeEmail } from "./email-address";
import { hashLinkToken, isLinkToken, newLinkToken } from "./one-time-token";

/** A link is asked for and used at once; what lies in a mailbox longer opens nothing. */
export const linkMinutes = 15;

const perAccount = { limit: 5, seconds: 900 };
const perAddress = { limit: 20, seconds: 3600 };

/** Sends a link to the address that the person has in the database, never to the one that was typed. */
export type SendLink = (
  to: { readonly name: string; readonly email: string; readonly locale: string },
  token: string,
) => Promise<void>;

/** True if a link may be asked for just now: counted for each account and network address, known or not. */
export async function mayAskForLink(db: Db, typed: string, address: string, now: Date): Promise<boolean> {
  const email = normalizeEmail(typed) ?? "";
  const atAccount = await countAttempt(db, `link:${email}`, perAccount.seconds, now);
  const fromHere = await countAttempt(db, `link-address:${address}`, perAddress.seconds, now);
  return atAccount.count <= perAccount.limit && fromHere.count <= perAddress.limit;
}

/**
 * Makes and sends a link where the address belongs to somebody who may come in; does nothing otherwise. Run it after
 * the answer is out: the answer, and its time, are the same for known and unknown addresses.
 */
export async function sendSignInLink(
  db: Db,
  request: { readonly email: string; readonly address: string; readonly now: Date },
  send: SendLink,
): Promise<void> {
  const { now, address } = request;
  const email = normalizeEmail(request.email);
  const person = email === null ? null : await findForSignIn(db, email);
  const line = { at: now, actorId: null, actorName: "", to: { address } };
  if (person === null || !person.isActive || !(await isAllowedDomain(db, person.email))) {
    const subject = (email ?? "").slice(0, 254);
    await inTransaction(db, (tx) => appendAudit(tx, { ...line, action: "link-refused", subject }));
    return;
  }
  const token = newLinkToken();
  await inTransaction(db, async (tx) => {
    const expiresAt = new Date(now.getTime() + linkMinutes * 60_000);
    const tokenHash = hashLinkToken(token);
    await keepLink(tx, { kind: "link", tokenHash, personId: person.id, createdAt: now, expiresAt });
    await appendAudit(tx, { ...line, action: "link-sent", subject: person.id });
  });
  await send({ name: person.name, email: person.email, locale: person.locale }, token);
}

/** Who a link lets in; the link is used up. One answer for unknown, used and expired links. */
export async function checkLink(
  db: Db,
  input: { readonly token: string; readonly address: string; readonly now: Date },
): Promise<Result<SignedInPerson>> {
  const { token, address, now } = input;
  const tries = await countAttempt(db, `link-use:${address}`, 300, now);
  if (tries.count > 30) return fail("too-many", "Too many attempts. Try again in 5 minutes.");
  const person = isLinkToken(token)
    ? await inTransaction(db, (tx) => spendLink(tx, "link", hashLinkToken(token), now))
    : null;
  if (person !== null && (await isAllowedDomain(db, person.email))) return ok(person);
  return fail("not-signed-in", "This link has been used or has expired. Ask for a new one.");
}
