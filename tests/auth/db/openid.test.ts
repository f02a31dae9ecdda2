import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beginOpenId } from "@/lib/auth/begin-openid";
import { authOptions } from "@/lib/auth/config";
import { openIdSettings } from "@/lib/auth/openid";
import { unsealSignIn } from "@/lib/auth/session-cookie";
import { storeSetting } from "@/lib/db/settings";
import { personOfSignIn } from "@/lib/db/sign-ins";
import { type TestDatabase, testDatabase } from "../../support/database";
import { loginAt, type RunningProvider, startProvider } from "../../support/openid-provider";

// The whole code flow over HTTP with a real provider: discovery, state, nonce, PKCE, token, keys, userinfo.
const app = "http://localhost:3000";
let test: TestDatabase;
let provider: RunningProvider;
beforeAll(async () => {
  test = await testDatabase();
  provider = await startProvider(`${app}/api/auth/callback/openid`);
  vi.stubEnv("AUTH_SECRET", "a secret for tests, long enough to be one");
  vi.stubEnv("NEXTAUTH_URL", app);
  vi.stubEnv("OIDC_ISSUER", provider.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
  vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await provider?.stop();
  await test?.close();
});

let counter = 0;
let person: { id: string; email: string };
beforeEach(async () => {
  counter += 1;
  person = await test.db.person.create({
    data: { email: `olga${counter}@example.org`, name: "Olga" },
    select: { id: true, email: true },
  });
});

const context = () => ({
  db: test.db,
  now: () => new Date(),
  origin: { address: "10.0.0.1", userAgent: "Browser" },
});

/** A browser: it begins here, signs in there, and comes back with what the provider gave it. */
async function comeIn(login: string, change: (callback: URL) => URL = (url) => url, next = "/tasks") {
  const start = await beginOpenId(context(), next, "localhost:3000");
  const jar = new Map(
    start.cookies.map((line) => {
      const [pair = ""] = line.split(";");
      return [
        pair.slice(0, pair.indexOf("=")),
        decodeURIComponent(pair.slice(pair.indexOf("=") + 1)),
      ] as const;
    }),
  );
  const callback = change(new URL(await loginAt(start.location, login, provider.issuer)));
  return { start, ...(await comeBack(callback, jar)) };
}

async function comeBack(callback: URL, jar: ReadonlyMap<string, string>) {
  const headers: Record<string, string | string[]> = {};
  const response = {
    status: () => response,
    getHeader: (name: string) => headers[name],
    setHeader: (name: string, value: string | string[]) => {
      headers[name] = value;
      return response;
    },
    end: () => undefined,
    json: () => undefined,
    send: () => undefined,
  };
  const request = {
    method: "GET",
    query: { nextauth: ["callback", "openid"], ...Object.fromEntries(callback.searchParams) },
    body: {},
    headers: { host: "localhost:3000" },
    cookies: Object.fromEntries(jar),
  };
  await NextAuth(request as never, response as never, authOptions(context()));
  const line = [headers["Set-Cookie"] ?? []].flat().find((one) => one.startsWith("next-auth.session-token="));
  const value = line?.split(";")[0]?.split("=")[1];
  const signInId = value ? await unsealSignIn(decodeURIComponent(value)) : null;
  const signIn = signInId === null ? null : await personOfSignIn(test.db, signInId, new Date());
  return { location: String(headers.Location), personId: signIn?.personId ?? null };
}

const lastLine = () => test.db.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });

