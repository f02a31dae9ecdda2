import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { handleApi } from "@/lib/http/v1/handle";
import { openApi } from "@/lib/http/v1/openapi";
import { operations } from "@/lib/http/v1/operations";
import { problemSchema } from "@/lib/http/v1/schemas";
import { apiScopeIds, makeToken } from "@/lib/services/api-tokens";
import { addTasks, openScene, type Scene } from "../services/exchange/scene";

type Json = Record<string, unknown>;
const base = "http://api.test";
const document = openApi(base) as {
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Json };
};
/** Requests sent to each operation; more by environment for a long run. */
const runs = Number(process.env.FUZZ_RUNS ?? 60);
let scene: Scene;
let tokens: string[];
let at = 0;

beforeAll(async () => {
  scene = await openScene();
  // Each request a second and a half later: the fuzz stays within the allowance of a token and of exports.
  const start = Date.parse("1998-08-03T14:00:00Z");
  Object.assign(scene.deps, { clock: { now: () => new Date(start + 30_000 * at++) } });
  await addTasks(scene.deps, "A/RES/52/601", [{ ask: "to report" }, { ask: "to meet", dueOn: "1998-10-07" }]);
  tokens = [];
  for (const actor of [scene.secretary, scene.viewer, scene.nobody]) {
    const made = await makeToken(scene.deps, actor, { label: "fuzz", scopes: [...apiScopeIds], days: 366 });
    if (made.ok) tokens.push(made.value.token);
  }
});
afterAll(() => scene.database.close());

/** Text that has broken doors before, beside any other. */
const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1",
    "2",
    "99999999999999999999",
    "NaN",
    "null",
    "true",
    "1998-08-03",
    "0000-00-00",
    "\0",
    "\uD800",
    "__proto__",
    "constructor",
    "'; drop table task;--",
    "%00",
    "../../etc/passwd",
    "{{7*7}}",
    "GA",
    "A/RES/52/601",
    "csv",
    "x".repeat(5000),
  ),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(nasty, { maxLength: 3 }),
  fc.dictionary(nasty, nasty, { maxKeys: 2 }),
);

/** A value that a JSON Schema allows; now and then one that it does not. */
function fitting(schema: Json): fc.Arbitrary<unknown> {
  const right = (): fc.Arbitrary<unknown> => {
    const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
    if (choices) return fc.oneof(...choices.map(fitting));
    if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.type === "integer" || schema.type === "number") return fc.integer({ min: 0, max: 60 });
    if (schema.type === "boolean") return fc.boolean();
    if (schema.type === "array") return fc.array(fitting((schema.items ?? {}) as Json), { maxLength: 3 });
    if (schema.type === "object") {
      const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
      return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, fitting(one)])), {
        requiredKeys: (schema.required as string[] | undefined) ?? [],
      });
    }
    if (String(schema.pattern).startsWith("^\\d{4}-(0"))
      return fc.constantFrom("1998-01-05", "1998-08-03", "1999-12-31", "1998-02-30");
    return nasty;
  };
  return fc.oneof({ weight: 25, arbitrary: right() }, { weight: 1, arbitrary: value });
}

type Shot = {
  query: Record<string, unknown>;
  path: Record<string, unknown>;
  body: unknown;
  ifMatch: string;
  key: string;
  token: number;
};

