import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { peopleNamed, setWatch } from "@/lib/db/notices";
import { readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { findPeopleInput, watchInput } from "./inputs";
import { bodiesFromDatabase, thingOf } from "./registry";
import type { PersonRef } from "./types";

/** Begins or ends watching a task: who watches is told of every change in the inbox. */
export async function watchTask(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof watchInput>,
): Promise<Result<{ readonly number: number; readonly watching: boolean }>> {
  const task = await readTask(deps.db, input.number);
  if (!task)
    return fail("not-found", `There is no task ${input.number}. Check the number, or search the list.`);
  if (!can(actor, "task.watch", thingOf(task, await bodiesFromDatabase(deps.db))))
    return fail("not-permitted", "Ask an administrator for a role before you watch tasks.");
  await setWatch(deps.db, actor.personId, task.id, input.watch);
  return ok({ number: task.number, watching: input.watch });
}

/** People who can be mentioned: those with a role, by a part of their name. */
export async function findPeople(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof findPeopleInput>,
): Promise<Result<readonly (PersonRef & { readonly title: string })[]>> {
  if (!can(actor, "person.list")) return fail("not-permitted", "Your role does not allow this.");
  return ok(await peopleNamed(deps.db, input.text, 8));
}
