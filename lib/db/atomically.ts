import type { Result } from "@/lib/core/result";
import { type Db, inTransaction } from "./client";
import { Prisma } from "./generated/client";

/** Carries an expected failure out of a transaction, so that what was written before it is rolled back. */
class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super("rolled back");
  }
}

/** Two writers that waited for each other: PostgreSQL stops one of them, and it may try again. */
const tries = 4;

/**
 * Runs `work` in one transaction that is kept only where it answers a success: a refusal leaves nothing behind.
 * A transaction that PostgreSQL stops because of another writer is run again, a few times.
 */
export async function atomically<T>(
  db: Db,
  work: (tx: Db) => Promise<Result<T>>,
  options: { readonly timeoutMs?: number } = {},
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(
        db,
        async (tx) => {
          const result = await work(tx);
          if (!result.ok) throw new RolledBack(result);
          return result;
        },
        options,
      );
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      if (attempt >= tries || !wasStopped(error) || !("$transaction" in db)) throw error;
    }
  }
}

/** 40001 serialization failure, 40P01 deadlock; Prisma's own P2034 stands for both. */
function wasStopped(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    // P2002: another writer made the same record first; run again, the work finds it.
    if (error.code === "P2034" || error.code === "P2002") return true;
    const text = `${error.message} ${JSON.stringify(error.meta ?? {})}`;
    return text.includes("40P01") || text.includes("40001") || text.includes("deadlock detected");
  }
  return (
    error instanceof Error && /40P01|40001|deadlock detected|TransactionWriteConflict/.test(error.message)
  );
}
