import { decode, encode } from "next-auth/jwt";
import { authSecret } from "./secret";

/** A sign-in stands for twelve hours of a working day, then the password is asked again. */
export const sessionSeconds = 12 * 3600;

/** True where the app is reached by https, so that cookies are marked Secure. NEXTAUTH_URL says how it is reached. */
export const usesHttps = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  (environment.NEXTAUTH_URL ?? "").startsWith("https://");

/** The name and flags of the cookie, as next-auth gives them; the prefix binds the cookie to https where it is used. */
export const sessionCookie = (environment: NodeJS.ProcessEnv = process.env) => ({
  name: usesHttps(environment) ? "__Secure-next-auth.session-token" : "next-auth.session-token",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps(environment) } as const,
});

/** The value of the cookie: an encrypted token that carries the id of the sign-in and nothing else. */
export const sealSignIn = (signInId: string): Promise<string> =>
  encode({ token: { signInId }, secret: authSecret(), maxAge: sessionSeconds });

/** The id of the sign-in out of a cookie's value; null for anything forged, expired or foreign. */
export async function unsealSignIn(value: string): Promise<string | null> {
  const secret = authSecret(); // outside the try: a missing secret is a broken configuration, not a bad cookie
  try {
    const token = await decode({ token: value, secret });
    return typeof token?.signInId === "string" ? token.signInId : null;
  } catch {
    return null;
  }
}
