import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { authOptions, type SignInContext, safePath } from "./config";
import { openIdProvider } from "./openid";
import { authSecret } from "./secret";
import { usesHttps } from "./session-cookie";

/** Where to send the browser, and the cookies (state, nonce, PKCE verifier) that bind the answer to this browser. */
export type OpenIdStart = { readonly location: string; readonly cookies: readonly string[] };

/**
 * Starts the way to the office's own sign-in, as next-auth does on a POST with its token against forged forms. Done
 * here so that a plain link is enough: the page works without script and needs no form that leaves this site.
 */
export async function beginOpenId(context: SignInContext, next: string, host: string): Promise<OpenIdStart> {
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${csrfToken}${authSecret()}`).digest("hex");
  const cookie = usesHttps() ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  const answered: Record<string, string | string[]> = {};
  const response = {
    status: () => response,
    getHeader: (name: string) => answered[name],
    setHeader: (name: string, value: string | string[]) => {
      answered[name] = value;
      return response;
    },
    end: () => response,
    json: () => response,
    send: () => response,
  };
  const request = {
    method: "POST",
    query: { nextauth: ["signin", openIdProvider] },
    body: { csrfToken, callbackUrl: safePath(next) },
    headers: { host },
    cookies: { [cookie]: `${csrfToken}|${proof}` },
  };
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(context),
  );
  const location = answered.Location;
  if (typeof location !== "string") throw new Error("The OpenID provider gave no place to go to.");
  return { location, cookies: [answered["Set-Cookie"] ?? []].flat() };
}
