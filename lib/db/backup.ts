import { createHash } from "node:crypto";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { parseDatabaseUrl, poolConfig } from "./connection";

/** The first line of a backup. */
export type BackupHead = {
  readonly format: "mandates-backup";
  readonly version: 1;
  readonly madeAt: string;
  /** Migrations of the database, in order: a restore needs exactly these. */
  readonly migrations: readonly string[];
  /** Tables in the order in which they can be filled, each with its columns. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Where each counter stands; null where it was never used. */
  readonly sequences: readonly { readonly name: string; readonly last: string | null }[];
};

/** The last line of a backup: how many rows each table gave, and the hash of all bytes before this line. */
export type BackupTail = {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
};

/** A line that ends the rows of a table; a row never looks like it. */
export const endOfTable = "\\.\n";

/**
 * The whole database as it stands at one moment, as bytes: a line of JSON, the rows of each table in PostgreSQL's own
 * text form, a line of JSON with counts and a hash. Reads in one snapshot; writers are not held up. Yields the bytes in
 * chunks; at most one chunk is in memory.
 */
export async function* writeBackup(address: string, now: Date): AsyncGenerator<Buffer> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(address)));
  await client.connect();
  const hash = createHash("sha256");
  const rows: Record<string, number> = {};
  try {
    await client.query("begin isolation level repeatable read read only");
    const head = await readHead(client, now);
    const first = Buffer.from(`${JSON.stringify(head)}\n`);
    hash.update(first);
    yield first;
    for (const table of head.tables) {
      let count = 0;
      const columns = table.columns.map(quoted).join(", ");
      const stream = client.query(copyTo(`copy (select ${columns} from ${quoted(table.name)}) to stdout`));
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        // Line ends within values are escaped: each byte 10 ends a row.
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
        hash.update(chunk);
        yield chunk;
      }
      rows[table.name] = count;
      const end = Buffer.from(endOfTable);
      hash.update(end);
      yield end;
    }
    await client.query("commit");
    const tail: BackupTail = { rows, sha256: hash.digest("hex") };
    yield Buffer.from(`${JSON.stringify(tail)}\n`);
  } finally {
    await client.end();
  }
}

async function readHead(client: pg.Client, now: Date): Promise<BackupHead> {
  const sequences = await client.query<{ name: string; last: string | null }>(
    "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1",
  );
  return {
    format: "mandates-backup",
    version: 1,
    madeAt: now.toISOString(),
    migrations: await readMigrations(client),
    tables: await readTables(client),
    sequences: sequences.rows,
  };
}

/** Names of the migrations that a database has, in order. */
export async function readMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1",
  );
  return rows.map((row) => row.name);
}

/** Tables with their columns, each after those it refers to; columns that the database works out itself are left out. */
export async function readTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const columns = await client.query<{ name: string; columns: string[] }>(`
    select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' and c.table_name <> '_prisma_migrations'
    group by c.table_name order by c.table_name`);
  const references = await client.query<{ name: string; other: string }>(`
    select conrelid::regclass::text as name, confrelid::regclass::text as other from pg_constraint
    where contype = 'f' and conrelid <> confrelid`);
  const waiting = new Map(columns.rows.map((table) => [table.name, table]));
  const ordered: { name: string; columns: string[] }[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((table) =>
      references.rows.every(({ name, other }) => name !== table.name || !waiting.has(other)),
    );
    if (ready.length === 0) throw new Error("Tables refer to one another in a circle.");
    for (const table of ready) {
      waiting.delete(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** A name as SQL has it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
