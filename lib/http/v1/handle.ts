import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { type Failure, fail, ok, type Result } from "@/lib/core/result";
import { countAttempt } from "@/lib/db/rate";
import { freeKey, keepAnswer, takeKey } from "@/lib/db/tokens";
import type { Deps } from "@/lib/deps";
import { actorOfToken, apiScopeIds } from "@/lib/services/api-tokens";
import { calm } from "../calm";
import { problem } from "../problem";
import { matchOperation } from "./match";
import type { Caller, FileAnswer, Given, Operation, Scene } from "./operation";
import { type ReadRequest, readRequest } from "./read-request";

/** Requests of one token within a minute. */
const allowance = 600;

/** What the route knows beside the request. */
export type Surroundings = {
  readonly deps: Deps;
  /** The person signed in to the application in this browser, where the request comes from our own page. */
  readonly signedIn: Actor | null;
  /** The address of the installation. */
  readonly base: string;
};

/**
 * Answers a request of the API: finds the operation, who asks, whether they may ask so often, parses, and runs. Never
 * throws; every failure is a problem document.
 */
export async function handleApi(request: Request, around: Surroundings): Promise<Response> {
  const match = matchOperation(request.method, new URL(request.url).pathname);
  if (match.kind === "none")
    return problem({ code: "not-found", message: "There is no such address in this API." });
  if (match.kind === "other-method") return methodNotAllowed(match.allow);
  const { operation, params } = match;
  const counted: { rate?: Rate } = {};
  const answer = await calm<Response>(async () => {
    const caller = await callerOf(request, around);
    if (!caller.ok) return caller;
    const rate = await countRequest(around.deps, caller.value);
    counted.rate = rate;
    if (rate.left < 0)
      return fail("too-many", `More than ${allowance} requests a minute. Wait ${rate.seconds} seconds.`);
    if (operation.scope !== null && !caller.value.scopes.includes(operation.scope))
      return fail("not-permitted", `This token does not open this. It needs the scope ${operation.scope}.`);
    const read = await readRequest(request, operation, params);
    if (!read.ok)
      return isMissingVersion(operation, read.error) ? ok(preconditionRequired(read.error)) : read;
    const scene = { deps: around.deps, caller: caller.value, base: around.base };
    return operation.method === "GET"
      ? plainAnswer(request, operation, scene, read.value.given)
      : onceAnswer(request, operation, scene, read.value);
  });
  const response = answer.ok ? answer.value : problemOf(answer.error, operation, request);
  return withRate(request.method === "HEAD" ? new Response(null, response) : response, counted.rate);
}

async function callerOf(request: Request, around: Surroundings): Promise<Result<Caller>> {
  const header = request.headers.get("authorization");
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? "")?.[1];
  if (token !== undefined) {
    const found = await actorOfToken(around.deps, token);
    if (found) return ok({ actor: found.actor, scopes: found.scopes, key: `token:${found.tokenId}` });
  } else if (header === null && around.signedIn) {
    // The reference page of this installation may try things out as the person who reads it.
    return ok({ actor: around.signedIn, scopes: apiScopeIds, key: `person:${around.signedIn.personId}` });
  }
  return fail("not-signed-in", "Send a token of this installation: Authorization: Bearer mdt_…");
}

type Rate = { readonly left: number; readonly seconds: number };

async function countRequest(deps: Deps, caller: Caller): Promise<Rate> {
  const now = deps.clock.now();
  const { count, windowEnd } = await countAttempt(deps.db, `api:${caller.key}`, 60, now);
  return {
    left: allowance - count,
    seconds: Math.max(1, Math.ceil((windowEnd.getTime() - now.getTime()) / 1000)),
  };
}

async function plainAnswer(
  request: Request,
  operation: Operation,
  scene: Scene,
  given: Given,
): Promise<Result<Response>> {
  const result = await operation.run(scene, given);
  if (!result.ok) return result;
  if (operation.answer === "file") return ok(fileResponse(result.value as FileAnswer));
  const { body, etag } = written(operation, result.value);
  if (matches(request.headers.get("if-none-match"), etag))
    return ok(new Response(null, { status: 304, headers: { etag, "cache-control": "private, no-cache" } }));
  return ok(jsonResponse(body, operation.success, etag));
}

