"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import { getReader } from "@/app/_ui/reader";
import { ok, type Result } from "@/lib/core/result";
import { type HandOver, handOver, handOverInput } from "@/lib/services/hand-over";

/** What became of a handover, with its sentence in the reader's language. */
export type HandedOver = Result<HandOver & { readonly said: string }> | null;

/** Hands everything that a person holds to another. */
export async function handEverythingOver(
  personId: string,
  _previous: HandedOver,
  form: FormData,
): Promise<HandedOver> {
  const result = await ask(handOver, handOverInput, {
    personId,
    toId: form.get("toId") ?? "",
    reason: form.get("reason") ?? "",
  });
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  const { handed, kept, passedOn } = result.value;
  const { t } = await getReader();
  const said = t("settings.handOver.done", {
    handed,
    kept,
    reviews: passedOn.reviews,
    views: passedOn.sharedViews,
    watches: passedOn.watches,
  });
  return ok({ ...result.value, said });
}
