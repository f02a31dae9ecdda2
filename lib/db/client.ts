import { PrismaPg } from "@prisma/adapter-pg";
import type { Prisma } from "./generated/client";
import { PrismaClient } from "./generated/client";

/** What database functions take: the client, or the client of one transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A pool of connections to the PostgreSQL at `url`. Close it with `$disconnect()`. */
export function openDatabase(
  url: string,
  options: { poolSize?: number; statementTimeoutMs?: number } = {},
): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    application_name: "mandates",
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
}

/** Runs `work` in one transaction; within a transaction already open it joins that one. */
export function inTransaction<T>(db: Db, work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return "$transaction" in db ? db.$transaction(work) : work(db);
}
