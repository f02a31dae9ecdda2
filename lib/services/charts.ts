import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { addDays } from "@/lib/core/calendar/day";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { type BurnUpPoint, burnUp } from "@/lib/core/insight/burn-up";
import { type CarriedRow, carriedBy } from "@/lib/core/insight/carried";
import { type Coverage, coverageOfAll } from "@/lib/core/insight/coverage";
import { type DueMonth, dueMonths } from "@/lib/core/insight/due-months";
import { type LineageRow, lineageRows } from "@/lib/core/insight/lineage";
import { type LoadMap, loadMap } from "@/lib/core/insight/load-map";
import { type Moved, movedSince } from "@/lib/core/insight/moved";
import { fail, ok, type Result } from "@/lib/core/result";
import { type TaskFilter, taskFilterSchema } from "@/lib/core/task/filter";
import type { BodyGraph } from "@/lib/db/bodies";
import {
  countAllByMonthAndBody,
  countScope,
  readCoverage,
  readLineage,
  readMoved,
  readReportRequests,
} from "@/lib/db/insight";
import type { Deps } from "@/lib/deps";
import { isoDaySchema } from "./inputs";
import { bodiesFromDatabase, calendarFromDatabase } from "./registry";
import { queryOf, readingDay } from "./task-views";
import type { BodyRef } from "./types";

/** A comparison lists at most so many tasks; more is a report, not a glance. */
const mostMoved = 500;
/** Coverage and lineage show at most so many rows. */
const mostRows = 60;
/** A map reads at most so many requests. */
const mostRequests = 20_000;

/** The charts of one session, body or any other narrow filter. */
export const scopeChartsInput = z.object({
  filter: taskFilterSchema,
  /** Days that the burn-up marks: openings of sessions. */
  marks: z.array(isoDaySchema).max(20).default([]),
  /** The earlier moment of the comparison; absent: four weeks before. */
  since: isoDaySchema.optional(),
  asOf: isoDaySchema.optional(),
});

/** A row of "who carries what" with the name of its body. */
export type CarriedView = CarriedRow & { readonly body: BodyRef | null };

/** What the charts of a scope are drawn from. */
export type ScopeCharts = {
  readonly filter: TaskFilter;
  readonly asOf: IsoDate;
  readonly since: IsoDate;
  readonly isPast: boolean;
  readonly burnUp: readonly BurnUpPoint[];
  readonly months: readonly DueMonth[];
  readonly carried: readonly CarriedView[];
  readonly moved: Moved;
  readonly lineage: readonly LineageRow[];
};

const denied = fail("not-permitted", "Ask an administrator for a role before you read the charts.");

/** Readiness, load by month and body, what moved, and what comes back, for the tasks of one filter. */
export async function scopeCharts(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof scopeChartsInput>,
): Promise<Result<ScopeCharts>> {
  if (!can(actor, "dashboard.read")) return denied;
  const reading = readingDay(input.asOf, await deps.today());
  const since = input.since ?? addDays(reading.day, -28);
  const bodies = await bodiesFromDatabase(deps.db);
  const query = queryOf(input.filter, reading, bodies);
  const db = await deps.reading();
  const counts = await countScope(db, query);
  const line = (name: (typeof counts.days)[number]["line"]) => counts.days.filter((one) => one.line === name);
  return ok({
    filter: input.filter,
    asOf: reading.day,
    since,
    isPast: reading.isPast,
    burnUp: burnUp(
      {
        asked: line("asked"),
        handedOver: line("handedOver"),
        settled: line("settled"),
        due: line("due"),
      },
      reading.day,
      input.marks,
    ),
    months: dueMonths(counts.months, reading.day),
    carried: named(carriedBy(counts.bodies, todayOf(bodies)), bodies),
    moved: movedSince(await readMoved(db, query, since, mostMoved), since, reading.day),
    lineage: lineageRows(await readLineage(db, query, mostRows)),
  });
}

const todayOf =
  (bodies: BodyGraph) =>
  (id: string): string =>
    bodies.today(id)?.id ?? id;

const named = (rows: readonly CarriedRow[], bodies: BodyGraph): CarriedView[] =>
  rows.map((row) => ({
    ...row,
    body:
      row.bodyId === null ? null : { id: row.bodyId, name: bodies.byId.get(row.bodyId)?.name ?? row.bodyId },
  }));

export const sessionChartsInput = z.object({
  organ: z.string().min(1).max(200),
  session: z.coerce.number().int().min(1).max(9999),
  since: isoDaySchema.optional(),
  asOf: isoDaySchema.optional(),
});

