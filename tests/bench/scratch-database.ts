import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningDatabase, startDatabase } from "../../lib/platform/database";

/**
 * Runs a measurement on a database of its own that is taken away afterwards, also where a signal ends the run. What
 * `onEnd` is given is done first: it ends what still uses the database.
 */
export async function onScratchDatabase<T>(
  measure: (database: RunningDatabase, onEnd: (end: () => unknown) => void) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mandates-bench-"));
  const database = await startDatabase({ MANDATES_DATA: folder } as unknown as NodeJS.ProcessEnv);
  const ends: (() => unknown)[] = [];
  let cleaned: Promise<void> | null = null;
  const clean = (): Promise<void> => {
    cleaned ??= (async () => {
      for (const end of ends.reverse()) await end();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    })();
    return cleaned;
  };
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => void clean().finally(() => process.exit(codes[signal])));
  try {
    return await measure(database, (end) => ends.push(end));
  } finally {
    await clean();
  }
}
