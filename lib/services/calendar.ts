import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { daysBetween } from "@/lib/core/calendar/day";
import { parseCalendarPack } from "@/lib/core/calendar/packs";
import type { CalendarSession, SessionCalendar } from "@/lib/core/calendar/rule";
import { blankSession } from "@/lib/core/calendar/session-change";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { fail, ok, type Result } from "@/lib/core/result";
import type { TaskFilter } from "@/lib/core/task/filter";
import { outputShown, type Planned, planOf } from "@/lib/core/task/schedule";
import { atomically } from "@/lib/db/atomically";
import { type CountsBy, countTasksBy } from "@/lib/db/figures";
import { type DatedTask, readDatedTasks } from "@/lib/db/session-tasks";
import {
  appendCalendarChange,
  readCalendarChanges,
  readLatestChanges,
  readSession,
  readSessions,
  storeSession,
} from "@/lib/db/sessions";
import { listTaskLines } from "@/lib/db/task-list";
import { namesOfPeople, readPlanned } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { figure, figuresOf, statusFigures } from "./figures";
import type { asOfInput, calendarPackInput, sessionPageInput } from "./inputs";
import { redate } from "./redate-tasks";
import { bodiesFromDatabase, calendarFromDatabase, recordOf, registryFromDatabase } from "./registry";
import { planViews, queryOf, readingDay, toRow, warningViews } from "./task-views";
import type { CalendarAdministration, SessionListRow, SessionPage } from "./types";

/** A brief shows so many of the tasks due, those with the next step soonest; the list has all. */
const mostInBrief = 25;

