"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { endToken, makeToken, makeTokenInput, revokeTokenInput } from "@/lib/services/api-tokens";
import type { RevealState } from "../reveal-form";

/** Makes a token and shows it this once. */
export async function newToken(_previous: RevealState, form: FormData): Promise<RevealState> {
  const result = await ask(makeToken, makeTokenInput, {
    label: form.get("label"),
    scopes: form.getAll("scopes"),
    days: form.get("days"),
  });
  if (!result.ok) return result;
  revalidatePath("/settings/tokens");
  return ok({ message: (await getReader()).t("settings.tokens.made"), secrets: [result.value.token] });
}

/** Ends a token of one's own. */
export async function revoke(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const result = await ask(endToken, revokeTokenInput, { id });
  if (!result.ok) return result;
  revalidatePath("/settings/tokens");
  return ok({ message: (await getReader()).t("settings.tokens.ended") });
}
