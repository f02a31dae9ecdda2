import { readSource } from "@/lib/adapters/sources/read-source";
import type { SourceReading } from "@/lib/adapters/sources/source-reading";
import { isIsoDate } from "@/lib/core/calendar/day";
import { dayAt } from "@/lib/core/calendar/day-instant";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Extraction } from "@/lib/core/mandate/candidate-action";
import { rules } from "@/lib/core/mandate/rules";
import type { Resolution } from "@/lib/core/resolution/resolution";
import type { Result } from "@/lib/core/result";
import type { Db } from "@/lib/db/client";
import { readSetting } from "@/lib/db/settings";

/** Proposes follow-up actions from a resolution; what it proposes is kept under its name. */
export type Extractor = {
  /** Name and version, "rules 1". */
  readonly name: string;
  extract(resolution: Resolution): Extraction;
};

/** What the use cases need from outside: the database, the clock, the working date, readers of files and of mandates. */
export type Deps = {
  readonly db: Db;
  /** Where search, charts, exports and public pages read: a read replica that follows, or else `db`. */
  readonly reading: () => Promise<Db>;
  readonly clock: { now(): Date };
  /** The working date: a setting of the installation (a demo works in the past), or else the real day. */
  readonly today: () => Promise<IsoDate>;
  /** Reads an uploaded file of any supported format into text. */
  readonly readSource: (file: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
  }) => Promise<Result<SourceReading>>;
  readonly extractor: Extractor;
};

/** The setting that holds the working date of a demonstration, "1998-08-03"; absent: the real day. */
export const workingDateSetting = "workingDate";

/** Where the real day is counted: at Headquarters. */
const headquarters = "America/New_York";

/** The outside of the use cases over one database, and over another for what may lag some seconds. */
export const depsWith = (db: Db, reading: () => Promise<Db> = async () => db): Deps => {
  const clock = { now: () => new Date() };
  return {
    db,
    reading,
    clock,
    today: async () => {
      const set = await readSetting(db, workingDateSetting);
      return typeof set === "string" && isIsoDate(set) ? set : dayAt(clock.now(), headquarters);
    },
    readSource,
    extractor: rules,
  };
};
