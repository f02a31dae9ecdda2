import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emailChannel } from "@/lib/adapters/channels/email";
import { systemActor } from "@/lib/auth/actor";
import type { Channel } from "@/lib/core/reminder/message";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import { reasonInWords } from "@/lib/core/reminder/reason";
import { storePolicy } from "@/lib/db/reminder-policies";
import { readSession, storeSession } from "@/lib/db/sessions";
import type { Deps } from "@/lib/deps";
import { sendAgain, sent } from "@/lib/services/reminder-sent";
import {
  changePolicy,
  inbox,
  markRead,
  policies,
  reminderPlan,
  runDueReminders,
} from "@/lib/services/reminders";
import { type MailServer, startMailServer } from "../support/mail-server";
import { aWorld, succeeded, type World } from "./a-world";
import { aTaskRow, clearReminders, dyingAfter } from "./reminder-fixtures";

let world: World;
let server: MailServer;
let mail: Channel & { close(): void };
const secret = "a secret of at least thirty-two characters";
let isRefused = (_address: string): boolean => false;

const channelTo = (url: string) =>
  emailChannel({
    smtpUrl: url,
    from: { name: "Mandate tracker", address: "mandates@example.org" },
    baseUrl: "https://mandates.example.org",
    secret,
  });
const run = (deps: Deps = world.deps, channels: readonly Channel[] = [mail]) =>
  runDueReminders(deps, systemActor, { channels });
/** The same world a number of seconds later on the same working day. */
const later = (seconds: number): Deps => ({
  ...world.deps,
  clock: { now: () => new Date(world.deps.clock.now().getTime() + seconds * 1000) },
});

beforeAll(async () => {
  world = await aWorld("1998-06-26");
  const by = { at: new Date("1998-01-01T00:00:00Z"), actorId: null };
  for (const policy of defaultPolicies) await storePolicy(world.db, policy, true, 0, by);
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.on("1998-06-26");
  isRefused = () => false;
  server = await startMailServer({ refuse: (address) => isRefused(address) });
  mail = channelTo(server.url);
  await clearReminders(world.db);
});
afterEach(async () => {
  mail.close();
  await server.stop();
});

