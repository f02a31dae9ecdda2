"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { publishInput, publishResolution } from "@/lib/services/public";

/** Opens a resolution to everybody, or closes it. */
export async function publish(
  symbol: string,
  version: number,
  isPublic: boolean,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const result = await ask(publishResolution, publishInput, {
    symbol,
    version,
    isPublic,
    reason: String(form.get("reason") ?? ""),
  });
  if (!result.ok) return result;
  revalidatePath("/publish", "layout");
  const { t } = await getReader();
  return ok({ message: t(isPublic ? "public.published" : "public.withdrawn", { symbol }) });
}
