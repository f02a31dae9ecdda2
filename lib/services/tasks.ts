import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type {
  addEvidenceInput,
  assignOwnerInput,
  blockInput,
  changeDeadlineInput,
  commentInput,
  declineDeadlineInput,
  editTaskInput,
  linkTaskInput,
  listTasksInput,
  setAgreedSlotInput,
  setInternalTargetInput,
  setMeetingInput,
  setResponsibleInput,
  taskPageInput,
  unblockInput,
} from "./inputs";
import type { TaskChanged, TaskList, TaskPage } from "./types";

export async function listTasks(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof listTasksInput>,
): Promise<Result<TaskList>> {
  return fail("unavailable", "This part is still being built.");
}

export async function taskPage(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof taskPageInput>,
): Promise<Result<TaskPage>> {
  return fail("unavailable", "This part is still being built.");
}

export async function assignOwner(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof assignOwnerInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function setResponsible(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof setResponsibleInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function setMeeting(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof setMeetingInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function setAgreedSlot(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof setAgreedSlotInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function setInternalTarget(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof setInternalTargetInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function changeDeadline(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof changeDeadlineInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function proposeDeadline(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof changeDeadlineInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function declineDeadline(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof declineDeadlineInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function blockTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof blockInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function unblockTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof unblockInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function commentOnTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof commentInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function addEvidence(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof addEvidenceInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function editTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof editTaskInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function linkTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof linkTaskInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}
