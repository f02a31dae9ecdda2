import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase } from "../../lib/db/client";

export type TestDatabase = {
  readonly db: ReturnType<typeof openDatabase>;
  readonly url: string;
  close(): Promise<void>;
};

/** A migrated, empty database of its own on the run's PostgreSQL. Close it in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const ownerUrl = inject("ownerUrl");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await administer(ownerUrl, `create database ${name} template ${inject("template")}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  return {
    db,
    url: url.href,
    close: async () => {
      await db.$disconnect();
      await administer(ownerUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(ownerUrl: string, statement: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    // Two clones of one template at the same moment are refused; the second waits its turn.
    await client.query("select pg_advisory_lock(4711)");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
