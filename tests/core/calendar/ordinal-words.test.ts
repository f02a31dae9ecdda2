import { describe, expect, it } from "vitest";
import { ordinalInDigits, sessionInWords } from "@/lib/core/calendar/ordinal-words";
import { parseOrdinal } from "@/lib/core/language/en/ordinals";

describe("ordinals of sessions", () => {
  it("are written as resolutions print them", () => {
    const printed: [number, string][] = [
      [1, "first"],
      [12, "twelfth"],
      [20, "twentieth"],
      [53, "fifty-third"],
      [80, "eightieth"],
      [82, "eighty-second"],
      [99, "ninety-ninth"],
      [100, "one hundredth"],
      [101, "one hundred and first"],
      [112, "one hundred and twelfth"],
      [120, "one hundred and twentieth"],
    ];
    for (const [number, words] of printed) expect(sessionInWords(number)).toBe(words);
  });

  it("can be read back, words and digits, from 1 to 999", () => {
    for (let number = 1; number <= 999; number++) {
      expect(parseOrdinal(sessionInWords(number))).toBe(number);
      expect(parseOrdinal(ordinalInDigits(number))).toBe(number);
    }
  });

  it("take the right ending in digits", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 53, 111, 122].map(ordinalInDigits)).toEqual([
      "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "53rd", "111th", "122nd",
    ]); // biome-ignore format: one row reads better
  });
});
