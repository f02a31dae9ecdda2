import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { projectFolder, runPrisma } from "./prisma-command";
import { Refusal } from "./refusal";

const folder = join(projectFolder, "prisma/migrations");

/** What a database says about its migrations, beside those of this release. */
export type MigrationState = {
  /** Not yet applied, in their order. */
  readonly missing: readonly string[];
  /** Begun at an earlier start and not finished: it failed, or the start was killed. */
  readonly failed: readonly string[];
  /** Applied with another text than the file has now. */
  readonly changed: readonly string[];
  /** Applied by a newer release. */
  readonly unknown: readonly string[];
};

/**
 * Brings the database at `ownerUrl` to the newest migration and gives how many were applied. Asks the database first,
 * so that one which is up to date costs one query and no command. Throws `Refusal` where a migration fails: the app does
 * not run on a schema that is half there.
 */
export async function migrate(ownerUrl: string): Promise<number> {
  const before = await migrationState(ownerUrl);
  refuseFaulty(before);
  if (before.missing.length === 0) return 0;
  // Two starts at once on one database: the second waits, and then finds the work done.
  return asOwner(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const now = await migrationState(ownerUrl);
    refuseFaulty(now);
    if (now.missing.length === 0) return 0;
    if (now.failed.length > 0) await forgetFailed(ownerUrl);
    const { code, said } = await runPrisma(["migrate", "deploy"], ownerUrl);
    if (code !== 0) {
      throw new Refusal(
        `A migration failed and was undone, so the app does not start. Mend the cause and start again. ${reasonIn(said)}`,
      );
    }
    return now.missing.length;
  });
}

/** Any number that nobody else locks; it goes with the connection that holds it. */
const migrationLock = 5_205;

/** Compares the migrations of this release with those that the database has recorded. */
export async function migrationState(ownerUrl: string): Promise<MigrationState> {
  const ours = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const rows = await recorded(ownerUrl);
  const applied = new Map(rows.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  return {
    missing: ours.filter((name) => !applied.has(name)),
    failed: rows.filter((row) => !row.finished && !row.undone).map((row) => row.name),
    changed: ours.filter((name) => applied.has(name) && applied.get(name) !== checksumOf(name)),
    unknown: [...applied.keys()].filter((name) => !ours.includes(name)),
  };
}

function refuseFaulty({ changed, unknown }: MigrationState): void {
  if (unknown.length > 0) {
    throw new Refusal(
      `The database was written by a newer release (${unknown.join(", ")}). Start that release, or restore a backup made by this one.`,
    );
  }
  if (changed.length > 0) {
    throw new Refusal(
      `The migration ${changed.join(", ")} differs from the one that was applied to this database. Put the file back as it was; a change needs a migration of its own.`,
    );
  }
}

type Recorded = { name: string; checksum: string; finished: boolean; undone: boolean };

function recorded(ownerUrl: string): Promise<Recorded[]> {
  return asOwner(ownerUrl, async (client) => {
    const table = await client.query<{ found: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as found",
    );
    if (table.rows[0]?.found !== true) return [];
    const rows = await client.query<Recorded>(
      `select migration_name as name, checksum, finished_at is not null as finished, rolled_back_at is not null as undone
       from _prisma_migrations order by started_at`,
    );
    return rows.rows;
  });
}

/**
 * Marks unfinished migrations as undone, so that they are tried again. PostgreSQL has undone them already: a migration
 * runs as one transaction (see lib/db/script-adapter.ts), and one that did not end left nothing behind.
 */
function forgetFailed(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, async (client) => {
    await client.query(
      "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
    );
  });
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(ownerUrl)));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const checksumOf = (name: string): string =>
  createHash("sha256")
    .update(readFileSync(join(folder, name, "migration.sql")))
    .digest("hex");

/** The part of a command's output that says what went wrong, on one line. */
function reasonIn(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  const from = lines.findIndex((line) => /error/i.test(line));
  return lines
    .slice(Math.max(from, 0))
    .filter((line) => line !== "")
    .slice(0, 8)
    .join(" ");
}
