import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

/**
 * Brings the database at `url` to the newest migration. Answers how many were applied; asks the database
 * first, so that an up-to-date one costs one query and no command. Throws with a plain sentence where one fails:
 * a failed migration is rolled back by PostgreSQL and stays recorded as failed, so the app must not start.
 */
export async function migrate(url: string): Promise<number> {
  const missing = await missingMigrations(url);
  if (missing.length === 0) return 0;
  try {
    await promisify(execFile)(
      process.execPath,
      [join(process.cwd(), "node_modules/prisma/build/index.js"), "migrate", "deploy"],
      {
        env: {
          ...process.env,
          DATABASE_URL: url,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
          // Two of us at once are kept apart by the lock below, which costs nothing; Prisma's own costs ten seconds.
          PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK: "1",
        },
      },
    );
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error);
    throw new Error(
      `A migration failed, and the app does not start on a half-migrated database. Undo or mend it, then start again. PostgreSQL said: ${firstError(said)}`,
    );
  }
  return missing.length;
}

/** Names of the migrations in prisma/migrations that the database has not finished. */
export async function missingMigrations(url: string): Promise<string[]> {
  const all = readdirSync(join(process.cwd(), "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('_prisma_migrations') as name");
    if (table.rows[0]?.name === null) return all;
    const done = await client.query(
      "select migration_name from _prisma_migrations where finished_at is not null",
    );
    const names = new Set(done.rows.map((row: { migration_name: string }) => row.migration_name));
    return all.filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}

const firstError = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("Loaded") && !line.includes("warn"))
    .slice(0, 4)
    .join(" ");
