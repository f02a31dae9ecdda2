import "server-only";
import type { z } from "zod";
import { currentActor } from "@/lib/auth/current-actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { getDeps } from "@/lib/platform/deps";
import type { UseCase } from "./action";
import { calm } from "./calm";
import { noteRefusal } from "./note-refusal";
import { parseInput } from "./parse-input";
import { problem } from "./problem";

type Context = { readonly params: Promise<Record<string, string | string[]>> };

/** The largest JSON body that a route reads, in bytes. */
const largestBody = 1_000_000;

/**
 * Makes a route handler of a use case. Input is the query, the JSON body and the path's parameters, in this order of
 * growing weight. `reply` turns the value into a response (JSON unless told); failures answer as problem details.
 */
export function route<S extends z.ZodType, T>(
  schema: S,
  run: UseCase<z.output<S>, T>,
  reply: (value: T) => Response = (value) =>
    Response.json(value, { headers: { "cache-control": "no-store" } }),
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const answer = await calm(async () => {
      const actor = await currentActor();
      if (actor === null) return fail("not-signed-in", "Sign in first.");
      const body = await readBody(request);
      if (!body.ok) return body;
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const parsed = parseInput(schema, { ...query, ...body.value, ...(await context.params) });
      if (!parsed.ok) return parsed;
      const deps = await getDeps();
      const result = await run(deps, actor, parsed.value);
      if (!result.ok) await noteRefusal(deps, actor, result.error, new URL(request.url).pathname);
      return result;
    });
    return answer.ok ? reply(answer.value) : problem(answer.error);
  };
}

async function readBody(request: Request): Promise<Result<object>> {
  if (request.method === "GET" || request.method === "HEAD") return ok({});
  // A form of another site cannot send this type without asking first, so this is also the guard against forged posts.
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json"))
    return fail("invalid-input", "Send JSON with the content type application/json.");
  const text = await request.text();
  if (text.length > largestBody) return fail("invalid-input", "The request is larger than 1 MB.");
  try {
    const value: unknown = text === "" ? {} : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? ok(value)
      : fail("invalid-input", "Send one JSON object.");
  } catch {
    return fail("invalid-input", "The body is not JSON.");
  }
}
