import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";

/** Parses what came from outside; the failure names each field at fault, by its path. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String).join(".") || "input";
    if (!Object.hasOwn(fields, path))
      Object.defineProperty(fields, path, { value: issue.message, enumerable: true });
  }
  return fail("invalid-input", "Some of this cannot be used as it stands.", { fields });
}
