import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { advanceInput, bulkAdvanceInput, undoInput } from "./inputs";
import type { BulkOutcome, TaskChanged } from "./types";

export async function advanceTask(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof advanceInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function undoChange(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof undoInput>,
): Promise<Result<TaskChanged>> {
  return fail("unavailable", "This part is still being built.");
}

export async function bulkAdvance(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof bulkAdvanceInput>,
): Promise<Result<BulkOutcome>> {
  return fail("unavailable", "This part is still being built.");
}
