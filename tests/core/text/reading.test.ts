import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hyphenJudge } from "@/lib/core/text/hyphens";
import { readPieces } from "@/lib/core/text/normalize";
import { quoteReading, sliceReading } from "@/lib/core/text/reading";
import { readLines } from "@/lib/core/text/source-text";
import { bare } from "../resolution/spans";

const read = (source: string, dropped: { start: number; end: number }[] = []) =>
  readPieces(source, [{ start: 0, end: source.length }], dropped, hyphenJudge(source));

describe("the lines of a source", () => {
  it("are told apart by every kind of break, with the empty lines before them", () => {
    const lines = readLines("one\r\ntwo\n\n  three  \rfour\ffive");
    expect(lines.map((line) => [line.end - line.start, line.blanksBefore, line.pageBefore])).toEqual([
      [3, 0, false],
      [3, 0, false],
      [5, 1, false],
      [4, 0, false],
      [4, 0, true],
    ]);
  });

  it("show the trace of a printed rule", () => {
    expect(readLines(`text\n${" ".repeat(40)}\n1 Note`)[1]?.ruleBefore).toBe(true);
  });
});

describe("the clean reading", () => {
  it("makes one blank of any white space", () => {
    expect(read("a  b\n\t c\u00a0\u00a0d").text).toBe("a b c d");
  });

  it.each([
    ["the Secretary-\nGeneral", "the Secretary-General"],
    ["an interna-\ntional body", "an international body"],
    ["the follow-\nup to it and its follow-up", "the follow-up to it and its follow-up"],
    ["long-\nterm aims", "long-term aims"],
    ["orga\u00ad\nnizations", "organizations"],
    ["orga\u00adnizations", "organizations"],
    ["its forty\u00ad third session", "its forty-third session"],
    ["North-South", "North-South"],
    ["1990 -\n1994", "1990 - 1994"],
  ])("reads %j", (source, text) => {
    expect(read(source).text).toBe(text);
  });

  it("gives two places to a quote around something left out, one to a quote beside it", () => {
    const source = "at that session;8 and";
    const reading = read(source, [{ start: 16, end: 17 }]);
    expect(reading.text).toBe("at that session; and");
    expect(quoteReading(reading, 8, 20).spans).toEqual([
      { start: 8, end: 16 },
      { start: 17, end: 21 },
    ]);
    expect(quoteReading(reading, 0, 7).spans).toEqual([{ start: 0, end: 7 }]);
  });

  it("joins a word that breaks off before something left out", () => {
    const source = "the co-\n\n8 See A/39/1.\n\noperation of Non-\n\n9\n\nAligned";
    const pieces = ["the co-", "operation of Non-", "Aligned"].map((words) => {
      const start = source.indexOf(words);
      return { start, end: start + words.length };
    });
    const reading = readPieces(source, pieces, [], hyphenJudge(source));
    expect(reading.text).toBe("the cooperation of Non-Aligned");
    expect(quoteReading(reading, 4, 15).spans.map((span) => source.slice(span.start, span.end))).toEqual([
      "co",
      "operation",
    ]);
  });

  it("points every stretch at its own words, whatever is left out", () => {
    const words = fc.array(
      fc.constantFrom("a", "bc", "De-", "f", " ", "\n", "  ", "\u00ad", "12", ";", "é", "-"),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        words,
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.nat(60),
        fc.nat(60),
        (parts, cuts, from, to) => {
          const source = parts.join("");
          const dropped = [...new Set(cuts)]
            .sort((a, b) => a - b)
            .filter((at) => at < source.length && /\d/.test(source.charAt(at)))
            .map((at) => ({ start: at, end: at + 1 }));
          const reading = read(source, dropped);
          const quote = quoteReading(reading, Math.min(from, to), Math.max(from, to));
          expect(bare(quote.spans.map((span) => source.slice(span.start, span.end)).join(""))).toBe(
            bare(quote.text),
          );
          const part = sliceReading(reading, Math.min(from, reading.text.length), reading.text.length);
          expect(quoteReading(part, 0, part.text.length).text).toBe(part.text.trim());
        },
      ),
    );
  });
});
