import { fail, ok, type Result } from "@/lib/core/result";
import { parseInput } from "../parse-input";
import type { Given, Operation } from "./operation";

/** Largest JSON body and largest file, in bytes. */
const largestJson = 6_000_000;
const largestFile = 100 * 1024 * 1024;

/** What a request brings for an operation, parsed; and the bytes of its body, for its fingerprint. */
export type ReadRequest = { readonly given: Given; readonly raw: Uint8Array };

/** Parses path, query, headers and body by the schemas of the operation. */
export async function readRequest(
  request: Request,
  operation: Operation,
  params: Readonly<Record<string, string>>,
): Promise<Result<ReadRequest>> {
  const query = queryOf(new URL(request.url).searchParams, operation);
  if (!query.ok) return query;
  const asked = { ...query.value, ...params };
  const lost = unstorable(asked);
  if (lost !== null) return notStorable(lost);
  const input = parseInput(operation.input, asked);
  if (!input.ok) return input;
  const version = operation.needsVersion ? versionOf(request.headers.get("if-match")) : ok(0);
  if (!version.ok) return version;
  const raw = await bytesOf(request, operation.takesFile ? largestFile : largestJson);
  if (!raw.ok) return raw;
  const body = bodyOf(request, operation, raw.value);
  if (!body.ok) return body;
  const given = { input: input.value, body: body.value, file: raw.value, expectedVersion: version.value };
  return ok({ given: given as unknown as Given, raw: raw.value });
}

/** A parameter given several times is a list. One that the operation does not know is refused: a misspelt filter must not be dropped. */
function queryOf(search: URLSearchParams, operation: Operation): Result<Record<string, unknown>> {
  const query: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(operation.input.shape, name))
      return fail("invalid-input", `There is no parameter “${name.slice(0, 40)}” here.`, {
        fields: { [name.slice(0, 40)]: "not known" },
      });
    const values = search.getAll(name);
    query[name] = values.length === 1 ? values[0] : values;
  }
  return ok(query);
}

/** If-Match names the version that was seen: the ETag of the task, "v7" or "v7-…". */
function versionOf(header: string | null): Result<number> {
  const version = /^(?:W\/)?"v(\d{1,9})(?:-[^"]*)?"$/.exec(header ?? "")?.[1];
  return version === undefined
    ? fail("invalid-input", "Name the version you saw: send If-Match with the ETag of the task.", {
        fields: { "if-match": "missing or not an ETag of a task" },
      })
    : ok(Number(version));
}

async function bytesOf(request: Request, largest: number): Promise<Result<Uint8Array>> {
  if (!request.body) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest)
      return fail("invalid-input", `The body is larger than ${Math.round(largest / 1_000_000)} MB.`);
    chunks.push(chunk);
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}

function bodyOf(request: Request, operation: Operation, raw: Uint8Array): Result<unknown> {
  if (operation.takesFile)
    return raw.length === 0 ? fail("invalid-input", "Send the bytes of the file as the body.") : ok({});
  if (!operation.body) return ok({});
  // A form of another site cannot send this type without asking first: the guard against forged posts.
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    return fail("invalid-input", "Send JSON with the content type application/json.");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw) || "{}");
  } catch {
    return fail("invalid-input", "The body is not JSON in UTF-8.");
  }
  const lost = unstorable(value);
  return lost === null ? parseInput(operation.body.strict(), value) : notStorable(lost);
}

const notStorable = (path: string): Result<never> =>
  fail("invalid-input", "This text holds characters that cannot be stored.", {
    fields: { [path.slice(0, 80) || "input"]: "holds NUL or half a character" },
  });

/** The path of the first text that the database could not hold; null where all is well. */
function unstorable(value: unknown, path = ""): string | null {
  if (typeof value === "string") return /\0|\p{Surrogate}/u.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, one] of Object.entries(value)) {
    if (/\0|\p{Surrogate}/u.test(key)) return path || "input";
    const found = unstorable(one, path === "" ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