describe("a digest", () => {
  it("arrives once, by mail and in the inbox, with what, why and where", async () => {
    await aTaskRow(world.db, { ask: "Include the sub-item in the provisional agenda", ownerId: "ana" });
    expect(succeeded(await run())).toMatchObject({ digests: 2, delivery: { sent: 2, failed: 0, dead: 0 } });
    expect(succeeded(await run())).toMatchObject({
      recorded: { added: 0, moved: 0 },
      digests: 0,
      delivery: { sent: 0 },
    });
    expect(server.received.map(({ to }) => to).sort()).toEqual([["ana@example.org"], ["ben@example.org"]]);
    const { mail: letter } = server.received.find(({ to }) => to[0] === "ana@example.org") ?? fail();
    expect(letter.subject).toBe("One task needs you: 26 June 1998");
    expect(letter.messageId).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
    expect(letter.headers.get("auto-submitted")).toBe("auto-generated");
    for (const body of [letter.text, letter.html]) {
      expect(body).toContain("Include the sub-item in the provisional agenda");
      expect(body).toContain(
        "The provisional agenda of the 53rd session of the General Assembly is due on 10 July 1998, in 14 days.",
      );
      expect(body).toContain("https://mandates.example.org/tasks/");
    }
    const box = succeeded(await inbox(world.deps, world.contributor, { onlyUnread: false }));
    expect(box).toMatchObject({ unread: 1, entries: [{ title: letter.subject, day: "1998-06-26" }] });
  });

  it("stays silent where nothing is due, and on a Sunday", async () => {
    await aTaskRow(world.db, { ownerId: "ana" });
    world.on("1998-05-29");
    expect(succeeded(await run())).toMatchObject({ digests: 0 });
    world.on("1998-06-28");
    expect(succeeded(await run())).toMatchObject({ digests: 0 });
    world.on("1998-06-29");
    expect(succeeded(await run())).toMatchObject({ digests: 2 });
    expect(server.received).toHaveLength(2);
  });

  it("catches a month that was missed up as one digest that speaks of today", async () => {
    await aTaskRow(world.db, { ownerId: "ana", dueFrom: "1998-06-10", dueOn: "1998-06-10" });
    world.on("1998-07-08");
    succeeded(await run());
    const letters = server.received.filter(({ to }) => to[0] === "ana@example.org");
    expect(letters).toHaveLength(1);
    expect(
      letters[0]?.mail.text?.match(/The last day for this was 10 June 1998, 4 weeks ago\./g),
    ).toHaveLength(1);
    world.on("1998-07-09");
    expect(succeeded(await run()).digests).toBe(0);
  });

  it("reminds nobody of a task that was closed after the reminder was recorded", async () => {
    const id = await aTaskRow(world.db, { ownerId: "ana" });
    const early: Deps = { ...world.deps, clock: { now: () => new Date("1998-06-26T08:00:00Z") } }; // 4 o'clock in New York
    expect(succeeded(await run(early))).toMatchObject({ recorded: { added: 2 }, digests: 0 });
    await world.db.task.update({ where: { id }, data: { status: "IMPLEMENTED" } });
    expect(succeeded(await run())).toMatchObject({ recorded: { cancelled: 2 }, digests: 0 });
    expect(server.received).toHaveLength(0);
  });

  it("goes to the inbox alone for a person who muted mail", async () => {
    await world.db.person.update({ where: { id: "ana" }, data: { mailMuted: true } });
    await aTaskRow(world.db, { ownerId: "ana" });
    succeeded(await run());
    await world.db.person.update({ where: { id: "ana" }, data: { mailMuted: false } });
    expect(server.received.map(({ to }) => to[0])).toEqual(["ben@example.org"]);
    expect(succeeded(await inbox(world.deps, world.contributor, { onlyUnread: true })).unread).toBe(1);
  });

  it("cannot be bent by line breaks or tags in names and texts", async () => {
    const name = "Ana\r\nBcc: everybody@example.org\r\n\r\n<b>x</b>";
    await world.db.person.update({ where: { id: "ana" }, data: { name } });
    await aTaskRow(world.db, {
      ownerId: "ana",
      ask: "Report\r\n.\r\nMAIL FROM:<x@y.org> <script>alert(1)</script>",
    });
    succeeded(await run());
    await world.db.person.update({ where: { id: "ana" }, data: { name: "Ana Silva" } });
    const letter = server.received.find(({ to }) => to[0] === "ana@example.org") ?? fail();
    expect(server.received).toHaveLength(2);
    expect(letter.to).toEqual(["ana@example.org"]);
    expect(letter.mail.bcc).toBeUndefined();
    expect(letter.raw.split(/\r?\n\r?\n/)[0]).not.toMatch(/^Bcc:/im);
    expect(letter.mail.html).not.toContain("<script>");
  });
});

