import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@/lib/auth/actor";
import { exportFormatIds } from "@/lib/core/export/formats";
import { openDatabase } from "@/lib/db/client";
import { loadResolutions } from "@/lib/db/load";
import { depsWith } from "@/lib/deps";
import { startDatabase } from "@/lib/platform/database";
import { exportTasks, exportTasksInput } from "@/lib/services/export";
import { lines } from "./bench-calendar-database";

/*
 * `npm run bench:export -- 1000000`: so many tasks in a database of its own, every one of them out in each format, each in a
 * process of its own so that its memory is its own. Nothing is written to disk.
 */

const say = (line: string): void => console.log(line);
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

async function exportOnce(address: string, format: string): Promise<void> {
  const db = openDatabase(address, { poolSize: 2, statementTimeoutMs: 600_000 });
  try {
    const input = exportTasksInput.parse({ filter: {}, format, title: "Tasks" });
    const began = performance.now();
    const made = await exportTasks(depsWith(db), systemActor, input, "http://localhost:3000");
    if (!made.ok) throw new Error(made.error.message);
    const before = process.memoryUsage.rss();
    let bytes = 0;
    for await (const chunk of made.value.chunks) bytes += chunk.length;
    const seconds = (performance.now() - began) / 1000;
    const peak = process.resourceUsage().maxRSS * 1024;
    say(
      `${format}: ${megabytes(bytes)} MB in ${seconds.toFixed(1)} s; memory ${megabytes(before)} MB before the first row, ${megabytes(peak)} MB at most`,
    );
  } finally {
    await db.$disconnect();
  }
}

async function main(): Promise<void> {
  const tasks = Number(process.argv[2] ?? 100_000);
  const folder = mkdtempSync(join(tmpdir(), "mandates-bench-"));
  const running = await startDatabase({ NODE_ENV: "production", MANDATES_DATA: folder });
  try {
    const moment = { at: new Date(), day: "2026-11-24" };
    const loaded = await loadResolutions(running.ownerUrl, lines(tasks), moment);
    say(`${loaded.tasks} tasks`);
    for (const format of exportFormatIds) {
      const script = process.argv[1] ?? "";
      const arguments_ = [...process.execArgv, script, "--one", running.appUrl, format];
      const { status } = spawnSync(process.execPath, arguments_, { stdio: "inherit" });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, address = "", format = ""] = process.argv.slice(2);
if (first === "--one") await exportOnce(address, format);
else await main();
