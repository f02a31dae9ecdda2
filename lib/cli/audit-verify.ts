import { databaseAddress, dataFolder } from "@/lib/db/connection";
import { verifyRecord } from "@/lib/db/verify-record";
import { readSignedHeads } from "@/lib/platform/signed-heads";

/**
 * `npm run audit:verify`: proves that no line of the record was changed, removed or put in, no tail cut off and no chain
 * written anew; else names the first broken link, with exit code 1.
 */
async function main(): Promise<number> {
  const address = databaseAddress("app");
  if (address === null) {
    console.error("No database is running. Start the app with npm start, or set DATABASE_URL.");
    return 2;
  }
  const signed = readSignedHeads(dataFolder());
  if (!signed.trusted) {
    console.error(`The signed heads of the record cannot be trusted: ${signed.problem}.`);
    return 1;
  }
  const started = performance.now();
  const verdict = await verifyRecord(address, signed.links);
  if (!verdict.intact) {
    const row = verdict.rowId === null ? "" : ` (row ${verdict.rowId})`;
    console.error(
      `The record is broken at line ${verdict.streamSeq} of the chain "${verdict.stream}"${row}: ${verdict.problem}.`,
    );
    return 1;
  }
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(verdict.links / Math.max(seconds, 0.001));
  console.log(
    `The record is intact: ${verdict.links} lines in ${verdict.streams} chains, checked in ${seconds.toFixed(1)} s (${rate} a second).`,
  );
  console.log(
    signed.latest === null
      ? "No ends were signed outside the database yet: a tail cut off would not show. The running app signs them each hour."
      : `It agrees with all ${verdict.signed} ends signed outside the database, the latest at ${signed.latest}.`,
  );
  return 0;
}

process.exitCode = await main();
