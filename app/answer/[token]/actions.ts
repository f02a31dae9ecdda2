"use server";

import { redirect } from "next/navigation";
import { address } from "@/app/_ui/addresses";
import type { FormState } from "@/app/_ui/form/action-form";
import { authSecret } from "@/lib/auth/secret";
import { formFields } from "@/lib/http/action";
import { calm } from "@/lib/http/calm";
import { parseInput } from "@/lib/http/parse-input";
import { getDeps } from "@/lib/platform/deps";
import { answerFromMail, mailAnswerInput } from "@/lib/services/reminder-answer";

/** Records the answer that the bearer of the link gives; the link is used up with it. */
export async function sendAnswer(token: string, _previous: FormState, form: FormData): Promise<FormState> {
  const done = await calm(async () => {
    const parsed = parseInput(mailAnswerInput, formFields(form));
    if (!parsed.ok) return parsed;
    return answerFromMail(await getDeps(), token, authSecret(), parsed.value);
  });
  if (!done.ok) return done;
  redirect(address("/answer/done?sent=1"));
}
