import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolution } from "@/lib/core/resolution/parse";

const folder = "tests/fixtures/resolutions/A-RES-52-205";
const source = readFileSync(`${folder}/source.txt`, "utf8");
const resolution = readResolution(source);
const extraction = extractMandates(resolution);

describe("the follow-up actions of resolution 52/205", () => {
  it("are exactly those that a person labelled: twelve, and three paragraphs that ask for nothing", () => {
    expect(toGuideDocument(resolution, extraction)).toEqual(
      JSON.parse(readFileSync(`${folder}/actions.json`, "utf8")),
    );
  });

  it("quotes the titles of the agenda items letter for letter", () => {
    expect(
      extraction.actions.flatMap((one) => (one.agendaTitle === null ? [] : [one.agendaTitle.text])),
    ).toEqual([
      "Commemorative meeting of the twentieth anniversary of the adoption of the Buenos Aires Plan of Action for Promoting and Implementing Technical Cooperation among Developing Countries",
      "Economic and technical cooperation among developing countries",
    ]);
  });

  it("gives each value a rule, a certainty between nought and one, and words that stand in the source", () => {
    const squash = (words: string): string => words.replace(/[\s\u00ad-]+/g, "");
    for (const action of extraction.actions)
      for (const found of [
        action.verb,
        ...action.lead,
        ...action.with,
        action.deliverable,
        ...action.deadlines,
      ]) {
        expect(found.rule).not.toBe("");
        expect(found.certainty).toBeGreaterThan(0);
        expect(found.certainty).toBeLessThanOrEqual(1);
        const words = found.quote.spans.map((span) => source.slice(span.start, span.end)).join("");
        expect(squash(words)).toBe(squash(found.quote.text.replaceAll(" … ", "")));
      }
  });

  it("has the same ids on a second reading, each once", () => {
    const ids = extraction.actions.map((one) => one.id);
    expect(extractMandates(readResolution(source)).actions.map((one) => one.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
