import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import { addBody, addBodyName, bodiesByName, nameKey, readBodyRow, storeBody } from "@/lib/db/bodies";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase } from "./registry";
import { words } from "./words";

const id = words(120).min(1);
const name = words(300).trim().min(1, "Give a name.");
const reason = words(500).trim().min(1, "Say why, or by which document.");
const when = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "Write a year, a month or a day: 1974, 1974-12 or 1974-12-18.")
  .nullable();
const bodyOrNone = id.nullable();

export const bodyKinds = ["organ", "body", "unit"] as const;
export const nameKinds = ["official", "historical", "alias", "acronym"] as const;
export const addBodyInput = z.strictObject({
  name,
  kind: z.enum(bodyKinds),
  parentId: bodyOrNone,
  /** Set where the new body continues an old one: that one's successor becomes the new body. */
  continuesId: bodyOrNone,
  source: reason,
});
export const changeBodyInput = z.strictObject({
  id,
  parentId: bodyOrNone,
  successorId: bodyOrNone,
  validFrom: when,
  validTo: when,
  reason,
});
export const nameBodyInput = z.strictObject({ id, name, kind: z.enum(nameKinds), source: reason });

const denied = (): Result<never> =>
  fail("not-permitted", "Only an administrator keeps the register of bodies.");
const missing = (): Result<never> => fail("not-found", "There is no such body in the registry.");

/** Adds a body to the register; where it continues an old one, the tasks of both are found under either name. */
export async function createBody(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addBodyInput>,
): Promise<Result<{ readonly id: string }>> {
  if (!can(actor, "body.change")) return denied();
  const newId = nameKey(input.name).replaceAll(" ", "-").slice(0, 100);
  if (newId === "") return wrong("name", "Give a name with letters.");
  return atomically(deps.db, async (tx) => {
    const graph = await bodiesFromDatabase(tx);
    const known = (await bodiesByName(tx, [input.name])).get(input.name);
    if (known !== undefined)
      return wrong("name", `The register knows this name already: it is ${known.name}.`);
    if (graph.byId.has(newId)) return wrong("name", "The register has a body of nearly this name already.");
    for (const other of [input.parentId, input.continuesId])
      if (other !== null && !graph.byId.has(other)) return missing();
    const { name, kind, parentId, continuesId, source } = input;
    await addBody(tx, { id: newId, name, kind, parentId, source, at: deps.clock.now() });
    if (continuesId !== null) {
      if ((graph.byId.get(continuesId)?.successorId ?? null) !== null)
        return wrong("continuesId", "That body has a successor already.");
      await storeBody(tx, continuesId, { successorId: newId });
    }
    await note(deps, actor, tx, "body-added", newId, null, { name, kind, parentId, continuesId }, source);
    return ok({ id: newId });
  });
}

/** Changes where a body stands: the body above it, what it became, from when to when. */
export async function changeBody(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changeBodyInput>,
): Promise<Result<{ readonly id: string }>> {
  if (!can(actor, "body.change")) return denied();
  const { id: bodyId, reason: why, ...changes } = input;
  return atomically(deps.db, async (tx) => {
    const before = await readBodyRow(tx, bodyId);
    if (before === null) return missing();
    const graph = await bodiesFromDatabase(tx);
    for (const [field, other] of [
      ["parentId", changes.parentId],
      ["successorId", changes.successorId],
    ] as const) {
      if (other === null) continue;
      if (!graph.byId.has(other)) return missing();
      const next = (at: string) => graph.byId.get(at)?.[field] ?? null;
      for (let at: string | null = other, steps = 0; at !== null && steps < 1_000; at = next(at), steps++)
        if (at === bodyId) return wrong(field, "This would close a circle: that body hangs on this one.");
    }
    await storeBody(tx, bodyId, changes);
    await note(deps, actor, tx, "body-changed", bodyId, before, changes, why);
    return ok({ id: bodyId });
  });
}

/** Adds a name that a body has or had: documents that use it are matched to the body from then on. */
export async function nameBody(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof nameBodyInput>,
): Promise<Result<{ readonly id: string }>> {
  if (!can(actor, "body.change")) return denied();
  return atomically(deps.db, async (tx) => {
    if ((await readBodyRow(tx, input.id)) === null) return missing();
    const known = (await bodiesByName(tx, [input.name])).get(input.name);
    if (known !== undefined)
      return wrong("name", `The register knows this name already: it is ${known.name}.`);
    await addBodyName(tx, input);
    const { id: bodyId, source, ...to } = input;
    await note(deps, actor, tx, "body-named", bodyId, null, to, source);
    return ok({ id: bodyId });
  });
}

const wrong = (field: string, message: string): Result<never> =>
  fail("invalid-input", message, { fields: { [field]: message } });

const note = (
  deps: Deps,
  actor: Actor,
  tx: Parameters<typeof appendAudit>[0],
  action: string,
  subject: string,
  from: unknown,
  to: unknown,
  why: string,
): Promise<void> =>
  appendAudit(tx, {
    at: deps.clock.now(),
    actorId: recordedActorId(actor),
    actorName: actor.name,
    action,
    subject,
    from,
    to,
    reason: why,
  });
