"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { ok } from "@/lib/core/result";
import { sendAgain, sendAgainInput } from "@/lib/services/reminders";

/** Puts a message that failed back into the outbox. */
export async function sendOnceMore(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const result = await ask(sendAgain, sendAgainInput, { id });
  if (!result.ok) return result;
  revalidatePath("/reminders");
  return ok({});
}
