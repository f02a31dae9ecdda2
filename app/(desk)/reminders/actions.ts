"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { configuredChannels } from "@/lib/adapters/channels/configured";
import { ok } from "@/lib/core/result";
import { sendAgain, sendAgainInput } from "@/lib/services/reminder-sent";
import { runDueReminders, runInput } from "@/lib/services/reminders";

/** Puts a message that failed back into the outbox. */
export async function sendOnceMore(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const result = await ask(sendAgain, sendAgainInput, { id });
  if (!result.ok) return result;
  revalidatePath("/reminders/sent");
  return ok({ message: (await getReader()).t("reminders.requeued") });
}

/** Sends what is due now to those whose hour has come, as the schedule does every few minutes. */
export async function runNow(_previous: FormState, _form: FormData): Promise<FormState> {
  const { channels, close } = configuredChannels();
  try {
    const result = await ask((deps, actor) => runDueReminders(deps, actor, { channels }), runInput, {});
    if (!result.ok) return result;
    revalidatePath("/reminders", "layout");
    const { digests, delivery } = result.value;
    const { t } = await getReader();
    return ok({ message: t("reminders.ran", { digests, sent: delivery.sent }) });
  } finally {
    close();
  }
}
