import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { databaseAddress } from "@/lib/db/connection";
import { RestoreRefusal, restoreBackup } from "@/lib/db/restore";

/** `npm run restore -- FILE.gz`: fills the empty database of this installation from a backup, whole or not at all. */
async function main(): Promise<number> {
  const source = process.argv[2];
  const address = databaseAddress("owner");
  if (source === undefined || address === null) {
    console.error(
      source === undefined
        ? "Say from where: npm run restore -- backup.gz"
        : "No database is running. Start the application first, or set DATABASE_URL.",
    );
    return 2;
  }
  const started = performance.now();
  try {
    const file = createReadStream(source);
    const unpacked = createGunzip();
    file.on("error", (error) => unpacked.destroy(error));
    const rows = await restoreBackup(address, file.pipe(unpacked));
    console.log(
      `Restored ${rows} rows in ${((performance.now() - started) / 1000).toFixed(1)} s. Now run: npm run audit:verify`,
    );
    return 0;
  } catch (error) {
    const isOurs =
      error instanceof RestoreRefusal ||
      (error instanceof Error && "code" in error && /ENOENT|EACCES|Z_/.test(String(error.code)));
    if (!isOurs) throw error;
    console.error(
      error instanceof RestoreRefusal
        ? error.message
        : `The file cannot be read: ${(error as Error).message}`,
    );
    return 1;
  }
}

process.exitCode = await main();
