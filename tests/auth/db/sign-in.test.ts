import * as argon2 from "@node-rs/argon2";
import { decode, encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { actorOfSignIn } from "@/lib/auth/actor-of-sign-in";
import { beginSignIn } from "@/lib/auth/begin-sign-in";
import { checkPassword } from "@/lib/auth/check-password";
import { authOptions } from "@/lib/auth/config";
import { hashPassword } from "@/lib/auth/password";
import { sealSignIn, unsealSignIn } from "@/lib/auth/session-cookie";
import { addMembership, endMembership, storePerson } from "@/lib/db/people";
import { listSignIns, revokeSignIns } from "@/lib/db/sign-ins";
import { type TestDatabase, testDatabase } from "../../support/database";

// The real hash, listened to.
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify) };
});

const secret = "a secret for tests, long enough to be one";
const password = "correct horse battery";
const t0 = new Date("2026-03-02T09:00:00Z");
const later = (seconds: number) => new Date(t0.getTime() + seconds * 1000);

let test: TestDatabase;
let hash: string;
beforeAll(async () => {
  process.env.AUTH_SECRET = secret;
  test = await testDatabase();
  hash = await hashPassword(password);
});
afterAll(() => test?.close());

let counter = 0;
let person: { id: string; name: string; email: string };
beforeEach(async () => {
  counter += 1;
  person = await test.db.person.create({
    data: { email: `p${counter}@example.org`, name: `Person ${counter}`, passwordHash: hash },
    select: { id: true, name: true, email: true },
  });
});
const guess = (word: string, at = t0, address = `10.0.${counter}.1`, email = person.email) =>
  checkPassword(test.db, { email, password: word, address, now: at });

