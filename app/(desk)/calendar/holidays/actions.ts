"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { addHoliday, endHoliday } from "@/lib/services/holidays";
import { addHolidayInput, endHolidayInput } from "@/lib/services/inputs";

const words = (form: FormData, name: string): string => String(form.get(name) ?? "");

/** Enters a holiday of a duty station. */
export async function enterHoliday(
  station: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const added = await ask(addHoliday, addHolidayInput, {
    station,
    day: words(form, "day"),
    name: words(form, "name"),
    source: words(form, "source"),
    reason: words(form, "reason"),
  });
  if (!added.ok) return added;
  revalidatePath("/", "layout");
  return ok({ message: (await getReader()).t("holidays.done", { count: added.value.tasksMoved }) });
}

/** Takes an entered holiday back. */
export async function takeHolidayBack(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const ended = await ask(endHoliday, endHolidayInput, { id, reason: words(form, "reason") });
  if (!ended.ok) return ended;
  revalidatePath("/", "layout");
  return ok({ message: (await getReader()).t("holidays.done", { count: ended.value.tasksMoved }) });
}
