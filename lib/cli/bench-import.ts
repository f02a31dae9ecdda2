import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openImport } from "@/lib/adapters/archive/import-files";
import { systemActor } from "@/lib/auth/actor";
import { openDatabase } from "@/lib/db/client";
import { depsWith } from "@/lib/deps";
import { startDatabase } from "@/lib/platform/database";
import { startImport } from "@/lib/services/import";
import { openReaders } from "./import/readers";

/** `npm run bench:import -- PATH`: takes a folder or archive in twice, into a database of its own with production's settings. */
async function main(): Promise<number> {
  const path = process.argv[2];
  const opened = path === undefined ? null : await openImport(resolve(path));
  if (!opened?.ok) {
    console.error(opened ? opened.error.message : "Say what: npm run bench:import -- folder-or-archive");
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "mandates-bench-"));
  const running = await startDatabase({ NODE_ENV: "production", MANDATES_DATA: folder });
  const db = openDatabase(running.appUrl, { poolSize: 4 });
  const reading = openReaders();
  const { files, close } = opened.value;
  try {
    for (const turn of ["first", "again"]) {
      const began = performance.now();
      const started = await startImport(depsWith(db), systemActor, {
        title: "bench",
        source: "",
        files,
        reading,
      });
      if (!started.ok) throw new Error(started.error.message);
      const { total, tally } = await started.value.finished;
      const seconds = (performance.now() - began) / 1000;
      const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024);
      console.log(
        `${turn}: ${total} files in ${seconds.toFixed(1)} s on ${availableParallelism()} processors, ${megabytes} MB: ${JSON.stringify(tally)}`,
      );
    }
    const [paragraphs, proposals] = await Promise.all([db.paragraph.count(), db.candidate.count()]);
    console.log(`${paragraphs} paragraphs, ${proposals} proposals are in the database.`);
    return 0;
  } finally {
    reading.close();
    close();
    await db.$disconnect();
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
