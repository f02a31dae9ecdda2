import { z } from "zod";
import { apiScopes } from "@/lib/services/api-tokens";
import { apiRoot } from "./match";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { problemSchema } from "./schemas";

type Json = Record<string, unknown>;

/** The description of the API in OpenAPI 3.1, made from the schemas that validate it. */
export function openApi(base: string): Json {
  const schemas: Json = { Problem: jsonSchema(problemSchema, "output") };
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = describeOperation(operation, schemas);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mandate tracker",
      version: "1.0.0",
      description:
        "Follow-up of resolutions for machines. Every request bears a token made under “Tokens”; a token opens what its scopes say and never more than its owner may do. Changes of a task name the version that was seen (If-Match); a change sent twice with one Idempotency-Key is made once. Lists are paged by cursor. Errors are problem documents (RFC 9457).",
    },
    servers: [{ url: `${base}${apiRoot}` }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `Scopes: ${Object.entries(apiScopes)
            .map(([scope, meaning]) => `${scope} (${meaning.toLowerCase()})`)
            .join(", ")}.`,
        },
      },
    },
  };
}

function describeOperation(operation: Operation, schemas: Json): Json {
  const changes = operation.method !== "GET";
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.scope !== null && { "x-scope": operation.scope }),
    parameters: [...parametersOf(operation), ...headersOf(operation, changes)],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(operation.body.strict(), "input") } },
      },
    }),
    ...(operation.takesFile && {
      requestBody: {
        required: true,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
    }),
    responses: responsesOf(operation, changes, schemas),
  };
}

function parametersOf(operation: Operation): Json[] {
  // What a list or a flag is after reading tells more than the text that stands in the address.
  const schema = jsonSchema(operation.input, "output");
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const inPath = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: inPath.has(name) ? "path" : "query",
    required: inPath.has(name) || !isOptional(operation.input.shape[name]),
    schema: property,
    ...(property.type === "array" && { style: "form", explode: true }),
  }));
}

const isOptional = (schema: unknown): boolean =>
  schema instanceof z.ZodType && schema.safeParse(undefined).success;

function headersOf(operation: Operation, changes: boolean): Json[] {
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: "header",
    required,
    description,
    schema: { type: "string" },
  });
  return [
    ...(operation.needsVersion ? [header("If-Match", true, "The ETag of the task as you saw it.")] : []),
    ...(changes
      ? [header("Idempotency-Key", false, "Any text of your own; the same again gives the same answer.")]
      : []),
    ...(changes || operation.answer === "file"
      ? []
      : [header("If-None-Match", false, "The ETag you have; 304 where nothing changed.")]),
  ];
}

function responsesOf(operation: Operation, changes: boolean, schemas: Json): Json {
  const failures = [
    401, 403, 404, 422, 429, 503,
    ...(changes ? [409] : []),
    ...(operation.needsVersion ? [412, 428] : []),
  ]; // biome-ignore format: a list of statuses
  return {
    [operation.success]: { description: "Done", content: contentOf(operation, schemas) },
    ...(!changes && operation.answer !== "file" && { 304: { description: "Nothing changed" } }),
    ...Object.fromEntries(
      failures.map((status) => [
        status,
        {
          description: failureWords[status] ?? "Refused",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ]),
    ),
  };
}

const failureWords: Readonly<Record<number, string>> = {
  401: "No token, or one that opens nothing",
  403: "The token or its owner may not do this",
  404: "Not there",
  409: "Not now: the state of the task does not allow it",
  412: "Somebody changed the task since you saw it",
  422: "Something in the request cannot be used; see fields",
  428: "If-Match is missing",
  429: "Too many requests; see Retry-After",
  503: "The database does not answer",
};

function contentOf(operation: Operation, schemas: Json): Json {
  if (operation.answer === "file")
    return { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  const id = operation.answer.meta()?.id;
  if (typeof id !== "string")
    return { "application/json": { schema: jsonSchema(operation.answer, "output") } };
  schemas[id] ??= jsonSchema(operation.answer, "output");
  return { "application/json": { schema: { $ref: `#/components/schemas/${id}` } } };
}

/** JSON Schema 2020-12 of a zod schema, its parts written out in place. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const {
    $schema: _,
    id: __,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  }) as Json & { $defs?: Record<string, Json> };
  return inline(rest, $defs ?? {}) as Json;
}

/** Named parts are put where they are used, so that no reference leads out of the document. */
function inline(value: unknown, parts: Readonly<Record<string, Json>>): unknown {
  if (Array.isArray(value)) return value.map((one) => inline(one, parts));
  if (typeof value !== "object" || value === null) return value;
  const reference = (value as Json).$ref;
  const name = typeof reference === "string" ? /^#\/\$defs\/(.+)$/.exec(reference)?.[1] : undefined;
  if (name !== undefined) {
    const { id: _, ...part } = parts[name] ?? {};
    return inline(part, parts);
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inline(one, parts)]));
}