describe("delivery", () => {
  it("waits while the mail server is down, and delivers once when it is back", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    await server.stop();
    expect(succeeded(await run())).toMatchObject({ digests: 1, delivery: { sent: 0, failed: 1 } });
    expect(succeeded(await run(later(10)))).toMatchObject({ delivery: { failed: 0 } }); // back-off: not yet
    expect(succeeded(await run(later(31)))).toMatchObject({ delivery: { failed: 1 } });
    const port = server.port;
    server = await startMailServer({ port });
    expect(succeeded(await run(later(86_400)))).toMatchObject({ delivery: { sent: 1 } });
    expect(succeeded(await run(later(90_000)))).toMatchObject({ delivery: { sent: 0 } });
    expect(server.received).toHaveLength(1);
  });

  it("gives an address that does not exist up at once, shows it to the Admin, and sends it again on demand", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    isRefused = () => true;
    expect(succeeded(await run())).toMatchObject({ delivery: { sent: 0, dead: 1 } });
    const [digest] = succeeded(await sent(world.deps, world.admin, { state: "dead", after: null })).rows;
    expect(digest).toMatchObject({ to: "Ana Silva", kind: "digest" });
    const dead = digest?.channels.find(({ state }) => state === "dead");
    expect(dead).toMatchObject({ channel: "email", attempts: 1 });
    expect(dead?.lastError).toContain("550");
    const id = dead?.id ?? "";
    for (const actor of [world.viewer, world.contributor, world.focalPoint, world.secretary])
      expect(await sendAgain(world.deps, actor, { id })).toMatchObject({ error: { code: "not-permitted" } });
    isRefused = () => false;
    succeeded(await sendAgain(world.deps, world.admin, { id }));
    expect(await sendAgain(world.deps, world.admin, { id })).toMatchObject({
      error: { code: "not-allowed-now" },
    });
    expect(succeeded(await run())).toMatchObject({ delivery: { sent: 1 } });
    expect(await sendAgain(world.deps, world.admin, { id })).toMatchObject({
      error: { code: "not-allowed-now" },
    });
  });

  it("refuses an address that a transport could read as several", async () => {
    await world.db.person.update({ where: { id: "ana" }, data: { email: "ana@example.org,x@evil.org" } });
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    const counts = succeeded(await run());
    await world.db.person.update({ where: { id: "ana" }, data: { email: "ana@example.org" } });
    expect(counts).toMatchObject({ delivery: { sent: 0, dead: 1 } });
    expect(server.received).toHaveLength(0);
  });

  it("sends each digest once when four workers run at once", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `crowd${index}`);
    for (const id of ids) {
      await world.db.person.create({ data: { id, name: id, email: `${id}@example.org` } });
      await aTaskRow(world.db, { ownerId: id, responsibleId: null });
    }
    const runs = await Promise.all([run(), run(), run(), run()]);
    const sent = runs.map((one) => succeeded(one).delivery.sent).reduce((a, b) => a + b, 0);
    await clearReminders(world.db, { keepPeople: false });
    expect(sent).toBe(30);
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual(
      ids.map((id) => `${id}@example.org`).sort(),
    );
  });

  it("survives a kill at each step: nobody is left out, and only a kill after the server's yes repeats a letter", async () => {
    await aTaskRow(world.db, { ownerId: "ana" });
    await aTaskRow(world.db, { ownerId: "ana", dueFrom: "1998-07-10", dueOn: "1998-07-10" });
    let step = 1;
    let repeated = 0;
    for (; ; step++) {
      await clearReminders(world.db, { keepTasks: true });
      server.received.length = 0;
      const dying = dyingAfter(world.db, step);
      const died = await run({ ...world.deps, db: dying.db }).then(
        () => false,
        () => true,
      );
      if (!died) break;
      succeeded(await run(later(301)));
      succeeded(await run(later(602)));
      const letters = server.received.map(({ mail: letter }) => letter.messageId);
      expect(new Set(letters).size, `killed at step ${step}`).toBe(2);
      expect(letters.length, `killed at step ${step}`).toBeLessThanOrEqual(3);
      repeated += letters.length - 2;
      expect(await world.db.inboxEntry.count(), `killed at step ${step}`).toBe(2);
      expect(await world.db.reminder.count({ where: { state: "due", day: { lte: "1998-06-26" } } })).toBe(0);
    }
    expect(step).toBeGreaterThan(20);
    // The window between the server's yes and our mark: one for each of the two letters.
    expect(repeated).toBeLessThanOrEqual(2);
  }, 120_000);
});

