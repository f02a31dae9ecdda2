import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { addDays, dayInWords, weekdayOf } from "@/lib/core/calendar/day";
import { dutyStations } from "@/lib/core/calendar/duty-stations";
import { type Holiday, holidaysOf, type MissingHoliday } from "@/lib/core/calendar/holidays";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import type { Db } from "@/lib/db/client";
import {
  addHolidayRow,
  endHolidayRow,
  readAddedHolidays,
  readHoliday,
  type StoredHoliday,
} from "@/lib/db/holidays";
import type { Deps } from "@/lib/deps";
import type { addHolidayInput, endHolidayInput, holidaysInput } from "./inputs";
import { redate } from "./redate-tasks";
import { calendarFromDatabase } from "./registry";

/** The holidays of a duty station in a year: those of the data, those entered here, and those the data lack. */
export type HolidaysPage = {
  readonly listed: readonly Holiday[];
  readonly entered: readonly StoredHoliday[];
  readonly missing: readonly MissingHoliday[];
  readonly mayChange: boolean;
};

const denied = fail("not-permitted", "Only an Admin changes the holidays of a duty station.");

/** Every holiday of a duty station in a year, with its source, and what is announced each year and not known here. */
export async function holidaysPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof holidaysInput>,
): Promise<Result<HolidaysPage>> {
  if (!can(actor, "calendar.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the calendar.");
  const { days, missing } = holidaysOf(input.station, input.year);
  const entered = await readAddedHolidays(deps.db, input.station, input.year);
  const isEntered = (name: string): boolean =>
    entered.some((holiday) => holiday.endedAt === null && holiday.name === name);
  return ok({
    listed: days,
    entered,
    missing: missing.filter(({ name }) => !isEntered(name)),
    mayChange: can(actor, "holiday.change"),
  });
}

/**
 * Enters a holiday of a duty station, with its source and a reason: no step of a plan falls on it any more. The tasks
 * whose next step moves get it and a history line in the same transaction.
 */
export async function addHoliday(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addHolidayInput>,
): Promise<Result<{ readonly tasksMoved: number }>> {
  if (!can(actor, "holiday.change")) return denied;
  const missing = required(input);
  if (missing) return missing;
  if (weekdayOf(input.day) > 5) return fault("day", "This day is on a weekend: nobody works on it anyhow.");
  const listed = holidaysOf(input.station, Number(input.day.slice(0, 4))).days;
  if (listed.some((holiday) => holiday.day === input.day))
    return fault("day", "This day is a holiday of the station already.");
  const at = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    const { station, day, name, source, reason } = input;
    const row = { station, day, name, source, reason, addedAt: at, addedByName: actor.name };
    if (!(await addHolidayRow(tx, { ...row, addedById: recordedActorId(actor) })))
      return fault("day", "This day is a holiday of the station already.");
    const tasksMoved = await replan(tx, deps, actor, { station, day, name, reason, isEnded: false }, at);
    await record(
      tx,
      actor,
      at,
      "holiday-added",
      row,
      null,
      { station, day, name, source, tasksMoved },
      reason,
    );
    return ok({ tasksMoved });
  });
}

/** Takes an entered holiday back, with a reason; it stays on record, and the plans count the day as a working day again. */
export async function endHoliday(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof endHolidayInput>,
): Promise<Result<{ readonly tasksMoved: number }>> {
  if (!can(actor, "holiday.change")) return denied;
  if (input.reason === "") return fault("reason", "Say why.");
  const at = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    const row = await readHoliday(tx, input.id);
    if (!row) return fail("not-found", "There is no such holiday. Reload the page.");
    const end = { endedAt: at, endedByName: actor.name, endedWhy: input.reason };
    if (!(await endHolidayRow(tx, input.id, end)))
      return fail("conflict", "Somebody has taken this holiday back already.");
    const { station, day, name, source } = row;
    const change = { station, day, name, reason: input.reason, isEnded: true };
    const tasksMoved = await replan(tx, deps, actor, change, at);
    await record(
      tx,
      actor,
      at,
      "holiday-ended",
      row,
      { station, day, name, source },
      { tasksMoved },
      input.reason,
    );
    return ok({ tasksMoved });
  });
}

/** Clearance counts at most some weeks of working days back, so no step further before the day than this can move. */
const reachDays = 90;

async function replan(
  tx: Db,
  deps: Deps,
  actor: Actor,
  holiday: Pick<StoredHoliday, "station" | "day" | "name" | "reason"> & { readonly isEnded: boolean },
  at: Date,
): Promise<number> {
  const { station, day, name, reason, isEnded } = holiday;
  return redate(
    tx,
    {
      calendar: await calendarFromDatabase(tx),
      touched: { from: addDays(day, -reachDays), to: day },
      type: "holiday",
      said: { holiday: `${name}, ${dayInWords(day)}`, station: dutyStations[station].name, isEnded },
      reason,
      today: await deps.today(),
    },
    actor,
    at,
  );
}

function required(input: z.infer<typeof addHolidayInput>): Result<never> | null {
  const fields = {
    ...(input.name === "" && { name: "Name the holiday." }),
    ...(input.source === "" && { source: "Name the source." }),
    ...(input.reason === "" && { reason: "Say why." }),
  };
  return Object.keys(fields).length === 0
    ? null
    : fail("invalid-input", "Name the holiday, its source and the reason.", { fields });
}

const fault = (field: string, message: string): Result<never> =>
  fail("invalid-input", message, { fields: { [field]: message } });

const record = (
  tx: Db,
  actor: Actor,
  at: Date,
  action: "holiday-added" | "holiday-ended",
  holiday: Pick<StoredHoliday, "station" | "day" | "name">,
  from: object | null,
  to: object,
  reason: string,
): Promise<void> =>
  appendAudit(tx, {
    at,
    actorId: recordedActorId(actor),
    actorName: actor.name,
    action,
    subject: `${holiday.name}, ${dayInWords(holiday.day)}, ${dutyStations[holiday.station].name}`,
    from,
    to,
    reason,
  });
