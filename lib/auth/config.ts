import type { NextAuthOptions, Profile } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Db } from "@/lib/db/client";
import { personOfSignIn } from "@/lib/db/sign-ins";
import { beginSignIn, endSignIn } from "./begin-sign-in";
import { checkPassword, type SignedInPerson } from "./check-password";
import { checkOpenId, type OpenIdClaims, openIdConfig, openIdProvider, openIdSettings } from "./openid";
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
  const openId = openIdSettings();
  // Who a provider's token stands for, found in `signIn` and used in `jwt` of the same request.
  let proved: SignedInPerson | null = null;
  return {
    secret: authSecret(),
    // One line for each refusal: the whole error could carry what a provider answered.
    logger: { error: (code, { message }) => console.error(`Sign-in: ${code}: ${String(message)}`) },
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
      ...(openId === null ? [] : [openIdConfig(openId)]),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== openIdProvider) return typeof user.id === "string" && user.id !== "";
        if (openId === null || profile === undefined) return false;
        const checked = await checkOpenId(db, claimsOf(profile), openId, now(), origin.address);
        if (!checked.ok) return "/sign-in?error=openid";
        proved = checked.value;
        return true;
      },
      jwt: async ({ token, user, account, trigger }) => {
        if (trigger === "signIn") {
          const isOpenId = account?.provider === openIdProvider;
          const person = isOpenId ? proved : { id: user.id, name: user.name ?? "" };
          if (person === null) throw new Error("Nobody was proved.");
          return {
            signInId: await beginSignIn(db, person, isOpenId ? "openid" : "password", origin, now()),
          };
        }
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
        if (signIn !== null) await endSignIn(db, signIn.personId, id, now());
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

/** The claims of a token that next-auth has checked. */
const claimsOf = (profile: Profile): OpenIdClaims => {
  const { iss, sub, email, email_verified, name } = profile as Record<string, unknown>;
  return {
    iss: textOf(iss),
    sub: textOf(sub),
    email: textOf(email),
    email_verified: email_verified === true || email_verified === "true",
    name: textOf(name),
  };
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
