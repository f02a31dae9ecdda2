/** What one cell can hold. Days are text, YYYY-MM-DD. */
export type Cell = string | number | boolean | null;

/** One column of a table of rows: how it is called, how wide it reads well, and what it holds. */
export type Column<Row> = {
  /** Stable name for programs: the key in JSON. */
  readonly key: string;
  /** The heading that people read, and by which a sheet that comes back is recognised. */
  readonly title: string;
  readonly kind: "text" | "number" | "day";
  /** Width in characters. */
  readonly width: number;
  readonly value: (row: Row) => Cell;
};

/** A table to be written: rows come one by one, so that a million of them never stand in memory together. */
export type Table<Row> = {
  /** Name of the sheet and of the file. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  /** What a reader must know of the list: as of which day, by which filter, by whom. */
  readonly about: readonly (readonly [label: string, value: string])[];
  /** One row as linked data; without it the format writes plain keys. */
  readonly linked?: (row: Row) => Readonly<Record<string, unknown>>;
};

/** Text as UTF-8 in chunks of about 64 KB. */
export async function* chunked(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const part of parts) {
    waiting += part;
    if (waiting.length < 65_536) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  if (waiting !== "") yield encoder.encode(waiting);
}
