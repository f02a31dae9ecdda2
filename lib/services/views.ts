import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { countViews, createView, readViews, removeView } from "@/lib/db/views";
import type { Deps } from "@/lib/deps";
import type { saveViewInput, viewIdInput } from "./inputs";
import type { SavedViewRow } from "./types";

const mostViews = 50;

/** This person's saved views and those that colleagues share. */
export async function savedViews(deps: Deps, actor: Actor): Promise<Result<readonly SavedViewRow[]>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  return ok(
    (await readViews(deps.db, actor.personId)).map((view) => ({
      ...view,
      isMine: view.owner.id === actor.personId,
    })),
  );
}

/** Keeps the filter, order and columns of a list under a name. */
export async function saveView(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof saveViewInput>,
): Promise<Result<SavedViewRow>> {
  if (!can(actor, "view.save"))
    return fail("not-permitted", "Ask an administrator for a role before you save views.");
  if (input.isShared && !can(actor, "view.share"))
    return fail("not-permitted", "Viewers keep views for themselves. Ask a colleague to share it.");
  const position = await countViews(deps.db, actor.personId);
  if (position >= mostViews)
    return fail("too-many", `You keep ${mostViews} views already. Delete one first.`);
  const view = await createView(deps.db, {
    ...input,
    query: input.query.replace(/^\?/, ""),
    ownerId: actor.personId,
    position,
  });
  return ok({ ...view, isMine: true });
}

/** Removes one of this person's own views. */
export async function deleteView(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof viewIdInput>,
): Promise<Result<{ readonly id: string }>> {
  if (!can(actor, "view.save"))
    return fail("not-permitted", "Ask an administrator for a role before you save views.");
  if (await removeView(deps.db, input.id, actor.personId)) return ok({ id: input.id });
  return fail("not-found", "There is no such view of yours. Only the person who made a view can remove it.");
}
