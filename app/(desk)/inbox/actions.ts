"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { silenceInput, silenceTask } from "@/lib/services/reminder-silence";
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

/** Keeps the reminders of one task away from the person: for some days, for good, or no longer. */
export async function silence(
  taskNumber: number,
  howLong: number | "mute" | "wake",
  _previous: FormState,
  _form: FormData,
): Promise<FormState> {
  const result = await ask(silenceTask, silenceInput, { taskNumber, for: howLong });
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  const { t, day } = await getReader();
  if (howLong === "wake") return ok({ message: t("inbox.woken") });
  const { until } = result.value;
  return ok({ message: until === null ? t("inbox.muted") : t("inbox.snoozed", { day: day(until, "long") }) });
}
