import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { depsWith } from "@/lib/deps";
import { fillWithFinished, losses, type OwnServer, ownServer } from "./a-server";
import { reopen } from "./reopen";

/** A disk of the test's own in memory: null where this system lets no one mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), "mandates-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
    chmodSync(folder, 0o755);
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

/** Writes until not one block more fits: the server itself may write at the same time. */
function fillUp(file: string): void {
  for (const size of [1 << 20, 4096]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
}

const tasks = 1500;
const disk = smallDisk(320);
if (disk === null) console.log("Full disk: skipped, this system lets no test mount a disk of its own.");
let server: OwnServer | undefined;
afterAll(async () => {
  await server?.stop();
  if (disk === null) return;
  execFileSync("umount", [disk], { stdio: "ignore" });
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(disk === null)("a disk that fills up while people write", () => {
  it("refuses what it has no room for in one clear line, loses nothing it accepted, and goes on once there is room", async () => {
    const within = disk ?? "";
    server = await ownServer({ isMigrated: true, within });
    await fillWithFinished(server, tasks);
    const ballast = join(within, "ballast");
    fillUp(ballast);
    // A little room: some changes still go through, then none.
    truncateSync(ballast, statSync(ballast).size - 1536 * 1024);

    const acknowledged: number[] = [];
    const said = new Map<string, number>();
    const writeAll = async (numbers: readonly number[]) => {
      const db = openDatabase(server?.appUrl() ?? "", { poolSize: 1 });
      const deps = depsWith(db);
      for (const number of numbers) {
        const answer = await reopen(deps, number);
        if (answer.ok) acknowledged.push(number);
        else said.set(answer.error.message, (said.get(answer.error.message) ?? 0) + 1);
      }
      await db.$disconnect().catch(() => undefined);
    };
    const all = Array.from({ length: tasks }, (_, at) => at + 1);
    await writeAll(all);
    const refused = all.length - acknowledged.length;
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
    // Either the file of a table cannot grow, or the server went down for want of room in its journal.
    for (const line of said.keys()) expect(line).toMatch(/disk of the database is full|does not answer/);

    rmSync(ballast);
    await server.start().catch(() => undefined);
    const whole = await losses(server, acknowledged);
    console.log(
      `disk full: ${acknowledged.length} acknowledged, ${refused} refused, ${whole.changed} found, ${whole.lost} lost, ${whole.half} half`,
    );
    expect(whole).toMatchObject({ lost: 0, half: 0, wrong: 0 });

    const before = acknowledged.length;
    await writeAll(all.filter((number) => !acknowledged.includes(number)));
    expect(acknowledged.length).toBeGreaterThan(before);
    expect(await losses(server, acknowledged)).toMatchObject({ lost: 0, half: 0, wrong: 0 });
    const db = openDatabase(server.appUrl(), { poolSize: 1 });
    expect(await verifyTaskChains(db)).toMatchObject({ intact: true });
    await db.$disconnect();
  }, 400_000);
});
