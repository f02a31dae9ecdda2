"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form/action-form";
import { authSecret } from "@/lib/auth/secret";
import { ok } from "@/lib/core/result";
import { calm } from "@/lib/http/calm";
import { getDeps } from "@/lib/platform/deps";
import { unsubscribe } from "@/lib/services/reminder-unsubscribe";

/** Stops the mails that the link in one of them names; the link is all the bearer needs. */
export async function stopMails(token: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const done = await calm(async () => unsubscribe(await getDeps(), token, authSecret()));
  if (!done.ok) return done;
  revalidatePath("/unsubscribe/[token]", "page");
  return ok({});
}
