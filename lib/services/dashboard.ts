import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { asOfInput, sessionPageInput } from "./inputs";
import type { PendingDashboard, SessionBrief } from "./types";

export async function pendingDashboard(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof asOfInput>,
): Promise<Result<PendingDashboard>> {
  return fail("unavailable", "This part is still being built.");
}

export async function sessionBrief(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof sessionPageInput>,
): Promise<Result<SessionBrief>> {
  return fail("unavailable", "This part is still being built.");
}
