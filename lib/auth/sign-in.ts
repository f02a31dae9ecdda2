import "server-only";
import { cookies, headers } from "next/headers";
import { ok, type Result } from "@/lib/core/result";
import { awaitingSignIn, personOfSignIn } from "@/lib/db/sign-ins";
import { getDeps } from "@/lib/platform/deps";
import { beginSignIn, endSignIn, type SignInMethod } from "./begin-sign-in";
import { checkPassword, type SignedInPerson } from "./check-password";
import { passSecondStep } from "./check-second-step";
import { safePath } from "./config";
import { currentSignInId } from "./current-actor";
import { requestOrigin } from "./request-origin";
import { sealSignIn, sessionCookie, sessionSeconds } from "./session-cookie";
import { checkLink } from "./sign-in-link";

/**
 * Signs in with e-mail and password and sets next-auth's cookie; for a server action, so that the form works without
 * script in the browser (Next checks the Origin of actions). Gives the path to go to: `next` where it is of this
 * site, "/" otherwise; before it, the second step where the person uses one.
 */
export async function signInWithPassword(input: {
  readonly email: string;
  readonly password: string;
  readonly next?: string;
}): Promise<Result<{ next: string }>> {
  const { db, clock } = await getDeps();
  const { address } = requestOrigin(await headers());
  const { email, password } = input;
  const checked = await checkPassword(db, { email, password, address, now: clock.now() });
  return checked.ok ? ok(await letIn(checked.value, "password", input.next)) : checked;
}

/** Signs in by a link that was e-mailed; the link is used up. */
export async function signInWithLink(input: {
  readonly token: string;
  readonly next?: string;
}): Promise<Result<{ next: string }>> {
  const { db, clock } = await getDeps();
  const { address } = requestOrigin(await headers());
  const checked = await checkLink(db, { token: input.token, address, now: clock.now() });
  return checked.ok ? ok(await letIn(checked.value, "link", input.next)) : checked;
}

/** Opens a sign-in of a person whose identity was proved just now, and sets the cookie. */
export async function letIn(
  person: SignedInPerson,
  method: SignInMethod,
  wanted = "/",
): Promise<{ next: string }> {
  const { db, clock } = await getDeps();
  const cookie = sessionCookie();
  const id = await beginSignIn(db, person, method, requestOrigin(await headers()), clock.now());
  (await cookies()).set(cookie.name, await sealSignIn(id), { ...cookie.options, maxAge: sessionSeconds });
  const next = safePath(wanted);
  const awaitsStep = (await awaitingSignIn(db, id, clock.now())) !== null;
  return { next: awaitsStep ? `/sign-in/second-step?next=${encodeURIComponent(next)}` : next };
}

/** True if this browser has shown who it is and the second step is still missing. */
export async function awaitsSecondStep(): Promise<boolean> {
  const id = await currentSignInId();
  if (id === null) return false;
  const { db, clock } = await getDeps();
  return (await awaitingSignIn(db, id, clock.now())) !== null;
}

/** Passes the second step of the sign-in that this browser began. */
export async function finishSignIn(input: {
  readonly code: string;
  readonly next?: string;
}): Promise<Result<{ next: string; by: "phone" | "recovery" }>> {
  const { db, clock } = await getDeps();
  const passed = await passSecondStep(db, await currentSignInId(), input.code, clock.now());
  return passed.ok ? ok({ next: safePath(input.next ?? "/"), by: passed.value.by }) : passed;
}

/** Ends the sign-in of this browser, in the database and in the cookie. For a server action. */
export async function signOut(): Promise<void> {
  const id = await currentSignInId();
  const cookie = sessionCookie();
  (await cookies()).set(cookie.name, "", { ...cookie.options, maxAge: 0 });
  if (id === null) return;
  const { db, clock } = await getDeps();
  const now = clock.now();
  const signIn = (await personOfSignIn(db, id, now)) ?? (await awaitingSignIn(db, id, now));
  if (signIn !== null) await endSignIn(db, signIn.personId, id, now);
}
