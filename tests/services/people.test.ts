import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorOfSignIn } from "@/lib/auth/actor-of-sign-in";
import { beginSignIn } from "@/lib/auth/begin-sign-in";
import { checkPassword } from "@/lib/auth/check-password";
import { hashPassword } from "@/lib/auth/password";
import { changePassword } from "@/lib/services/change-password";
import * as use from "@/lib/services/people";
import { delegateInput, preferencesInput } from "@/lib/services/people-inputs";
import { changeSetting, readInstallation } from "@/lib/services/settings";
import { aWorld, succeeded, type World } from "./a-world";

let world: World;
beforeAll(async () => {
  world = await aWorld("1998-08-03");
});
afterAll(() => world?.close());
const signIn = (id: string) =>
  beginSignIn(
    world.db,
    { id, name: id },
    "password",
    { address: "10.0.0.1", userAgent: "B" },
    world.deps.clock.now(),
  );
const standing = (id: string) => actorOfSignIn(world.db, id, world.deps.clock.now(), "1998-08-03");
const everybody = () => [world.viewer, world.contributor, world.focalPoint, world.secretary];
const invitation = (email: string) =>
  ({ email, name: "New", title: "", role: "VIEWER", bodyId: null }) as const;

describe("people", () => {
  it("are added, given roles and closed by an Admin alone", async () => {
    for (const actor of everybody()) {
      const refused = { error: { code: "not-permitted" } };
      expect(await use.addPersonWithRole(world.deps, actor, invitation("n@example.org"))).toMatchObject(
        refused,
      );
      expect(
        await use.giveRole(world.deps, actor, {
          personId: actor.personId,
          role: "ADMIN",
          bodyId: null,
          reason: "",
        }),
      ).toMatchObject(refused);
      expect(
        await use.setActive(world.deps, actor, { personId: "ada", isActive: false, reason: "" }),
      ).toMatchObject(refused);
      expect(await use.person(world.deps, actor, { id: "ada" })).toMatchObject(refused);
      expect(await use.signIns(world.deps, actor, { id: "ada" })).toMatchObject(refused);
      expect(
        await use.endSignIns(world.deps, actor, { personId: "ada", signInId: null, keep: null }),
      ).toMatchObject(refused);
    }
    const { id } = succeeded(
      await use.addPersonWithRole(world.deps, world.admin, invitation("New@Example.org")),
    );
    expect(await use.addPersonWithRole(world.deps, world.admin, invitation("new@example.org"))).toMatchObject(
      {
        error: { code: "conflict" },
      },
    );
    succeeded(
      await use.giveRole(world.deps, world.admin, {
        personId: id,
        role: "FOCAL_POINT",
        bodyId: "desa",
        reason: "",
      }),
    );
    const [found] = succeeded(
      await use.people(world.deps, world.viewer, { text: "new@", includeInactive: false }),
    );
    expect(found?.memberships.map(({ role, bodyId }) => [role, bodyId])).toEqual([
      ["VIEWER", null],
      ["FOCAL_POINT", "desa"],
    ]);
  });

  it("are refused at their next request once the account is closed", async () => {
    const id = await signIn("vic");
    expect(await standing(id)).not.toBeNull();
    succeeded(
      await use.setActive(world.deps, world.admin, { personId: "vic", isActive: false, reason: "left" }),
    );
    expect(await standing(id)).toBeNull();
    succeeded(await use.setActive(world.deps, world.admin, { personId: "vic", isActive: true, reason: "" }));
    expect(await standing(id)).toBeNull(); // ended, not asleep
  });

  it("are never left without an Admin", async () => {
    const admin = succeeded(await use.person(world.deps, world.admin, { id: "ada" }));
    const membershipId = admin.memberships[0]?.id ?? "";
    const refused = { error: { code: "not-allowed-now" } };
    expect(await use.takeRole(world.deps, world.admin, { membershipId, reason: "" })).toMatchObject(refused);
    expect(
      await use.setActive(world.deps, world.admin, { personId: "ada", isActive: false, reason: "" }),
    ).toMatchObject(refused);
    expect(succeeded(await use.person(world.deps, world.admin, { id: "ada" }))).toMatchObject({
      isActive: true,
      memberships: [{ role: "ADMIN" }],
    });
  });

  it("come from allowed mail domains alone, where a list is set", async () => {
    const change = { key: "allowedDomains", value: ["un.org", "example.org"], reason: "" } as const;
    const withoutMine = { ...change, value: ["un.org"] };
    expect(await changeSetting(world.deps, world.admin, withoutMine)).toMatchObject({
      error: { fields: { value: expect.stringContaining("Keep example.org") } },
    });
    succeeded(await changeSetting(world.deps, world.admin, change));
    for (const email of ["x@evil.org", "x@un.org.evil.org", "x@evil.org@un.org", "x@unXorg"])
      expect(await use.addPersonWithRole(world.deps, world.admin, invitation(email)), email).toMatchObject({
        error: { code: "invalid-input" },
      });
    succeeded(await use.addPersonWithRole(world.deps, world.admin, invitation("x@un.org")));
    succeeded(
      await changeSetting(world.deps, world.admin, { key: "allowedDomains", value: null, reason: "" }),
    );
  });
});

