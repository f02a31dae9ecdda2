import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/core/task/workflow";
import type { Db } from "@/lib/db/client";
import { addMembership, addPerson } from "@/lib/db/people";
import { demoUnits } from "@/lib/services/seed-demo";
import { slug } from "./bodies";

/** Opens every account of the demonstration. Printed at each start of a demo; of no use elsewhere. */
export const demoPassword = "follow-up-1998";

type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  /** The body within which the role is held; null: everywhere. */
  readonly body: string | null;
};

/** Invented persons, one or more for each role. */
export const demoAccounts = [
  {
    email: "ana.silva@example.org",
    name: "Ana Silva",
    title: "Secretary of the Second Committee",
    role: "SECRETARY",
    body: null,
  },
  {
    email: "jun.okada@example.org",
    name: "Jun Okada",
    title: "Deputy secretary",
    role: "SECRETARY",
    body: null,
  },
  {
    email: "maria.lopez@example.org",
    name: "María López",
    title: "Chief, Special Unit",
    role: "FOCAL_POINT",
    body: demoUnits.specialUnit,
  },
  {
    email: "tom.berg@example.org",
    name: "Tom Berg",
    title: "Programme officer, Special Unit",
    role: "CONTRIBUTOR",
    body: demoUnits.specialUnit,
  },
  {
    email: "luis.haddad@example.org",
    name: "Luis Haddad",
    title: "Desk officer",
    role: "CONTRIBUTOR",
    body: demoUnits.desa,
  },
  {
    email: "nadia.petrova@example.org",
    name: "Nadia Petrova",
    title: "Conference services",
    role: "FOCAL_POINT",
    body: demoUnits.conferences,
  },
  { email: "sam.osei@example.org", name: "Sam Osei", title: "Delegate", role: "VIEWER", body: null },
  { email: "admin@example.org", name: "Kim Adler", title: "System administrator", role: "ADMIN", body: null },
] as const satisfies readonly DemoAccount[];

/** Adds the people of the demonstration with their roles; those who are there are left. Gives their ids by e-mail. */
export async function seedPeople(db: Db): Promise<ReadonlyMap<string, string>> {
  const at = new Date();
  const ids = new Map<string, string>();
  // One hash for all: it costs a tenth of a second on purpose, and the password is the same.
  const passwordHash = await hashPassword(demoPassword);
  for (const account of demoAccounts) {
    const added = await addPerson(db, { email: account.email, name: account.name, title: account.title, at });
    if (added !== null) await db.person.update({ where: { id: added }, data: { passwordHash } });
    const person = await db.person.findUniqueOrThrow({
      where: { email: account.email },
      select: { id: true },
    });
    ids.set(account.email, person.id);
    if (added !== null) {
      const bodyId = account.body === null ? null : slug(account.body);
      await addMembership(db, { personId: person.id, bodyId, role: account.role, at });
    }
  }
  return ids;
}
