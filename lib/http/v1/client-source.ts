type Json = Record<string, unknown>;

/**
 * The source of a typed client, made from the description of the API: one function for each operation, with the types
 * of its parameters, body and answer.
 */
export function clientSource(document: Json): string {
  const schemas = ((document.components as Json).schemas ?? {}) as Record<string, Json>;
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  const functions = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => functionOf(path, method, operation)),
  );
  return `${head}\n${types.join("\n\n")}\n\n${foot}\n\n/** The operations of the API at \`base\`, with a token. */\nexport const createClient = (call: Call) => ({\n${functions.join("\n")}\n});\n`;
}

const head = "// Made by `npm run api:client` from the description of the API. Do not edit.\n";

const foot = `/** What a request is made of. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
};

/** An answer: its status, its ETag, and what it says. */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly etag: string | null; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly etag: string | null; readonly problem: Problem };

/** Sends a request; see \`fetchCall\`. */
export type Call = <T>(request: Request) => Promise<Answer<T>>;

/** Sends requests with \`fetch\`, or with anything of its shape. */
export const fetchCall =
  (base: string, token: string, send: (request: globalThis.Request) => Promise<Response> = fetch): Call =>
  async <T>(request: Request): Promise<Answer<T>> => {
    const url = new URL(base + request.path);
    for (const [name, value] of Object.entries(request.query))
      for (const one of [value].flat()) if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    const isFile = request.body instanceof Uint8Array;
    const headers = new Headers({ authorization: \`Bearer \${token}\` });
    if (request.body !== undefined) headers.set("content-type", isFile ? "application/octet-stream" : "application/json");
    if (request.ifMatch !== undefined) headers.set("if-match", request.ifMatch);
    if (request.idempotencyKey !== undefined) headers.set("idempotency-key", request.idempotencyKey);
    const body = isFile ? (request.body as BodyInit) : request.body === undefined ? null : JSON.stringify(request.body);
    const response = await send(new globalThis.Request(url, { method: request.method, headers, body }));
    const etag = response.headers.get("etag");
    if (!response.ok) return { ok: false, status: response.status, etag, problem: (await response.json()) as Problem };
    const value = response.headers.has("content-disposition") ? response : await response.json();
    return { ok: true, status: response.status, etag, value: value as T };
  };`;

function functionOf(path: string, method: string, operation: Json): string {
  const parameters = operation.parameters as Json[];
  const fields = parameters
    .filter((one) => one.in !== "header")
    .map((one) => `readonly ${one.name}${one.required ? "" : "?"}: ${typeOf(one.schema as Json)}`);
  const requestBody = operation.requestBody as Json | undefined;
  const content = (requestBody?.content ?? {}) as Record<string, Json>;
  const [mediaType, described] = Object.entries(content)[0] ?? [];
  if (mediaType === "application/json") fields.push(`readonly body: ${typeOf(described?.schema as Json)}`);
  if (mediaType === "application/octet-stream") fields.push("readonly body: Uint8Array");
  if (parameters.some((one) => one.name === "If-Match")) fields.push("readonly ifMatch: string");
  if (parameters.some((one) => one.name === "Idempotency-Key"))
    fields.push("readonly idempotencyKey?: string");
  const inPath = parameters.filter((one) => one.in === "path").map((one) => String(one.name));
  const query = parameters.filter((one) => one.in === "query").map((one) => String(one.name));
  const address = inPath.reduce(
    (all, name) => all.replace(`{${name}}`, `\${encodeURIComponent(given.${name})}`),
    path,
  );
  const given =
    fields.length === 0
      ? ""
      : `given: { ${fields.join("; ")} }${fields.every((one) => /^readonly \w+\?:/.test(one)) ? " = {}" : ""}`;
  const parts = [
    `method: "${method.toUpperCase()}"`,
    inPath.length === 0 ? `path: "${path}"` : `path: \`${address}\``,
    `query: { ${query.map((name) => `${name}: given.${name}`).join(", ")} }`,
    ...(mediaType === undefined ? [] : ["body: given.body"]),
    ...(fields.some((one) => one.startsWith("readonly ifMatch")) ? ["ifMatch: given.ifMatch"] : []),
    ...(fields.some((one) => one.startsWith("readonly idempotencyKey"))
      ? ["...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey })"]
      : []),
  ];
  return `  /** ${operation.summary}. */\n  ${operation.operationId}: (${given}) => call<${answerType(operation)}>({ ${parts.join(", ")} }),`;
}

function answerType(operation: Json): string {
  const responses = operation.responses as Record<string, Json>;
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const content = (success?.content ?? {}) as Record<string, Json>;
  const schema = content["application/json"]?.schema as Json | undefined;
  return schema ? typeOf(schema) : "Response";
}

/** A JSON Schema, as far as ours use it, as a TypeScript type. */
function typeOf(schema: Json | undefined): string {
  if (!schema) return "unknown";
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1) ?? "unknown";
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (choices) return [...new Set(choices.map(typeOf))].join(" | ");
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return `readonly (${typeOf(schema.items as Json)})[]`;
    case "object":
      return objectType(schema);
    default:
      return "unknown";
  }
}

function objectType(schema: Json): string {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  if (properties.length === 0) {
    const values = schema.additionalProperties;
    return typeof values === "object" && values !== null
      ? `Readonly<Record<string, ${typeOf(values as Json)}>>`
      : "Readonly<Record<string, never>>";
  }
  return `{ ${properties.map(([name, one]) => `readonly ${name}${required.has(name) ? "" : "?"}: ${typeOf(one)}`).join("; ")} }`;
}
