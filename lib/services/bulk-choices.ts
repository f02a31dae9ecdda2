import type { Actor } from "@/lib/auth/actor";
import { can, reachOf } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Role, roles } from "@/lib/core/task/workflow";
import { workingPeople } from "@/lib/db/notices";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase } from "./registry";
import type { BodyRef, PersonRef } from "./types";

/** What the bar under a list offers this person: the kinds of change, and whom and which units to choose from. */
export type BulkChoices = {
  readonly kinds: readonly ("status" | "owner" | "unit" | "target" | "deadline" | "watch")[];
  readonly people: readonly PersonRef[];
  readonly units: readonly BodyRef[];
};

const verbOf = {
  owner: "task.assign",
  unit: "task.route",
  target: "task.target",
  deadline: "task.deadline",
} as const;

/** The kinds of change that some role of this person may make somewhere; whether it may on a row is asked row by row. */
export async function bulkChoices(deps: Deps, actor: Actor): Promise<Result<BulkChoices>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const held = roles.filter((role) => actor.memberships.some((membership) => membership.role === role));
  const mayBe = (verb: (typeof verbOf)[keyof typeof verbOf]): boolean =>
    held.some((role: Role) => reachOf(verb, role) !== "no");
  const works = held.some((role) => role !== "VIEWER" && role !== "ADMIN");
  const kinds: BulkChoices["kinds"] = [
    ...(works ? (["status"] as const) : []),
    ...(["owner", "unit", "target", "deadline"] as const).filter((kind) => mayBe(verbOf[kind])),
    "watch",
  ];
  const units = kinds.includes("unit")
    ? [...(await bodiesFromDatabase(deps.db)).byId.values()]
        .filter((body) => body.kind !== "class" && body.successorId === null)
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, "en"))
    : [];
  return ok({ kinds, people: kinds.includes("owner") ? await workingPeople(deps.db) : [], units });
}
