import type { Failure } from "@/lib/core/result";

/** The HTTP status of each kind of failure. */
const statuses = {
  "not-signed-in": 401,
  "not-permitted": 403,
  "not-found": 404,
  "invalid-input": 422,
  conflict: 409,
  "not-allowed-now": 409,
  "too-many": 429,
  unavailable: 503,
} as const satisfies Record<Failure["code"], number>;

/** The status that a failure answers with. */
export const statusOf = (code: Failure["code"]): number => statuses[code];

/** A failure as a machine reads it: RFC 9457 problem details. */
export function problem(failure: Failure): Response {
  const { code, message, fields, current } = failure;
  const body = {
    type: `about:blank#${code}`,
    title: message,
    status: statuses[code],
    code,
    ...(fields === undefined ? {} : { fields }),
    ...(current === undefined ? {} : { current }),
  };
  return new Response(JSON.stringify(body), {
    status: statuses[code],
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
