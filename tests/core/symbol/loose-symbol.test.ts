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
  ["res 52/205", "A/RES/52/205"],
  ["GA resolution 52/205", "A/RES/52/205"],
  ["UNGAR 52/205", "A/RES/52/205"],
  ["ga52/205", "A/RES/52/205"],
  ["A-RES-52-205", "A/RES/52/205"],
  ["A/RES/52/205, para. 9", "A/RES/52/205"],
  ["resolution 52/205 of 18 December 1997", "A/RES/52/205"],
  ["https://undocs.org/en/A/RES/52/205", "A/RES/52/205"],
  ["GA resolution 57/283 B", "A/RES/57/283 B"],
  ["GA res. 3234 (XXIX)", "A/RES/3234 (XXIX)"],
  ["S/RES/2754 (2024)", "S/RES/2754 (2024)"],
  ["UNSCR 1325", "S/RES/1325"],
  ["résolution 52/205 de l’Assemblée générale", "A/RES/52/205"],
  ["resolución 52/205", "A/RES/52/205"],
  ["резолюция 52/205", "A/RES/52/205"],
  ["القرار ٥٢/٢٠٥", "A/RES/52/205"],
  ["大会第52/205号决议", "A/RES/52/205"],
  ["安全理事会第2754（2024）号决议", "S/RES/2754 (2024)"],
])("reads %s as people type it", (text, canonical) => {
  expect(looseSymbol(text)?.canonical).toBe(canonical);
});

it.each([
  "cooperation",
  "agenda item 52",
  "",
  "12/1998 meeting",
  "a report",
  "resolution of conflicts",
  "no 5",
  `${" ".repeat(5000)}x`,
])("takes %j for words, not for a symbol", (text) => {
  expect(looseSymbol(text)).toBeNull();
});
