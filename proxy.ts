import { type NextRequest, NextResponse } from "next/server";

// This file decides nothing about people: permission is asked in pages and use cases, where it cannot be bypassed.
// It exists for one reason. A content security policy without 'unsafe-inline' needs a nonce that is fresh for each
// answer, Next puts its own inline scripts into each page, and the place Next offers for that nonce is here.

/** The content security policy of one answer. */
function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Gives every page its policy, and Next the nonce to write into its script tags. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where a visitor wanted to go, so that signing in leads there.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// Files kept as evidence and the answers of the API come with stricter policies of their own, which this one would replace.
export const config = { matcher: "/((?!_next/static|_next/image|icon.svg|api/evidence/|api/v1/).*)" };
