import { addDays, weekdayOf, yearOf } from "./day";
import { type DutyStationId, dutyStations } from "./duty-stations";
import { type Holiday, holidaysOf, type MissingHoliday } from "./holidays";
import type { IsoDate } from "./rule";

/** The working days of one duty station: Monday to Friday without its holidays. */
export type WorkingDays = {
  readonly station: DutyStationId;
  /** "New York", for sentences. */
  readonly name: string;
  /** Null on a working day, else why it is none: "weekend" or the holiday's name. */
  readonly whyOff: (day: IsoDate) => string | null;
  /** Holidays of that year that are announced and not in the data. */
  readonly missing: (year: number) => readonly MissingHoliday[];
};

const plain = new Map<DutyStationId, WorkingDays>();
/** Thousands of plans share one list of added holidays: it is read once. */
const withAdded = new WeakMap<readonly Holiday[], Map<DutyStationId, WorkingDays>>();

/**
 * The working days of a duty station. `added` are holidays that an administrator entered (the Eids of a year, a closure);
 * they count on top of the data, and an added holiday is no longer missing.
 */
export function workingDaysOf(station: DutyStationId, added: readonly Holiday[] = []): WorkingDays {
  const kept = added.length === 0 ? plain : (withAdded.get(added) ?? new Map<DutyStationId, WorkingDays>());
  const known = kept.get(station);
  if (known) return known;
  const extra = new Map(added.map((holiday) => [holiday.day, holiday.name] as const));
  const byYear = new Map<number, ReadonlyMap<IsoDate, string>>();
  const namesOf = (year: number): ReadonlyMap<IsoDate, string> => {
    const held = byYear.get(year);
    if (held) return held;
    // A New Year's Day on a Saturday may be kept on 31 December of the year before.
    const listed = [...holidaysOf(station, year + 1).days, ...holidaysOf(station, year).days];
    const names = new Map(listed.map((holiday) => [holiday.day, holiday.name] as const));
    byYear.set(year, names);
    return names;
  };
  const days: WorkingDays = {
    station,
    name: dutyStations[station].name,
    whyOff: (day) =>
      weekdayOf(day) > 5 ? "weekend" : (extra.get(day) ?? namesOf(yearOf(day)).get(day) ?? null),
    missing: (year) =>
      holidaysOf(station, year).missing.filter(
        ({ name }) => !added.some((holiday) => holiday.name === name && yearOf(holiday.day) === year),
      ),
  };
  kept.set(station, days);
  if (added.length > 0) withAdded.set(added, kept);
  return days;
}

/** The day itself if it is a working day, else the last working day before it: a due date never moves later. */
export function workingDayOnOrBefore(day: IsoDate, days: WorkingDays): IsoDate {
  let one = day;
  while (days.whyOff(one) !== null) one = addDays(one, -1);
  return one;
}

/** `count` working days before `day` (0: the day itself, moved back to a working day). */
export function workingDaysBefore(day: IsoDate, count: number, days: WorkingDays): IsoDate {
  let one = workingDayOnOrBefore(day, days);
  for (let left = count; left > 0; left--) one = workingDayOnOrBefore(addDays(one, -1), days);
  return one;
}

/** Working days from `from` (counted) to `to` (not counted); 0 where `to` is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, days: WorkingDays): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (days.whyOff(day) === null) count++;
  return count;
}