/** The charts of one session, with the days and stretches of the calendar that belong into them. */
export type SessionCharts = {
  readonly charts: ScopeCharts;
  readonly marks: readonly { readonly on: IsoDate; readonly kind: "opening" | "closing" }[];
  readonly bands: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly label: string }[];
};

/** The charts of what is due at one session; without `since` they compare with the opening of the session before it. */
export async function sessionCharts(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sessionChartsInput>,
): Promise<Result<SessionCharts>> {
  if (!can(actor, "dashboard.read")) return denied;
  const { organ, session: number } = input;
  const calendar = await calendarFromDatabase(deps.db);
  const session = calendar.find(organ, number);
  if (!session) return fail("not-found", `The ${sessionTitle(organ, number)} is not in the calendar.`);
  const before = calendar.find(organ, number - 1);
  const today = await deps.today();
  const day = input.asOf ?? today;
  const since = input.since ?? (before?.opens && before.opens < day ? before.opens : undefined);
  const charts = await scopeCharts(deps, actor, {
    filter: { organ, session: number },
    marks: [session.opens, session.closes].filter((one) => one !== null),
    since,
    asOf: input.asOf,
  });
  if (!charts.ok) return charts;
  return ok({
    charts: charts.value,
    marks: [
      ...(session.opens ? [{ on: session.opens, kind: "opening" as const }] : []),
      ...(session.closes ? [{ on: session.closes, kind: "closing" as const }] : []),
    ],
    bands: [before, session].flatMap((one) =>
      one?.opens && one.closes
        ? [{ from: one.opens, to: one.closes, label: `${one.organ} ${one.label}` }]
        : [],
    ),
  });
}

export const loadChartsInput = z.object({ asOf: isoDaySchema.optional() });

/** When everything falls due, and who carries it: the whole record, from the maintained summary. */
export async function loadCharts(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof loadChartsInput>,
): Promise<Result<Pick<ScopeCharts, "asOf" | "months" | "carried">>> {
  if (!can(actor, "dashboard.read")) return denied;
  const { day } = readingDay(input.asOf, await deps.today());
  const counts = await countAllByMonthAndBody(await deps.reading(), day);
  const bodies = await bodiesFromDatabase(deps.db);
  return ok({
    asOf: day,
    months: dueMonths(counts.months, day),
    carried: named(carriedBy(counts.bodies, todayOf(bodies)), bodies),
  });
}

export const coverageInput = z.object({
  organ: z.string().min(1).max(200).optional(),
  session: z.coerce.number().int().min(1).max(9999).optional(),
});

/** Have we read everything adopted: paragraphs decided and unread, those with most unread first. */
export async function coverageChart(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof coverageInput>,
): Promise<Result<{ readonly rows: readonly Coverage[]; readonly all: ReturnType<typeof coverageOfAll> }>> {
  if (!can(actor, "resolution.read")) return denied;
  const rows = await readCoverage(
    await deps.reading(),
    {
      ...(input.organ !== undefined && { organ: input.organ }),
      ...(input.session !== undefined && { session: input.session }),
    },
    mostRows,
  );
  return ok({ rows, all: coverageOfAll(rows) });
}

export const loadMapInput = z.object({
  organ: z.string().min(1).max(200).default("GA"),
  /** First session of the map; absent: the one that is next on the working date. */
  first: z.coerce.number().int().min(1).max(9999).optional(),
  count: z.coerce.number().int().min(1).max(12).default(6),
  combine: z.boolean().default(false),
  biennialize: z.boolean().default(false),
});

export type LoadMapView = {
  readonly map: LoadMap;
  readonly organ: string;
  readonly first: number;
  readonly asOf: IsoDate;
  readonly isWhole: boolean;
};

/** The reporting load by session, committee and month, with what combining or biennializing would make of it. */
export async function reportingLoad(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof loadMapInput>,
): Promise<Result<LoadMapView>> {
  if (!can(actor, "dashboard.read")) return denied;
  const today = await deps.today();
  const calendar = await calendarFromDatabase(deps.db);
  const now = calendar.at(input.organ, today);
  const first = input.first ?? now?.session ?? 1;
  const requests = await readReportRequests(
    await deps.reading(),
    input.organ,
    first,
    first + input.count - 1,
    mostRequests + 1,
  );
  return ok({
    map: loadMap(
      requests.slice(0, mostRequests),
      { first, count: input.count },
      { combine: input.combine, biennialize: input.biennialize },
    ),
    organ: input.organ,
    first,
    asOf: today,
    isWhole: requests.length <= mostRequests,
  });
}