function shots(operation: Json): fc.Arbitrary<Shot> {
  const parameters = (operation.parameters as Json[]).filter((one) => one.in !== "header");
  const part = (where: string, isWhole: boolean): fc.Arbitrary<Record<string, unknown>> => {
    const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
      parameters
        .filter((one) => one.in === where)
        .map((one) => [
          one.name,
          where === "path" && one.name === "number"
            ? fc.oneof(fc.constantFrom("1", "2"), nasty)
            : fitting(one.schema as Json),
        ]),
    );
    if (isWhole || Object.keys(fields).length === 0) return fc.record(fields);
    // A few parameters at a time: with all of them one is always wrong, and nothing behind the door is reached.
    return fc
      .subarray(Object.keys(fields), { maxLength: Math.min(3, Object.keys(fields).length) })
      .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? nasty]))));
  };
  const content = ((operation.requestBody as Json | undefined)?.content ?? {}) as Record<string, Json>;
  const schema = content["application/json"]?.schema as Json | undefined;
  return fc.record({
    query: part("query", false),
    path: part("path", true),
    body: schema ? fitting(schema) : nasty,
    ifMatch: fc.oneof(
      { weight: 6, arbitrary: fc.nat(12).map((version) => `"v${version + 1}"`) },
      { weight: 1, arbitrary: fc.constantFrom("", "*", '"v0"') },
      { weight: 1, arbitrary: fc.string() },
    ),
    key: fc.oneof(
      { weight: 8, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.string({ minLength: 1 }) },
    ),
    token: fc.nat(2),
  }) as fc.Arbitrary<Shot>;
}

function requestOf(method: string, path: string, shot: Shot): Request | null {
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_whole, name: string) => encodeURIComponent(wellFormed(shot.path[name])) || "%20",
  );
  const url = new URL(`${base}/api/v1${filled}`);
  for (const [name, one] of Object.entries(shot.query))
    for (const each of [one].flat()) url.searchParams.append(name, wellFormed(each));
  try {
    const headers = new Headers({ authorization: `Bearer ${tokens[shot.token % tokens.length]}` });
    if (shot.ifMatch !== "") headers.set("if-match", shot.ifMatch);
    if (shot.key !== "") headers.set("idempotency-key", shot.key);
    if (method === "GET") return new Request(url, { headers });
    const raw = path === "/imports";
    headers.set("content-type", raw ? "application/octet-stream" : "application/json");
    return new Request(url, {
      method,
      headers,
      body: raw ? wellFormed(shot.body) : (JSON.stringify(shot.body) ?? ""),
    });
  } catch {
    return null; // A header that HTTP itself does not carry.
  }
}

const wellFormed = (one: unknown): string =>
  (typeof one === "string" ? one : (JSON.stringify(one) ?? "")).replace(/\p{Surrogate}/gu, "?");

describe("the description of the API", () => {
  it("is whole: one operation each, every reference leads somewhere", () => {
    const ids = operations.map((operation) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      const part = /^#\/components\/schemas\/(\w+)$/.exec(name ?? "")?.[1];
      expect(part && document.components.schemas[part], String(name)).toBeTruthy();
    }
  });

  it("names every part of a path as a parameter", () => {
    for (const operation of operations)
      for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g))
        expect(Object.keys(operation.input.shape)).toContain(name);
  });
});

describe("what the server answers is what the description says", () => {
  for (const operation of operations) {
    const described = document.paths[operation.path]?.[operation.method.toLowerCase()] ?? {};
    const declared = Object.keys(described.responses as Json).map(Number);
    it(`${operation.method} ${operation.path}`, { timeout: 120_000 }, async () => {
      const reached = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(shots(described), async (shot) => {
          const request = requestOf(operation.method, operation.path, shot);
          if (!request) return;
          const response = await handleApi(request, { deps: scene.deps, signedIn: null, base });
          const body = await response.text();
          reached.set(response.status, (reached.get(response.status) ?? 0) + 1);
          const told = `${operation.method} ${request.url} -> ${response.status} ${body.slice(0, 300)}`;
          expect(declared, told).toContain(response.status);
          // 503 is for a database that is away: here it would hide a fault.
          expect(response.status, told).toBeLessThan(500);
          if (response.status >= 400) {
            expect(response.headers.get("content-type"), told).toBe("application/problem+json");
            const problem = problemSchema.parse(JSON.parse(body));
            expect(problem.status).toBe(response.status);
          } else if (operation.answer !== "file" && response.status !== 304) {
            (operation.answer as z.ZodObject).strict().parse(JSON.parse(body));
          }
        }),
        { numRuns: runs, ...(process.env.FUZZ_SEED && { seed: Number(process.env.FUZZ_SEED) }) },
      );
      if (process.env.FUZZ_RUNS) console.log(operation.id, Object.fromEntries(reached));
    });
  }
});
