import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, fromDayNumber, weekdayOf } from "@/lib/core/calendar/day";
import { type DutyStationId, dutyStations, stationOf } from "@/lib/core/calendar/duty-stations";
import { easterSunday, holidaysOf, islamicDaysIn } from "@/lib/core/calendar/holidays";
import { timeliness } from "@/lib/core/calendar/timeliness";
import {
  workingDayOnOrBefore,
  workingDaysBefore,
  workingDaysBetween,
  workingDaysOf,
} from "@/lib/core/calendar/working-days";

const days = (station: DutyStationId, year: number): string[] =>
  holidaysOf(station, year).days.map((one) => one.day);
const newYork = workingDaysOf("new-york");

describe("official holidays", () => {
  it("are those of the published lists where there is one", () => {
    // ST/IC/2019/23: Independence Day 2020, a Saturday, was kept on Friday 3 July.
    expect(days("new-york", 2020)).toContain("2020-07-03");
    expect(holidaysOf("new-york", 2020)).toMatchObject({ missing: [] });
    expect(days("vienna", 2023)).toContain("2023-01-02");
  });

  it("follow a pattern that the lists confirm, feasts of the moon aside", () => {
    for (const [station, listed, pattern] of [
      ["new-york", 2017, 2018],
      ["new-york", 2024, 2025],
      ["vienna", 2023, 2024],
    ] as const) {
      const names = (year: number): string[] =>
        holidaysOf(station, year)
          .days.map((one) => one.name)
          .filter((name) => !name.startsWith("Eid"));
      expect(names(pattern)).toEqual(names(listed));
      expect(holidaysOf(station, pattern).days.every((one) => one.standing === "derived")).toBe(true);
    }
  });

  it("find Easter in known years", () => {
    const known = {
      1998: "1998-04-12",
      2000: "2000-04-23",
      2017: "2017-04-16",
      2020: "2020-04-12",
      2023: "2023-04-09",
      2024: "2024-03-31",
      2038: "2038-04-25",
    };
    for (const [year, day] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(day);
  });

  it("say which feasts are missing and where to look for them", () => {
    expect(holidaysOf("new-york", 2026).missing).toEqual([
      { name: "Eid al-Fitr", around: "2026-03-20" },
      { name: "Eid al-Adha", around: "2026-05-27" },
    ]);
    // Announced: 26 June 2017, 1 September 2017, 26 May 2020 (observed), 31 July 2020, 10 April 2024, 17 June 2024.
    expect(islamicDaysIn(2017, 10, 1)).toEqual(["2017-06-26"]);
    expect(islamicDaysIn(2024, 12, 10)).toEqual(["2024-06-17"]);
    expect(islamicDaysIn(2033, 10, 1)).toHaveLength(2);
  });

  it("are weekdays, each once, at every duty station", () => {
    for (const station of Object.keys(dutyStations) as DutyStationId[]) {
      for (let year = 1998; year <= 2050; year++) {
        const all = days(station, year);
        expect(
          all.every((day) => weekdayOf(day) <= 5),
          `${station} ${year}`,
        ).toBe(true);
        expect(new Set(all).size, `${station} ${year}`).toBe(all.length);
      }
    }
  });

  it("keep a New Year's Day on a Saturday on 31 December", () => {
    expect(newYork.whyOff("2021-12-31")).toBe("New Year's Day");
    expect(newYork.whyOff("2020-12-31")).toBeNull();
  });

  it("are unknown before 1998, and said to be", () => {
    expect(holidaysOf("new-york", 1990).days).toEqual([]);
    expect(holidaysOf("new-york", 1990).missing[0]?.around).toBeNull();
  });
});

describe("working days", () => {
  it("never move a due day later", () => {
    const anyDay = fc.integer({ min: 10_000, max: 30_000 }).map(fromDayNumber);
    fc.assert(
      fc.property(anyDay, fc.constantFrom("new-york", "geneva", "vienna", "nairobi"), (day, station) => {
        const of = workingDaysOf(station);
        const moved = workingDayOnOrBefore(day, of);
        return (
          moved <= day && of.whyOff(moved) === null && workingDaysBetween(addDays(moved, 1), day, of) === 0
        );
      }),
    );
  });

  it("count back over a weekend and a holiday", () => {
    expect(workingDaysBefore("2026-07-07", 3, newYork)).toBe("2026-07-01");
    expect(workingDaysBetween("2026-07-01", "2026-07-07", newYork)).toBe(3);
  });

  it("belong to the station of a zone", () => {
    expect(stationOf("Europe/Zurich")).toBe("geneva");
    expect(stationOf("Africa/Nairobi")).toBe("nairobi");
    expect(stationOf("Asia/Kathmandu")).toBe("new-york");
  });
});

describe("timeliness", () => {
  it.each([
    [true, "2026-12-31", "on-track"],
    [true, "2026-12-24", "due-soon"],
    [true, "2026-11-24", "due-soon"],
    [true, "2026-11-23", "overdue"],
    [true, null, "no-date"],
    [false, "2020-01-01", "closed"],
    [false, null, "closed"],
  ] as const)("open %s and due %s is %s", (isOpen, due, expected) => {
    expect(timeliness(isOpen, { due }, "2026-11-24")).toBe(expected);
  });

  it("takes another lead", () => {
    expect(timeliness(true, { due: "2026-12-24" }, "2026-11-24", 7)).toBe("on-track");
  });
});
