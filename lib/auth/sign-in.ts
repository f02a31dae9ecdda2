import "server-only";
import { cookies, headers } from "next/headers";
import { ok, type Result } from "@/lib/core/result";
import { personOfSignIn, revokeSignIns } from "@/lib/db/sign-ins";
import { getDeps } from "@/lib/platform/deps";
import { beginSignIn } from "./begin-sign-in";
import { checkPassword } from "./check-password";
import { safePath } from "./config";
import { currentSignInId } from "./current-actor";
import { requestOrigin } from "./request-origin";
import { sealSignIn, sessionCookie, sessionSeconds } from "./session-cookie";

/**
 * Signs in with e-mail and password and sets next-auth's cookie; for a server action, so that the form works without
 * script in the browser (Next checks the Origin of actions). Gives the path to go to: `next` where it is of this
 * site, "/" otherwise.
 */
export async function signInWithPassword(input: {
  readonly email: string;
  readonly password: string;
  readonly next?: string;
}): Promise<Result<{ next: string }>> {
  const { db, clock } = await getDeps();
  const origin = requestOrigin(await headers());
  const { email, password } = input;
  const checked = await checkPassword(db, { email, password, address: origin.address, now: clock.now() });
  if (!checked.ok) return checked;
  const cookie = sessionCookie();
  const value = await sealSignIn(await beginSignIn(db, checked.value, "password", origin, clock.now()));
  (await cookies()).set(cookie.name, value, { ...cookie.options, maxAge: sessionSeconds });
  return ok({ next: safePath(input.next ?? "/") });
}

/** Ends the sign-in of this browser, in the database and in the cookie. For a server action. */
export async function signOut(): Promise<void> {
  const id = await currentSignInId();
  const cookie = sessionCookie();
  (await cookies()).set(cookie.name, "", { ...cookie.options, maxAge: 0 });
  if (id === null) return;
  const { db, clock } = await getDeps();
  const signIn = await personOfSignIn(db, id, clock.now());
  if (signIn !== null) await revokeSignIns(db, signIn.personId, { id }, clock.now());
}
