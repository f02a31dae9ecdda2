import { resolve } from "node:path";
import { openImport } from "@/lib/adapters/archive/import-files";
import { systemActor } from "@/lib/auth/actor";
import { ok } from "@/lib/core/result";
import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { stoppedJobs, takeUpJob } from "@/lib/db/jobs";
import { type Deps, depsWith } from "@/lib/deps";
import {
  type FilesToImport,
  importProgress,
  importRows,
  type ReadingAhead,
  resumeImport,
  startImport,
} from "@/lib/services/import";
import { openReaders } from "./import/readers";

/** An import of the same path that was killed goes on where it was; null where there is none. */
async function takeUp(
  deps: Deps,
  source: string,
  files: FilesToImport,
  reading: ReadingAhead,
): Promise<Awaited<ReturnType<typeof startImport>> | null> {
  const now = deps.clock.now();
  const quietFor = 15_000;
  const stopped = await stoppedJobs(deps.db, "import", new Date(now.getTime() - quietFor));
  const job = stopped.find((one) => one.source === source && one.total === files.length);
  if (!job || !(await takeUpJob(deps.db, job, now))) return null;
  console.log(`Going on with the import that stopped at ${job.done} of ${job.total}.`);
  const finished = resumeImport(deps, systemActor, { jobId: job.id, files, reading }).then((resumed) => {
    if (!resumed.ok) throw new Error(resumed.error.message);
    return resumed.value;
  });
  return ok({ jobId: job.id, finished });
}

/** `npm run import -- PATH`: takes in the resolutions of a folder, a ZIP archive or a file. Again changes nothing. */
async function main(): Promise<number> {
  const path = process.argv[2] === undefined ? undefined : resolve(process.argv[2]);
  const address = databaseAddress("app");
  if (path === undefined || address === null) {
    console.error(
      path === undefined
        ? "Say what: npm run import -- folder-or-archive"
        : "No database is running. Start the application first, or set DATABASE_URL.",
    );
    return 2;
  }
  const opened = await openImport(path);
  if (!opened.ok) {
    console.error(opened.error.message);
    return 1;
  }
  const db = openDatabase(address, { poolSize: 4 });
  const reading = openReaders();
  try {
    const deps = depsWith(db);
    const began = performance.now();
    const started =
      (await takeUp(deps, path, opened.value.files, reading)) ??
      (await startImport(deps, systemActor, {
        title: path,
        source: path,
        files: opened.value.files,
        reading,
      }));
    if (!started.ok) {
      console.error(started.error.message);
      return 1;
    }
    const { jobId, finished } = started.value;
    const ticker = setInterval(async () => {
      const now = await importProgress(deps, systemActor, { id: jobId }).catch(() => null);
      if (now?.ok) console.log(`${now.value.done} of ${now.value.total}`);
    }, 5_000);
    const progress = await finished.finally(() => clearInterval(ticker));
    let after = -1;
    for (;;) {
      const rows = await importRows(deps, systemActor, { id: jobId, outcome: "refused", after, limit: 500 });
      if (!rows.ok || rows.value.length === 0) break;
      for (const row of rows.value) console.error(`${row.name}: ${row.message}`);
      after = rows.value.at(-1)?.ordinal ?? after;
    }
    const tally = Object.entries(progress.tally)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(", ");
    console.log(
      `${progress.done} of ${progress.total} files in ${((performance.now() - began) / 1000).toFixed(1)} s: ${tally || "nothing"}.`,
    );
    return progress.state === "done" && progress.failed === 0 ? 0 : 1;
  } finally {
    reading.close();
    opened.value.close();
    await db.$disconnect();
  }
}

process.exitCode = await main();
