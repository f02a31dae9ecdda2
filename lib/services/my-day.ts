import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import type { TaskFilter } from "@/lib/core/task/filter";
import { type DayGroup, groupMyDay } from "@/lib/core/task/my-day";
import { countReview } from "@/lib/db/figures";
import { returnedTasks } from "@/lib/db/my-day";
import { listTaskLines } from "@/lib/db/task-list";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, calendarFromDatabase } from "./registry";
import { queryOf, readingDay, toRow } from "./task-views";
import type { TaskRow } from "./types";

/** What waits for one person today. */
export type MyDay = {
  readonly today: IsoDate;
  /** The next opening of the General Assembly: what is due before it is set apart. */
  readonly next: { readonly organ: string; readonly session: number; readonly opens: IsoDate } | null;
  readonly groups: readonly { readonly name: DayGroup; readonly rows: readonly TaskRow[] }[];
  /** Closures that this person may confirm, and work of this office that nobody owns. */
  readonly confirm: readonly TaskRow[];
  readonly unowned: readonly TaskRow[];
  readonly review: { readonly resolutions: number; readonly undecidedParagraphs: number } | null;
  readonly mine: number;
};

const most = 100;

/** Mine in the order in which it asks for attention; then what waits for my word, and what my office left without an owner. */
export async function myDay(deps: Deps, actor: Actor): Promise<Result<MyDay>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const reading = readingDay(undefined, await deps.today());
  const bodies = await bodiesFromDatabase(deps.db);
  const calendar = await calendarFromDatabase(deps.db);
  const list = async (filter: TaskFilter): Promise<TaskRow[]> =>
    (
      await listTaskLines(
        deps.db,
        queryOf(filter, reading, bodies),
        { by: "due", direction: "asc" },
        null,
        most,
      )
    ).map((line) => toRow(line, reading.day));
  const holds = (role: string) => actor.memberships.find((membership) => membership.role === role);
  const office =
    actor.memberships.find((one) => one.bodyId !== null && one.role !== "VIEWER" && one.role !== "SECRETARY")
      ?.bodyId ?? null;
  const mine = await list({ owner: actor.personId, open: true });
  const returned = await returnedTasks(
    deps.db,
    mine.filter((row) => row.status === "IN_PROGRESS").map((row) => row.id),
  );
  const next = calendar.rows("GA").find((session) => session.opens !== null && session.opens > reading.day);
  const isSecretary = holds("SECRETARY") !== undefined;
  return ok({
    today: reading.day,
    next: next?.opens ? { organ: next.organ, session: next.session, opens: next.opens } : null,
    groups: groupMyDay(mine, returned, next?.opens ?? null),
    confirm: isSecretary ? await list({ closureProposed: true, open: true }) : [],
    unowned: isSecretary
      ? await list({ unassigned: true, open: true })
      : office
        ? await list({ responsible: office, unassigned: true, open: true })
        : [],
    review: isSecretary ? await countReview(deps.db) : null,
    mine: mine.length,
  });
}
