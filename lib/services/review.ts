import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { claimInput, reviewPageInput, reviewQueueInput } from "./inputs";
import type { PersonRef, ReviewPage, ReviewQueue } from "./types";

export async function reviewQueue(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof reviewQueueInput>,
): Promise<Result<ReviewQueue>> {
  return fail("unavailable", "This part is still being built.");
}

export async function reviewPage(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof reviewPageInput>,
): Promise<Result<ReviewPage>> {
  return fail("unavailable", "This part is still being built.");
}

export async function claimReview(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof claimInput>,
): Promise<Result<{ readonly claimedBy: PersonRef | null }>> {
  return fail("unavailable", "This part is still being built.");
}
