import { expect, it } from "vitest";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";

it.each([
  ["A/RES/52/205", "A/RES/52/205"],
  ["a/res/52/205", "A/RES/52/205"],
  ["A / RES / 52 / 205", "A/RES/52/205"],
  ["52/205", "A/RES/52/205"],
  ["ga 52/205", "A/RES/52/205"],
  ["GA res. 52/205", "A/RES/52/205"],
  ["UNGA 80/251", "A/RES/80/251"],
  ["Resolution 52/205", "A/RES/52/205"],
  ["General Assembly resolution 52/205.", "A/RES/52/205"],
  ["hrc 57/3", "A/HRC/RES/57/3"],
  ["Human Rights Council resolution 57/3", "A/HRC/RES/57/3"],
  ["sc 2719 (2023)", "S/RES/2719 (2023)"],
  ["E/RES/2020/5", "E/RES/2020/5"],
  ["ecosoc 2020/5", "E/RES/2020/5"],
])("reads %s as people type it", (text, canonical) => {
  expect(looseSymbol(text)?.canonical).toBe(canonical);
});

it.each(["cooperation", "agenda item 52", "", "12/1998 meeting", "a report"])(
  "takes %j for words, not for a symbol",
  (text) => {
    expect(looseSymbol(text)).toBeNull();
  },
);
