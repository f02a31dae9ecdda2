import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type BackupHead, type BackupTail, endOfTable, quoted, readMigrations, readTables } from "./backup";
import { parseDatabaseUrl, poolConfig } from "./connection";

/** Why a backup cannot be restored, as a sentence for the operator. Nothing was changed. */
export class RestoreRefusal extends Error {}

/**
 * Fills an empty, migrated database from a backup, in one transaction: all of it or nothing. Needs the owner's address.
 * Refuses a database that holds anything, another set of migrations, and a backup whose counts or hash do not agree.
 * Gives the number of rows.
 */
export async function restoreBackup(address: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(address)));
  await client.connect();
  const reader = new BackupReader(bytes);
  try {
    await client.query("begin");
    const head = await readHead(client, reader);
    const rows: Record<string, number> = {};
    for (const table of head.tables) {
      // Rows come as they were: what triggers work out came along. References are checked all the same.
      await client.query(`alter table ${quoted(table.name)} disable trigger user`);
      rows[table.name] = await fill(client, table, reader);
      await client.query(`alter table ${quoted(table.name)} enable trigger user`);
    }
    for (const { name, last } of head.sequences)
      if (last !== null)
        await client.query("select setval($1::regclass, $2::bigint)", [`public.${quoted(name)}`, last]);
    checkTail(await reader.tail(), rows);
    await client.query("commit");
    return Object.values(rows).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function readHead(client: pg.Client, reader: BackupReader): Promise<BackupHead> {
  let head: BackupHead;
  try {
    head = JSON.parse(await reader.line()) as BackupHead;
  } catch {
    throw new RestoreRefusal(
      "This file is no backup of this application, or it is damaged at its beginning.",
    );
  }
  if (head.format !== "mandates-backup" || head.version !== 1)
    throw new RestoreRefusal("This file is no backup that this release can read.");
  const migrations = await readMigrations(client);
  if (JSON.stringify(migrations) !== JSON.stringify(head.migrations))
    throw new RestoreRefusal(
      "The backup was made by another release. Restore it with that release, then start this one: it brings the data up to date.",
    );
  const tables = await readTables(client);
  for (const { name } of tables) {
    const { rows } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0)
      throw new RestoreRefusal(`The database is not empty (table ${name}). Restore into an empty one.`);
  }
  const known = new Map(tables.map((table) => [table.name, table.columns.join()]));
  for (const { name, columns } of head.tables)
    if (known.get(name) !== columns.join())
      throw new RestoreRefusal(`The table ${name} of the backup is not that of this release.`);
  return head;
}

async function fill(
  client: pg.Client,
  table: BackupHead["tables"][number],
  reader: BackupReader,
): Promise<number> {
  const stream = client.query(
    copyFrom(`copy ${quoted(table.name)} (${table.columns.map(quoted).join(", ")}) from stdin`),
  );
  let count = 0;
  async function* counted() {
    for await (const part of reader.rows()) {
      for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) count += 1;
      yield part;
    }
  }
  await pipeline(counted, stream);
  return count;
}

function checkTail(
  { tail, sha256 }: { tail: BackupTail; sha256: string },
  rows: Readonly<Record<string, number>>,
): void {
  if (tail.sha256 !== sha256)
    throw new RestoreRefusal("The backup is damaged: its hash does not agree. Take another copy.");
  for (const [name, count] of Object.entries(tail.rows))
    if (rows[name] !== count)
      throw new RestoreRefusal(`The backup is damaged: table ${name} should hold ${count} rows.`);
}

/** Reads a backup in its parts, chunk by chunk, and keeps the hash of what it has given. */
class BackupReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #hash = createHash("sha256");
  #kept: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** The next line, without its end. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#kept.indexOf(10);
      if (end !== -1)
        return this.#give(end + 1)
          .toString("utf8")
          .trimEnd();
      if (this.#kept.length > 10_000_000 || !(await this.#more()))
        throw new RestoreRefusal("The backup ends too soon.");
    }
  }

  /** Whole rows of the table that comes next, up to the line that ends it. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      if (
        this.#kept.length >= endOfTable.length &&
        this.#kept.subarray(0, endOfTable.length).equals(Buffer.from(endOfTable))
      ) {
        this.#give(endOfTable.length);
        return;
      }
      const marker = this.#kept.indexOf(`\n${endOfTable}`);
      if (marker !== -1) {
        yield this.#give(marker + 1);
        continue;
      }
      // The marker may be cut in two by the chunks: only rows that are followed by enough bytes are given.
      const safe = this.#kept.lastIndexOf(10, Math.max(0, this.#kept.length - endOfTable.length - 1));
      if (safe > 65_536) yield this.#give(safe + 1);
      else if (!(await this.#more())) throw new RestoreRefusal("The backup ends too soon.");
    }
  }

  /** The last line, and the hash of everything before it. */
  async tail(): Promise<{ tail: BackupTail; sha256: string }> {
    const sha256 = this.#hash.copy().digest("hex");
    try {
      return { tail: JSON.parse(await this.line()) as BackupTail, sha256 };
    } catch {
      throw new RestoreRefusal("The backup ends too soon.");
    }
  }

  #give(length: number): Buffer {
    const given = this.#kept.subarray(0, length);
    this.#kept = this.#kept.subarray(length);
    this.#hash.update(given);
    return given;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#kept = this.#kept.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#kept, next.value]);
    return true;
  }
}
