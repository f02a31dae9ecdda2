import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { readingFrom } from "@/lib/db/replica";
import { type Deps, depsWith } from "@/lib/deps";

// Next loads this module again at each change in development; the pool stays.
const kept = globalThis as typeof globalThis & { mandatesDeps?: Deps };

/**
 * The app's own dependencies: one pool of connections for each process, to the database of this installation.
 * Rejects with a sentence for the operator where no database has been started.
 */
export async function getDeps(): Promise<Deps> {
  kept.mandatesDeps ??= openDeps();
  return kept.mandatesDeps;
}

function openDeps(): Deps {
  const primary = openDatabase(addressOrThrow());
  const replica = process.env.DATABASE_REPLICA_URL;
  return replica ? depsWith(primary, readingFrom(primary, openDatabase(replica))) : depsWith(primary);
}

function addressOrThrow(): string {
  const address = databaseAddress("app");
  if (address !== null) return address;
  throw new Error("No database is running. Start the app with npm start, or set DATABASE_URL.");
}