/** One session: its days with their sources, what is due at it, the plans that lead to it, and who changed its days. */
export async function sessionPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sessionPageInput>,
): Promise<Result<SessionPage>> {
  if (!can(actor, "calendar.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the calendar.");
  const { db } = deps;
  const { organ, session: number } = input;
  const reading = readingDay(input.asOf, await deps.today());
  const { bodies, calendar } = await registryFromDatabase(db);
  const session = calendar.find(organ, number);
  if (!session)
    return fail(
      "not-found",
      `The ${sessionTitle(organ, number)} is not in the calendar, and no rule proposes its days. An Admin can add it.`,
    );
  const filter: TaskFilter = { organ, session: number };
  const query = queryOf(filter, reading, bodies);
  const [row, counts, lines, changes] = await Promise.all([
    readSession(db, organ, number),
    countTasksBy(db, query, { organ, session: number }),
    listTaskLines(db, query, { by: "step", direction: "asc" }, null, mostInBrief),
    readCalendarChanges(db, organ, number),
  ]);
  const { pending, ...figures } = figuresOf(
    counts.find((one) => one.by === "all"),
    filter,
  );
  const dated = await readDatedTasks(
    db,
    lines.map((line) => line.id),
  );
  const hosts = new Map<string, Planned | null>();
  for (const { hostId } of dated)
    if (hostId !== null && !hosts.has(hostId)) hosts.set(hostId, await readPlanned(db, hostId));
  const names = await namesOfPeople(
    db,
    changes.map((change) => change.actorId),
  );
  const ref = (one: CalendarSession | null) => one && { organ: one.organ, session: one.session };
  return ok({
    session,
    version: row?.version ?? 0,
    isProjected: row === null,
    opensIn: session.opens === null ? null : daysBetween(reading.day, session.opens),
    because: [],
    previous: ref(calendar.find(organ, number - 1)),
    next: ref(calendar.find(organ, number + 1)),
    figures: { ...figures, open: pending },
    byStatus: statusFigures(counts, filter),
    due: lines.map((line) => toRow(line, reading.day)),
    steps: dated.map((task) => stepsOf(task, hosts.get(task.hostId ?? "") ?? null, calendar, reading.day)),
    changes: changes.map(({ at, actorId, ...change }) => ({
      ...change,
      at: at.toISOString(),
      by: actorId === null ? "System" : (names.get(actorId) ?? ""),
    })),
    asOf: reading.day,
    mayMove: !reading.isPast && can(actor, "calendar.change", recordOf(organ, bodies)),
  });
}

/** One task's plan with its kind of output, its limit, and where it leaves no time. */
function stepsOf(
  task: DatedTask,
  hostTask: Planned | null,
  calendar: SessionCalendar,
  day: string,
): SessionPage["steps"][number] {
  const {
    rules,
    quote,
    recurrence,
    targetOrgan,
    targetSession,
    targetPart,
    dueFrom,
    dueOn,
    certainty,
    because,
  } = task;
  const deadline = {
    rules,
    quote,
    recurrence,
    targetOrgan,
    targetSession,
    targetPart,
    dueFrom,
    dueOn,
    certainty,
    because,
  };
  const planned = { ...task, host: task.hostId, hostTask, deadline };
  const plan = planOf(planned, calendar, day);
  const next = task.nextStep !== null ? { code: task.nextStep } : null;
  return {
    taskNumber: task.number,
    para: task.para,
    symbol: task.symbol,
    steps: planViews(planned, plan, next, day),
    ...outputShown(task, plan),
    agendaTitle: task.agendaTitle,
    handOver: plan.handOver,
    meetingOn: task.meetingOn,
    warnings: task.status === "ONGOING" || task.status === "DEFERRED" ? [] : warningViews(plan),
  };
}

/** One session as the calendar's keeper edits it: as it stands, as a rule proposes it, or blank where it is to be added. */
export async function sessionToEdit(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sessionPageInput>,
): Promise<
  Result<{
    readonly session: CalendarSession;
    readonly version: number;
    readonly isNew: boolean;
    readonly mayChange: boolean;
  }>
> {
  if (!can(actor, "calendar.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the calendar.");
  const { organ, session: number } = input;
  const { bodies, calendar } = await registryFromDatabase(deps.db);
  const row = await readSession(deps.db, organ, number);
  const found = calendar.find(organ, number);
  const zone = calendar.rows(organ).at(-1)?.timeZone;
  const isNew = found === null;
  return ok({
    session: found ?? blankSession({ organ, session: number, source: "", ...(zone && { timeZone: zone }) }),
    version: row?.version ?? 0,
    isNew,
    mayChange: can(actor, "calendar.change", recordOf(organ, bodies)),
  });
}

/** The sessions of the calendar with what is open at each, newest first. */
export async function listSessions(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof asOfInput>,
): Promise<Result<readonly SessionListRow[]>> {
  if (!can(actor, "calendar.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the calendar.");
  const reading = readingDay(input.asOf, await deps.today());
  const counts = await countTasksBy(deps.db, {
    day: reading.day,
    pastDay: reading.isPast ? reading.day : null,
  });
  const bySession = new Map<string, CountsBy>(
    counts.filter((row) => row.by === "session").map((row) => [`${row.organ} ${row.session}`, row]),
  );
  const sessions = await readSessions(deps.db);
  return ok(
    sessions
      .map(({ version: _version, ...session }) => ({
        session,
        open: figure(bySession.get(`${session.organ} ${session.session}`)?.pending ?? 0, {
          organ: session.organ,
          session: session.session,
          open: true,
        }),
      }))
      .sort(
        (a, b) =>
          a.session.organ.localeCompare(b.session.organ, "en") || b.session.session - a.session.session,
      ),
  );
}

/** Adds the sessions of a calendar pack that are not in the calendar yet; rows that are there stay as they are. */
export async function addCalendarPack(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof calendarPackInput>,
): Promise<
  Result<{
    readonly organ: string;
    readonly added: number;
    readonly unchanged: number;
    readonly tasksMoved: number;
  }>
> {
  const pack = parseCalendarPack(input.pack);
  if (!pack.ok) return pack;
  const { organ, name, sessions } = pack.value;
  const today = await deps.today();
  if (!can(actor, "calendar.change", recordOf(organ, await bodiesFromDatabase(deps.db)))) {
    return fail("not-permitted", "Only an Admin adds sessions to the calendar.");
  }
  if (input.reason === "" || input.source === "") {
    return fail("invalid-input", "Say why the sessions are added, and where their days come from.", {
      fields: {
        ...(input.reason === "" && { reason: "Say why." }),
        ...(input.source === "" && { source: "Name the source." }),
      },
    });
  }
  const at = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    let added = 0;
    for (const session of sessions) {
      if (!(await storeSession(tx, session, 0, at))) continue;
      added += 1;
      const { reason, source } = input;
      await appendCalendarChange(tx, {
        organ,
        session: session.session,
        at,
        actorId: recordedActorId(actor),
        from: null,
        to: session,
        reason,
        source,
        tasksMoved: 0,
      });
    }
    // Tasks that named these sessions before their days were known get them now.
    const change = {
      calendar: await calendarFromDatabase(tx),
      touched: { sessions: sessions.slice(0, 1_000) },
      type: "session-moved" as const,
      said: { label: organ, session: name, source: input.source },
      reason: input.reason,
      today,
    };
    const tasksMoved = added === 0 ? 0 : await redate(tx, change, actor, at);
    return ok({ organ, added, unchanged: sessions.length - added, tasksMoved });
  });
}

/** What the calendar's own page shows: each series with how well it is known, and the latest changes of dates. */
export async function calendarAdministration(
  deps: Deps,
  actor: Actor,
): Promise<Result<CalendarAdministration>> {
  if (!can(actor, "calendar.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the calendar.");
  const sessions = await readSessions(deps.db);
  const organs = [...new Set(sessions.map((session) => session.organ))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
  const changes = await readLatestChanges(deps.db, 50);
  const names = await namesOfPeople(
    deps.db,
    changes.map((change) => change.actorId),
  );
  return ok({
    series: organs.map((organ) => {
      const rows = sessions
        .filter((session) => session.organ === organ)
        .sort((a, b) => a.session - b.session);
      const first = rows[0];
      const last = rows.at(-1);
      return {
        organ,
        sessions: rows.length,
        first: first?.label ?? "",
        last: last?.label ?? "",
        next: (last?.session ?? 0) + 1,
        fixed: rows.filter((row) => row.standing === "fixed").length,
        timeZone: last?.timeZone ?? "",
      };
    }),
    changes: changes.map(({ at, actorId, from, to, ...change }) => ({
      ...change,
      at: at.toISOString(),
      by: actorId === null ? "System" : (names.get(actorId) ?? ""),
      before: daysOf(from),
      after: daysOf(to),
    })),
    mayChange: can(actor, "calendar.change"),
    asOf: await deps.today(),
  });
}

/** The days of a row as a change kept them. */
function daysOf(row: unknown): { readonly opens: string | null; readonly closes: string | null } | null {
  if (typeof row !== "object" || row === null) return null;
  const day = (name: "opens" | "closes"): string | null => {
    const value = (row as Record<string, unknown>)[name];
    return typeof value === "string" ? value : null;
  };
  return { opens: day("opens"), closes: day("closes") };
}

export { moveSession, previewSessionMove } from "./move-session";
export { calendarFromDatabase } from "./registry";
