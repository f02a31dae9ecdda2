import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { bodyPageInput, bodySearchInput } from "./inputs";
import type { BodyPage, BodyRef } from "./types";

export async function bodyPage(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof bodyPageInput>,
): Promise<Result<BodyPage>> {
  return fail("unavailable", "This part is still being built.");
}

export async function searchBodies(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof bodySearchInput>,
): Promise<Result<readonly BodyRef[]>> {
  return fail("unavailable", "This part is still being built.");
}
