import { describe, expect, it } from "vitest";
import { ordinalPattern, parseCardinal, parseOrdinal } from "@/lib/core/language/en/ordinals";

const units = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

describe("ordinals", () => {
  it("reads every ordinal of a session in words, in digits, and behind a hundred", () => {
    for (let ten = 2; ten < 10; ten++)
      for (let unit = 1; unit < 10; unit++) {
        const words = `${tens[ten]}-${units[unit]}`;
        expect(parseOrdinal(words)).toBe(ten * 10 + unit);
        expect(parseOrdinal(`one hundred and ${words}`)).toBe(100 + ten * 10 + unit);
        expect(new RegExp(`^${ordinalPattern}$`, "i").test(words)).toBe(true);
      }
  });

  it.each([
    ["53rd", 53],
    ["Hundred and second", 102],
    ["fortieth", 40],
    ["two thousand one hundred and fifth", 2105],
    ["10089th", 10089],
  ])("%s is %d", (words, value) => {
    expect(parseOrdinal(words)).toBe(value);
  });

  it.each(["", "two", "third meeting", "and", "fifty third of"])("%j is none", (words) => {
    expect(parseOrdinal(words)).toBeNull();
  });

  it("reads cardinals", () => {
    expect(parseCardinal("two hundred and ten")).toBe(210);
    expect(parseCardinal("1,500")).toBe(1500);
    expect(parseCardinal("tenth")).toBeNull();
  });
});
