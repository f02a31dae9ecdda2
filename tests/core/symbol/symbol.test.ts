import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organIds, organs } from "@/lib/core/symbol/organs";
import {
  formatSymbol,
  parseSymbol,
  symbolExamples,
  symbolFromFileName,
} from "@/lib/core/symbol/parse-symbol";
import { formatRoman, parseRoman } from "@/lib/core/symbol/roman";

describe("document symbols", () => {
  it.each([
    ["52/205", "A/RES/52/205"],
    ["A/RES/52/205", "A/RES/52/205"],
    ["A/RES/3234 (XXIX)", "A/RES/3234 (XXIX)"],
    ["A/RES/118(II)", "A/RES/118 (II)"],
    ["S/RES/2754 (2024)", "S/RES/2754 (2024)"],
    ["S/RES/2048(2012)", "S/RES/2048 (2012)"],
    ["E/RES/2020/5", "E/RES/2020/5"],
    ["2020/5", "E/RES/2020/5"],
    ["A/HRC/RES/57/3", "A/HRC/RES/57/3"],
    ["S-10/2", "A/RES/S-10/2"],
    ["ES-10/23", "A/RES/ES-10/23"],
    ["57/283 B", "A/RES/57/283 B"],
    ["A/RES/57/283B", "A/RES/57/283 B"],
    ["UNEP/EA.2/RES.5", "UNEP/EA.2/RES.5"],
    ["UNEP/EA.6/Res.12", "UNEP/EA.6/RES.12"],
    ["A/RES/52/205/Corr.1", "A/RES/52/205/Corr.1"],
    ["S/RES/2754 (2024)/Rev.1/Add.2", "S/RES/2754 (2024)/Rev.1/Add.2"],
    ["A/RES/76/001", "A/RES/76/1"],
  ])("%s is %s", (printed, canonical) => {
    expect(parseSymbol(printed)?.canonical).toBe(canonical);
  });

  it("gives a bare number to the organ that speaks", () => {
    expect(parseSymbol("2/5", "UNEA")?.canonical).toBe("UNEP/EA.2/RES.5");
    expect(parseSymbol("35/13", "HRC")?.canonical).toBe("A/HRC/RES/35/13");
    expect(parseSymbol("1818 (LV)", "ECOSOC")?.canonical).toBe("E/RES/1818 (LV)");
  });

  it.each(["", "A/52/205", "52/", "A/RES/52/205 and more", "3234 (IC)", "S/PRST/2020/7", "x".repeat(10_000)])(
    "%s is none",
    (text) => {
      expect(parseSymbol(text)).toBeNull();
    },
  );

  it("reads each habit's own examples, and its canonical writing again", () => {
    for (const example of symbolExamples) {
      const symbol = parseSymbol(example);
      expect(symbol, example).not.toBeNull();
      expect(parseSymbol(symbol?.canonical ?? "")).toEqual(symbol);
    }
  });

  it("writes and reads back every symbol", () => {
    const parts = fc.record({
      organ: fc.constantFrom(...organIds),
      session: fc.integer({ min: 1, max: 120 }),
      year: fc.integer({ min: 1946, max: 2060 }),
      series: fc.constantFrom("regular", "special", "emergency"),
      number: fc.integer({ min: 1, max: 9999 }),
      part: fc.constantFrom("", "A", "B", "F"),
      suffix: fc.constantFrom("", "/Corr.1", "/Rev.2", "/Add.1", "/Rev.1/Corr.2"),
      isRoman: fc.boolean(),
    });
    fc.assert(
      fc.property(parts, (made) => {
        const roman = made.isRoman && (made.organ === "GA" || made.organ === "ECOSOC");
        const counted = {
          GA: made.session,
          HRC: made.session,
          UNEA: made.session,
          ECOSOC: roman ? made.session : made.year,
          SC: made.year,
        };
        const series =
          made.organ === "GA"
            ? made.series
            : made.organ === "HRC" || made.organ === "UNEA"
              ? made.series === "emergency"
                ? "special"
                : made.series
              : "regular";
        const symbol = {
          organ: made.organ,
          session: counted[made.organ],
          series: series as "regular" | "special" | "emergency",
          number: String(made.organ === "UNEA" ? made.number % 900 || 1 : made.number),
          part: made.organ === "SC" || made.organ === "UNEA" ? "" : made.part,
          suffix: made.suffix,
        };
        const written = formatSymbol(symbol, roman);
        expect(parseSymbol(written)).toEqual({ canonical: written, ...symbol });
      }),
    );
  });

  it.each([
    ["A_RES_52_205.txt", "A/RES/52/205"],
    ["A_RES_118_(II).txt", "A/RES/118 (II)"],
    ["S_RES_2048(2012).txt", "S/RES/2048 (2012)"],
    ["A_RES_67_244_B.txt", "A/RES/67/244 B"],
    ["/data/UNEP_EA.2_RES.5.txt", "UNEP/EA.2/RES.5"],
    ["A_RES_80_156_fr.xml", "A/RES/80/156"],
  ])("the file name %s tells %s", (name, canonical) => {
    expect(symbolFromFileName(name)?.canonical).toBe(canonical);
  });

  it("has an example for every organ", () => {
    const seen = new Set(symbolExamples.map((example) => parseSymbol(example)?.organ));
    for (const organ of organIds) expect(seen.has(organ), organs[organ].name).toBe(true);
  });
});

describe("Roman numerals", () => {
  it("are read back as written, from 1 to 3999", () => {
    for (let value = 1; value < 4000; value++) expect(parseRoman(formatRoman(value))).toBe(value);
  });

  it.each(["IIII", "IC", "VX", "", "A"])("%s is none", (letters) => {
    expect(parseRoman(letters)).toBeNull();
  });
});
