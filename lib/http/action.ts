import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current-actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { getDeps } from "@/lib/platform/deps";
import { calm } from "./calm";
import { noteRefusal } from "./note-refusal";
import { parseInput } from "./parse-input";

/** A use case: permission is asked inside it, not here. */
export type UseCase<I, T> = (deps: Deps, actor: Actor, input: I) => Promise<Result<T>>;

/**
 * Makes a server action of a use case: finds out who asks, parses what came, calls, and always answers with a plain
 * value. Never throws to the person, but lets Next's redirects pass.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: UseCase<z.output<S>, T>,
): (input: unknown) => Promise<Result<T>> {
  return (input) =>
    calm(async () => {
      const actor = await currentActor();
      if (actor === null) return fail("not-signed-in", "You are signed out. Sign in and try again.");
      const parsed = parseInput(schema, input instanceof FormData ? formFields(input) : input);
      if (!parsed.ok) return parsed;
      const deps = await getDeps();
      const result = await run(deps, actor, parsed.value);
      if (!result.ok) await noteRefusal(deps, actor, result.error, (await headers()).get("x-path") ?? "");
      return result;
    });
}

/** The fields of a form; a name that comes several times is a list. Next's own fields are left out. */
export function formFields(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    fields.set(name, values.length === 1 ? values[0] : values);
  }
  return Object.fromEntries(fields);
}
