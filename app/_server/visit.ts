import "server-only";
import type { z } from "zod";
import type { Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { calm } from "@/lib/http/calm";
import { parseInput } from "@/lib/http/parse-input";
import { getDeps } from "@/lib/platform/deps";

/** Asks a use case that is open to visitors: nobody needs to be signed in, and nobody is asked who it is. */
export function visit<S extends z.ZodType, T>(
  run: (deps: Deps, input: z.output<S>) => Promise<Result<T>>,
  schema: S,
  input: unknown,
): Promise<Result<T>> {
  return calm(async () => {
    const parsed = parseInput(schema, input);
    return parsed.ok ? run(await getDeps(), parsed.value) : parsed;
  });
}
