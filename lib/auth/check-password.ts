import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { countAttempt, forgetAttempts } from "@/lib/db/rate";
import { findForSignIn, isUsualAddress } from "@/lib/db/sign-ins";
import { isAllowedDomain } from "./allowed-domains";
import { normalizeEmail } from "./email-address";
import { verifyPassword } from "./password";

/** Ten guesses in five minutes for one account from one address (UK Cyber Essentials, NIST SP 800-63B). */
const perAccountAndAddress = { limit: 10, seconds: 300 };
/** One address trying many accounts. */
const perAddress = { limit: 100, seconds: 300 };
/** Many addresses trying one account. An address from which the owner signed in before is not held to it. */
const perAccount = { limit: 60, seconds: 3600 };

export type SignedInPerson = { readonly id: string; readonly name: string; readonly email: string };

/** The one answer to a wrong address, a wrong password and a closed account alike. */
const refused = "E-mail address or password is not right. Check both and try again.";

/**
 * Checks e-mail and password. Attempts are counted before anything else, in the database, for all instances. Beyond
 * the limit the password is not even looked at ("too-many", with how long to wait); the account itself is never
 * locked, so that nobody can lock its owner out.
 */
export async function checkPassword(
  db: Db,
  input: { readonly email: string; readonly password: string; readonly address: string; readonly now: Date },
): Promise<Result<SignedInPerson>> {
  const { address, now } = input;
  const email = normalizeEmail(input.email) ?? "";
  const pair = `sign-in:${email}:${address}`;
  const here = await countAttempt(db, pair, perAccountAndAddress.seconds, now);
  const fromHere = await countAttempt(db, `sign-in-address:${address}`, perAddress.seconds, now);
  const atAccount = await countAttempt(db, `sign-in-account:${email}`, perAccount.seconds, now);

  const person = email === "" ? null : await findForSignIn(db, email);
  const isUsual = person !== null && (await isUsualAddress(db, person.id, address, now));
  const until = [
    here.count > perAccountAndAddress.limit && here.windowEnd,
    fromHere.count > perAddress.limit && fromHere.windowEnd,
    atAccount.count > perAccount.limit && !isUsual && atAccount.windowEnd,
  ].filter((end) => end instanceof Date);
  if (until.length > 0) {
    // One line for each series, not one for each guess: the record is not to be flooded.
    if (here.count === perAccountAndAddress.limit + 1) await note(db, "sign-in-held", email, address, now);
    const minutes = Math.max(1, ...until.map((end) => Math.ceil((end.getTime() - now.getTime()) / 60_000)));
    return fail("too-many", `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? "" : "s"}.`);
  }

  const fits = await verifyPassword(person?.passwordHash ?? null, input.password);
  const isAllowed = await isAllowedDomain(db, email);
  if (!fits || person === null || !person.isActive || !isAllowed) {
    await note(db, "sign-in-refused", email, address, now);
    return fail("not-signed-in", refused);
  }
  await forgetAttempts(db, pair);
  return ok({ id: person.id, name: person.name, email: person.email });
}

const note = (db: Db, action: string, email: string, address: string, at: Date): Promise<void> =>
  inTransaction(db, (tx) =>
    appendAudit(tx, { at, actorId: null, actorName: "", action, subject: email, to: { address } }),
  );
