import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import { storePolicy } from "@/lib/db/reminder-policies";
import { type MailServer, startMailServer } from "../support/mail-server";
import { aWorld, type World } from "./a-world";
import { aTaskRow, clearReminders } from "./reminder-fixtures";

let world: World;
let server: MailServer;

beforeAll(async () => {
  world = await aWorld("1998-06-26");
  const by = { at: new Date("1998-01-01T00:00:00Z"), actorId: null };
  for (const policy of defaultPolicies) await storePolicy(world.db, policy, true, 0, by);
  await aTaskRow(world.db, { ownerId: "ana" });
  server = await startMailServer();
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
});

/** One run in a process of its own; gives how it ended. */
const runProcess = (now: string, killAt: number | null): Promise<number | NodeJS.Signals | null> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/reminder-worker.ts"], {
      env: {
        ...process.env,
        DATABASE_URL: world.url,
        SMTP_URL: server.url,
        NOW: now,
        ...(killAt === null ? {} : { KILL_AT: String(killAt) }),
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("close", (code, signal) => done(signal ?? code));
  });

describe("a process that is killed by the system", () => {
  // The exhaustive walk over every step runs within one process (reminders.test.ts); here real processes die at steps
  // spread over planning, the digests' transaction, claiming, sending and marking.
  it("leaves nobody out, and repeats at most the one letter it had in hand", async () => {
    let died = 0;
    // Each step takes two processes; the long run of the faults (`npm run test:faults`) walks more of them.
    const steps = process.env.FAULT_CYCLES ? [1, 8, 14, 18, 20, 22, 24, 26] : [8, 18, 22, 24];
    for (const step of steps) {
      await clearReminders(world.db, { keepTasks: true });
      server.received.length = 0;
      if ((await runProcess("1998-06-26T15:00:00.000Z", step)) === "SIGKILL") died += 1;
      expect(await runProcess("1998-06-26T15:06:00.000Z", null), `after a kill at step ${step}`).toBe(0);
      const letters = server.received.map(({ mail }) => mail.messageId);
      expect(new Set(letters).size, `killed at step ${step}`).toBe(2);
      expect(letters.length, `killed at step ${step}`).toBeLessThanOrEqual(3);
      expect(await world.db.inboxEntry.count(), `killed at step ${step}`).toBe(2);
    }
    expect(died).toBeGreaterThanOrEqual(steps.length / 2);
  }, 240_000);
});
