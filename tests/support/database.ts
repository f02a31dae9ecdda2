import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase } from "../../lib/db/client";
import { type ConnectionParts, formatDatabaseUrl, poolConfig } from "../../lib/db/connection";

export type TestDatabase = {
  /** Connected as the app is in production: without the right to change the record. */
  readonly db: ReturnType<typeof openDatabase>;
  readonly url: string;
  /** The role that owns the tables, for tests that tamper with what the app cannot reach. */
  readonly ownerUrl: string;
  close(): Promise<void>;
};

/** A migrated, empty database of its own on the run's PostgreSQL. Close it in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template, superuser, owner, app } = inject("database");
  const database = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await administer(superuser, `create database ${database} template ${template} owner ${owner.user}`);
  await administer(superuser, `grant create on database ${database} to ${app.user}`);
  const url = formatDatabaseUrl({ ...app, database });
  // Fifty writers wait for one row here, on machines of any speed.
  const db = openDatabase(url, { poolSize: 12, lockTimeoutMs: 20_000 });
  return {
    db,
    url,
    ownerUrl: formatDatabaseUrl({ ...owner, database }),
    close: async () => {
      await db.$disconnect();
      await administer(superuser, `drop database if exists ${database} with (force)`);
    },
  };
}

async function administer(superuser: ConnectionParts, statement: string): Promise<void> {
  const client = new pg.Client(poolConfig(superuser));
  await client.connect();
  try {
    // Two clones of one template at the same moment are refused; the second waits its turn.
    await client.query("select pg_advisory_lock(4711)");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
