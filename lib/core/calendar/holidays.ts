import { z } from "zod";
import geneva from "./data/holidays/geneva.json";
import nairobi from "./data/holidays/nairobi.json";
import newYork from "./data/holidays/new-york.json";
import vienna from "./data/holidays/vienna.json";
import { addDays, fromDayNumber, isIsoDate, isoOf, nthWeekday, weekdayOf } from "./day";
import type { DutyStationId } from "./duty-stations";
import type { IsoDate, Standing } from "./rule";

/** A day on which a duty station does not work. `fixed`: a list names it; `derived`: the pattern of the lists gives it. */
export type Holiday = {
  readonly day: IsoDate;
  readonly name: string;
  readonly standing: Standing;
  readonly source: string;
};

/** A holiday that is announced each year and not in the data. `around`: the computed day, good to two days or so. */
export type MissingHoliday = { readonly name: string; readonly around: IsoDate | null };

/** The holidays of one year, and those that the data lack. */
export type HolidayYear = { readonly days: readonly Holiday[]; readonly missing: readonly MissingHoliday[] };

const dayRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("date"), month: z.int(), day: z.int() }),
  z.object({ kind: z.literal("weekday"), month: z.int(), weekday: z.int(), nth: z.int() }),
  z.object({ kind: z.literal("after"), month: z.int(), weekday: z.int(), nth: z.int(), days: z.int() }),
  z.object({ kind: z.literal("easter"), offset: z.int() }),
]);

const stationFile = z.object({
  station: z.string(),
  /** A holiday on a weekend is kept on the nearest working day, or on the next one. */
  weekend: z.enum(["nearest", "next"]),
  since: z.int(),
  source: z.string(),
  announced: z.array(z.object({ name: z.string(), from: z.int(), month: z.int(), day: z.int() })),
  rules: z.array(
    z.object({ name: z.string(), rule: dayRule, from: z.int().optional(), until: z.int().optional() }),
  ),
  lists: z.array(
    z.object({
      year: z.int(),
      source: z.string(),
      days: z.array(z.tuple([z.string().refine(isIsoDate), z.string()])),
    }),
  ),
});
type StationFile = z.infer<typeof stationFile>;

const files: Readonly<Record<DutyStationId, unknown>> = { "new-york": newYork, geneva, vienna, nairobi };
const stations = new Map<DutyStationId, StationFile>();
const years = new Map<string, HolidayYear>();

/**
 * The official holidays of a duty station in a year: its published list where the data hold one, else the pattern of
 * the lists (standing "derived"). Years before 1998, when the present ten holidays were set (A/RES/52/214 A, decision
 * 52/468), are empty, and everything is `missing`. The two Eids cannot be computed and are `missing` without a list.
 */
export function holidaysOf(station: DutyStationId, year: number): HolidayYear {
  const key = `${station} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const answer = compute(fileOf(station), year);
  years.set(key, answer);
  return answer;
}

function fileOf(station: DutyStationId): StationFile {
  const known = stations.get(station);
  if (known) return known;
  const file = stationFile.parse(files[station]);
  stations.set(station, file);
  return file;
}

function compute(file: StationFile, year: number): HolidayYear {
  const list = file.lists.find((one) => one.year === year);
  if (list) {
    const days = list.days.map(
      ([day, name]): Holiday => ({ day, name, standing: "fixed", source: list.source }),
    );
    return { days, missing: [] };
  }
  if (year < file.since) return { days: [], missing: [{ name: "the holidays of that year", around: null }] };
  const days = file.rules
    .filter((one) => year >= (one.from ?? file.since) && year <= (one.until ?? 9999))
    .map(
      (one): Holiday => ({
        day: dayOf(one.rule, year),
        name: one.name,
        standing: "derived",
        source: file.source,
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const observed = file.weekend === "nearest" ? days.map(nearest) : nextFree(days);
  return { days: observed, missing: missingIn(file, year) };
}

const missingIn = (file: StationFile, year: number): MissingHoliday[] =>
  file.announced
    .filter((one) => year >= one.from)
    .flatMap(({ name, month, day }) => islamicDaysIn(year, month, day).map((around) => ({ name, around })));

/**
 * The days of a Gregorian year on which a day of the tabular Islamic calendar falls: none, one or two. The feasts
 * themselves follow the moon and are announced, so this tells where to look, never a holiday.
 */
export function islamicDaysIn(year: number, month: number, day: number): IsoDate[] {
  const first = Math.floor(((year - 622) * 33) / 32) - 1;
  return [first, first + 1, first + 2, first + 3]
    .map((hijri) => {
      const sinceEpoch =
        Math.floor((11 * hijri + 3) / 30) + 354 * hijri + 30 * month - Math.floor((month - 1) / 2) + day;
      // 1948440 - 385 is the Julian day before the epoch of the tabular calendar; 2440588 that of 1 January 1970.
      return fromDayNumber(sinceEpoch + 1948440 - 385 - 2440588);
    })
    .filter((one) => one.startsWith(`${year}-`));
}

function dayOf(rule: z.infer<typeof dayRule>, year: number): IsoDate {
  switch (rule.kind) {
    case "date":
      return isoOf(year, rule.month, rule.day);
    case "weekday":
      return nthWeekday(year, rule.month, rule.weekday, rule.nth);
    case "after":
      return addDays(nthWeekday(year, rule.month, rule.weekday, rule.nth), rule.days);
    case "easter":
      return addDays(easterSunday(year), rule.offset);
  }
}

/** Saturday is kept on Friday, Sunday on Monday: 4 July 2020, a Saturday, was kept on the 3rd. */
function nearest(holiday: Holiday): Holiday {
  const weekday = weekdayOf(holiday.day);
  return weekday < 6 ? holiday : { ...holiday, day: addDays(holiday.day, weekday === 6 ? -1 : 1) };
}

/** A weekend holiday is kept on the next weekday that is not itself a holiday: 1 January 2023, a Sunday, on the 2nd. */
function nextFree(days: readonly Holiday[]): Holiday[] {
  const taken = new Set(days.filter((one) => weekdayOf(one.day) < 6).map((one) => one.day));
  return days.map((holiday) => {
    if (weekdayOf(holiday.day) < 6) return holiday;
    let day = holiday.day;
    while (weekdayOf(day) > 5 || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    return { ...holiday, day };
  });
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return isoOf(year, Math.floor(n / 31), (n % 31) + 1);
}