describe("one's own affairs", () => {
  it("are the hour, days, zone and delegate; another's are not", async () => {
    const mine = preferencesInput.parse({
      personId: "ana",
      digestHour: 7,
      digestDays: [5, 1, 1],
      timeZone: "Asia/Kathmandu",
    });
    succeeded(await use.changePreferences(world.deps, world.contributor, mine));
    expect(succeeded(await use.person(world.deps, world.contributor, { id: "ana" }))).toMatchObject({
      digestHour: 7,
      digestDays: [1, 5],
      timeZone: "Asia/Kathmandu",
    });
    expect(await use.changePreferences(world.deps, world.focalPoint, mine)).toMatchObject({
      error: { code: "not-permitted" },
    });
    const leave = delegateInput.parse({
      personId: "ben",
      delegateId: "ana",
      from: "1998-08-01",
      until: "1998-08-10",
    });
    expect(await use.setDelegate(world.deps, world.contributor, leave)).toMatchObject({
      error: { code: "not-permitted" },
    });
    succeeded(await use.setDelegate(world.deps, world.focalPoint, leave));
    expect(await standing(await signIn("ana"))).toMatchObject({
      memberships: [{ role: "CONTRIBUTOR" }, { role: "FOCAL_POINT" }],
      actingFor: [{ personId: "ben" }],
    });
  });

  it("refuse an hour, a day, a zone and a span that do not exist", () => {
    for (const bad of [
      { digestHour: 24 },
      { digestDays: [0] },
      { timeZone: "Mars/Olympus" },
      { isActive: true },
    ])
      expect(preferencesInput.safeParse({ personId: "ana", ...bad }).success, JSON.stringify(bad)).toBe(
        false,
      );
    const span = { personId: "a", delegateId: "b", from: "1998-08-10", until: "1998-08-01" };
    expect(delegateInput.safeParse(span).success).toBe(false);
  });

  it("change the password with the present one, ending the other browsers", async () => {
    const passwordHash = await hashPassword("the first password");
    await world.db.person.update({ where: { id: "sam" }, data: { passwordHash } });
    const [here, there] = [await signIn("sam"), await signIn("sam")];
    const change = (current: string, next: string) =>
      changePassword(world.deps, world.stranger, { current, next, keepSignInId: here });
    expect(await change("wrong", "a much better one")).toMatchObject({
      error: { fields: { current: expect.any(String) } },
    });
    expect(await change("the first password", "short")).toMatchObject({
      error: { fields: { next: expect.any(String) } },
    });
    expect(succeeded(await change("the first password", "a much better one"))).toEqual({ ended: 1 });
    expect([await standing(here), await standing(there)].map((actor) => actor?.personId ?? null)).toEqual([
      "sam",
      null,
    ]);
    const now = world.deps.clock.now();
    const attempt = (password: string) =>
      checkPassword(world.db, { email: "sam@example.org", password, address: "10.3.0.1", now });
    expect((await attempt("the first password")).ok).toBe(false);
    expect((await attempt("a much better one")).ok).toBe(true);
  });
});

describe("settings", () => {
  it("are read by all, changed by an Admin, and every change is on the record", async () => {
    for (const actor of everybody())
      expect(
        await changeSetting(world.deps, actor, { key: "workingDate", value: "2030-01-01", reason: "" }),
      ).toMatchObject({ error: { code: "not-permitted" } });
    const bad = { key: "workingDate", value: "3 August", reason: "" } as const;
    expect(await changeSetting(world.deps, world.admin, bad)).toMatchObject({
      error: { code: "invalid-input" },
    });
    succeeded(await changeSetting(world.deps, world.admin, { ...bad, value: "1998-09-01", reason: "demo" }));
    expect(succeeded(await readInstallation(world.deps, world.viewer)).workingDate).toBe("1998-09-01");
    const line = await world.db.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(line).toMatchObject({
      action: "setting-changed",
      actorId: "ada",
      to: "1998-09-01",
      reason: "demo",
    });
  });
});
