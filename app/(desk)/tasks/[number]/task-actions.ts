"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { ok, type Result } from "@/lib/core/result";
import {
  addEvidenceInput,
  assignOwnerInput,
  blockInput,
  commentInput,
  declineDeadlineInput,
  setAgreedSlotInput,
  setInternalTargetInput,
  setMeetingInput,
  setResponsibleInput,
  unblockInput,
} from "@/lib/services/inputs";
import {
  addEvidence,
  assignOwner,
  blockTask,
  commentOnTask,
  declineDeadline,
  setAgreedSlot,
  setInternalTarget,
  setMeeting,
  setResponsible,
  unblockTask,
} from "@/lib/services/tasks";
import type { TaskChanged } from "@/lib/services/types";

/** The task and the version that the form was written against. */
export type At = { readonly number: number; readonly expectedVersion: number };

/** Says something about the task. */
export async function comment(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(commentOnTask, commentInput, { number: at.number, text: form.get("text") }));
}

/** Attaches a document by its symbol, or a link. */
export async function attach(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(
    await ask(addEvidence, addEvidenceInput, {
      number: at.number,
      ...words(form, ["symbol", "title", "url", "day"]),
    }),
  );
}

/** Names the owner, or nobody. */
export async function nameOwner(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(assignOwner, assignOwnerInput, { ...at, ownerId: form.get("ownerId") || null }));
}

/** Names the responsible unit, or none. */
export async function nameUnit(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(
    await ask(setResponsible, setResponsibleInput, {
      ...at,
      responsibleId: form.get("responsibleId") || null,
    }),
  );
}

/** The day on which the organ takes the item up. */
export async function putMeeting(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(setMeeting, setMeetingInput, { ...at, ...words(form, ["meetingOn", "reason"]) }));
}

/** The slot agreed with documents management, and the job number. */
export async function putSlot(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(
    await ask(setAgreedSlot, setAgreedSlotInput, {
      ...at,
      ...words(form, ["agreedSlot", "jobNumber", "reason"]),
    }),
  );
}

/** Staff's own target. */
export async function putTarget(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(
    await ask(setInternalTarget, setInternalTargetInput, {
      ...at,
      ...words(form, ["internalTarget", "reason"]),
    }),
  );
}

/** Says what the task waits for. */
export async function markBlocked(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(blockTask, blockInput, { ...at, reason: form.get("reason") }));
}

/** Says that it waits no longer. */
export async function markUnblocked(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(unblockTask, unblockInput, { ...at, ...words(form, ["reason"]) }));
}

/** Declines a proposed deadline, with the reason. */
export async function refuseDeadline(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(declineDeadline, declineDeadlineInput, { ...at, reason: form.get("reason") }));
}

const words = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));

function said(result: Result<TaskChanged>): FormState {
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  return ok({ message: result.value.sentence.text });
}
