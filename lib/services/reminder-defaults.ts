import { defaultPolicies } from "@/lib/core/reminder/policy";
import { inTransaction } from "@/lib/db/client";
import { storePolicy } from "@/lib/db/reminder-policies";
import type { Deps } from "@/lib/deps";

/**
 * Gives a new installation the policies to start with. A policy that anybody changed or switched off since keeps its
 * version: the first version goes in only where there is none. Gives how many were added.
 */
export async function seedPolicies(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  const by = { at: deps.clock.now(), actorId: null };
  return inTransaction(deps.db, async (tx) => {
    let added = 0;
    for (const policy of defaultPolicies) if (await storePolicy(tx, policy, true, 0, by)) added += 1;
    return added;
  });
}
