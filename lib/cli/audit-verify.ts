import { openDatabase } from "@/lib/db/client";
import { verifyTaskChains } from "@/lib/db/verify-chain";

/** Proves that no line of the history was changed, removed or put in; else names the first broken link. Exit code 1 then. */
async function main(): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === "") {
    console.error("Set DATABASE_URL to the database to check (the running app prints its own address).");
    return 2;
  }
  const db = openDatabase(url, { poolSize: 1, statementTimeoutMs: 120_000 });
  try {
    const started = performance.now();
    const verdict = await verifyTaskChains(db);
    if (verdict.intact) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `The record is intact: ${verdict.links} lines in ${verdict.streams} chains, checked in ${seconds} s.`,
      );
      return 0;
    }
    console.error(
      `The record is broken at line ${verdict.streamSeq} of the chain "${verdict.stream}": ${verdict.problem}.`,
    );
    return 1;
  } finally {
    await db.$disconnect();
  }
}

process.exitCode = await main();
