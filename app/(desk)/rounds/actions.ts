"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import { roundAddress } from "@/app/_ui/addresses";
import { readFilter } from "@/app/_ui/filter/language";
import type { FormState } from "@/app/_ui/form/action-form";
import { ok, type Result } from "@/lib/core/result";
import { answerRowInput, decideRowInput, sendRoundInput } from "@/lib/services/inputs";
import { answerRow, decideRow } from "@/lib/services/round-answers";
import { sendRound } from "@/lib/services/rounds";
import type { TaskChanged } from "@/lib/services/types";

/** Sends the round that the page showed, and goes to its overview. */
export async function send(
  at: { readonly query: string; readonly key: string },
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const sent = await ask(sendRound, sendRoundInput, {
    ...at,
    filter: readFilter(at.query).filter,
    ...words(form, ["title", "question", "answerBy"]),
  });
  if (!sent.ok) return sent;
  revalidatePath("/", "layout");
  redirect(roundAddress(sent.value.number));
}

/** The row of a round and the version of its answer that the person saw. */
export type RowAt = { readonly round: number; readonly task: number; readonly expectedVersion: number };

/** A unit's answer about one task. */
export async function answer(at: RowAt, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["move", "note", "documentSymbol", "jobNumber"]);
  const evidence = String(form.get("evidence") ?? "").trim();
  return said(
    await ask(answerRow, answerRowInput, {
      ...at,
      ...given,
      evidence: evidence === "" ? [] : [{ symbol: evidence }],
      reviewSession: readSessionName(String(form.get("reviewSession") ?? "")),
    }),
  );
}

/** The Secretary accepts an answer. */
export async function accept(at: RowAt, _previous: FormState, _form: FormData): Promise<FormState> {
  return said(await ask(decideRow, decideRowInput, { ...at, accept: true }));
}

/** The Secretary returns an answer, with what is missing. */
export async function giveBack(at: RowAt, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(decideRow, decideRowInput, { ...at, accept: false, note: form.get("note") }));
}

const words = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));

function said(result: Result<TaskChanged>): FormState {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  return ok({ message: result.value.sentence.text });
}
