"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { fail, ok } from "@/lib/core/result";
import { saySentence } from "@/lib/i18n/failure";
import { closeCarried } from "@/lib/services/close-carried";
import { closeCarriedInput, nextOccurrenceInput, setOutputInput } from "@/lib/services/inputs";
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
  const { say } = await getReader();
  return ok({ message: say.event(done.value.sentence) });
}

/** Brings the ticked requests along with the report that answers them; what is refused says why. */
export async function closeRequests(
  number: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const rows = form.getAll("request").map((value) => {
    const [task, expectedVersion] = String(value).split(" ");
    return { number: task, expectedVersion };
  });
  const done = await ask(closeCarried, closeCarriedInput, { number, rows });
  if (!done.ok) return done;
  revalidatePath("/", "layout");
  const { t, locale } = await getReader();
  const { changed, refused } = done.value;
  const message = t("tasks.bulk.changed", { changed, refused });
  if (refused === 0) return ok({ message });
  const kept = done.value.rows.filter((row) => !row.ok);
  return fail("not-allowed-now", message, {
    fields: Object.fromEntries(
      kept.map((row) => [
        String(row.number),
        t("lineage.notBrought", { number: row.number, why: saySentence(locale, row.message) }),
      ]),
    ),
  });
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