/** A change: run once for each Idempotency-Key; the same request with the same key gets the same answer. */
async function onceAnswer(
  request: Request,
  operation: Operation,
  scene: Scene,
  read: ReadRequest,
): Promise<Result<Response>> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return changeAnswer(operation, scene, read.given);
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    return fail("invalid-input", "Idempotency-Key: at most 200 printable ASCII characters.", {
      fields: { "idempotency-key": "not usable" },
    });
  const { deps, caller } = scene;
  const owner = caller.actor.personId;
  const fingerprint = createHash("sha256")
    .update(`${request.method} ${request.url} ${request.headers.get("if-match") ?? ""}\n`)
    .update(read.raw)
    .digest("hex");
  const kept = await takeKey(deps.db, owner, key, fingerprint, deps.clock.now());
  if (kept) {
    if (kept.requestHash !== fingerprint)
      return fail("invalid-input", "This Idempotency-Key was used for another request. Use a new one.", {
        fields: { "idempotency-key": "used" },
      });
    if (kept.status === 0) return fail("conflict", "The first request with this key is still at work.");
    return ok(jsonResponse(kept.body, kept.status, kept.etag, { "idempotent-replayed": "true" }));
  }
  try {
    const result = await changeAnswer(operation, scene, read.given);
    if (!result.ok) await freeKey(deps.db, owner, key);
    else {
      const response = result.value;
      const answer = {
        status: response.status,
        body: await response.clone().text(),
        etag: response.headers.get("etag") ?? "",
      };
      await keepAnswer(deps.db, owner, key, answer);
    }
    return result;
  } catch (error) {
    await freeKey(deps.db, owner, key).catch(() => undefined);
    throw error;
  }
}

async function changeAnswer(operation: Operation, scene: Scene, given: Given): Promise<Result<Response>> {
  const result = await operation.run(scene, given);
  if (!result.ok) return result;
  const { body, etag } = written(operation, result.value);
  return ok(jsonResponse(body, operation.success, operation.etag ? etag : ""));
}

function written(operation: Operation, value: unknown): { body: string; etag: string } {
  // Keys that the schema does not name stay inside: an answer says what its description says.
  const shaped = operation.answer === "file" ? value : operation.answer.parse(value);
  const body = JSON.stringify(shaped);
  const mark = operation.etag?.(shaped as never);
  return { body, etag: mark ?? `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"` };
}

const jsonResponse = (
  body: string,
  status: number,
  etag: string,
  more: Record<string, string> = {},
): Response =>
  new Response(body, {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "private, no-cache",
      ...(etag !== "" && { etag }),
      ...more,
    },
  });

function fileResponse(file: FileAnswer): Response {
  const chunks = file.chunks[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
  return new Response(body, { status: 200, headers: fileHeaders(file) });
}

/** Headers of a download: saved under its name, never run by the browser. */
export const fileHeaders = (file: Pick<FileAnswer, "fileName" | "mediaType">): Record<string, string> => ({
  "content-type": file.mediaType,
  "content-disposition": `attachment; filename="${file.fileName.replace(/[^\w.-]/g, "-")}"`,
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
});

/** Weak comparison, as conditional requests ask for. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

const isMissingVersion = (operation: Operation, failure: Failure): boolean =>
  operation.needsVersion === true && failure.fields?.["if-match"] !== undefined;

const preconditionRequired = (failure: Failure): Response => problemWith(failure, 428);

/** A stale version that came by If-Match is a failed precondition (RFC 9110, 13.1.1). */
function problemOf(failure: Failure, operation: Operation, request: Request): Response {
  if (failure.code === "conflict" && operation.needsVersion && request.headers.has("if-match"))
    return problemWith(failure, 412);
  const response = problem(failure);
  if (failure.code === "not-signed-in") response.headers.set("www-authenticate", 'Bearer realm="mandates"');
  return response;
}

/** A problem under a status that only HTTP knows: 405, 412, 428. */
function problemWith(failure: Failure, status: number): Response {
  const { code, message, fields, current } = failure;
  const body = {
    type: `about:blank#${code}`,
    title: message,
    status,
    code,
    ...(fields !== undefined && { fields }),
    ...(current !== undefined && { current }),
  };
  const headers = { "content-type": "application/problem+json", "cache-control": "no-store" };
  return new Response(JSON.stringify(body), { status, headers });
}

function methodNotAllowed(allow: readonly string[]): Response {
  const response = problemWith(
    { code: "not-found", message: `This address takes ${allow.join(", ")}.` },
    405,
  );
  response.headers.set("allow", allow.join(", "));
  return response;
}

function withRate(response: Response, rate: Rate | undefined): Response {
  if (!rate) return response;
  response.headers.set("ratelimit-limit", String(allowance));
  response.headers.set("ratelimit-remaining", String(Math.max(0, rate.left)));
  response.headers.set("ratelimit-reset", String(rate.seconds));
  if (response.status === 429) response.headers.set("retry-after", String(rate.seconds));
  return response;
}