describe("signing in with the office's own provider", () => {
  it("lets in the person with the proved address, and leads where that person wanted to go", async () => {
    provider.people.set("olga", { email: person.email.toUpperCase(), email_verified: true });
    const came = await comeIn("olga");
    expect(came.start.location).toMatch(/code_challenge=.*state=|state=.*code_challenge=/);
    expect(came.start.location).toContain("nonce=");
    expect(came).toMatchObject({ location: "/tasks", personId: person.id });
    expect(await lastLine()).toMatchObject({
      action: "sign-in",
      actorId: person.id,
      to: { method: "openid" },
    });
  });

  it("knows the subject again after the address has changed at the provider", async () => {
    provider.people.set("paula", { email: person.email, email_verified: true });
    expect((await comeIn("paula")).personId).toBe(person.id);
    provider.people.set("paula", { email: "married@example.org", email_verified: true });
    expect((await comeIn("paula")).personId).toBe(person.id);
  });

  it("refuses a second subject that bears a colleague's address", async () => {
    provider.people.set("first", { email: person.email, email_verified: true });
    expect((await comeIn("first")).personId).toBe(person.id);
    provider.people.set("second", { email: person.email, email_verified: true });
    expect(await comeIn("second")).toMatchObject({ personId: null, location: "/sign-in?error=openid" });
  });

  it("refuses an address that is not proved, not plain, unknown, closed or of a domain that is not allowed", async () => {
    const refused = { personId: null, location: "/sign-in?error=openid" };
    provider.people.set("liar", { email: person.email, email_verified: false });
    expect(await comeIn("liar")).toMatchObject(refused);
    for (const email of [`"${person.email}"@evil.org`, `${person.email}＠evil.org`, "nobody@example.org"]) {
      provider.people.set(`odd ${email}`, { email, email_verified: true });
      expect(await comeIn(`odd ${email}`), email).toMatchObject(refused);
    }
    provider.people.set("gone", { email: person.email, email_verified: true });
    await test.db.person.update({ where: { id: person.id }, data: { isActive: false } });
    expect(await comeIn("gone")).toMatchObject(refused);
    await test.db.person.update({ where: { id: person.id }, data: { isActive: true } });
    await storeSetting(test.db, "allowedDomains", ["un.org"], { at: new Date(), actorId: null });
    expect(await comeIn("gone")).toMatchObject(refused);
    await storeSetting(test.db, "allowedDomains", null, { at: new Date(), actorId: null });
    expect(await lastLine()).toMatchObject({ action: "sign-in-refused", to: { method: "openid" } });
  });

  it("asks for the second step here too: until then the sign-in opens nothing", async () => {
    provider.people.set("step", { email: person.email, email_verified: true });
    await test.db.person.update({
      where: { id: person.id },
      data: { totpSince: new Date(), totpSecret: "x" },
    });
    expect((await comeIn("step")).personId).toBeNull();
    expect(await lastLine()).toMatchObject({ action: "sign-in", to: { awaitsStep: true } });
  });

  it("takes no answer of another browser, no other state and no code twice", async () => {
    provider.people.set("victim", { email: person.email, email_verified: true });
    const elsewhere = await beginOpenId(context(), "/", "localhost:3000");
    const callback = new URL(await loginAt(elsewhere.location, "victim", provider.issuer));
    expect((await comeBack(callback, new Map())).personId).toBeNull();
    const changed = (url: URL) => {
      url.searchParams.set("state", "another");
      return url;
    };
    expect((await comeIn("victim", changed)).personId).toBeNull();
  });

  it("leads to no other site", async () => {
    provider.people.set("away", { email: person.email, email_verified: true });
    const came = await comeIn("away", (url) => url, "https://evil.example/x");
    expect(came).toMatchObject({ personId: person.id, location: "/" });
  });
});

describe("its configuration", () => {
  it("is absent where nothing is set, and closes this way in with a clear line where it is wrong", () => {
    expect(openIdSettings({})).toBeNull();
    const whole = { OIDC_ISSUER: "https://login.example.org/", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
    const settings = (change: object) => () => openIdSettings({ ...whole, ...change });
    expect(settings({})()).toMatchObject({ issuer: "https://login.example.org", trustsEmail: false });
    expect(settings({ OIDC_CLIENT_SECRET: "" })).toThrow("needs all of OIDC_ISSUER");
    expect(settings({ OIDC_ISSUER: "login" })).toThrow("is not an address");
    expect(settings({ OIDC_ISSUER: "http://login.example.org" })).toThrow("must begin with https://");
  });

  it("that is wrong lets nobody in by any way of next-auth", () => {
    vi.stubEnv("OIDC_CLIENT_SECRET", "");
    try {
      expect(() => authOptions(context())).toThrow("needs all of");
    } finally {
      vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
    }
  });
});
