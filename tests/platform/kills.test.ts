import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { depsWith } from "@/lib/deps";
import { fillWithFinished, losses, type OwnServer, ownServer } from "./a-server";
import { reopen } from "./reopen";

/** FAULT_CYCLES=20 for the long run. */
const cycles = Number(process.env.FAULT_CYCLES ?? 2);
const eachCycle = 150;
const writers = 6;

let server: OwnServer;
let next = 1;
beforeAll(async () => {
  server = await ownServer({ isMigrated: true });
  await fillWithFinished(server, cycles * eachCycle * 2 + 100);
}, 180_000);
afterAll(() => server.stop());

/** Writers that take one task after another until all of a cycle are taken; those that were told "done" are kept. */
async function writeUntil(limit: number, acknowledged: number[]): Promise<{ refused: number }> {
  const db = openDatabase(server.appUrl(), { poolSize: writers });
  const deps = depsWith(db);
  let refused = 0;
  const writer = async (): Promise<void> => {
    while (next <= limit) {
      const number = next++;
      if ((await reopen(deps, number)).ok) acknowledged.push(number);
      else refused++;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  await db.$disconnect().catch(() => undefined);
  return { refused };
}

describe("killed in the middle of writing", () => {
  it(`the database (${cycles} times) loses no acknowledged change and leaves none half done`, async () => {
    const acknowledged: number[] = [];
    let refused = 0;
    for (let cycle = 0; cycle < cycles; cycle++) {
      const writing = writeUntil(next + eachCycle - 1, acknowledged);
      const before = acknowledged.length;
      // In the middle: some are done, others under way.
      while (acknowledged.length < before + 20) await new Promise((done) => setTimeout(done, 5));
      await server.kill();
      refused += (await writing).refused;
      await server.start();
    }
    const after = await losses(server, acknowledged);
    console.log(
      `database killed ${cycles} times: ${acknowledged.length} acknowledged, ${refused} refused, ${after.changed} found, ${after.lost} lost, ${after.half} half`,
    );
    expect(refused).toBeGreaterThan(0);
    expect(after).toMatchObject({ lost: 0, half: 0, wrong: 0 });
    // More may have been done than was told; never less.
    expect(after.changed).toBeGreaterThanOrEqual(acknowledged.length);
  }, 600_000);

  it(`a worker (${cycles} times) loses nothing it said was done and leaves nothing half done`, async () => {
    const acknowledged: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const [from, to] = [next, next + eachCycle - 1];
      next = to + 1;
      const words = [
        "--import",
        "tsx",
        "tests/platform/writer.ts",
        server.appUrl(),
        String(from),
        String(to),
      ];
      const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (bytes: Buffer) => {
        said += bytes.toString();
        if (said.split("\n").length > 15 + cycle) child.kill("SIGKILL");
      });
      await new Promise((done) => child.once("close", done));
      // The last line may have been cut by the kill.
      acknowledged.push(...said.split("\n").slice(0, -1).map(Number));
    }
    const after = await losses(server, acknowledged);
    console.log(
      `worker killed ${cycles} times: ${acknowledged.length} acknowledged, ${after.lost} lost, ${after.half} half`,
    );
    expect(acknowledged.length).toBeGreaterThan(10 * cycles);
    expect(after).toMatchObject({ lost: 0, half: 0, wrong: 0 });
  }, 600_000);

  it("leaves a record whose every chain holds", async () => {
    const db = openDatabase(server.appUrl(), { poolSize: 1 });
    expect(await verifyTaskChains(db)).toMatchObject({ intact: true });
    await db.$disconnect();
  }, 60_000);
});
