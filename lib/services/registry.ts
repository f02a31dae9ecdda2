import type { Actor } from "@/lib/auth/actor";
import { rolesOver, type TaskThing, type Thing } from "@/lib/auth/policy";
import { taskThing, withAncestors } from "@/lib/auth/task-thing";
import type { DutyStationId } from "@/lib/core/calendar/duty-stations";
import type { Holiday } from "@/lib/core/calendar/holidays";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { organs } from "@/lib/core/symbol/organs";
import type { TaskActor } from "@/lib/core/task/move";
import { type BodyGraph, readBodyGraph } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";
import { readHolidaysInForce } from "@/lib/db/holidays";
import { registryMarks } from "@/lib/db/registry-mark";
import { readSessions } from "@/lib/db/sessions";
import type { StoredTask } from "@/lib/db/tasks";

/** The calendar and the bodies as of one moment. */
export type Registry = { readonly calendar: SessionCalendar; readonly bodies: BodyGraph };

type Kept<T> = { readonly mark: string; readonly value: T } | null;
let keptCalendar: Kept<SessionCalendar> = null;
const none: readonly Holiday[] = [];
let keptBodies: Kept<BodyGraph> = null;

/**
 * Calendar and bodies as the database holds them. They are kept in memory as long as no row changes, here or at another
 * instance: a mark is read each time, the rows only after a change. Inside a transaction they show what it has written.
 */
export async function registryFromDatabase(db: Db): Promise<Registry> {
  const marks = await registryMarks(db);
  return { calendar: await calendarAt(db, marks.calendar), bodies: await bodiesAt(db, marks.bodies) };
}

/** The calendar alone. */
export const calendarFromDatabase = async (db: Db): Promise<SessionCalendar> =>
  calendarAt(db, (await registryMarks(db)).calendar);

/** The registry of bodies alone. */
export const bodiesFromDatabase = async (db: Db): Promise<BodyGraph> =>
  bodiesAt(db, (await registryMarks(db)).bodies);

async function calendarAt(db: Db, mark: string): Promise<SessionCalendar> {
  if (keptCalendar?.mark === mark) return keptCalendar.value;
  const [sessions, added] = await Promise.all([readSessions(db), readHolidaysInForce(db)]);
  const byStation = new Map<DutyStationId, readonly Holiday[]>();
  for (const { station, ...holiday } of added)
    byStation.set(station, [...(byStation.get(station) ?? []), holiday]);
  const value = loadCalendar(sessions, (station) => byStation.get(station) ?? none);
  keptCalendar = { mark, value };
  return value;
}

async function bodiesAt(db: Db, mark: string): Promise<BodyGraph> {
  if (keptBodies?.mark === mark) return keptBodies.value;
  const value = await readBodyGraph(db);
  keptBodies = { mark, value };
  return value;
}

/** The body of the registry that is an organ ("GA" → the General Assembly); none where the registry lacks it. */
export function organBodyIds(organ: string, bodies: BodyGraph): readonly string[] {
  const name: string = Object.hasOwn(organs, organ) ? organs[organ as keyof typeof organs].name : organ;
  return [...bodies.byId.values()].filter((body) => body.name === name).map((body) => body.id);
}

/** A task as permission sees it. */
export const thingOf = (
  task: Pick<StoredTask, "ownerId" | "responsibleId" | "leadBodyIds" | "organ" | "closureProposal">,
  bodies: BodyGraph,
): TaskThing =>
  taskThing(
    {
      ownerId: task.ownerId,
      responsibleId: task.responsibleId,
      // What a body was asked under an earlier name is today's office's to do, and the other way round.
      leadBodyIds: [
        ...task.leadBodyIds,
        ...(task.responsibleId === null ? [] : [task.responsibleId]),
      ].flatMap((id) => bodies.lineage(id).map((body) => body.id)),
      recordBodyIds: organBodyIds(task.organ, bodies),
      closureProposedById: task.closureProposal?.by ?? null,
    },
    bodies.parentOf,
  );

/** The actor as the workflow sees it: with the roles held over this thing, and the people acted for. */
export const taskActor = (actor: Actor, thing: TaskThing): TaskActor => ({
  personId: actor.personId,
  name: actor.name,
  roles: rolesOver(actor, thing),
  actsAs: [actor.personId, ...(actor.actingFor ?? []).map((person) => person.personId)],
});

/** The record of an organ as permission sees it: the organ and the bodies above it. */
export const recordOf = (organ: string, bodies: BodyGraph): Thing => ({
  kind: "record",
  bodyIds: withAncestors(organBodyIds(organ, bodies), bodies.parentOf),
});
