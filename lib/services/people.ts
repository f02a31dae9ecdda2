import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { isAllowedDomain } from "@/lib/auth/allowed-domains";
import { normalizeEmail } from "@/lib/auth/email-address";
import { can, type Thing } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { readBody } from "@/lib/db/bodies";
import { type Db, inTransaction } from "@/lib/db/client";
import {
  addMembership,
  addPerson,
  countAdmins,
  endMembership,
  listPeople,
  type PersonSummary,
  type Preferences,
  readPerson,
  storePerson,
} from "@/lib/db/people";
import { listSignIns, revokeSignIns } from "@/lib/db/sign-ins";
import type { Deps } from "@/lib/deps";
import type {
  activeInput,
  delegateInput,
  endMembershipInput,
  inviteInput,
  listPeopleInput,
  membershipInput,
  nameInput,
  personInput,
  preferencesInput,
  revokeInput,
} from "./people-inputs";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");
const missing = (): Result<never> => fail("not-found", "There is no such person.");
const personThing = (personId: string): Thing => ({ kind: "person", personId });

/** People by name, 200 at most. Those who left are shown to an Admin on request. */
export async function people(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof listPeopleInput>,
): Promise<Result<PersonSummary[]>> {
  if (!can(actor, "person.list")) return denied();
  const { text, bodyId, includeInactive } = input;
  return ok(
    await listPeople(deps.db, {
      ...(text === undefined ? {} : { text }),
      ...(bodyId === undefined ? {} : { bodyId }),
      includeInactive: includeInactive && can(actor, "person.change"),
    }),
  );
}

/** One person with preferences: oneself, or anybody for an Admin. */
export async function person(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof personInput>,
): Promise<Result<PersonSummary & Preferences>> {
  if (!can(actor, "person.preferences", personThing(input.id))) return denied();
  const found = await readPerson(deps.db, input.id);
  return found === null ? missing() : ok(found);
}

/** Adds a person with a first role. The person has no password yet and gets in by a link or by the office's own sign-in. */
export async function addPersonWithRole(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof inviteInput>,
): Promise<Result<{ id: string }>> {
  if (!can(actor, "person.invite")) return denied();
  const email = normalizeEmail(input.email);
  if (email === null) {
    const message = "Give one plain e-mail address.";
    return fail("invalid-input", message, { fields: { email: message } });
  }
  if (!(await isAllowedDomain(deps.db, email))) {
    const message = "This mail domain is not on the list of this installation.";
    return fail("invalid-input", message, { fields: { email: message } });
  }
  const at = deps.clock.now();
  return orUndo(deps, async (tx) => {
    const id = await addPerson(tx, { email, name: input.name, title: input.title, at });
    if (id === null) return fail("conflict", "Somebody with this e-mail address is there already.");
    if (input.bodyId !== null && (await readBody(tx, input.bodyId)) === null) {
      const message = "Choose a body of the registry.";
      return fail("invalid-input", message, { fields: { bodyId: message } });
    }
    await addMembership(tx, { personId: id, bodyId: input.bodyId, role: input.role, at });
    await record(tx, actor, at, "person-added", id, null, { email, role: input.role, bodyId: input.bodyId });
    return ok({ id });
  });
}

/** Gives a person a role within a body, or everywhere. It holds from the next request. */
export async function giveRole(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof membershipInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.change")) return denied();
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    if ((await readPerson(tx, input.personId)) === null) return missing();
    const { personId, bodyId, role } = input;
    if (bodyId !== null && (await readBody(tx, bodyId)) === null) {
      const message = "Choose a body of the registry.";
      return fail("invalid-input", message, { fields: { bodyId: message } });
    }
    if (!(await addMembership(tx, { personId, bodyId, role, at })))
      return fail("conflict", "The person holds this role already.");
    await record(tx, actor, at, "membership-added", personId, null, { role, bodyId }, input.reason);
    return ok({ personId });
  });
}

/** Ends a membership. The last Admin cannot be taken away. */
export async function takeRole(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof endMembershipInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.change")) return denied();
  const at = deps.clock.now();
  return orUndo(deps, async (tx) => {
    const ended = await endMembership(tx, input.membershipId, at);
    if (ended === null) return fail("not-found", "This membership has ended already.");
    if (ended.role === "ADMIN" && (await countAdmins(tx)) === 0) return lastAdmin();
    const { personId, role, bodyId } = ended;
    await record(tx, actor, at, "membership-ended", personId, { role, bodyId }, null, input.reason);
    return ok({ personId });
  });
}

