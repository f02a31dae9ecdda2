"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { readRules } from "@/app/(desk)/review/deadline-text";
import { ok, type Result } from "@/lib/core/result";
import * as inputs from "@/lib/services/inputs";
import * as tasks from "@/lib/services/tasks";
import type { TaskChanged } from "@/lib/services/types";
import { findPeople, watchTask } from "@/lib/services/watching";

/** The task and the version that the form was written against. */
export type At = { readonly number: number; readonly expectedVersion: number };
/** The task, and what makes this drawing of the form one of its kind: sent twice, it counts once. */
export type Once = { readonly number: number; readonly key: string };

/** Says or asks something about the task, or answers a question. */
export async function comment(
  at: Once & { readonly answers?: string },
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return said(
    await ask(tasks.commentOnTask, inputs.commentInput, {
      ...at,
      text: form.get("text"),
      isQuestion: form.get("isQuestion") === "1",
    }),
  );
}

/** Attaches a document by its symbol, a link, or a file. */
export async function attach(at: Once, _previous: FormState, form: FormData): Promise<FormState> {
  const given = form.get("file");
  const file =
    given instanceof File && given.size > 0
      ? { name: given.name, mediaType: given.type, bytes: new Uint8Array(await given.arrayBuffer()) }
      : null;
  return said(
    await ask(tasks.addEvidence, inputs.addEvidenceInput, {
      ...at,
      ...words(form, ["symbol", "title", "url", "day"]),
      file,
    }),
  );
}

/** Begins or ends watching. */
export async function watch(number: number, isWatched: boolean): Promise<Result<unknown>> {
  return ask(watchTask, inputs.watchInput, { number, watch: isWatched });
}

/** People for "@". */
export async function people(
  text: string,
): Promise<Result<readonly { id: string; name: string; title: string }[]>> {
  return ask(findPeople, inputs.findPeopleInput, { text });
}

/** Names the owner, or nobody. */
export async function nameOwner(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const ownerId = form.get("ownerId") || null;
  return said(await ask(tasks.assignOwner, inputs.assignOwnerInput, { ...seen(at, form), ownerId }));
}

/** Names the responsible unit, or none. */
export async function nameUnit(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const responsibleId = form.get("responsibleId") || null;
  return said(
    await ask(tasks.setResponsible, inputs.setResponsibleInput, { ...seen(at, form), responsibleId }),
  );
}

/** The day on which the organ takes the item up. */
export async function putMeeting(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["meetingOn", "reason"]);
  return said(await ask(tasks.setMeeting, inputs.setMeetingInput, { ...seen(at, form), ...given }));
}

/** The slot agreed with documents management, and the job number. */
export async function putSlot(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["agreedSlot", "reason"]);
  const jobNumber = form.get("jobNumber");
  return said(
    await ask(tasks.setAgreedSlot, inputs.setAgreedSlotInput, {
      ...seen(at, form),
      ...given,
      ...(jobNumber !== null && { jobNumber }),
    }),
  );
}

/** Staff's own target. */
export async function putTarget(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["internalTarget", "reason"]);
  return said(
    await ask(tasks.setInternalTarget, inputs.setInternalTargetInput, { ...seen(at, form), ...given }),
  );
}

/** Sets another deadline: for a Secretary. */
export async function putDeadline(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(tasks.changeDeadline, inputs.changeDeadlineInput, deadlineOf(at, form)));
}

/** Asks the Secretary for another deadline. */
export async function askDeadline(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  return said(await ask(tasks.proposeDeadline, inputs.changeDeadlineInput, deadlineOf(at, form)));
}

/** Declines a proposed deadline, with the reason. */
export async function refuseDeadline(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const reason = form.get("reason");
  return said(await ask(tasks.declineDeadline, inputs.declineDeadlineInput, { ...seen(at, form), reason }));
}

/** Says what the task waits for. */
export async function markBlocked(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const reason = form.get("reason");
  return said(await ask(tasks.blockTask, inputs.blockInput, { ...seen(at, form), reason }));
}

/** Says that it waits no longer. */
export async function markUnblocked(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["reason"]);
  return said(await ask(tasks.unblockTask, inputs.unblockInput, { ...seen(at, form), ...given }));
}

/** Corrects the words of the task. */
export async function correct(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const agendaTitle = form.get("agendaTitle");
  return said(
    await ask(tasks.editTask, inputs.editTaskInput, {
      ...seen(at, form),
      ...words(form, ["ask", "reason"]),
      ...(agendaTitle !== null && { agendaTitle }),
    }),
  );
}

/** Ties the task to another one. */
export async function tie(at: At, _previous: FormState, form: FormData): Promise<FormState> {
  const given = words(form, ["relation", "other"]);
  return said(await ask(tasks.linkTask, inputs.linkTaskInput, { ...seen(at, form), ...given }));
}

const words = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));

const deadlineOf = (at: At, form: FormData) => ({
  ...seen(at, form),
  ...words(form, ["reason", "authorisingText"]),
  rules: readRules(String(form.get("deadline") ?? ""), []),
});

/** The version that the person had seen: after a conflict the form says which newer one was shown with its changes. */
function seen(at: At, form: FormData): At {
  const shown = Number(form.get("seenVersion"));
  // Spread first: a forged call may bind nothing, and the use case is the one to refuse it.
  const { expectedVersion = Number.POSITIVE_INFINITY } = { ...at };
  return Number.isInteger(shown) && shown > expectedVersion ? { ...at, expectedVersion: shown } : at;
}

async function said(result: Result<TaskChanged>): Promise<FormState> {
  if (!result.ok) {
    if (result.error.code !== "conflict") return result;
    const { t } = await getReader();
    return { ok: false, error: { ...result.error, message: `${result.error.message} ${t("task.onTop")}` } };
  }
  revalidatePath("/", "layout");
  const { say } = await getReader();
  return ok({ message: say.event(result.value.sentence) });
}
