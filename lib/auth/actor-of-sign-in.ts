import type { Db } from "@/lib/db/client";
import { readActor } from "@/lib/db/people";
import { personOfSignIn, touchSignIn } from "@/lib/db/sign-ins";
import type { Actor } from "./actor";

/**
 * The actor behind a sign-in, as the database has it now: a role taken away, a closed account, a revoked or expired
 * sign-in take effect at the next request. Memberships of people on leave on `day` are the delegate's too.
 * Null where the sign-in does not stand.
 */
export async function actorOfSignIn(
  db: Db,
  signInId: string,
  now: Date,
  day: string | Promise<string>,
): Promise<Actor | null> {
  const [signIn, on] = await Promise.all([personOfSignIn(db, signInId, now), day]);
  if (signIn === null) return null;
  const actor = await actorOf(db, signIn.personId, on);
  if (actor !== null) await touchSignIn(db, signIn.id, signIn.lastSeen, now);
  return actor;
}

/** A person as an actor, with what delegation adds on `day`; null where the account is closed. */
export async function actorOf(db: Db, personId: string, day: string): Promise<Actor | null> {
  const person = await readActor(db, personId, day);
  if (person === null || !person.isActive) return null;
  const { delegators, isActive: _, ...self } = person;
  // Delegation hands over work, not the keeping of people and settings.
  const takenOver = delegators.flatMap(({ memberships }) =>
    memberships.filter(({ role }) => role !== "ADMIN"),
  );
  return {
    ...self,
    memberships: [...self.memberships, ...takenOver],
    ...(delegators.length === 0
      ? {}
      : { actingFor: delegators.map(({ personId, name }) => ({ personId, name })) }),
  };
}