describe("a session that moves", () => {
  it("moves what was not told and tells those who were told, once", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    succeeded(await run()); // ana is told: the provisional agenda is due on 10 July
    const session = (await readSession(world.db, "GA", 53)) ?? fail();
    const { version, ...row } = session;
    await storeSession(world.db, { ...row, opens: "1998-09-23" }, version, new Date());
    try {
      world.on("1998-06-29");
      expect(succeeded(await run())).toMatchObject({ recorded: { dateChanges: 1 }, digests: 1 });
      const letter = server.received.at(-1)?.mail.text ?? "";
      expect(letter).toContain("Date changed from 10 July 1998. The provisional agenda");
      expect(letter).toContain("is due on 24 July 1998, in 25 days.");
      world.on("1998-06-30");
      expect(succeeded(await run())).toMatchObject({ recorded: { dateChanges: 0 }, digests: 0 });
      const plan = succeeded(
        await reminderPlan(world.deps, world.secretary, { from: "1998-07-01", to: "1998-12-31" }),
      );
      expect(plan.lines.map(({ day, policyKey, isTold }) => [day, policyKey, isTold])).toEqual([
        ["1998-07-10", "agenda-2-weeks", true],
        ["1998-07-24", "agenda-issued", false],
        ["1998-09-21", "monday-before-opening", false],
      ]);
    } finally {
      await storeSession(world.db, row, version + 1, new Date());
    }
  });
});

describe("the dry run", () => {
  it("says who would be told what, on which day and why, and records nothing", async () => {
    await aTaskRow(world.db, { ownerId: "ana", ask: "Include the item" });
    const { lines, total } = succeeded(
      await reminderPlan(world.deps, world.secretary, { from: "1998-06-01", to: "1998-12-31" }),
    );
    expect(total).toBe(lines.length);
    expect(lines.map(({ day, personName, as }) => [day, personName, as])).toEqual([
      ["1998-06-26", "Ana Silva", "owner"],
      ["1998-06-26", "Ben Osei", "focalPoint"],
      ["1998-07-10", "Ana Silva", "owner"],
      ["1998-09-07", "Ana Silva", "owner"],
      ["1998-09-07", "Ben Osei", "focalPoint"],
    ]);
    expect(reasonInWords(lines.at(-1)?.reason ?? fail(), "1998-09-07")).toBe(
      "The 53rd session of the General Assembly opens on 9 September 1998, in 2 days.",
    );
    expect(await world.db.reminder.count()).toBe(0);
  });

  it("is refused to Viewers and Contributors, and for days in the wrong order", async () => {
    const span = { from: "1998-06-01", to: "1998-12-31" };
    for (const actor of [world.viewer, world.contributor])
      expect(await reminderPlan(world.deps, actor, span)).toMatchObject({ error: { code: "not-permitted" } });
    const wrong = await reminderPlan(world.deps, world.secretary, { from: span.to, to: span.from });
    expect(wrong).toMatchObject({ error: { code: "invalid-input" } });
  });
});

describe("the inbox", () => {
  it("is marked as read by its owner and by nobody else", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    succeeded(await run());
    const [entry] = succeeded(await inbox(world.deps, world.contributor, { onlyUnread: true })).entries;
    const ids = [entry?.id ?? ""];
    expect(succeeded(await markRead(world.deps, world.admin, { ids }))).toEqual({ marked: 0 });
    expect(succeeded(await markRead(world.deps, world.contributor, { ids }))).toEqual({ marked: 1 });
    expect(succeeded(await inbox(world.deps, world.contributor, { onlyUnread: true })).unread).toBe(0);
  });
});

describe("policies", () => {
  it("get versions; the second of two writers is shown what stands", async () => {
    const standing = succeeded(await policies(world.deps, world.secretary)).find(
      ({ policy }) => policy.key === "target-1-week",
    );
    if (standing === undefined) fail();
    const change = { policy: { ...standing.policy, name: "Renamed" }, isActive: false, expectedVersion: 1 };
    expect(await changePolicy(world.deps, world.contributor, change)).toMatchObject({
      error: { code: "not-permitted" },
    });
    expect(succeeded(await changePolicy(world.deps, world.secretary, change)).version).toBe(2);
    expect(await changePolicy(world.deps, world.secretary, change)).toMatchObject({
      error: { code: "conflict", current: { version: 2, isActive: false } },
    });
    const rows = await world.db.reminderPolicy.count({
      where: { rule: { path: ["key"], equals: "target-1-week" } },
    });
    expect(rows).toBe(2);
  });
});

function fail(): never {
  throw new Error("what the test looks for is not there");
}
