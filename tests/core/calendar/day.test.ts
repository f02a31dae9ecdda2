import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  dayInWords,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isIsoDate,
  nthWeekday,
  toDayNumber,
  weekdayInWords,
  weekdayOf,
} from "@/lib/core/calendar/day";
import { dayAt, sessionDayInstant } from "@/lib/core/calendar/day-instant";

const anyDay = fc.integer({ min: -300_000, max: 2_900_000 }).map(fromDayNumber);

describe("days", () => {
  it("turns every day into a number and back", () => {
    fc.assert(fc.property(anyDay, (day) => fromDayNumber(toDayNumber(day)) === day));
  });

  it("adds and subtracts the same number of days without a trace", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const moved = addDays(day, days);
        return daysBetween(day, moved) === days && addDays(moved, -days) === day;
      }),
    );
  });

  it("knows leap years by the Gregorian rule", () => {
    expect(isIsoDate("2000-02-29")).toBe(true);
    expect(isIsoDate("2024-02-29")).toBe(true);
    expect(isIsoDate("1900-02-29")).toBe(false);
    expect(isIsoDate("2100-02-29")).toBe(false);
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(daysInMonth(2028, 2)).toBe(29);
  });

  it("refuses what is no day", () => {
    for (const text of [
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-4-1",
      "",
      "20260401",
      "2026-04-01T00:00",
      "0001-01-01",
    ]) {
      expect(isIsoDate(text), text).toBe(false);
      expect(() => toDayNumber(text), text).toThrow();
    }
  });

  it("clips a month's end instead of running over it", () => {
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  });

  it("names weekdays that documents print", () => {
    // A/RES/52/232: the fifty-third session opened on Wednesday, 9 September 1998.
    expect(weekdayInWords("1998-09-09")).toBe("Wednesday 9 September 1998");
    expect(dayInWords("1999-07-16")).toBe("16 July 1999");
    expect(weekdayOf("2026-09-08")).toBe(2);
    expect(weekdayOf("1946-01-10")).toBe(4);
  });

  it("finds the nth and the last weekday of a month", () => {
    expect(nthWeekday(2026, 9, 1, 1)).toBe("2026-09-07");
    expect(nthWeekday(2026, 11, 4, 4)).toBe("2026-11-26");
    expect(nthWeekday(2026, 5, 1, -1)).toBe("2026-05-25");
    expect(nthWeekday(2027, 2, 1, -1)).toBe("2027-02-22");
  });
});

describe("instants of session days", () => {
  it("are mornings at the duty station, summer time included", () => {
    expect(sessionDayInstant("2026-09-08", "America/New_York").toISOString()).toBe(
      "2026-09-08T13:00:00.000Z",
    );
    expect(sessionDayInstant("2026-12-08", "America/New_York").toISOString()).toBe(
      "2026-12-08T14:00:00.000Z",
    );
    expect(sessionDayInstant("2026-02-23", "Europe/Zurich").toISOString()).toBe("2026-02-23T08:00:00.000Z");
    expect(sessionDayInstant("2025-12-08", "Africa/Nairobi", 8, 30).toISOString()).toBe(
      "2025-12-08T05:30:00.000Z",
    );
    expect(sessionDayInstant("2026-01-01", "Pacific/Kiritimati", 0).toISOString()).toBe(
      "2025-12-31T10:00:00.000Z",
    );
    expect(sessionDayInstant("2026-01-01", "Asia/Kathmandu", 0).toISOString()).toBe(
      "2025-12-31T18:15:00.000Z",
    );
  });

  it("lead back to the same day in any zone", () => {
    const zone = fc.constantFrom(
      "UTC",
      "America/New_York",
      "Europe/Zurich",
      "Pacific/Kiritimati",
      "Asia/Kathmandu",
      "Africa/Nairobi",
    );
    const day = fc.integer({ min: 0, max: 30_000 }).map(fromDayNumber);
    fc.assert(fc.property(day, zone, (one, where) => dayAt(sessionDayInstant(one, where), where) === one));
  });

  it("refuse a zone that does not exist", () => {
    expect(() => sessionDayInstant("2026-01-01", "Mars/Olympus")).toThrow();
  });
});
