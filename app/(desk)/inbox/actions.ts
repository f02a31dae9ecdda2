"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { markRead, markReadInput } from "@/lib/services/reminders";

/** Marks one message of one's own inbox as read, or all where `id` is null. */
export async function readEntries(
  id: string | null,
  _previous: FormState,
  _form: FormData,
): Promise<FormState> {
  const result = await ask(markRead, markReadInput, { ids: id === null ? null : [id] });
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  return ok({ message: (await getReader()).t("inbox.done") });
}
