import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Db } from "@/lib/db/client";
import { personOfSignIn, revokeSignIns } from "@/lib/db/sign-ins";
import { beginSignIn } from "./begin-sign-in";
import { checkPassword } from "./check-password";
import type { RequestOrigin } from "./request-origin";
import { authSecret } from "./secret";
import { sessionSeconds, usesHttps } from "./session-cookie";

/** What signing in needs from outside; `origin` is of the request being answered. */
export type SignInContext = { readonly db: Db; readonly now: () => Date; readonly origin: RequestOrigin };

/**
 * next-auth's options for one request. The cookie carries the id of a sign-in and nothing else; the database says at
 * each request whether that sign-in stands. Throws where the configuration is broken, which answers 500.
 */
export function authOptions(context: SignInContext): NextAuthOptions {
  const { db, now, origin } = context;
  return {
    secret: authSecret(),
    useSecureCookies: usesHttps(),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    jwt: { maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      CredentialsProvider({
        name: "password",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials) => {
          const email = textOf(credentials?.email);
          const password = textOf(credentials?.password);
          const checked = await checkPassword(db, { email, password, address: origin.address, now: now() });
          if (!checked.ok) throw new Error(checked.error.code);
          return checked.value;
        },
      }),
    ],
    callbacks: {
      signIn: ({ user }) => typeof user.id === "string" && user.id !== "",
      jwt: async ({ token, user, trigger }) => {
        if (trigger === "signIn")
          return {
            signInId: await beginSignIn(
              db,
              { id: user.id, name: user.name ?? "" },
              "password",
              origin,
              now(),
            ),
          };
        const id = token.signInId;
        // Throwing makes next-auth drop the cookie: a revoked sign-in is not renewed.
        if (typeof id !== "string" || (await personOfSignIn(db, id, now())) === null)
          throw new Error("Signed out.");
        return { signInId: id };
      },
      // The browser needs no copy of the person: pages ask the server.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => safePath(url, baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const id = token?.signInId;
        if (typeof id !== "string") return;
        const signIn = await personOfSignIn(db, id, now());
        if (signIn !== null) await revokeSignIns(db, signIn.personId, { id }, now());
      },
    },
  };
}

/**
 * The part of an address after the host, when it is of this site or has no host; "/" for anything else. Relative, so
 * that it holds under whatever name the app is reached; "//host" and "/\host" are another site's and refused.
 */
export function safePath(url: string, baseUrl = "http://localhost"): string {
  try {
    const base = new URL(baseUrl);
    const target = new URL(url, base);
    if (target.origin !== base.origin || !/^https?:$/.test(target.protocol)) return "/";
    const path = `${target.pathname}${target.search}${target.hash}`;
    return path.startsWith("//") ? "/" : path;
  } catch {
    return "/";
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
