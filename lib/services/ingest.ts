import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { ingestInput } from "./inputs";
import type { Ingested, ReadingPreview } from "./types";

export async function previewText(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof ingestInput>,
): Promise<Result<ReadingPreview>> {
  return fail("unavailable", "This part is still being built.");
}

export async function ingestText(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof ingestInput>,
): Promise<Result<Ingested>> {
  return fail("unavailable", "This part is still being built.");
}
