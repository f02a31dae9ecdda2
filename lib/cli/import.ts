import { openImport } from "@/lib/adapters/archive/import-files";
import { systemActor } from "@/lib/auth/actor";
import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { depsWith } from "@/lib/deps";
import { importProgress, importRows, startImport } from "@/lib/services/import";

/** `npm run import -- PATH`: takes in the resolutions of a folder, a ZIP archive or a file. Again changes nothing. */
async function main(): Promise<number> {
  const path = process.argv[2];
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
  try {
    const deps = depsWith(db);
    const began = performance.now();
    const started = await startImport(deps, systemActor, {
      title: path,
      source: path,
      files: opened.value.files,
    });
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
    opened.value.close();
    await db.$disconnect();
  }
}

process.exitCode = await main();
