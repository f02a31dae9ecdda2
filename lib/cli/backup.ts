import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { writeBackup } from "@/lib/db/backup";
import { databaseAddress } from "@/lib/db/connection";

/** `npm run backup -- FILE.gz`: the whole database at one moment, while the application goes on. */
async function main(): Promise<number> {
  const target = process.argv[2];
  const address = databaseAddress("owner");
  if (target === undefined || address === null) {
    console.error(
      target === undefined
        ? "Say where to: npm run backup -- backup.gz"
        : "No database is running. Start the application first, or set DATABASE_URL.",
    );
    return 2;
  }
  // Written beside its name and renamed at the end: a file of that name is always a whole backup.
  const draft = `${target}.part`;
  const started = performance.now();
  try {
    const file = createWriteStream(draft, { mode: 0o600 });
    await pipeline(
      Readable.from(writeBackup(address, new Date()), { objectMode: false }),
      createGzip({ level: 4 }),
      file,
    );
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  console.log(`Backup written to ${target} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
}

process.exitCode = await main();
