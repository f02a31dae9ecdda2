import { describe, expect, it } from "vitest";
import { readRules, writeRules } from "@/app/(desk)/review/deadline-text";
import type { DeadlineRule } from "@/lib/core/calendar/rule";

const session: DeadlineRule = { kind: "session", organ: "GA", session: 53, operator: "before" };

describe("deadlines as a person edits them", () => {
  it.each([
    ["GA-53", { kind: "session", organ: "GA", session: 53, operator: "at" }],
    [
      "GA 53 beginning",
      { kind: "session", organ: "GA", session: 53, part: "beginning", operator: "beginning" },
    ],
    [
      "ECOSOC-1998 substantive",
      { kind: "session", organ: "ECOSOC", session: 1998, part: "substantive", operator: "at" },
    ],
    ["1998-12-31", { kind: "date", on: "1998-12-31", operator: "by" }],
    ["1998-06", { kind: "month", month: "1998-06", operator: "by" }],
    ["1998", { kind: "year", year: 1998, operator: "by" }],
    ["the next high-level meeting", { kind: "event", name: "the next high-level meeting", operator: "at" }],
  ])("reads %s", (text, rule) => {
    expect(readRules(text, [])).toEqual([rule]);
  });

  it("leaves a rule as it was where its text was not touched, with the operator that the text does not show", () => {
    expect(readRules(writeRules([session]), [session])).toEqual([session]);
  });

  it("reads several, and nothing as no deadline", () => {
    expect(readRules("GA-53; GA-54", [])).toHaveLength(2);
    expect(readRules("  ", [session])).toEqual([]);
  });
});
