import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Db } from "@/lib/db/client";

/** What the use cases need from outside: the database, the clock and the working date. */
export type Deps = {
  readonly db: Db;
  readonly clock: { now(): Date };
  /** The working date: a setting of the installation (a demo works in the past), or else the real day. */
  readonly today: () => Promise<IsoDate>;
};