/** Closes or reopens an account. Closing ends all its sign-ins at once. */
export async function setActive(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof activeInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.change")) return denied();
  const { personId, isActive } = input;
  const at = deps.clock.now();
  return orUndo(deps, async (tx) => {
    const found = await readPerson(tx, personId);
    if (found === null) return missing();
    await storePerson(tx, personId, { isActive });
    if (!isActive && (await countAdmins(tx)) === 0) return lastAdmin();
    if (!isActive) await revokeSignIns(tx, personId, { except: null }, at);
    const action = isActive ? "account-reopened" : "account-closed";
    await record(tx, actor, at, action, personId, { isActive: found.isActive }, { isActive }, input.reason);
    return ok({ personId });
  });
}

/** Changes name and title of a person; the record keeps what they were. */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof nameInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.change")) return denied();
  const { personId, name, title } = input;
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    const before = await readPerson(tx, personId);
    if (before === null) return missing();
    await storePerson(tx, personId, { name, title });
    const from = { name: before.name, title: before.title };
    await record(tx, actor, at, "person-changed", personId, from, { name, title });
    return ok({ personId });
  });
}

/** Changes when and how a person is reached: one's own, or anybody's for an Admin. */
export async function changePreferences(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof preferencesInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.preferences", personThing(input.personId))) return denied();
  const { personId, ...given } = input;
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    const before = await readPerson(tx, personId);
    if (before === null) return missing();
    await storePerson(tx, personId, changes);
    const from = Object.fromEntries(
      Object.keys(changes).map((key) => [key, before[key as keyof typeof before]]),
    );
    await record(tx, actor, at, "preferences-changed", personId, from, changes);
    return ok({ personId });
  });
}

/**
 * Names who stands in during leave: the delegate gets the reminders and may do the work on these days. `delegateId`
 * null ends it. Nobody can be made the delegate of somebody by a third person, save by an Admin.
 */
export async function setDelegate(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof delegateInput>,
): Promise<Result<{ personId: string }>> {
  if (!can(actor, "person.preferences", personThing(input.personId))) return denied();
  const { personId, delegateId, from, until } = input;
  if (delegateId === personId)
    return fail("invalid-input", "Choose somebody else.", {
      fields: { delegateId: "Choose somebody else." },
    });
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    const before = await readPerson(tx, personId);
    if (before === null) return missing();
    if (delegateId !== null && (await readPerson(tx, delegateId))?.isActive !== true) return missing();
    const none = delegateId === null;
    const after = { delegateId, delegateFrom: none ? null : from, delegateUntil: none ? null : until };
    await storePerson(tx, personId, after);
    const { delegateId: who, delegateFrom, delegateUntil } = before;
    await record(
      tx,
      actor,
      at,
      "delegate-changed",
      personId,
      { delegateId: who, delegateFrom, delegateUntil },
      after,
    );
    return ok({ personId });
  });
}

/** The browsers in which a person is signed in. */
export async function signIns(deps: Deps, actor: Actor, input: z.infer<typeof personInput>) {
  if (!can(actor, "person.preferences", personThing(input.id))) return denied();
  return ok(await listSignIns(deps.db, input.id, deps.clock.now()));
}

/** Ends one sign-in of a person, or all but `keep`; they are refused at their next request. */
export async function endSignIns(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof revokeInput>,
): Promise<Result<{ ended: number }>> {
  if (!can(actor, "person.preferences", personThing(input.personId))) return denied();
  const { personId, signInId, keep } = input;
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    const ended = await revokeSignIns(
      tx,
      personId,
      signInId === null ? { except: keep } : { id: signInId },
      at,
    );
    if (ended > 0) await record(tx, actor, at, "sign-ins-ended", personId, null, { ended });
    return ok({ ended });
  });
}

const lastAdmin = (): Result<never> =>
  fail("not-allowed-now", "This is the last administrator. Name another one first.");

/** A failure found after something was written takes it back. */
async function orUndo<T>(deps: Deps, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  let answer: Result<T> | undefined;
  try {
    return await inTransaction(deps.db, async (tx) => {
      answer = await work(tx);
      if (!answer.ok) throw new Undo();
      return answer;
    });
  } catch (thrown) {
    if (thrown instanceof Undo && answer !== undefined) return answer;
    throw thrown;
  }
}

class Undo extends Error {}

const record = (
  tx: Db,
  actor: Actor,
  at: Date,
  action: string,
  subject: string,
  from: unknown,
  to: unknown,
  reason = "",
): Promise<void> =>
  appendAudit(tx, {
    at,
    actorId: recordedActorId(actor),
    actorName: actor.name,
    action,
    subject,
    from,
    to,
    reason,
  });
