import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { actorOfSignIn } from "@/lib/auth/actor-of-sign-in";
import { beginSignIn } from "@/lib/auth/begin-sign-in";
import { passSecondStep } from "@/lib/auth/check-second-step";
import { timeStepOf } from "@/lib/auth/one-time-code";
import { seal, unseal } from "@/lib/auth/seal";
import * as use from "@/lib/services/second-step";
import { aWorld, succeeded, type World } from "../../services/a-world";

let world: World;
let now = new Date("2026-03-02T09:00:00Z");
const deps = () => ({ ...world.deps, clock: { now: () => now } });
beforeAll(async () => {
  process.env.AUTH_SECRET = "a secret for tests, long enough to be one";
  world = await aWorld();
});
afterAll(() => world?.close());

let counter = 0;
let actor: Actor;
beforeEach(async () => {
  counter += 1;
  const person = { id: `p${counter}`, email: `p${counter}@example.org`, name: `Person ${counter}` };
  await world.db.person.create({ data: { ...person, memberships: { create: { role: "VIEWER" } } } });
  actor = {
    personId: person.id,
    name: person.name,
    email: person.email,
    memberships: [{ bodyId: null, role: "VIEWER" }],
  };
  now = new Date("2026-03-02T09:00:00Z");
});

/** The phone: what an authenticator app makes of the secret at this moment. */
const codeAt = (secret: string, at = now) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 }).generate({
    timestamp: at.getTime(),
  });
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const signIn = () =>
  beginSignIn(
    world.db,
    { id: actor.personId, name: actor.name },
    "password",
    { address: "10.0.0.1", userAgent: "B" },
    now,
  );
const standing = async (id: string) =>
  (await actorOfSignIn(world.db, id, now, "1998-08-03"))?.personId ?? null;

async function enrol() {
  succeeded(await use.prepareSecondStep(deps(), actor));
  const prepared = succeeded(await use.mySecondStep(deps(), actor));
  if (prepared.kind !== "prepared") throw new Error(prepared.kind);
  const { codes } = succeeded(await use.confirmSecondStep(deps(), actor, { code: codeAt(prepared.secret) }));
  later(30);
  return { ...prepared, codes };
}

describe("taking the second step into use", () => {
  it("tells the phone a secret, asks for a first code, and gives ten recovery codes once", async () => {
    const { uri, secret, codes } = await enrol();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Mandate%20tracker:p\d+%40example.org\?issuer=Mandate%20tracker/);
    expect(uri).toContain(secret);
    expect(new Set(codes).size).toBe(10);
    expect(succeeded(await use.mySecondStep(deps(), actor))).toMatchObject({ kind: "on", codesLeft: 10 });
  });

  it("does not ask before the first right code, so that nobody locks himself out", async () => {
    succeeded(await use.prepareSecondStep(deps(), actor));
    expect(await use.confirmSecondStep(deps(), actor, { code: "000000" })).toMatchObject({
      error: { fields: { code: expect.any(String) } },
    });
    expect(await standing(await signIn())).toBe(actor.personId);
  });

  it("ends the other sign-ins, which passed no second step, and keeps this one", async () => {
    const [here, there] = [await signIn(), await signIn()];
    succeeded(await use.prepareSecondStep(deps(), actor));
    const prepared = succeeded(await use.mySecondStep(deps(), actor));
    const code = prepared.kind === "prepared" ? codeAt(prepared.secret) : "";
    succeeded(await use.confirmSecondStep(deps(), actor, { code, keepSignInId: here }));
    expect([await standing(here), await standing(there)]).toEqual([actor.personId, null]);
  });

  it("keeps neither the secret nor the recovery codes in the clear", async () => {
    const { secret, codes } = await enrol();
    const rows = JSON.stringify(
      [
        await world.db.person.findUnique({ where: { id: actor.personId } }),
        await world.db.recoveryCode.findMany(),
        await world.db.auditEntry.findMany(),
      ],
      (_key, value) => (typeof value === "bigint" ? String(value) : value),
    );
    for (const word of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(rows).not.toContain(word);
  });
});

