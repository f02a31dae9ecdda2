"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { changeSetting, changeSettingInput } from "@/lib/services/settings";

/** Changes the working date; empty means the real day. */
export async function saveWorkingDate(_previous: FormState, form: FormData): Promise<FormState> {
  return save("workingDate", form.get("day") || null, form);
}

/** Changes the mail domains whose people come in; empty means any. */
export async function saveDomains(_previous: FormState, form: FormData): Promise<FormState> {
  const written = String(form.get("domains") ?? "")
    .split(/[\s,;]+/)
    .map((domain) => domain.trim().toLowerCase())
    .filter((domain) => domain !== "");
  return save("allowedDomains", written.length === 0 ? null : [...new Set(written)], form);
}

/** Opens or closes the public pages. */
export async function savePublicPages(_previous: FormState, form: FormData): Promise<FormState> {
  return save("publicPages", form.get("public") === "on", form);
}

async function save(key: string, value: unknown, form: FormData): Promise<FormState> {
  const result = await ask(changeSetting, changeSettingInput, {
    key,
    value,
    reason: form.get("reason") ?? "",
  });
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  return ok({ message: (await getReader()).t("settings.saved") });
}
