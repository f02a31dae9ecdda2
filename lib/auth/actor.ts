import type { Role } from "@/lib/core/task/workflow";

/** A role within one body, or everywhere where `bodyId` is null. */
export type ActorMembership = { readonly bodyId: string | null; readonly role: Role };

/** Who asks for a use case. Memberships include those taken over from people on leave (`actingFor`). */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly ActorMembership[];
  /** People on leave whose work this person looks after today. */
  readonly actingFor?: readonly { readonly personId: string; readonly name: string }[];
};

const systemId = "system";

/** The installation itself: nightly work, imports from the command line, session openings. */
export const systemActor: Actor = {
  personId: systemId,
  name: "System",
  email: "",
  memberships: [
    { bodyId: null, role: "SECRETARY" },
    { bodyId: null, role: "ADMIN" },
  ],
};

/** True for the installation itself; its events carry no person. Person ids are generated and never equal its id. */
export const isSystem = (actor: Actor): boolean => actor.personId === systemId;

/** The id to record as the author of a change: null for the installation itself. */
export const recordedActorId = (actor: Actor): string | null => (isSystem(actor) ? null : actor.personId);

/** True if `personId` is the actor or somebody whose work the actor looks after. */
export const actsAs = (actor: Actor, personId: string | null | undefined): boolean =>
  personId != null &&
  (actor.personId === personId || (actor.actingFor ?? []).some((person) => person.personId === personId));
