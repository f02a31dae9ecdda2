import type { Deps } from "@/lib/deps";
import { seedPolicies } from "@/lib/services/reminder-defaults";
import { seedBodies } from "./bodies";
import { seedDemonstration } from "./demo";
import { seedSessions } from "./sessions";

export type Seeded = { readonly bodies: number; readonly sessions: number; readonly tasks: number };

/**
 * Fills a database: the registry of bodies, the session calendar and the reminder policies always, the demonstration where `demo` is set and
 * no resolution is there yet. Can be rerun: nothing that is there is changed. Gives how many rows were added.
 */
export async function seed(deps: Deps, options: { readonly demo: boolean }): Promise<Seeded> {
  const bodies = await seedBodies(deps.db);
  const sessions = await seedSessions(deps.db);
  await seedPolicies(deps);
  const isEmpty = (await deps.db.resolution.findFirst({ select: { id: true } })) === null;
  const tasks = options.demo && isEmpty ? await seedDemonstration(deps) : 0;
  return { bodies, sessions, tasks };
}
