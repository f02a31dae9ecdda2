import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import type { TaskFilter } from "@/lib/core/task/filter";
import { type Role, roles } from "@/lib/core/task/workflow";
import { readBody, searchBodyNames } from "@/lib/db/bodies";
import { countTasks, listTaskLines } from "@/lib/db/task-list";
import type { Deps } from "@/lib/deps";
import { figure } from "./figures";
import type { bodyPageInput, bodySearchInput } from "./inputs";
import { bodiesFromDatabase } from "./registry";
import { queryOf, readingDay, toRow } from "./task-views";
import type { BodyPage, BodyRef } from "./types";

const bound = 10_000;

/** One body with its names, what it was and became, and all that is asked of it under any of these names. */
export async function bodyPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof bodyPageInput>,
): Promise<Result<BodyPage>> {
  if (!can(actor, "body.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the registry.");
  const body = await readBody(deps.db, input.id);
  if (!body)
    return fail("not-found", "There is no such body in the registry. Search for it by any of its names.");
  const reading = readingDay(input.asOf, await deps.today());
  const graph = await bodiesFromDatabase(deps.db);
  const base: TaskFilter = { body: body.id };
  const query = (filter: TaskFilter) => queryOf(filter, reading, graph);
  const counted = async (filter: TaskFilter) =>
    figure((await countTasks(deps.db, query(filter), bound)).count, filter);
  const lines = await listTaskLines(
    deps.db,
    query({ ...base, open: true }),
    { by: "due", direction: "asc" },
    null,
    50,
  );
  const { memberships, ...own } = body;
  return ok({
    ...own,
    lineage: graph
      .lineage(body.id)
      .map(({ id, name, validFrom, validTo }) => ({ id, name, validFrom, validTo, isThis: id === body.id })),
    figures: {
      pending: await counted({ ...base, open: true }),
      overdue: await counted({ ...base, timeliness: ["OVERDUE"] }),
      unassigned: await counted({ ...base, open: true, unassigned: true }),
      done: await counted({ ...base, open: false }),
    },
    tasks: lines.map((line) => toRow(line, reading.day)),
    people: memberships.flatMap(({ person, role }) =>
      (roles as readonly string[]).includes(role) ? [{ person, role: role as Role }] : [],
    ),
    asOf: reading.day,
  });
}

/** Bodies by any name they have or had, for choosers and the search box. */
export async function searchBodies(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof bodySearchInput>,
): Promise<Result<readonly BodyRef[]>> {
  if (!can(actor, "body.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the registry.");
  return ok(await searchBodyNames(deps.db, input.text, input.limit));
}
