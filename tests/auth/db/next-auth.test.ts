import NextAuth from "next-auth";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { authOptions } from "@/lib/auth/config";
import { hashPassword } from "@/lib/auth/password";
import { unsealSignIn } from "@/lib/auth/session-cookie";
import { personOfSignIn } from "@/lib/db/sign-ins";
import { type TestDatabase, testDatabase } from "../../support/database";

let test: TestDatabase;
beforeAll(async () => {
  vi.stubEnv("AUTH_SECRET", "a secret for tests, long enough to be one");
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  test = await testDatabase();
  await test.db.person.create({
    data: {
      id: "olga",
      email: "olga@example.org",
      name: "Olga",
      passwordHash: await hashPassword("open the door"),
    },
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test?.close();
});

type Answer = { status: number; headers: Record<string, string | string[]>; body: unknown };
const cookies = new Map<string, string>();

/** One request to next-auth as its route makes it, keeping cookies as a browser does. */
async function request(
  method: "GET" | "POST",
  path: string,
  body: Record<string, string> = {},
  now = new Date(),
): Promise<Answer> {
  const answer: Answer = { status: 200, headers: {}, body: undefined };
  const response = {
    status: (status: number) => {
      answer.status = status;
      return response;
    },
    getHeader: (name: string) => answer.headers[name],
    setHeader: (name: string, value: string | string[]) => {
      answer.headers[name] = value;
      return response;
    },
    end: () => undefined,
    json: (value: unknown) => {
      answer.body = value;
    },
    send: (value: unknown) => {
      answer.body = value;
    },
  };
  const incoming = {
    method,
    query: { nextauth: path.split("/") },
    body,
    headers: { host: "localhost:3000" },
    cookies: Object.fromEntries(cookies),
  };
  const options = authOptions({
    db: test.db,
    now: () => now,
    origin: { address: "10.0.0.1", userAgent: "B" },
  });
  await NextAuth(incoming as never, response as never, options);
  for (const line of [answer.headers["Set-Cookie"] ?? []].flat()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
  }
  return answer;
}
const session = "next-auth.session-token";
const csrf = async () => ((await request("GET", "csrf")).body as { csrfToken: string }).csrfToken;
const right = { email: "olga@example.org", password: "open the door" };

it("lets nobody in without the token against forged forms", async () => {
  cookies.clear();
  const forged = await request("POST", "callback/credentials", { ...right, csrfToken: "guess" });
  expect(forged.headers.Location).toContain("csrf=true");
  expect(cookies.has(session)).toBe(false);
});

it("signs in, keeps the id of the sign-in alone in the cookie, and signs out in the database too", async () => {
  cookies.clear();
  const done = await request("POST", "callback/credentials", {
    ...right,
    csrfToken: await csrf(),
    callbackUrl: "http://localhost:3000/tasks",
  });
  expect(done).toMatchObject({ status: 302, headers: { Location: "/tasks" } });
  const line = [done.headers["Set-Cookie"] ?? []].flat().find((one) => one.startsWith(session));
  expect(line).toMatch(/HttpOnly/);
  expect(line).toMatch(/SameSite=Lax/);
  const id = (await unsealSignIn(cookies.get(session) ?? "")) ?? "";
  expect(await personOfSignIn(test.db, id, new Date())).toMatchObject({ personId: "olga" });
  expect((await request("GET", "session")).body).toEqual({ expires: expect.any(String) });
  await request("POST", "signout", { csrfToken: await csrf() });
  expect(await personOfSignIn(test.db, id, new Date())).toBeNull();
  expect(cookies.get(session)).toBe("");
});

it("answers a wrong password without a session, and too many in words that say so", async () => {
  cookies.clear();
  const csrfToken = await csrf();
  const wrong = () => request("POST", "callback/credentials", { ...right, password: "wrong", csrfToken });
  expect((await wrong()).headers.Location).toContain("error=not-signed-in");
  for (let index = 0; index < 10; index++) await wrong();
  expect((await wrong()).headers.Location).toContain("error=too-many");
  expect(cookies.has(session)).toBe(false);
});

it("goes to no other site after signing in", async () => {
  cookies.clear();
  const csrfToken = await csrf();
  const away = await request(
    "POST",
    "callback/credentials",
    { ...right, csrfToken, callbackUrl: "https://evil.example/x" },
    new Date(Date.now() + 400_000),
  );
  expect(away.headers.Location).toBe("/");
});
