import type { DutyStationId } from "@/lib/core/calendar/duty-stations";
import type { Holiday } from "@/lib/core/calendar/holidays";
import type { Db } from "./client";

/** A holiday that an Admin entered, with who did so and why, and who took it back. */
export type StoredHoliday = {
  readonly id: string;
  readonly station: DutyStationId;
  readonly day: string;
  readonly name: string;
  readonly source: string;
  readonly reason: string;
  readonly addedAt: Date;
  readonly addedByName: string;
  readonly endedAt: Date | null;
  readonly endedByName: string;
  readonly endedWhy: string;
};

/** The entered holidays in force, as the calendar counts them. */
export async function readHolidaysInForce(
  db: Db,
): Promise<readonly (Holiday & { readonly station: DutyStationId })[]> {
  const rows = await db.addedHoliday.findMany({
    where: { endedAt: null },
    orderBy: { day: "asc" },
    take: 5_000,
    select: { station: true, day: true, name: true, source: true },
  });
  return rows.map((row) => ({ ...row, station: row.station as DutyStationId, standing: "fixed" as const }));
}

const shown = {
  id: true,
  station: true,
  day: true,
  name: true,
  source: true,
  reason: true,
  addedAt: true,
  addedByName: true,
  endedAt: true,
  endedByName: true,
  endedWhy: true,
} as const;

/** All entered holidays of a station in a year, those taken back too. */
export async function readAddedHolidays(
  db: Db,
  station: DutyStationId,
  year: number,
): Promise<StoredHoliday[]> {
  const rows = await db.addedHoliday.findMany({
    where: { station, day: { startsWith: `${year}-` } },
    orderBy: [{ day: "asc" }, { addedAt: "asc" }],
    take: 500,
    select: shown,
  });
  return rows.map((row) => ({ ...row, station: row.station as DutyStationId }));
}

export async function readHoliday(db: Db, id: string): Promise<StoredHoliday | null> {
  const row = await db.addedHoliday.findUnique({ where: { id }, select: shown });
  return row && { ...row, station: row.station as DutyStationId };
}

/** Adds a holiday; false where this day is one in force already. */
export async function addHolidayRow(
  tx: Db,
  holiday: Pick<
    StoredHoliday,
    "station" | "day" | "name" | "source" | "reason" | "addedAt" | "addedByName"
  > & {
    readonly addedById: string | null;
  },
): Promise<boolean> {
  const { count } = await tx.addedHoliday.createMany({ data: [holiday], skipDuplicates: true });
  return count === 1;
}

/** Takes a holiday back; false where somebody did before. */
export async function endHolidayRow(
  tx: Db,
  id: string,
  end: { readonly endedAt: Date; readonly endedByName: string; readonly endedWhy: string },
): Promise<boolean> {
  const { count } = await tx.addedHoliday.updateMany({ where: { id, endedAt: null }, data: end });
  return count === 1;
}
