"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { changeUnitDigest, unitDigestInput } from "@/lib/services/reminder-units";

/** Gives a unit's mailbox its digest, or changes when it goes. */
export async function saveUnit(
  bodyId: string,
  expectedVersion: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const result = await ask(changeUnitDigest, unitDigestInput, {
    bodyId: bodyId || form.get("bodyId"),
    address: form.get("address"),
    locale: form.get("locale"),
    timeZone: form.get("timeZone"),
    digestHour: Number(form.get("digestHour")),
    digestDays: form.getAll("digestDays").map(Number),
    isActive: form.get("isActive") !== null,
    expectedVersion,
  });
  if (!result.ok) return result;
  revalidatePath("/reminders/units");
  return ok({ message: (await getReader()).t("reminderSettings.saved") });
}
