import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aResolution, openScene, type Scene } from "./scene";

let scene: Scene;
const folder = mkdtempSync(join(tmpdir(), "import-command-"));
const count = 40;
beforeAll(async () => {
  scene = await openScene();
  for (let number = 1; number <= count; number += 1)
    writeFileSync(join(folder, `${String(number).padStart(2, "0")}.txt`), aResolution(`52/${600 + number}`));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scene.database.close();
});

/** The command as an operator types it, in a process of its own. */
function command(): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/import.ts", folder], {
    env: { ...process.env, DATABASE_URL: scene.database.url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      words += chunk;
    });
  return { child, said: () => words };
}

async function toItsEnd(): Promise<{ code: number; said: string }> {
  const { child, said } = command();
  const [code] = await once(child, "close");
  return { code, said: said() };
}

describe("npm run import", () => {
  it("goes on after kill -9 where it was, and loses and doubles nothing", { timeout: 240_000 }, async () => {
    const { child, said } = command();
    const ended = once(child, "close");
    while ((await scene.deps.db.jobRow.count()) < 5 && child.exitCode === null) await pause(20);
    child.kill("SIGKILL");
    expect((await ended)[1], said()).toBe("SIGKILL");
    const before = await scene.deps.db.jobRow.count();
    expect(before).toBeGreaterThanOrEqual(5);
    expect(before).toBeLessThan(count);

    // Somebody tries again some minutes later.
    await scene.deps.db.job.updateMany({ data: { updatedAt: new Date(Date.now() - 180_000) } });
    const second = await toItsEnd();
    expect(second.said).toContain(`Going on with the import that stopped at ${before} of ${count}.`);
    expect(second.said).toContain(`${count} of ${count} files in`);
    expect(second.code, second.said).toBe(0);
    expect(await scene.deps.db.job.count()).toBe(1);
    const rows = await scene.deps.db.jobRow.findMany({ orderBy: { ordinal: "asc" } });
    expect(rows.map((row) => row.subject)).toEqual(
      Array.from({ length: count }, (_none, index) => `A/RES/52/${601 + index}`),
    );
    expect(await scene.deps.db.resolution.count()).toBe(count);
    expect(await scene.deps.db.resolutionVersion.count()).toBe(count);

    // Again, with a file that is not what it says: the others change nothing, and the exit tells of it.
    writeFileSync(join(folder, "zz.pdf"), "This is no PDF.");
    const third = await toItsEnd();
    expect(third.code).toBe(1);
    expect(third.said).toContain("zz.pdf: “zz.pdf” is named like PDF but is none inside.");
    expect(third.said).toMatch(new RegExp(`${count + 1} of ${count + 1} files in .*${count} unchanged`));
    expect(await scene.deps.db.resolutionVersion.count()).toBe(count);
  });
});
