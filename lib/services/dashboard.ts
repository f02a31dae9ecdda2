import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { daysBetween } from "@/lib/core/calendar/day";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { fail, ok, type Result } from "@/lib/core/result";
import type { TaskFilter } from "@/lib/core/task/filter";
import type { BodyGraph } from "@/lib/db/bodies";
import { type CountsBy, countReview, countTasksBy } from "@/lib/db/figures";
import { countEach, listTaskLines } from "@/lib/db/task-list";
import type { Deps } from "@/lib/deps";
import { added, figure, figuresOf, statusFigures } from "./figures";
import type { asOfInput, sessionPageInput } from "./inputs";
import { bodiesFromDatabase, calendarFromDatabase, registryFromDatabase } from "./registry";
import { queryOf, readingDay, toRow } from "./task-views";
import type { Figure, PendingDashboard, SessionBrief, TaskRow } from "./types";

/** Figures of flags are counted up to here: nobody reads further. */
const bound = 10_000;

/** What a person may want to look into, in the order of the figures below. All of it is open work: its index is small. */
const flagFilters: readonly TaskFilter[] = [
  { open: true, timeliness: ["STEP_LATE"] },
  { open: true, timeliness: ["DUE_SOON"] },
  { open: true, timeliness: ["NO_DATE"] },
  { open: true, blocked: true },
  { open: true, closureProposed: true },
];

/** What is pending on a day, by session, body, unit and status; each figure with the filter that lists its rows. */
export async function pendingDashboard(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof asOfInput>,
): Promise<Result<PendingDashboard>> {
  if (!can(actor, "dashboard.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the dashboard.");
  const { db } = deps;
  const reading = readingDay(input.asOf, await deps.today());
  const { bodies, calendar } = await registryFromDatabase(db);
  const query = (filter: TaskFilter) => queryOf(filter, reading, bodies);
  const [rows, flags, attention, review] = await Promise.all([
    countTasksBy(db, query({})),
    countEach(
      db,
      flagFilters.map((filter) => query(filter)),
      bound,
    ),
    rowsNeedingAttention(db, query, reading.day),
    countReview(db),
  ]);
  const all = figuresOf(
    rows.find((row) => row.by === "all"),
    {},
  );
  const flagged = (place: number): Figure => figure(flags[place] ?? 0, flagFilters[place] ?? {});
  return ok({
    asOf: reading.day,
    isPast: reading.isPast,
    all: all.all,
    pending: all.pending,
    overdue: all.overdue,
    unassigned: all.unassigned,
    stepLate: flagged(0),
    dueSoon: flagged(1),
    noDate: flagged(2),
    blocked: flagged(3),
    closureProposed: flagged(4),
    bySession: sessionRows(rows, calendar),
    byBody: bodyRows(rows, "lead", bodies),
    byResponsible: bodyRows(rows, "responsible", bodies),
    byStatus: statusFigures(rows, {}),
    review,
    attention,
  });
}

async function rowsNeedingAttention(
  db: Deps["db"],
  query: (filter: TaskFilter) => ReturnType<typeof queryOf>,
  day: string,
): Promise<TaskRow[]> {
  const shown = 12;
  const overdue = await listTaskLines(
    db,
    query({ timeliness: ["OVERDUE"] }),
    { by: "due", direction: "asc" },
    null,
    shown,
  );
  const next = await listTaskLines(
    db,
    query({ timeliness: ["STEP_LATE", "DUE_SOON"] }),
    { by: "step", direction: "asc" },
    null,
    shown - overdue.length + 1,
  );
  return [...overdue, ...next].slice(0, shown).map((line) => toRow(line, day));
}

function sessionRows(rows: readonly CountsBy[], calendar: SessionCalendar): PendingDashboard["bySession"] {
  return rows
    .filter((row) => row.by === "session")
    .map((row) => {
      const known = row.organ !== null && row.session !== null;
      const session = known ? { organ: row.organ, session: row.session } : null;
      const held = session ? calendar.find(session.organ, session.session) : null;
      const { all: _all, ...figures } = figuresOf(
        row,
        session ? { organ: session.organ, session: session.session } : { organ: "none" },
      );
      return {
        session,
        label: session ? sessionTitle(session.organ, session.session) : "",
        opens: held?.opens ?? null,
        closes: held?.closes ?? null,
        ...figures,
      };
    })
    .sort(
      (a, b) => (a.opens ?? "9999").localeCompare(b.opens ?? "9999") || a.label.localeCompare(b.label, "en"),
    );
}

/** Bodies under their names of today: what was asked under an earlier name counts with its successor. */
function bodyRows(
  rows: readonly CountsBy[],
  by: "lead" | "responsible",
  bodies: BodyGraph,
): PendingDashboard["byBody"] {
  const groups = new Map<string | null, CountsBy[]>();
  for (const row of rows.filter((one) => one.by === by)) {
    const id = row.bodyId === null ? null : (bodies.today(row.bodyId)?.id ?? row.bodyId);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  const filterOf = (id: string | null): TaskFilter =>
    by === "lead"
      ? id === null
        ? { body: "none" }
        : { body: id, bodyRole: "lead" }
      : { responsible: id ?? "none" };
  return [...groups]
    .map(([id, group]) => {
      const { pending, overdue, unassigned } = figuresOf(added(group), filterOf(id));
      return {
        body: id === null ? null : { id, name: bodies.byId.get(id)?.name ?? id },
        pending,
        overdue,
        unassigned,
      };
    })
    .filter((row) => row.pending.count > 0)
    .sort((a, b) => b.overdue.count - a.overdue.count || b.pending.count - a.pending.count);
}

/** The brief before a session: how many of the things due at it are done, which are late, who has none. */
export async function sessionBrief(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sessionPageInput>,
): Promise<Result<SessionBrief>> {
  if (!can(actor, "dashboard.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the dashboard.");
  const reading = readingDay(input.asOf, await deps.today());
  const calendar = await calendarFromDatabase(deps.db);
  const session = calendar.find(input.organ, input.session);
  if (!session)
    return fail("not-found", `The ${sessionTitle(input.organ, input.session)} is not in the calendar.`);
  const filter: TaskFilter = { organ: input.organ, session: input.session };
  const query = queryOf(filter, reading, await bodiesFromDatabase(deps.db));
  const rows = await countTasksBy(deps.db, query, filter as { organ: string; session: number });
  const { pending, ...figures } = figuresOf(
    rows.find((row) => row.by === "all"),
    filter,
  );
  const lines = await listTaskLines(deps.db, query, { by: "step", direction: "asc" }, null, 200);
  const params = {
    done: figures.done.count,
    all: figures.all.count,
    overdue: figures.overdue.count,
    unassigned: figures.unassigned.count,
    session: sessionTitle(input.organ, input.session),
  };
  return ok({
    session,
    sentence: {
      code: "session.brief",
      params,
      text: `${params.done} of ${params.all} actions due at the ${params.session} are done; ${params.overdue} overdue, ${params.unassigned} without an owner.`,
    },
    opens: session.opens,
    daysToOpening: session.opens === null ? null : daysBetween(reading.day, session.opens),
    figures: { ...figures, open: pending },
    due: lines.map((line) => toRow(line, reading.day)),
    asOf: reading.day,
  });
}
