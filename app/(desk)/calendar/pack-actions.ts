"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { fail, ok } from "@/lib/core/result";
import { addCalendarPack } from "@/lib/services/calendar";
import { calendarPackInput } from "@/lib/services/inputs";

/** No pack of this size holds sessions alone. */
const mostBytes = 2_000_000;

/** Adds the sessions of an uploaded pack. */
export async function addPack(_previous: FormState, form: FormData): Promise<FormState> {
  const { t } = await getReader();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0 || file.size > mostBytes)
    return fail("invalid-input", t("calendar.packMissing"), { fields: { file: t("calendar.packMissing") } });
  const added = await ask(addCalendarPack, calendarPackInput, {
    pack: await file.text(),
    reason: String(form.get("reason") ?? ""),
    source: String(form.get("source") ?? ""),
  });
  if (!added.ok) return added;
  revalidatePath("/", "layout");
  const { tasksMoved, ...counts } = added.value;
  return ok({ message: t("calendar.packDone", { ...counts, moved: tasksMoved }) });
}
