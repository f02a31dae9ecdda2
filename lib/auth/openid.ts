import type { OAuthConfig } from "next-auth/providers/oauth";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { personOfIdentity, tieIdentity } from "@/lib/db/identities";
import { findForSignIn } from "@/lib/db/sign-ins";
import { isAllowedDomain } from "./allowed-domains";
import type { SignedInPerson } from "./check-password";
import { normalizeEmail } from "./email-address";

/** The provider's place in next-auth's addresses: /api/auth/callback/openid. */
export const openIdProvider = "openid";

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: the name of the office's own sign-in. */
  readonly name: string;
  /** True where addresses of this provider count as proved although it does not say `email_verified`. */
  readonly trustsEmail: boolean;
};

/**
 * The OpenID provider of this installation, or null where none is configured. Throws with a sentence for the operator
 * where the configuration is incomplete or not safe: then signing in this way is closed, and nobody gets in by it.
 */
export function openIdSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): OpenIdSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_TRUST_EMAIL } = environment;
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return null;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new Error("Single sign-on needs all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.");
  if (!URL.canParse(OIDC_ISSUER))
    throw new Error("OIDC_ISSUER is not an address such as https://login.example.org");
  const { protocol, hostname } = new URL(OIDC_ISSUER);
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback))
    throw new Error("OIDC_ISSUER must begin with https:// unless it is on this machine.");
  return {
    issuer: OIDC_ISSUER.replace(/\/+$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME || "single sign-on",
    trustsEmail: OIDC_TRUST_EMAIL === "1",
  };
}

/** What a provider says of a person in its signed token. */
export type OpenIdClaims = {
  readonly iss: string;
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
};

/** The provider as next-auth speaks to it: found by discovery, with state, nonce and PKCE, and a token that is checked. */
export const openIdConfig = (settings: OpenIdSettings): OAuthConfig<OpenIdClaims> => ({
  id: openIdProvider,
  name: settings.name,
  type: "oauth",
  wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
  issuer: settings.issuer,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
  authorization: { params: { scope: "openid email profile" } },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  userinfo: {
    // Many providers give the address in the userinfo answer alone. The signed token's own claims stand over it.
    request: async ({ client, tokens }) => {
      const signed = payloadOf(tokens.id_token ?? ""); // next-auth has checked its signature, issuer, audience and nonce
      if (client.issuer.metadata.userinfo_endpoint === undefined) return signed;
      const told = await client.userinfo(tokens.access_token ?? "");
      if (told.sub !== signed.sub) throw new Error("The provider speaks of two subjects.");
      return { ...told, ...signed };
    },
  },
  profile: (claims) => ({ id: claims.sub, name: claims.name ?? "", email: claims.email ?? "" }),
});

/** The claims inside a signed token. */
const payloadOf = (token: string): Record<string, unknown> & { sub: string } =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));

/**
 * Who stands behind the claims of a provider: the person tied to the subject before, or else the person with the
 * address, if the provider says that it was proved; that tie is then kept. Nobody is made here: people are invited.
 */
export async function checkOpenId(
  db: Db,
  claims: OpenIdClaims,
  settings: Pick<OpenIdSettings, "trustsEmail">,
  now: Date,
  address: string,
): Promise<Result<SignedInPerson>> {
  const { iss: issuer, sub: subject } = claims;
  const refuse = async (why: string): Promise<Result<never>> => {
    const email = normalizeEmail(claims.email ?? "") ?? "";
    const line = { at: now, actorId: null, actorName: "", action: "sign-in-refused", subject: email };
    await inTransaction(db, (tx) => appendAudit(tx, { ...line, to: { address, method: "openid", why } }));
    return fail("not-signed-in", "This account opens nothing here. Ask an administrator to invite you.");
  };
  const tied = await personOfIdentity(db, issuer, subject);
  if (tied !== null) {
    const { isActive, ...person } = tied;
    if (!isActive) return refuse("account closed");
    return (await isAllowedDomain(db, person.email)) ? ok(person) : refuse("mail domain not allowed");
  }
  const isProved = settings.trustsEmail || claims.email_verified === true || claims.email_verified === "true";
  const email = normalizeEmail(claims.email ?? "");
  if (email === null || !isProved) return refuse("no proved address");
  const known = await findForSignIn(db, email);
  if (!known?.isActive) return refuse("not invited");
  if (!(await isAllowedDomain(db, email))) return refuse("mail domain not allowed");
  const person = { id: known.id, name: known.name, email: known.email };
  return inTransaction(db, async (tx) => {
    // A second subject with one address is somebody who got a colleague's old address: a person decides, not we.
    if (!(await tieIdentity(tx, { issuer, subject, personId: person.id, createdAt: now })))
      return fail(
        "not-signed-in",
        "This address is tied to another account of your office. Ask an administrator.",
      );
    const line = { at: now, actorId: person.id, actorName: person.name, subject: person.id };
    await appendAudit(tx, { ...line, action: "identity-tied", to: { issuer } });
    return ok(person);
  });
}

/** How single sign-on stands, in plain words for the settings page: on, off, or closed and why. */
export function openIdState():
  | { readonly kind: "on"; readonly issuer: string }
  | { readonly kind: "off" }
  | { readonly kind: "broken"; readonly problem: string } {
  try {
    const settings = openIdSettings();
    return settings === null ? { kind: "off" } : { kind: "on", issuer: settings.issuer };
  } catch (error) {
    return { kind: "broken", problem: error instanceof Error ? error.message : String(error) };
  }
}
