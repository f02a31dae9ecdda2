import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { letterSender } from "@/lib/adapters/channels/letter";
import { checkPassword } from "@/lib/auth/check-password";
import { checkLink, mayAskForLink, sendSignInLink } from "@/lib/auth/sign-in-link";
import { storeSetting } from "@/lib/db/settings";
import { acceptInvitation, invite, inviteAgain, invited } from "@/lib/services/invitations";
import { linkLetter } from "@/lib/services/letters";
import { aWorld, succeeded, type World } from "../../services/a-world";
import { type MailServer, startMailServer } from "../../support/mail-server";

let world: World;
let mail: MailServer;
let now = new Date("2026-03-02T09:00:00Z");
beforeAll(async () => {
  process.env.AUTH_SECRET = "a secret for tests, long enough to be one";
  world = await aWorld();
  mail = await startMailServer();
});
afterAll(async () => {
  await mail?.stop();
  await world?.close();
});
beforeEach(() => {
  now = new Date("2026-03-02T09:00:00Z");
  mail.received.length = 0;
});
const deps = () => ({ ...world.deps, clock: { now: () => now } });
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const sender = () => letterSender({ SMTP_URL: mail.url, MAIL_FROM: "mandates@example.org" });

/** Asks for a link as the page does, and gives what stands in the letter; null where no letter went out. */
async function link(email: string): Promise<string | null> {
  const send = sender();
  await sendSignInLink(world.db, { email, address: "10.0.0.1", now }, async (to, token) =>
    send?.(linkLetter(to, "https://tracker.example.org", token, 15)),
  );
  const letter = mail.received.at(-1);
  return /\/sign-in\/link\/([\w-]+)/.exec(letter?.mail.text ?? "")?.[1] ?? null;
}
const use = (token: string) => checkLink(world.db, { token, address: "10.0.0.1", now });

