"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { address } from "@/app/_ui/addresses";
import { readPreferences } from "@/app/_ui/preferences";
import { getReader } from "@/app/_ui/reader";
import { letterSender, siteAddress } from "@/lib/adapters/channels/letter";
import { requestOrigin } from "@/lib/auth/request-origin";
import { finishSignIn, letIn, signInWithLink, signInWithPassword } from "@/lib/auth/sign-in";
import { linkMinutes, mayAskForLink, sendSignInLink } from "@/lib/auth/sign-in-link";
import { fail, ok, type Result } from "@/lib/core/result";
import { calm } from "@/lib/http/calm";
import { sayFailure } from "@/lib/i18n/failure";
import { getDeps } from "@/lib/platform/deps";
import { acceptInvitation } from "@/lib/services/invitations";
import { linkLetter } from "@/lib/services/letters";

export type SignInState = Result<{ readonly message: string }> | null;

/** Signs in and goes where the person wanted to go. The refusal does not say which of the two was wrong. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [email, password, next] = [textIn(form, "email"), textIn(form, "password"), textIn(form, "next")];
  return onward(await calm(() => signInWithPassword({ email, password, next: next || "/" })));
}

/** Passes the second step of the sign-in that this browser began. */
export async function passStep(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [code, next] = [textIn(form, "code"), textIn(form, "next")];
  return onward(await calm(() => finishSignIn({ code: code.slice(0, 40), next: next || "/" })));
}

/**
 * Asks for a link by e-mail. Whether the address is known is looked up only after the answer is out, so that neither
 * its words nor its time tell.
 */
export async function askForLink(_previous: SignInState, form: FormData): Promise<SignInState> {
  const { t } = await getReader();
  const email = textIn(form, "email").slice(0, 300);
  return calm(async () => {
    const send = letterSender();
    if (send === null) return fail("not-allowed-now", t("signIn.linkOff"));
    const { db, clock } = await getDeps();
    const origin = requestOrigin(await headers());
    const now = clock.now();
    if (!(await mayAskForLink(db, email, origin.address, now)))
      return fail("too-many", t("signIn.linkTooMany"));
    after(async () => {
      try {
        await sendSignInLink(db, { email, address: origin.address, now }, (to, token) =>
          send(linkLetter(to, siteAddress(), token, linkMinutes)),
        );
      } catch (error) {
        console.error("A link to sign in could not be sent:", error);
      }
    });
    return ok({ message: t("signIn.linkSent") });
  });
}

/** Uses a link up. A press of a button and not the mere opening, because mail scanners open links too. */
export async function followLink(_previous: SignInState, form: FormData): Promise<SignInState> {
  const token = textIn(form, "token");
  return onward(await calm(() => signInWithLink({ token })));
}

/** Accepts an invitation: sets the password and signs in. */
export async function acceptInvite(_previous: SignInState, form: FormData): Promise<SignInState> {
  const [token, password] = [textIn(form, "token"), textIn(form, "password")];
  return onward(
    await calm(async () => {
      const origin = requestOrigin(await headers());
      const accepted = await acceptInvitation(await getDeps(), { token, password, address: origin.address });
      return accepted.ok ? ok(await letIn(accepted.value, "invitation", "/")) : accepted;
    }),
  );
}

async function onward(result: Result<{ readonly next: string }>): Promise<SignInState> {
  if (!result.ok) return { ok: false, error: sayFailure((await readPreferences()).locale, result.error) };
  redirect(address(result.value.next));
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
