import { systemClock } from "@/lib/adapters/clock";
import { readSource } from "@/lib/adapters/sources/read-source";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { extractMandates } from "@/lib/core/mandate/extract";
import { type Db, openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { readSetting } from "@/lib/db/settings";
import type { Deps, Extractor } from "@/lib/deps";

/** The rules of this release, as they are named beside what they propose. */
export const rulesExtractor: Extractor = { name: "rules 1", extract: extractMandates };

/** Wires the use cases to a database, the real clock, and the readers of files. The one place that does. */
export function depsOn(db: Db): Deps {
  return {
    db,
    clock: systemClock,
    today: () => workingDate(db),
    readSource,
    extractor: rulesExtractor,
  };
}

// Next loads this module again at each change in development; the pool stays.
const kept = globalThis as typeof globalThis & { mandatesDeps?: Deps };

/**
 * The app's own dependencies: one pool of connections for each process, to the database of this installation.
 * Throws with a sentence for the operator where no database has been started.
 */
export function getDeps(): Promise<Deps> {
  kept.mandatesDeps ??= depsOn(openDatabase(addressOrThrow()));
  return Promise.resolve(kept.mandatesDeps);
}

function addressOrThrow(): string {
  const address = databaseAddress("app");
  if (address !== null) return address;
  throw new Error("No database is running. Start the app with npm start, or set DATABASE_URL.");
}

/** The setting "workingDate" (a demo works in the past), or else the real day, in the headquarters' time zone. */
async function workingDate(db: Db): Promise<IsoDate> {
  const set = await readSetting(db, "workingDate");
  return typeof set === "string" ? set : headquartersDay.format(systemClock.now());
}

const headquartersDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  dateStyle: "short",
});
