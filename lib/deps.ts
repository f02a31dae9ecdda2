import type { SourceReading } from "@/lib/adapters/sources/source-reading";
import type { IsoDate } from "@/lib/core/calendar/rule";
import type { Extraction } from "@/lib/core/mandate/candidate-action";
import type { Resolution } from "@/lib/core/resolution/resolution";
import type { Result } from "@/lib/core/result";
import type { Db } from "@/lib/db/client";

/** Proposes follow-up actions from a resolution; what it proposes is kept under its name. */
export type Extractor = {
  /** Name and version, "rules 1". */
  readonly name: string;
  extract(resolution: Resolution): Extraction;
};

/** What the use cases need from outside: the database, the clock, the working date, readers of files and of mandates. */
export type Deps = {
  readonly db: Db;
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
