import { type Role, roles, type TransitionName, workflow } from "@/lib/core/task/workflow";
import { type Actor, actsAs } from "./actor";

/**
 * How far a role reaches for a verb:
 * `any` - the role in any body is enough; `own` - the thing must belong to the body in which the role is held;
 * `self` - only what belongs to the person; `no` - not at all.
 */
type Reach = "any" | "own" | "self" | "no";

/** One line of the table, in the order of the roles: Viewer, Contributor, Focal point, Secretary, Admin. */
type Row = readonly [viewer: Reach, contributor: Reach, focalPoint: Reach, secretary: Reach, admin: Reach];

/**
 * Who may do what. A role held everywhere reaches every thing; a role held within a body reaches the things of
 * that body and of the bodies below it. Reading is open to every member of the installation: the resolutions are
 * public documents and the offices see one another's follow-up. An Admin keeps people, sessions and settings and
 * moves no task.
 */
export const permissions = {
  //                         Viewer  Contrib. Focal p. Secret. Admin
  "task.read": /*         */ ["any", "any", "any", "any", "any"],
  "task.watch": /*        */ ["any", "any", "any", "any", "any"],
  "task.comment": /*      */ ["no", "any", "any", "any", "no"],
  "task.create": /*       */ ["no", "no", "no", "own", "no"],
  "task.evidence": /*     */ ["no", "own", "own", "own", "no"],
  "task.block": /*        */ ["no", "own", "own", "own", "no"],
  "task.target": /*       */ ["no", "own", "own", "own", "no"], // staff's own target date, job and slot number
  "task.propose": /*      */ ["no", "own", "own", "own", "no"], // a status or a deadline, for the Secretary to decide
  "task.proposeClosure": /**/ ["no", "no", "own", "own", "no"],
  "task.assign": /*       */ ["no", "no", "own", "own", "no"], // the owner, within the responsible unit
  "task.route": /*        */ ["no", "no", "no", "own", "no"], // the responsible unit and the bodies
  "task.deadline": /*     */ ["no", "no", "no", "own", "no"],
  "task.text": /*         */ ["no", "no", "no", "own", "no"],
  "task.mandate": /*      */ ["no", "no", "no", "own", "no"], // what Member States decided about the mandate
  "task.askUnits": /*     */ ["no", "no", "no", "own", "no"],
  "resolution.read": /*   */ ["any", "any", "any", "any", "any"],
  "resolution.ingest": /* */ ["no", "no", "no", "any", "no"],
  "resolution.review": /* */ ["no", "no", "no", "own", "no"],
  "resolution.publish": /**/ ["no", "no", "no", "own", "no"],
  "calendar.read": /*     */ ["any", "any", "any", "any", "any"],
  "calendar.change": /*   */ ["no", "no", "no", "own", "any"],
  "holiday.change": /*    */ ["no", "no", "no", "no", "any"],
  "body.read": /*         */ ["any", "any", "any", "any", "any"],
  "body.change": /*       */ ["no", "no", "no", "no", "any"],
  "dashboard.read": /*    */ ["any", "any", "any", "any", "any"],
  "view.save": /*         */ ["any", "any", "any", "any", "any"],
  "view.share": /*        */ ["no", "any", "any", "any", "any"],
  "export.run": /*        */ ["any", "any", "any", "any", "any"],
  "import.run": /*        */ ["no", "no", "no", "any", "no"],
  "person.list": /*       */ ["any", "any", "any", "any", "any"],
  "person.preferences": /**/ ["self", "self", "self", "self", "any"], // hour of the digest, delegate, sessions
  "person.invite": /*     */ ["no", "no", "no", "no", "any"],
  "person.change": /*     */ ["no", "no", "no", "no", "any"], // memberships, name, active or not
  "person.handOver": /*   */ ["no", "no", "own", "any", "any"],
  "inbox.read": /*        */ ["self", "self", "self", "self", "self"],
  "feed.keep": /*         */ ["self", "self", "self", "self", "self"],
  "reminder.plan": /*     */ ["no", "no", "any", "any", "any"],
  "reminder.run": /*      */ ["no", "no", "no", "no", "any"],
  "reminder.policy": /*   */ ["no", "no", "no", "any", "any"],
  "delivery.read": /*     */ ["self", "self", "self", "self", "any"],
  "delivery.sendAgain": /**/ ["no", "no", "no", "no", "any"],
  "settings.read": /*     */ ["any", "any", "any", "any", "any"],
  "settings.change": /*   */ ["no", "no", "no", "no", "any"],
  "audit.read": /*        */ ["no", "no", "no", "any", "any"],
} as const satisfies Record<string, Row>;

