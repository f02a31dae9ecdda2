import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { address } from "@/app/_ui/addresses";
import { readPreferences } from "@/app/_ui/preferences";
import type { Actor } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current-actor";
import type { Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { action, type UseCase } from "@/lib/http/action";
import { sayFailure } from "@/lib/i18n/failure";
import { getDeps } from "@/lib/platform/deps";

/** Who is signed in, once for each request; null for a visitor. */
export const visitor = currentActor;

/** Who is signed in; a visitor is sent to sign in and comes back to `from`. */
export async function signedIn(): Promise<Actor> {
  const actor = await visitor();
  if (actor) return actor;
  const here = (await headers()).get("x-path") ?? "/";
  redirect(address(`/sign-in?next=${encodeURIComponent(here)}`));
}

/** The working date of the installation, and the real day. */
export const workingDate = cache(async (): Promise<{ today: string; isReal: boolean }> => {
  const deps = await getDeps();
  const today = await deps.today();
  return { today, isReal: today === deps.clock.now().toISOString().slice(0, 10) };
});

/**
 * Asks a use case as the person who is signed in: parses what came from outside, then calls. A page shows the
 * failure; nothing is decided here, and nothing is thrown at the person.
 */
export async function ask<S extends z.ZodType, T>(
  useCase: UseCase<z.output<S>, T>,
  schema: S,
  input: unknown,
): Promise<Result<T>> {
  return inOwnWords(await action(schema, useCase)(input));
}

/** As `ask`, for a use case without input. */
export async function askPlain<T>(
  useCase: (deps: Deps, actor: Actor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inOwnWords(await action(nothing, (deps, actor) => useCase(deps, actor))(undefined));
}

/** A refusal in the language of the person who asks. */
async function inOwnWords<T>(result: Result<T>): Promise<Result<T>> {
  if (result.ok) return result;
  return { ok: false, error: sayFailure((await readPreferences()).locale, result.error) };
}

const nothing = z.undefined();