describe("a link that signs in", () => {
  it("goes by SMTP to the address in the database, and lets its person in once", async () => {
    const token = (await link("  EVA@Example.org ")) ?? "";
    expect(mail.received[0]?.to).toEqual(["eva@example.org"]);
    expect(succeeded(await use(token))).toMatchObject({ id: "eva" });
    expect(await use(token)).toMatchObject({ error: { code: "not-signed-in" } });
  });

  it("has one winner of two clicks at once", async () => {
    const token = (await link("eva@example.org")) ?? "";
    const clicks = await Promise.all([use(token), use(token), use(token)]);
    expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ends after a quarter of an hour, and when a newer one is asked for", async () => {
    const old = (await link("eva@example.org")) ?? "";
    const newer = (await link("eva@example.org")) ?? "";
    expect((await use(old)).ok).toBe(false);
    later(15 * 60 + 1);
    expect((await use(newer)).ok).toBe(false);
  });

  it("is kept as a hash alone, and never stands in the record", async () => {
    const token = (await link("eva@example.org")) ?? "";
    const rows = JSON.stringify(
      [
        await world.db.accessToken.findMany(),
        await world.db.auditEntry.findMany(),
        await world.db.delivery.findMany(),
      ],
      (_key, value) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(rows).not.toContain(token);
  });

  it("is not made for the unknown, the closed, a foreign domain, or an address that is not plain", async () => {
    await world.db.person.create({ data: { email: "closed@example.org", name: "Closed", isActive: false } });
    const odd = [
      "nobody@example.org",
      "closed@example.org",
      `"eva@example.org"@evil.org`,
      "eva＠example.org",
    ];
    for (const email of [...odd, "eva@example.org,x@evil.org", "eva@example.org\r\nBcc: x@evil.org", ""])
      expect(await link(email), email).toBeNull();
    await storeSetting(world.db, "allowedDomains", ["un.org"], { at: now, actorId: null });
    expect(await link("eva@example.org")).toBeNull();
    await storeSetting(world.db, "allowedDomains", null, { at: now, actorId: null });
    expect(mail.received).toEqual([]);
  });

  it("may be asked for five times in a quarter of an hour, whether the address is known or not", async () => {
    for (const email of ["ben@example.org", "nobody@example.org"]) {
      const answers: boolean[] = [];
      for (let index = 0; index < 6; index++)
        answers.push(await mayAskForLink(world.db, email, `10.7.0.${index}`, now));
      expect(answers, email).toEqual([true, true, true, true, true, false]);
    }
  });

  it("is refused without being looked up where it is no token at all", async () => {
    for (const bad of ["", "x", "a".repeat(43_000), "' or 1=1 --", "a".repeat(42) + "\0"])
      expect((await checkLink(world.db, { token: bad, address: "10.8.0.1", now })).ok).toBe(false);
  });
});

describe("an invitation", () => {
  const input = (email: string) =>
    ({ email, name: "New Person", title: "", role: "CONTRIBUTOR", bodyId: "desa" }) as const;
  const tokenOf = (url: string) => url.split("/").at(-1) ?? "";

  it("is mailed and shown once, sets a password, and gives the role within the body", async () => {
    const made = succeeded(await invite(deps(), world.admin, input("new@example.org"), sender()));
    expect(made.isMailed).toBe(true);
    expect(mail.received[0]?.to).toEqual(["new@example.org"]);
    const token = tokenOf(made.url);
    expect(await invited(deps(), token)).toMatchObject({ email: "new@example.org" });
    const accept = (password: string) => acceptInvitation(deps(), { token, password, address: "10.0.0.1" });
    expect(await accept("short")).toMatchObject({ error: { fields: { password: expect.any(String) } } });
    expect(succeeded(await accept("a few words do well"))).toMatchObject({ id: made.personId });
    expect((await accept("and a second time")).ok).toBe(false);
    const password = "a few words do well";
    const signIn = await checkPassword(world.db, {
      email: "new@example.org",
      password,
      address: "10.0.0.1",
      now,
    });
    expect(signIn.ok).toBe(true);
    expect(await world.db.membership.findMany({ where: { personId: made.personId } })).toMatchObject([
      { role: "CONTRIBUTOR", bodyId: "desa", until: null },
    ]);
  });

  it("can be copied where there is no mail server, or where it refuses the letter", async () => {
    const copied = succeeded(await invite(deps(), world.admin, input("copied@example.org"), null));
    expect(copied.isMailed).toBe(false);
    expect(await invited(deps(), tokenOf(copied.url))).not.toBeNull();
    const broken = letterSender({ SMTP_URL: "smtp://127.0.0.1:1" });
    const again = succeeded(await inviteAgain(deps(), world.admin, { personId: copied.personId }, broken));
    expect(again.isMailed).toBe(false);
    expect(await invited(deps(), tokenOf(copied.url))).toBeNull(); // the newer one counts
    expect(await invited(deps(), tokenOf(again.url))).not.toBeNull();
  });

  it("ends after a week, and with the account", async () => {
    const made = succeeded(await invite(deps(), world.admin, input("late@example.org"), null));
    await world.db.person.update({ where: { id: made.personId }, data: { isActive: false } });
    expect(await invited(deps(), tokenOf(made.url))).toBeNull();
    await world.db.person.update({ where: { id: made.personId }, data: { isActive: true } });
    later(7 * 86_400 + 1);
    expect(await invited(deps(), tokenOf(made.url))).toBeNull();
  });

  it("is an Admin's to give", async () => {
    for (const actor of [world.secretary, world.focalPoint, world.contributor, world.viewer]) {
      expect(await invite(deps(), actor, input("x@example.org"), null)).toMatchObject({
        error: { code: "not-permitted" },
      });
      expect(await inviteAgain(deps(), actor, { personId: "eva" }, null)).toMatchObject({
        error: { code: "not-permitted" },
      });
    }
  });
});
