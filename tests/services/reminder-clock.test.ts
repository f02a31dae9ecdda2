import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emailChannel } from "@/lib/adapters/channels/email";
import { systemActor } from "@/lib/auth/actor";
import type { Channel } from "@/lib/core/reminder/message";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import { claimDeliveries } from "@/lib/db/outbox";
import { storePolicy } from "@/lib/db/reminder-policies";
import type { Deps } from "@/lib/deps";
import { deliverQueued } from "@/lib/services/reminder-delivery";
import { changeUnitDigest } from "@/lib/services/reminder-units";
import { runDueReminders } from "@/lib/services/reminders";
import { type MailServer, startMailServer } from "../support/mail-server";
import { aWorld, succeeded, type World } from "./a-world";
import { aTaskRow, clearReminders } from "./reminder-fixtures";

let world: World;
let server: MailServer;
let mail: Channel & { close(): void };

const channelTo = (url: string) =>
  emailChannel({
    smtpUrl: url,
    from: { name: "Mandate tracker", address: "mandates@example.org" },
    baseUrl: "https://mandates.example.org",
    secret: "a secret of at least thirty-two characters",
  });
const on = async (day: string) => {
  world.on(day);
  return succeeded(await runDueReminders(world.deps, systemActor, { channels: [mail] }));
};

beforeAll(async () => {
  world = await aWorld("1998-06-22");
  const by = { at: new Date("1998-01-01T00:00:00Z"), actorId: null };
  for (const policy of defaultPolicies) await storePolicy(world.db, policy, true, 0, by);
});
afterAll(() => world?.close());
beforeEach(async () => {
  await clearReminders(world.db);
  await world.db.unitDigest.deleteMany();
  server = await startMailServer();
  mail = channelTo(server.url);
});
afterEach(async () => {
  mail.close();
  await server.stop();
});

/** The mailbox of the unit, from this day on: every day of the week, as the people of the world have it. */
async function mailboxFrom(day: string): Promise<void> {
  world.on(day);
  const unit = {
    bodyId: "special-unit",
    address: "unit@example.org",
    locale: "en" as const,
    timeZone: "UTC",
  };
  const when = { digestHour: 8, digestDays: [1, 2, 3, 4, 5, 6, 7], isActive: true, expectedVersion: 0 };
  succeeded(await changeUnitDigest(world.deps, world.focalPoint, { ...unit, ...when }));
}

/** Which reminders the digests on record told, person by person and for the unit, in order. */
async function toldKeys(): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  const rows = await world.db.delivery.findMany({
    where: { channel: "email" },
    orderBy: { createdAt: "asc" },
  });
  for (const { personId, body, state } of rows) {
    expect(state).toBe("sent");
    const to = personId ?? "unit";
    told[to] = [...(told[to] ?? []), ...(body as unknown as { keys: string[] }).keys];
  }
  return told;
}

/** Everybody was told everything that was to be told up to `last`, and nothing twice. */
async function expectAllToldOnce(last: string): Promise<void> {
  const told = await toldKeys();
  const reminders = await world.db.reminder.findMany({ where: { day: { lte: last } } });
  expect(reminders.length).toBeGreaterThan(0);
  for (const id of ["ana", "ben"]) {
    const mine = reminders.filter(({ personId }) => personId === id).map(({ key }) => key);
    expect(told[id]?.toSorted(), id).toEqual(mine.toSorted());
  }
  expect(told.unit?.toSorted()).toEqual(reminders.map(({ key }) => key).toSorted());
  expect(reminders.map(({ state }) => state)).toEqual(reminders.map(() => "told"));
  const letters = server.received.map(({ mail: letter }) => letter.messageId);
  expect(new Set(letters).size).toBe(letters.length);
}

