import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { AccuracyReport } from "./types";

export async function extractionAccuracy(_deps: Deps, _actor: Actor): Promise<Result<AccuracyReport>> {
  return fail("unavailable", "This part is still being built.");
}
