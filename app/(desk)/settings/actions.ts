"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { ask, signedIn } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { isLocale } from "@/lib/i18n/locale";
import { changePreferences, setDelegate } from "@/lib/services/people";
import { delegateInput, preferencesInput } from "@/lib/services/people-inputs";

/** Stores when and how the person who asks is reached. */
export async function savePreferences(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn();
  const locale = form.get("locale");
  const result = await ask(changePreferences, preferencesInput, {
    personId: actor.personId,
    locale,
    timeZone: form.get("timeZone"),
    digestHour: Number(form.get("digestHour")),
    digestDays: form.getAll("digestDays").map(Number),
    urgentAtOnce: form.get("urgentAtOnce") !== null,
    mailMuted: form.get("mailMuted") !== null,
  });
  if (!result.ok) return result;
  if (isLocale(locale))
    (await cookies()).set("locale", locale, {
      maxAge: 31_536_000,
      sameSite: "lax",
      httpOnly: true,
      path: "/",
    });
  return saved();
}

/** Names who stands in for the person who asks, or nobody. */
export async function saveDelegate(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await signedIn();
  const result = await ask(setDelegate, delegateInput, {
    personId: actor.personId,
    delegateId: form.get("delegateId") || null,
    from: form.get("from") || null,
    until: form.get("until") || null,
  });
  return result.ok ? saved() : result;
}

async function saved(): Promise<FormState> {
  revalidatePath("/settings", "layout");
  return ok({ message: (await getReader()).t("settings.saved") });
}
