import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Actor } from "@/lib/auth/actor";
import { storeSetting } from "@/lib/db/settings";
import type { Deps } from "@/lib/deps";
import { demoDay, seedDemo } from "@/lib/services/seed-demo";
import { slug } from "./bodies";
import { demoAccounts, seedPeople } from "./people";

/**
 * Loads the demonstration: its people, resolution 52/205 with the follow-up of 1998, and the working date on which it
 * opens. An installation that holds it already is left as it is. Throws where the text cannot be taken in.
 */
export async function seedDemonstration(deps: Deps): Promise<number> {
  const ids = await seedPeople(deps.db);
  const text = readFileSync(
    join(process.cwd(), "tests/fixtures/resolutions/A-RES-52-205/source.txt"),
    "utf8",
  );
  const done = await seedDemo(deps, people(ids), text);
  if (!done.ok) throw new Error(`The demonstration could not be loaded: ${done.error.message}`);
  if (done.value > 0)
    await storeSetting(deps.db, "workingDate", demoDay, { at: deps.clock.now(), actorId: null });
  return done.value;
}

function people(ids: ReadonlyMap<string, string>) {
  const actor = (email: (typeof demoAccounts)[number]["email"]): Actor => {
    const account = demoAccounts.find((one) => one.email === email);
    const personId = ids.get(email);
    if (!account || personId === undefined) throw new Error(`No demo account ${email}.`);
    const bodyId = account.body === null ? null : slug(account.body);
    return { personId, name: account.name, email, memberships: [{ bodyId, role: account.role }] };
  };
  return {
    secretary: actor("ana.silva@example.org"),
    specialUnit: { focalPoint: actor("maria.lopez@example.org"), contributor: actor("tom.berg@example.org") },
    desa: { contributor: actor("luis.haddad@example.org") },
    conferences: { focalPoint: actor("nadia.petrova@example.org") },
  };
}