/** A move of the workflow as a verb: "move.start". Its roles stand in the workflow table. */
export type MoveVerb = `move.${TransitionName}`;
export type Verb = keyof typeof permissions | MoveVerb;

/** What an act is about, reduced to what permission depends on. */
export type Thing =
  | TaskThing
  /** A resolution, a session, a body: `bodyIds` are the bodies whose record it is (organ, committee). */
  | { readonly kind: "record"; readonly bodyIds: readonly string[] }
  /** A person, with the bodies of that person's memberships and the bodies above them. */
  | { readonly kind: "person"; readonly personId: string; readonly bodyIds?: readonly string[] }
  /** The installation as a whole: settings, policies, lists. */
  | { readonly kind: "installation" };

export type TaskThing = {
  readonly kind: "task";
  readonly ownerId: string | null;
  /** Responsible unit and lead bodies, each with all bodies above it. */
  readonly bodyIds: readonly string[];
  /** The organ (and committee) whose record the task is: reaches Secretaries only. */
  readonly recordBodyIds: readonly string[];
  /** Who proposed the closure that stands now; that person may not confirm it. */
  readonly closureProposedById?: string | null;
};

/** The installation as a whole, for verbs that are about nothing smaller. */
export const installation: Thing = { kind: "installation" };

/** Every verb, moves included: what the exhaustive test walks. */
export const verbs: readonly Verb[] = [
  ...(Object.keys(permissions) as (keyof typeof permissions)[]),
  ...workflow.map((move) => `move.${move.name}` as const),
];

/**
 * May this actor do this to that? Pure and total: an unknown verb or a person without membership is refused.
 * Example: `can(actor, "move.start", taskThing(...))`.
 */
export function can(actor: Actor, verb: Verb, thing: Thing = installation): boolean {
  // Nobody approves their own closure, nor that of somebody whose work they look after.
  if (verb === "move.implement" && thing.kind === "task" && actsAs(actor, thing.closureProposedById))
    return false;
  return roles.some((role) => reaches(actor, role, reachOf(verb, role), thing));
}

/** The roles that the actor holds over a thing: everywhere, in one of its bodies, or as the owner of a task. */
export function rolesOver(actor: Actor, thing: Thing): readonly Role[] {
  return roles.filter((role) => reaches(actor, role, "own", thing));
}

/** What the table says of one role and verb, before any thing is looked at. */
export function reachOf(verb: Verb, role: Role): Reach {
  if (verb.startsWith("move.")) {
    const move = workflow.find((transition) => `move.${transition.name}` === verb);
    return move && (move.by as readonly Role[]).includes(role) ? "own" : "no";
  }
  const row: Row | undefined = Object.hasOwn(permissions, verb)
    ? permissions[verb as keyof typeof permissions]
    : undefined;
  return row?.[roles.indexOf(role)] ?? "no";
}

function reaches(actor: Actor, role: Role, reach: Reach, thing: Thing): boolean {
  const held = actor.memberships.filter((membership) => membership.role === role);
  if (reach === "any") return held.length > 0;
  if (reach === "self") return held.length > 0 && isSelf(actor, thing);
  if (reach === "own") {
    if (
      held.some(
        (membership) => membership.bodyId === null || bodiesFor(role, thing).includes(membership.bodyId),
      )
    )
      return true;
    return ownsAs(actor, role, thing);
  }
  return false;
}

/** The owner of a task does a contributor's work on it, whatever the body; being a Viewer or an Admin is not enough. */
function ownsAs(actor: Actor, role: Role, thing: Thing): boolean {
  if (role !== "CONTRIBUTOR" || thing.kind !== "task" || !actsAs(actor, thing.ownerId)) return false;
  return actor.memberships.some(({ role: held }) => held !== "VIEWER" && held !== "ADMIN");
}

function bodiesFor(role: Role, thing: Thing): readonly string[] {
  switch (thing.kind) {
    case "task":
      return role === "SECRETARY" ? [...thing.bodyIds, ...thing.recordBodyIds] : thing.bodyIds;
    case "record":
      return thing.bodyIds;
    case "person":
      return thing.bodyIds ?? [];
    case "installation":
      return [];
  }
}

function isSelf(actor: Actor, thing: Thing): boolean {
  return thing.kind === "person" && thing.personId === actor.personId;
}
