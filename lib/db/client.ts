import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "./connection";
import type { Prisma } from "./generated/client";
import { PrismaClient } from "./generated/client";
import { TellingAdapter, withPlainStatements } from "./raw-statements";

/** What database functions take: the client, or the client of one transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** How a pool is sized and how long it waits. */
export type DatabaseOptions = {
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
};

/**
 * A pool of connections to the PostgreSQL at `url`; connects at the first query. Close it with `$disconnect()`.
 * A statement that runs longer than `statementTimeoutMs` (15 s unless told) is ended by the server, so that one
 * unlucky filter cannot hold a connection for ever.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): PrismaClient {
  const config = poolConfig(parseDatabaseUrl(url), {
    size: options.poolSize ?? 10,
    statementTimeout: options.statementTimeoutMs ?? 15_000,
    lockTimeout: options.lockTimeoutMs ?? 3_000,
  });
  const pool = new pg.Pool(config);
  // An idle connection that the server ends (a restart) is replaced at the next query: nothing to do, but to be heard.
  pool.on("error", (error) => console.error(`Database connection lost: ${error.message}`));
  const adapter = new TellingAdapter(pool, { disposeExternalPool: true });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 3_000, timeout: 30_000 } });
  return withPlainStatements(client, pool);
}

/** Runs `work` in one transaction; within a transaction already open it joins that one. */
export function inTransaction<T>(
  db: Db,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  options: { readonly timeoutMs?: number } = {},
): Promise<T> {
  if (!("$transaction" in db)) return work(db);
  return db.$transaction(work, options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs });
}
