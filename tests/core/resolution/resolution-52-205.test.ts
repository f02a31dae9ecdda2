import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paragraphQuote } from "@/lib/core/resolution/paragraph-quote";
import { readResolution } from "@/lib/core/resolution/parse";

const source = readFileSync("tests/fixtures/resolutions/A-RES-52-205/source.txt", "utf8");
const resolution = readResolution(source);
const textOf = (number: string): string =>
  resolution.paragraphs.find((one) => one.number === number)?.text ?? "";

describe("resolution 52/205 from the text of its PDF", () => {
  it("reads the header", () => {
    expect(resolution).toMatchObject({
      symbol: "A/RES/52/205",
      organ: "GA",
      session: 52,
      adopted: "1997-12-18",
      meeting: "77th plenary meeting",
      title: "Economic and technical cooperation among developing countries",
      isResolution: true,
      warnings: [],
    });
  });

  it("finds seven preambular and twelve operative paragraphs and eleven footnotes", () => {
    expect(resolution.paragraphs.filter((one) => one.kind === "preambular")).toHaveLength(7);
    const operative = resolution.paragraphs.filter((one) => one.kind === "operative");
    expect(operative.map((one) => one.number)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
      "12",
    ]);
    expect(resolution.footnotes.map((note) => Number(note.mark))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  it("takes the footnote marks out of the words they are glued to", () => {
    const all = resolution.paragraphs.map((one) => one.text).join("\n");
    expect(all).not.toMatch(/[a-z,;]\d{1,2}(?=[\s,;]|$)/m);
    expect(textOf("1")).toContain(
      "on its tenth session and the decisions adopted by the High-level Committee at that session;",
    );
    expect(textOf("4")).toContain("Declaration and Plan of Action adopted by the Group of 77");
  });

  it("counts thirteen marks, each with the paragraph that carries it", () => {
    const carried = resolution.footnotes.flatMap((note) =>
      note.paragraphIds.map((id) => `${note.mark} ${id.split("#")[1]}`),
    );
    expect(carried).toEqual([
      "1 pp1", "1 op9", "2 pp4", "3 pp5", "4 pp6", "4 op4", "5 pp7", "6 pp7", "7 op1", "8 op1", "9 op2", "10 op3", "11 op9",
    ]); // biome-ignore format: thirteen marks in a row
  });

  it("joins paragraphs 3, 9 and 11 over footnotes, a page break and an empty line", () => {
    expect(textOf("3")).toContain(
      "submitted through the Economic and Social Council to the General Assembly at its fifty-third session",
    );
    expect(textOf("9")).toContain(
      "first report of the General Committee, to mark the occasion of the twentieth anniversary",
    );
    expect(textOf("11")).toContain(
      "the modalities of economic and technical cooperation among developing countries into the operational activities",
    );
  });

  it("keeps the hyphen of the Secretary-General broken at a line end", () => {
    expect(textOf("12")).toContain("requests the Secretary-General to report to it at that session");
  });

  it("gives a value cut by a footnote two places in the source, and an uncut one a single place", () => {
    const paragraph = resolution.paragraphs.find((one) => one.number === "3");
    if (paragraph === undefined) throw new Error("no paragraph 3");
    const quoteOf = (words: string) =>
      paragraphQuote(paragraph, paragraph.text.indexOf(words), paragraph.text.indexOf(words) + words.length);
    const cut = quoteOf("Economic and Social Council");
    expect(cut.text).toBe("Economic and Social Council");
    expect(cut.spans.map((span) => source.slice(span.start, span.end).trim())).toEqual([
      "Economic and",
      "Social Council",
    ]);
    expect(quoteOf("fifty-third session").spans).toHaveLength(1);
  });
});
