"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import { roundAddress } from "@/app/_ui/addresses";
import { readFilter } from "@/app/_ui/filter/language";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok, type Result } from "@/lib/core/result";
import {
  answerRowInput,
  closeRoundInput,
  decideRowInput,
  roundInput,
  sendRoundInput,
} from "@/lib/services/inputs";
import { answerRow, decideRow } from "@/lib/services/round-answers";
import { closeRound, remindRound } from "@/lib/services/round-running";
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
    // A forged call may bind anything in place of the filter's words.
    filter: readFilter(String({ ...at }.query ?? "")).filter,
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

/** The Secretary closes a round, with a reason. */
export async function close(number: number, _previous: FormState, form: FormData): Promise<FormState> {
  const closed = await ask(closeRound, closeRoundInput, { number, ...words(form, ["reason"]) });
  if (!closed.ok) return closed;
  revalidatePath("/", "layout");
  const { t } = await getReader();
  return ok({ message: t("rounds.closedNow", { count: closed.value.unanswered }) });
}

/** The Secretary reminds the units that have not answered. */
export async function remind(number: number, _previous: FormState, _form: FormData): Promise<FormState> {
  const reminded = await ask(remindRound, roundInput, { number });
  if (!reminded.ok) return reminded;
  revalidatePath("/", "layout");
  const { t } = await getReader();
  return ok({ message: t("rounds.remindedNow", { count: reminded.value.people }) });
}

const words = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));

function said(result: Result<TaskChanged>): FormState {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  return ok({ message: result.value.sentence.text });
}
