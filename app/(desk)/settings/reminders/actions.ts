"use server";

import { revalidatePath } from "next/cache";
import { ask, signedIn } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { trustedHosts } from "@/lib/adapters/channels/configured";
import { addressProblem } from "@/lib/adapters/channels/guarded-post";
import { authSecret } from "@/lib/auth/secret";
import { ok, type Result } from "@/lib/core/result";
import { changePreferences, setDelegate } from "@/lib/services/people";
import { delegateInput, preferencesInput } from "@/lib/services/people-inputs";
import {
  addOwnWebhook,
  addWebhookInput,
  revokeOwnWebhook,
  revokeWebhookInput,
} from "@/lib/services/reminder-webhooks";
import type { OnceState } from "../feeds/once-form";

async function saved(result: Result<unknown>): Promise<FormState> {
  if (!result.ok) return result;
  revalidatePath("/settings/reminders");
  return ok({ message: (await getReader()).t("reminderSettings.saved") });
}

/** When and how the person who asks is reminded. */
export async function savePreferences(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn();
  return saved(
    await ask(changePreferences, preferencesInput, {
      personId: actor.personId,
      digestHour: Number(form.get("digestHour")),
      digestDays: form.getAll("digestDays").map(Number),
      timeZone: form.get("timeZone"),
      locale: form.get("locale"),
      urgentAtOnce: form.get("urgentAtOnce") !== null,
      mailMuted: form.get("byMail") === null,
    }),
  );
}

/** Who is reminded in one's absence. */
export async function saveDelegate(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn();
  return saved(
    await ask(setDelegate, delegateInput, {
      personId: actor.personId,
      delegateId: form.get("delegateId") || null,
      from: form.get("from") || null,
      until: form.get("until") || null,
    }),
  );
}

/** Adds a webhook and shows its secret once. */
export async function addHook(_previous: OnceState, form: FormData): Promise<OnceState> {
  const installation = {
    secret: authSecret(),
    problemOf: (url: string) => addressProblem(url, trustedHosts()),
  };
  const added = await ask(
    (deps, actor, input) => addOwnWebhook(deps, actor, input, installation),
    addWebhookInput,
    { label: form.get("label") ?? "", url: form.get("url") ?? "" },
  );
  if (!added.ok) return added;
  revalidatePath("/settings/reminders");
  return ok({ shown: added.value.secret });
}

/** Takes a webhook away. */
export async function removeHook(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  return saved(await ask(revokeOwnWebhook, revokeWebhookInput, { id }));
}