describe("signing in with it", () => {
  it("opens nothing until the code is right, then all", async () => {
    const { secret } = await enrol();
    const id = await signIn();
    expect(await standing(id)).toBeNull();
    expect((await passSecondStep(world.db, id, "123 456", now)).ok).toBe(false);
    expect(await standing(id)).toBeNull();
    expect(succeeded(await passSecondStep(world.db, id, codeAt(secret), now))).toEqual({ by: "phone" });
    expect(await standing(id)).toBe(actor.personId);
  });

  it("takes a code once, whoever reads it over a shoulder", async () => {
    const { secret } = await enrol();
    const code = codeAt(secret);
    const [mine, theirs] = [await signIn(), await signIn()];
    const both = await Promise.all([mine, theirs].map((id) => passSecondStep(world.db, id, code, now)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("allows a clock half a minute off to either side, and no more", () => {
    const sealed = seal("second step", new Secret({ size: 20 }).base32);
    const secret = unseal("second step", sealed) ?? "";
    const of = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1000));
    expect([-60, -30, 0, 30, 60].map((seconds) => timeStepOf(sealed, of(seconds), now) !== null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    for (const bad of ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", " ", "0".repeat(100_000)])
      expect(timeStepOf(sealed, bad, now), bad.slice(0, 10)).toBeNull();
  });

  it("takes a recovery code once, however it is typed", async () => {
    const { codes } = await enrol();
    const typed = ` ${(codes[3] ?? "").toUpperCase().replaceAll("-", " ")} `;
    const [first, second] = [await signIn(), await signIn()];
    expect(succeeded(await passSecondStep(world.db, first, typed, now))).toEqual({ by: "recovery" });
    expect((await passSecondStep(world.db, second, typed, now)).ok).toBe(false);
    expect(succeeded(await use.mySecondStep(deps(), actor))).toMatchObject({ codesLeft: 9 });
  });

  it("takes no recovery code of somebody else", async () => {
    const { codes } = await enrol();
    const other = `q${counter}`;
    await world.db.person.create({ data: { id: other, email: `${other}@example.org`, name: other } });
    await world.db.recoveryCode.create({ data: { personId: other, codeHash: `hash ${counter}` } });
    await world.db.recoveryCode.updateMany({
      where: { personId: actor.personId },
      data: { personId: other },
    });
    expect((await passSecondStep(world.db, await signIn(), codes[0] ?? "", now)).ok).toBe(false);
  });

  it("holds the eleventh guess in five minutes, even a right one, over all sign-ins of the person", async () => {
    const { secret } = await enrol();
    for (let index = 0; index < 10; index++) await passSecondStep(world.db, await signIn(), "000000", now);
    expect(await passSecondStep(world.db, await signIn(), codeAt(secret), now)).toMatchObject({
      error: { code: "too-many" },
    });
    later(301);
    expect((await passSecondStep(world.db, await signIn(), codeAt(secret), now)).ok).toBe(true);
  });

  it("waits ten minutes for the code", async () => {
    const { secret } = await enrol();
    const id = await signIn();
    later(601);
    expect(await passSecondStep(world.db, id, codeAt(secret), now)).toMatchObject({
      error: { code: "not-signed-in" },
    });
    expect((await passSecondStep(world.db, null, codeAt(secret), now)).ok).toBe(false);
    expect((await passSecondStep(world.db, "no-such-sign-in", codeAt(secret), now)).ok).toBe(false);
  });

  it("fails closed where the installation's secret was changed", async () => {
    const { secret } = await enrol();
    const id = await signIn();
    const known = process.env.AUTH_SECRET ?? "";
    process.env.AUTH_SECRET = "another secret of quite the same length..";
    try {
      expect((await passSecondStep(world.db, id, codeAt(secret), now)).ok).toBe(false);
    } finally {
      process.env.AUTH_SECRET = known;
    }
  });
});

describe("ending it", () => {
  it("takes a code of the person, or an Admin with a reason; an Admin ends all sign-ins with it", async () => {
    const { codes } = await enrol();
    expect((await use.endSecondStep(deps(), actor, { code: "000000" })).ok).toBe(false);
    succeeded(await use.endSecondStep(deps(), actor, { code: codes[0] ?? "" }));
    expect(await standing(await signIn())).toBe(actor.personId);

    later(60);
    const again = await enrol();
    const id = await signIn();
    later(30);
    succeeded(await passSecondStep(world.db, id, codeAt(again.secret), now));
    const reset = { personId: actor.personId, reason: "lost the phone" };
    for (const other of [world.secretary, world.focalPoint, world.viewer, actor])
      expect(await use.resetSecondStep(deps(), other, reset)).toMatchObject({
        error: { code: "not-permitted" },
      });
    succeeded(await use.resetSecondStep(deps(), world.admin, reset));
    expect(await standing(id)).toBeNull();
    expect((await passSecondStep(world.db, await signIn(), again.codes[1] ?? "", now)).ok).toBe(false);
    const line = await world.db.auditEntry.findFirstOrThrow({ where: { action: "second-step-reset" } });
    expect(line).toMatchObject({ actorId: "ada", subject: actor.personId, reason: "lost the phone" });
  });
});
