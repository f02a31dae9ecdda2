"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ask } from "@/app/_server/context";
import { tasksAddress } from "@/app/_ui/addresses";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { saveViewInput, viewIdInput } from "@/lib/services/inputs";
import { deleteView, saveView } from "@/lib/services/views";

/** Keeps the address of the list under a name. */
export async function keepView(query: string, _previous: FormState, form: FormData): Promise<FormState> {
  const saved = await ask(saveView, saveViewInput, {
    name: form.get("name"),
    query,
    isShared: form.get("isShared") === "on",
  });
  if (!saved.ok) return saved;
  revalidatePath("/tasks");
  return { ok: true, value: { message: (await getReader()).t("tasks.viewSaved") } };
}

/** Removes one of one's own views. */
export async function removeView(id: string): Promise<void> {
  const removed = await ask(deleteView, viewIdInput, { id });
  if (removed.ok) redirect(tasksAddress(""));
}
