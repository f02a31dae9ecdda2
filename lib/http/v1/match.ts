import type { Operation } from "./operation";
import { operations } from "./operations";

/** Where the API begins. */
export const apiRoot = "/api/v1";

export type Match =
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: "other-method"; readonly allow: readonly string[] }
  | { readonly kind: "none" };

/** The operation for a method and path; HEAD is answered as GET. Segments are decoded one by one. */
export function matchOperation(method: string, pathname: string): Match {
  const segments = segmentsOf(pathname.slice(apiRoot.length));
  if (!pathname.startsWith(apiRoot) || segments === null) return { kind: "none" };
  const asked = method === "HEAD" ? "GET" : method;
  const allow: string[] = [];
  for (const operation of operations) {
    const params = paramsOf(operation.path, segments);
    if (params === null) continue;
    if (operation.method === asked) return { kind: "operation", operation, params };
    allow.push(operation.method);
  }
  return allow.length > 0 ? { kind: "other-method", allow } : { kind: "none" };
}

function segmentsOf(path: string): string[] | null {
  try {
    return path.replace(/\/$/, "").split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function paramsOf(pattern: string, segments: readonly string[]): Record<string, string> | null {
  const parts = pattern.split("/").slice(1);
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== segment) return null;
    if (name !== undefined) params[name] = segment;
  }
  return params;
}
