import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emailChannel } from "@/lib/adapters/channels/email";
import { systemActor } from "@/lib/auth/actor";
import type { Channel } from "@/lib/core/reminder/message";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import { storePolicy } from "@/lib/db/reminder-policies";
import { setDelegate } from "@/lib/services/people";
import { silences, silenceTask } from "@/lib/services/reminder-silence";
import { runDueReminders } from "@/lib/services/reminders";
import { type MailServer, startMailServer } from "../support/mail-server";
import { aWorld, succeeded, type World } from "./a-world";
import { aTaskRow, clearReminders } from "./reminder-fixtures";

let world: World;
let server: MailServer;
let mail: Channel & { close(): void };

/** What went out on these days: to whom, on which day, and the words. */
const lettersOn = async (...days: string[]) => {
  const letters: { to: string; day: string; text: string }[] = [];
  for (const day of days) {
    const before = server.received.length;
    world.on(day);
    succeeded(await runDueReminders(world.deps, systemActor, { channels: [mail] }));
    for (const { to, mail: letter } of server.received.slice(before))
      letters.push({ to: to[0]?.split("@")[0] ?? "", day, text: letter.text ?? "" });
  }
  return letters;
};
const whenTo = (letters: readonly { to: string; day: string }[]) =>
  letters.map(({ to, day }) => `${to} ${day}`);

beforeAll(async () => {
  world = await aWorld("1998-06-22");
  const by = { at: new Date("1998-01-01T00:00:00Z"), actorId: null };
  for (const policy of defaultPolicies) await storePolicy(world.db, policy, true, 0, by);
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.on("1998-06-22");
  await clearReminders(world.db);
  server = await startMailServer();
  mail = emailChannel({
    smtpUrl: server.url,
    from: { name: "Mandate tracker", address: "mandates@example.org" },
    baseUrl: "https://mandates.example.org",
    secret: "a secret of at least thirty-two characters",
  });
});
afterEach(async () => {
  mail.close();
  await server.stop();
});

describe("a task that somebody wants less of", () => {
  const aTask = async () => {
    const id = await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    return (await world.db.task.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;
  };
  const days = ["1998-06-26", "1998-06-29", "1998-06-30", "1998-07-01"];

  it("is told on the day after its pause when it was snoozed", async () => {
    const taskNumber = await aTask();
    succeeded(await silenceTask(world.deps, world.contributor, { taskNumber, for: 7 })); // to 29 June
    expect(whenTo(await lettersOn(...days))).toEqual(["ana 1998-06-30"]);
  });

  it("is not told while it is muted, and is told once the mute is taken back", async () => {
    const taskNumber = await aTask();
    succeeded(await silenceTask(world.deps, world.contributor, { taskNumber, for: "mute" }));
    const said = succeeded(await silences(world.deps, world.contributor));
    expect(said.find((one) => one.taskNumber === taskNumber)?.kind).toBe("mute");
    expect(await lettersOn(...days)).toEqual([]);
    succeeded(await silenceTask(world.deps, world.contributor, { taskNumber, for: "wake" }));
    expect(whenTo(await lettersOn("1998-07-02"))).toEqual(["ana 1998-07-02"]);
  });
});

describe("out of office", () => {
  it("brings the reminders to the delegate, who reads for whom, and back to the person after the leave", async () => {
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    const leave = { personId: "ana", delegateId: "sam", from: "1998-06-20", until: "1998-07-03" };
    succeeded(await setDelegate(world.deps, world.contributor, leave));
    const letters = await lettersOn("1998-06-26", "1998-07-02", "1998-07-10");
    await world.db.person.update({
      where: { id: "ana" },
      data: { delegateId: null, delegateFrom: null, delegateUntil: null },
    });
    expect(whenTo(letters)).toEqual(["sam 1998-06-26", "ana 1998-07-10"]);
    expect(letters[0]?.text).toContain("Ana Silva");
    expect(letters[0]?.text).toMatch(/^Sam Field/);
  });
});
