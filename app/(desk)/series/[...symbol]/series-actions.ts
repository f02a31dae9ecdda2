"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { decideSeriesInput } from "@/lib/services/inputs";
import { decideSeries } from "@/lib/services/series";

type At = { readonly number: number; readonly expectedVersion: number; readonly later: string };

/** Records what the later text does to an earlier task. */
export async function recordDecision(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const done = await ask(decideSeries, decideSeriesInput, {
    ...at,
    verdict: text("verdict"),
    paragraph: text("verdict") === "silent" ? "" : text("paragraph"),
    reason: text("reason"),
  });
  if (!done.ok) return done;
  revalidatePath("/", "layout");
  const { say } = await getReader();
  return ok({ message: say.event(done.value.sentence) });
}
