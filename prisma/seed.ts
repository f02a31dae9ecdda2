import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { depsWith } from "@/lib/deps";
import { seed } from "./seed/seed";

// `npm run db:seed`: what the start does to an empty database, at any time. MANDATES_DEMO=0 leaves the demonstration out.
const address = databaseAddress("app");
if (address === null) {
  console.error("No database is running. Start the app with npm start, or set DATABASE_URL.");
  process.exit(1);
}
const db = openDatabase(address);
try {
  const added = await seed(depsWith(db), { demo: process.env.MANDATES_DEMO !== "0" });
  console.log(
    `Added ${added.bodies} bodies, ${added.sessions} sessions, ${added.tasks} tasks of the demonstration.`,
  );
} finally {
  await db.$disconnect();
}