describe("a clock that jumps", () => {
  it("forward: what lies between is told at once, to each person and the unit, in one digest each", async () => {
    await mailboxFrom("1998-06-22");
    await aTaskRow(world.db, { ownerId: "ana" });
    expect(await on("1998-07-13")).toMatchObject({ digests: 3, delivery: { sent: 3 } });
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual([
      "ana@example.org",
      "ben@example.org",
      "unit@example.org",
    ]);
    expect(await on("1998-07-13")).toMatchObject({ digests: 0, delivery: { sent: 0 } });
    await expectAllToldOnce("1998-07-13");
  });

  it("forward and back: nobody hears a thing twice, and what comes later reaches persons and the unit", async () => {
    await mailboxFrom("1998-06-22");
    await aTaskRow(world.db, { ownerId: "ana" });
    expect(await on("1998-06-25")).toMatchObject({ digests: 0 });
    expect((await on("1998-07-20")).digests).toBe(3); // for an hour it was July
    expect((await on("1998-06-26")).digests).toBe(0); // what is due today was told
    await aTaskRow(world.db, { ownerId: "ana" }); // its agenda reminder is of 26 June too
    expect((await on("1998-06-26")).digests).toBe(2); // ana and ben; the unit was told up to today
    for (const day of ["1998-06-29", "1998-06-30", "1998-07-09"]) await on(day);
    await aTaskRow(world.db, { ownerId: "ana", dueFrom: "1998-07-01", dueOn: "1998-07-19" });
    for (const day of ["1998-07-10", "1998-07-13", "1998-07-19", "1998-07-20", "1998-07-21", "1998-07-27"])
      await on(day);
    await expectAllToldOnce("1998-07-27");
  });

  it("ahead and back many times over: each reminder once", async () => {
    await mailboxFrom("1998-06-22");
    for (const day of ["1998-06-22", "1998-08-31", "1998-06-23", "1998-09-30", "1998-06-24", "1998-07-31"]) {
      await on(day);
      await aTaskRow(world.db, { ownerId: "ana" });
    }
    for (const day of ["1998-06-25", "1998-06-29", "1998-07-10", "1998-07-06", "1998-07-13"]) await on(day);
    await expectAllToldOnce("1998-07-13");
  });

  it("behind: nothing is told before its day, and all of it afterwards", async () => {
    await mailboxFrom("1998-06-22");
    await aTaskRow(world.db, { ownerId: "ana" });
    expect((await on("1998-06-26")).digests).toBe(3);
    await aTaskRow(world.db, { ownerId: "ana", dueFrom: "1998-07-10", dueOn: "1998-07-10" });
    for (const day of ["1997-01-06", "1998-03-02", "1998-05-04"]) expect((await on(day)).digests).toBe(0);
    for (const day of ["1998-06-29", "1998-07-13"]) await on(day);
    await expectAllToldOnce("1998-07-13");
  });
});

describe("the outbox, when the clock had run ahead", () => {
  it("tries what failed then again at once, not on the day that the clock had named", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    await server.stop();
    expect(await on("1998-07-20")).toMatchObject({ digests: 1, delivery: { failed: 1 } });
    server = await startMailServer({ port: server.port });
    expect(await on("1998-06-26")).toMatchObject({ digests: 0, delivery: { sent: 1 } });
    expect(server.received).toHaveLength(1);
  });

  it("takes over what a worker died with then, after one lease", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    await server.stop();
    await on("1998-06-26");
    server = await startMailServer({ port: server.port });
    const ahead = new Date("1998-07-20T15:00:00Z");
    expect(await claimDeliveries(world.db, ["email"], 20, ahead, 300)).toHaveLength(1);
    expect(await on("1998-06-27")).toMatchObject({ delivery: { sent: 0 } }); // the worker may still be at it
    const later: Deps = { ...world.deps, clock: { now: () => new Date("1998-06-27T15:05:01Z") } };
    expect(await deliverQueued(later, [mail])).toMatchObject({ sent: 1 });
    expect(server.received).toHaveLength(1);
  });

  it("sends each letter once where the clock falls back while letters go out", async () => {
    for (const id of ["ana", "ben", "eva"]) await aTaskRow(world.db, { ownerId: id, responsibleId: null });
    let reads = 0;
    const falling: Deps = {
      ...world.deps,
      clock: { now: () => new Date(reads++ < 8 ? "1998-06-26T15:00:00Z" : "1998-06-26T14:00:00Z") },
    };
    world.on("1998-06-26");
    succeeded(await runDueReminders(falling, systemActor, { channels: [mail] }));
    await on("1998-06-26");
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(
      ["ana", "ben", "eva"].map((id) => `${id}@example.org`),
    );
  });
});
