import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { saveViewInput, viewIdInput } from "./inputs";
import type { SavedViewRow } from "./types";

export async function savedViews(_deps: Deps, _actor: Actor): Promise<Result<readonly SavedViewRow[]>> {
  return fail("unavailable", "This part is still being built.");
}

export async function saveView(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof saveViewInput>,
): Promise<Result<SavedViewRow>> {
  return fail("unavailable", "This part is still being built.");
}

export async function deleteView(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof viewIdInput>,
): Promise<Result<{ readonly id: string }>> {
  return fail("unavailable", "This part is still being built.");
}