describe("e-mail and password", () => {
  it("lets the right password in, whatever the case of the address", async () => {
    expect(await guess(password, t0, "10.9.9.9", person.email.toUpperCase())).toEqual({
      ok: true,
      value: person,
    });
  });

  it("answers a wrong password, an unknown address, an invited person and a closed account alike", async () => {
    const wrong = await guess("wrong");
    const invited = await test.db.person.create({
      data: { email: `i${counter}@example.org`, name: "Invited" },
    });
    const closed = await test.db.person.create({
      data: { email: `c${counter}@example.org`, name: "Closed", passwordHash: hash, isActive: false },
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
    for (const email of [
      "nobody@example.org",
      invited.email,
      closed.email,
      "not an address",
      `${person.email}\n`,
    ])
      if (email.trim() !== person.email)
        expect(await guess(password, t0, `10.1.${counter}.2`, email), email).toEqual(wrong);
  });

  it("does the same work for an unknown address as for a known one: one slow hash each", async () => {
    const { verify } = vi.mocked(argon2);
    const work = async (email: string) => {
      verify.mockClear();
      await guess("wrong", t0, `10.2.${counter}.7`, email);
      return verify.mock.calls.map(([hashed]) => String(hashed).split("$").slice(1, 4).join("$"));
    };
    const known = await work(person.email);
    expect(known).toEqual(["argon2id$v=19$m=19456,t=2,p=1"]);
    expect(await work("nobody-here@example.org")).toEqual(known);
    expect(await work("not an address")).toEqual(known);
  });

  it("holds the eleventh guess in five minutes, even with the right password, and lets go afterwards", async () => {
    for (let index = 0; index < 10; index++) expect((await guess("wrong", later(index))).ok).toBe(false);
    expect(await guess(password, later(11))).toMatchObject({
      ok: false,
      error: { code: "too-many", message: "Too many attempts. Try again in 5 minutes." },
    });
    expect((await guess(password, later(301))).ok).toBe(true);
  });

  it("does not lock the owner out: another address gets in while one is held", async () => {
    for (let index = 0; index < 12; index++) await guess("wrong", later(index));
    expect((await guess(password, later(13), "192.0.2.7")).ok).toBe(true);
  });

  it("counts every guess when fifty come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess("wrong")));
    const codes = answers.map((answer) => (answer.ok ? "in" : answer.error.code));
    expect(codes.filter((code) => code === "not-signed-in")).toHaveLength(10);
    expect(codes.filter((code) => code === "too-many")).toHaveLength(20);
  });

  it("holds one address that tries a thousand accounts after a hundred", async () => {
    const address = "198.51.100.9";
    const codes: string[] = [];
    for (let index = 0; index < 103; index++) {
      const answer = await guess("wrong", t0, address, `account${index}@example.org`);
      codes.push(answer.ok ? "in" : answer.error.code);
    }
    expect(codes.slice(0, 100)).not.toContain("too-many");
    expect(codes.slice(100)).toEqual(["too-many", "too-many", "too-many"]);
  }, 60_000);

  it("holds guesses at one account from everywhere, but not the address the owner uses", async () => {
    await beginSignIn(test.db, person, "password", { address: "203.0.113.5", userAgent: "x" }, t0);
    for (let index = 0; index < 60; index++) await guess("wrong", later(1), `100.64.${index}.1`);
    expect(await guess("wrong", later(2), "100.64.99.1")).toMatchObject({ error: { code: "too-many" } });
    expect((await guess(password, later(3), "203.0.113.5")).ok).toBe(true);
  });

  it("refuses a password of a megabyte without hashing it", async () => {
    expect(await guess("x".repeat(1_000_000))).toMatchObject({ error: { code: "not-signed-in" } });
  });
});

describe("a sign-in", () => {
  const begin = () =>
    beginSignIn(test.db, person, "password", { address: "10.0.0.1", userAgent: "Browser" }, t0);
  const actor = (id: string, at = t0, day = "1998-08-03") => actorOfSignIn(test.db, id, at, day);

  it("carries nothing but its id in the cookie, unreadable without the secret", async () => {
    const value = await sealSignIn("abc");
    expect(await unsealSignIn(value)).toBe("abc");
    const token = await decode({ token: value, secret });
    expect(Object.keys(token ?? {}).sort()).toEqual(["exp", "iat", "jti", "signInId"]);
    expect(value).not.toContain(Buffer.from("abc").toString("base64url"));
    const forged = await encode({
      token: { signInId: "abc" },
      secret: "another secret of the same length......",
    });
    for (const bad of [forged, "", "x", `${value}x`, value.slice(0, -2), "null", "e30.e30."])
      expect(await unsealSignIn(bad), bad).toBeNull();
  });

  it("stands until it expires, is revoked or its person is closed: at the very next request", async () => {
    const [expiring, revoked, closed] = [await begin(), await begin(), await begin()];
    expect(await actor(expiring)).toMatchObject({ personId: person.id });
    expect(await actor(expiring, later(12 * 3600 + 1))).toBeNull();
    expect(await revokeSignIns(test.db, person.id, { id: revoked }, t0)).toBe(1);
    expect(await actor(revoked)).toBeNull();
    await storePerson(test.db, person.id, { isActive: false });
    expect(await actor(closed)).toBeNull();
    expect(await actor("no-such-sign-in")).toBeNull();
  });

  it("sees a role that was given or taken away at the next request", async () => {
    const id = await begin();
    expect((await actor(id))?.memberships).toEqual([]);
    await addMembership(test.db, { personId: person.id, bodyId: null, role: "SECRETARY", at: t0 });
    expect((await actor(id))?.memberships).toEqual([{ bodyId: null, role: "SECRETARY" }]);
    const held = await test.db.membership.findFirstOrThrow({ where: { personId: person.id } });
    await endMembership(test.db, held.id, t0);
    expect((await actor(id))?.memberships).toEqual([]);
  });

  it("gives a delegate the work of the person on leave on its days, but never the keeping of people", async () => {
    const chief = await test.db.person.create({
      data: { email: `chief${counter}@example.org`, name: "Chief" },
    });
    await addMembership(test.db, { personId: chief.id, bodyId: null, role: "SECRETARY", at: t0 });
    await addMembership(test.db, { personId: chief.id, bodyId: null, role: "ADMIN", at: t0 });
    await storePerson(test.db, chief.id, {
      delegateId: person.id,
      delegateFrom: "1998-08-03",
      delegateUntil: "1998-08-14",
    });
    const id = await begin();
    expect(await actor(id, t0, "1998-08-14")).toMatchObject({
      memberships: [{ bodyId: null, role: "SECRETARY" }],
      actingFor: [{ personId: chief.id, name: "Chief" }],
    });
    for (const day of ["1998-08-02", "1998-08-15"]) {
      expect((await actor(id, t0, day))?.memberships, day).toEqual([]);
      expect((await actor(id, t0, day))?.actingFor, day).toBeUndefined();
    }
  });

  it("is listed for its person and can be ended everywhere but here", async () => {
    const [here, there] = [await begin(), await begin()];
    expect((await listSignIns(test.db, person.id, t0)).map(({ id }) => id).sort()).toEqual(
      [here, there].sort(),
    );
    expect(await revokeSignIns(test.db, person.id, { except: here }, t0)).toBe(1);
    expect((await listSignIns(test.db, person.id, t0)).map(({ id }) => id)).toEqual([here]);
  });

  it("is not ended by somebody else who knows its id", async () => {
    const id = await begin();
    expect(await revokeSignIns(test.db, "another-person", { id }, t0)).toBe(0);
    expect(await actor(id)).not.toBeNull();
  });
});

describe("the configuration", () => {
  const context = () => ({ db: test.db, now: () => t0, origin: { address: "10.0.0.1", userAgent: "" } });

  it("opens no door without a secret or with a short one", () => {
    for (const broken of ["", "short"]) {
      process.env.AUTH_SECRET = broken;
      process.env.MANDATES_DATA = "/nonexistent";
      try {
        expect(() => authOptions(context()), broken).toThrow(/AUTH_SECRET/);
      } finally {
        process.env.AUTH_SECRET = secret;
        delete process.env.MANDATES_DATA;
      }
    }
  });

  it("does not renew a cookie whose sign-in was revoked", async () => {
    const id = await beginSignIn(test.db, person, "password", context().origin, t0);
    const jwt = authOptions(context()).callbacks?.jwt;
    const renew = () => jwt?.({ token: { signInId: id, other: "x" }, user: { id: "" }, account: null });
    expect(await renew()).toEqual({ signInId: id });
    await revokeSignIns(test.db, person.id, { id }, t0);
    await expect(renew()).rejects.toThrow("Signed out.");
  });

  it("writes sign-ins and refused attempts to the record, chained", async () => {
    await guess("wrong", t0, "10.77.0.1");
    await beginSignIn(test.db, person, "password", context().origin, t0);
    const lines = await test.db.auditEntry.findMany({ orderBy: { id: "desc" }, take: 2 });
    expect(lines.map(({ action }) => action)).toEqual(["sign-in", "sign-in-refused"]);
    expect(lines[0]?.prevHash).toBe(lines[1]?.hash);
    expect(JSON.stringify(lines.map(({ to, subject }) => ({ to, subject })))).not.toContain("wrong");
  });
});
