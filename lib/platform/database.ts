import { randomBytes } from "node:crypto";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import {
  addressFile,
  type ConnectionParts,
  dataFolder,
  formatDatabaseUrl,
  parseDatabaseUrl,
  poolConfig,
} from "@/lib/db/connection";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { migrate } from "./migrate";
import { messageOf, Refusal } from "./refusal";
import { ensureRolesAndDatabase, grantToApp, roleNames } from "./roles";

/** The database of this installation, migrated and ready. */
export type RunningDatabase = {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** "embedded": our own server, ended by `stop`. "external": DATABASE_URL's, left alone. */
  readonly kind: "embedded" | "external";
  readonly migrationsApplied: number;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the embedded server, or reaches the one that DATABASE_URL names, and brings it to the newest migration.
 * Throws `Refusal` with one line for the operator.
 */
export async function startDatabase(environment: NodeJS.ProcessEnv = process.env): Promise<RunningDatabase> {
  return environment.DATABASE_URL
    ? external(environment.DATABASE_URL, environment)
    : embedded(dataFolder(environment));
}

async function external(appUrl: string, environment: NodeJS.ProcessEnv): Promise<RunningDatabase> {
  const ownerUrl = environment.DATABASE_OWNER_URL || appUrl;
  await reach(ownerUrl, "DATABASE_URL");
  const migrationsApplied = await migrate(ownerUrl);
  return { appUrl, ownerUrl, kind: "external", migrationsApplied, stop: () => Promise.resolve() };
}

async function embedded(folder: string): Promise<RunningDatabase> {
  const server = await startEmbeddedPostgres({ cluster: join(folder, "postgres") });
  try {
    const passwords = { owner: secret(), app: secret() };
    await ensureRolesAndDatabase(server.connection("postgres"), "mandates", passwords);
    const as = (kind: "owner" | "app"): ConnectionParts => ({
      ...server.connection("mandates"),
      user: roleNames[kind],
      password: passwords[kind],
    });
    const [appUrl, ownerUrl] = [formatDatabaseUrl(as("app")), formatDatabaseUrl(as("owner"))];
    const migrationsApplied = await migrate(ownerUrl);
    await grantToApp(as("owner"));
    const file = addressFile(folder);
    writeFileSync(file, JSON.stringify({ app: appUrl, owner: ownerUrl }), { mode: 0o600 });
    chmodSync(file, 0o600);
    const stop = async (): Promise<void> => {
      rmSync(file, { force: true });
      await server.stop();
    };
    return { appUrl, ownerUrl, kind: "embedded", migrationsApplied, stop };
  } catch (thrown) {
    await server.stop();
    throw thrown;
  }
}

/** One question to a server that somebody else runs; says what to do where there is no answer. */
async function reach(url: string, variable: string): Promise<void> {
  let parts: ConnectionParts;
  try {
    parts = parseDatabaseUrl(url);
  } catch (thrown) {
    throw new Refusal(messageOf(thrown));
  }
  const client = new pg.Client(poolConfig(parts, { connectTimeout: 5000 }));
  try {
    await client.connect();
    await client.query("select 1");
  } catch (thrown) {
    throw new Refusal(
      `The database of ${variable} at ${parts.host}:${parts.port} does not answer (${messageOf(thrown) || "connection refused"}). Start that server or correct ${variable}; without it an embedded server is used.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

const secret = (): string => randomBytes(24).toString("base64url");
