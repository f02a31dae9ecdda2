import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { readEvidenceFile } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { evidenceFileInput } from "./inputs";

export type EvidenceFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** A file kept as evidence, for whoever may read tasks. */
export async function evidenceFile(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof evidenceFileInput>,
): Promise<Result<EvidenceFile>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const file = await readEvidenceFile(deps.db, input.id);
  if (!file?.bytes) return fail("not-found", "There is no such file.");
  return ok({ name: file.fileName, mediaType: file.mediaType, bytes: file.bytes });
}
