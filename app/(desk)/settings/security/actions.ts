"use server";

import { revalidatePath } from "next/cache";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { currentSignInId } from "@/lib/auth/current-actor";
import { ok } from "@/lib/core/result";
import { changePassword } from "@/lib/services/change-password";
import { endSignIns } from "@/lib/services/people";
import { changePasswordInput, revokeInput } from "@/lib/services/people-inputs";
import {
  codeInput,
  confirmSecondStep,
  endSecondStep,
  prepareSecondStep,
  renewRecoveryCodes,
} from "@/lib/services/second-step";
import type { RevealState } from "../reveal-form";

const page = "/settings/security";

/** Changes one's own password; this browser stays signed in, others do not. */
export async function savePassword(_previous: FormState, form: FormData): Promise<FormState> {
  const keepSignInId = await currentSignInId();
  const result = await ask(
    (deps, actor, input) => changePassword(deps, actor, { ...input, keepSignInId }),
    changePasswordInput,
    { current: form.get("current") ?? "", next: form.get("next") ?? "" },
  );
  if (!result.ok) return result;
  revalidatePath(page);
  return ok({
    message: (await getReader()).t("settings.security.passwordSaved", { count: result.value.ended }),
  });
}

/** Makes a secret for the phone. */
export async function setUpStep(_previous: FormState, _form: FormData): Promise<FormState> {
  const result = await askPlain(prepareSecondStep);
  if (!result.ok) return result;
  revalidatePath(page);
  return ok({});
}

/** Takes the second step into use with the first right code, and shows the recovery codes once. */
export async function confirmStep(_previous: RevealState, form: FormData): Promise<RevealState> {
  const keepSignInId = await currentSignInId();
  const result = await ask(
    (deps, actor, input) => confirmSecondStep(deps, actor, { ...input, keepSignInId }),
    codeInput,
    { code: form.get("code") },
  );
  return result.ok ? codesShown(result.value.codes) : result;
}

/** New recovery codes, shown once. */
export async function renewCodes(_previous: RevealState, form: FormData): Promise<RevealState> {
  const result = await ask(renewRecoveryCodes, codeInput, { code: form.get("code") });
  return result.ok ? codesShown(result.value.codes) : result;
}

/** Turns the second step off. */
export async function turnStepOff(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await ask(endSecondStep, codeInput, { code: form.get("code") });
  if (!result.ok) return result;
  revalidatePath(page);
  return ok({ message: (await getReader()).t("settings.security.stepEnded") });
}

/** Ends one sign-in of one's own, or all others where `signInId` is null. */
export async function endMine(
  signInId: string | null,
  _previous: FormState,
  _form: FormData,
): Promise<FormState> {
  const actor = await signedIn();
  const keep = await currentSignInId();
  const result = await ask(endSignIns, revokeInput, { personId: actor.personId, signInId, keep });
  if (!result.ok) return result;
  revalidatePath(page);
  return ok({ message: (await getReader()).t("settings.security.ended", { count: result.value.ended }) });
}

async function codesShown(secrets: readonly string[]): Promise<RevealState> {
  const { t } = await getReader();
  return ok({ message: t("settings.security.codesShown"), secrets });
}
