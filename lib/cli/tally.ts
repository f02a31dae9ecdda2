import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { recountTally, tallyDifferences } from "@/lib/db/tally";

/** `npm run tally:verify` compares the maintained figures with a full recount; `npm run tally:repair` puts them right. */
async function main(): Promise<number> {
  const address = databaseAddress("app");
  if (address === null) {
    console.error("No database is running. Start the application first, or set DATABASE_URL.");
    return 2;
  }
  const db = openDatabase(address, { poolSize: 1, statementTimeoutMs: 600_000, lockTimeoutMs: 60_000 });
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    if (process.argv[2] === "repair") {
      const wrong = await recountTally(db);
      console.log(`Counted anew in ${seconds()}: ${wrong} figures were wrong and are right now.`);
      return 0;
    }
    const differences = await tallyDifferences(db);
    for (const { grain, cell, counted, summed } of differences)
      console.log(`${grain} ${cell}: ${summed} in the summary, ${counted} counted`);
    console.log(
      differences.length === 0
        ? `Every figure of the summaries equals a full recount (${seconds()}).`
        : `Figures differ from a recount. Put them right: npm run tally:repair`,
    );
    return differences.length === 0 ? 0 : 1;
  } finally {
    await db.$disconnect();
  }
}

process.exitCode = await main();
