"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { nextOccurrenceInput, setOutputInput } from "@/lib/services/inputs";
import { setOutput } from "@/lib/services/output";
import { openNextOccurrence } from "@/lib/services/recurrence";

/** The kind of output, the report that carries it, its length and its limit. */
export async function putOutput(
  at: { readonly number: number; readonly expectedVersion: number },
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const names = ["outputKind", "host", "draftWords", "wordLimit", "wordLimitSource"];
  const given = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "").trim()]));
  const done = await ask(setOutput, setOutputInput, { ...at, ...given });
  if (!done.ok) return done;
  revalidatePath("/", "layout");
  return ok({ message: done.value.sentence.text });
}

/** Opens the next occurrence by hand. */
export async function openNext(number: number, _previous: FormState, form: FormData): Promise<FormState> {
  const { t } = await getReader();
  const session = readSessionName(String(form.get("session") ?? ""));
  const made = await ask(openNextOccurrence, nextOccurrenceInput, {
    number,
    session,
    reason: String(form.get("reason") ?? ""),
  });
  if (!made.ok) return made;
  revalidatePath("/", "layout");
  return ok({ message: t("lineage.opened", { number: made.value.number }) });
}
