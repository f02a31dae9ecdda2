import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { waitingInvitations } from "@/lib/db/one-time-links";
import { type PersonSummary, type Preferences, readPerson } from "@/lib/db/people";
import { hasSecondStep } from "@/lib/db/second-steps";
import { listSignIns } from "@/lib/db/sign-ins";
import type { Deps } from "@/lib/deps";
import type { personInput } from "./people-inputs";
import { bodiesFromDatabase } from "./registry";

/** One browser in which a person is signed in. */
export type SignInRow = {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeen: string;
  readonly userAgent: string;
  readonly address: string;
  readonly method: string;
};

/** A person as an Admin keeps it. */
export type PersonPage = {
  readonly person: PersonSummary & Preferences;
  readonly signIns: readonly SignInRow[];
  readonly usesSecondStep: boolean;
  /** When the invitation ends that waits; null where none does. */
  readonly invitedUntil: string | null;
  readonly isSelf: boolean;
};

/** Everything an Admin needs to keep one person. */
export async function personPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof personInput>,
): Promise<Result<PersonPage>> {
  if (!can(actor, "person.change"))
    return fail("not-permitted", "Only an administrator keeps the people of this installation.");
  const now = deps.clock.now();
  const person = await readPerson(deps.db, input.id);
  if (person === null) return fail("not-found", "There is no such person.");
  const [signIns, usesSecondStep, invitations] = await Promise.all([
    listSignIns(deps.db, person.id, now),
    hasSecondStep(deps.db, person.id),
    waitingInvitations(deps.db, now),
  ]);
  return ok({
    person,
    signIns: signIns.map(toRow),
    usesSecondStep,
    invitedUntil: invitations.get(person.id)?.toISOString() ?? null,
    isSelf: person.id === actor.personId,
  });
}

/** The sign-ins of the person who asks. */
export async function mySignIns(deps: Deps, actor: Actor): Promise<Result<readonly SignInRow[]>> {
  if (!can(actor, "person.preferences", { kind: "person", personId: actor.personId }))
    return fail("not-permitted", "Your role does not allow this.");
  return ok((await listSignIns(deps.db, actor.personId, deps.clock.now())).map(toRow));
}

/** The person who asks, with preferences and roles. */
export async function me(deps: Deps, actor: Actor): Promise<Result<PersonSummary & Preferences>> {
  const person = await readPerson(deps.db, actor.personId);
  return person === null ? fail("not-found", "There is no such person.") : ok(person);
}

/** Every body that can bear a role or a task, by name, for choosers. */
export async function bodyChoices(
  deps: Deps,
  actor: Actor,
): Promise<Result<readonly { readonly id: string; readonly name: string }[]>> {
  if (!can(actor, "body.read")) return fail("not-permitted", "Your role does not allow this.");
  const { byId } = await bodiesFromDatabase(deps.db);
  return ok(
    [...byId.values()]
      .filter(({ id, kind }) => kind !== "class" && id !== "")
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
  );
}

const toRow = (row: Awaited<ReturnType<typeof listSignIns>>[number]): SignInRow => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastSeen: row.lastSeen.toISOString(),
});
