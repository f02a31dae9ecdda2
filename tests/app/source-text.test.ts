import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignReading } from "@/app/_ui/source-text/align";
import { splitSpans } from "@/app/_ui/source-text/split-spans";

const spanOf = (source: string, words: string, from = 0) => {
  const start = source.indexOf(words, from);
  return { start, end: start + words.length };
};
const lit = (
  source: string,
  text: string,
  spans: { start: number; end: number }[],
  words: Record<string, string>,
) =>
  splitSpans(
    text,
    alignReading(text, spans, source, 0),
    Object.entries(words).map(([id, value]) => ({ id, spans: [spanOf(source, value)] })),
  );

describe("alignReading", () => {
  it("finds each word of the reading although the source breaks lines within it", () => {
    const source = "12. Requests the Secretary-\nGeneral to report";
    const text = "Requests the Secretary-General to report";
    const places = alignReading(text, [{ start: 4, end: source.length }], source, 0);
    expect(source.slice(places[text.indexOf("General")])).toBe("General to report");
  });

  it("steps over a line-end hyphen that the reading leaves out", () => {
    const source = "further coopera-\ntion among";
    const text = "further cooperation among";
    const places = alignReading(text, [{ start: 0, end: source.length }], source, 0);
    expect(source.slice(places[text.indexOf("among")])).toBe("among");
  });

  it("goes on after a footnote mark that stands between two spans", () => {
    const source = "at that session;8 and reports";
    const text = "at that session; and reports";
    const places = alignReading(
      text,
      [
        { start: 0, end: 16 },
        { start: 17, end: source.length },
      ],
      source,
      0,
    );
    expect(source.slice(places[text.indexOf("and")])).toBe("and reports");
  });

  it("counts from the start of an excerpt, not of the whole source", () => {
    const places = alignReading("asks", [{ start: 104, end: 108 }], "12. asks", 100);
    expect(places).toEqual([104, 105, 106, 107]);
  });
});

describe("splitSpans", () => {
  it("splits overlapping highlights into pieces that each know all that lies over them", () => {
    const source = "report to the General Assembly at its session";
    const pieces = lit(source, source, [{ start: 0, end: source.length }], {
      ask: "report to the General Assembly",
      lead: "General Assembly at",
    });
    expect(pieces.map((piece) => [piece.text, piece.ids.join("+")])).toEqual([
      ["report to the ", "ask"],
      ["General Assembly", "ask+lead"],
      [" at", "lead"],
      [" its session", ""],
    ]);
  });

  it("leaves the blank behind a highlight unlit, so that no underline runs into the gap", () => {
    const source = "Requests the Secretary-General to report";
    const pieces = lit(source, source, [{ start: 0, end: source.length }], { lead: "Secretary-General" });
    expect(pieces.map((piece) => piece.text)).toEqual(["Requests the ", "Secretary-General", " to report"]);
  });

  it("gives back every character of the text, whatever lies over it", () => {
    const span = fc.tuple(fc.nat(60), fc.nat(30)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const places = alignReading(text, [{ start: 0, end: text.length }], text, 0);
        const pieces = splitSpans(
          text,
          places,
          spans.map((one, index) => ({ id: `${index}`, spans: [one] })),
        );
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});
