import { describe, expect, it } from "vitest";
import { readLabel } from "@/lib/core/resolution/label";
import { Nesting } from "@/lib/core/resolution/nesting";
import { readResolution, readResolutions } from "@/lib/core/resolution/parse";

const numbersOf = (text: string): string[] =>
  readResolution(text)
    .paragraphs.filter((one) => one.kind === "operative")
    .map((one) => one.number);

const resolution = (...body: string[]): string =>
  ["85/900. A title", "The General Assembly,", "Recalling its resolutions,", ...body].join("\n\n");

describe("printed marks", () => {
  it.each([
    ["9. Decides", "number", "9"],
    ["12 . Requests", "number", "12"],
    ["6.\tRequests", "number", "6"],
    ["1.Endorses", "number", "1"],
    ["6.\u200e Reaffirms", "number", "6"],
    ["5) Invites", "number", "5"],
    ["(a) To report", "parenthesis", "a"],
    ["(iv) The wind", "parenthesis", "iv"],
    ["b) Et", "half", "b"],
    ["- **(a)** Mandates", "parenthesis", "a"],
    ["• An item", "bullet", ""],
  ])("%s is a mark", (line, form, mark) => {
    expect(readLabel(line)).toMatchObject({ form, mark });
  });

  it.each([
    "2.5 per cent",
    "77th plenary meeting",
    "1971 was",
    "(see below) and",
    "A. Heading",
    "Requests (a)",
  ])("%s is none", (line) => {
    expect(readLabel(line)).toBeNull();
  });
});

describe("nested marks", () => {
  const pathsOf = (...marks: string[]): string[] => {
    const nesting = new Nesting();
    const labels = marks.map((mark) => readLabel(`(${mark}) x`));
    return labels.map((label, index) =>
      label === null ? "" : nesting.enter(label, labels[index + 1] ?? null, false).join("."),
    );
  };

  it("takes (i) after (h) for the ninth letter when (j) follows", () => {
    expect(pathsOf("h", "i", "j").at(-1)).toBe("j");
  });

  it("takes (i) after (h) for the first of an inner list when (ii) follows", () => {
    expect(pathsOf("a", "b", "c", "d", "e", "f", "g", "h", "i", "ii")).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
      "f",
      "g",
      "h",
      "h.i",
      "h.ii",
    ]);
  });

  it("comes back from an inner list to the outer one", () => {
    expect(pathsOf("a", "i", "ii", "b", "i")).toEqual(["a", "a.i", "a.ii", "b", "b.i"]);
  });

  it("counts on after (z) with doubled letters", () => {
    expect(pathsOf("y", "z", "aa", "bb")).toEqual(["y", "z", "aa", "bb"]);
  });
});

describe("paragraph numbers", () => {
  it("fills in a number whose point was lost", () => {
    expect(numbersOf(resolution("1. Notes it;", "2 Requests him to act;", "3. Decides to stop."))).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("takes an operative verb before '1.' for part of the preamble", () => {
    expect(numbersOf(resolution("Reaffirms its commitment,", "1. Notes it;", "2. Decides to stop."))).toEqual(
      ["1", "2"],
    );
  });

  it("does not take numbered sentences of a quoted text for its own paragraphs", () => {
    expect(
      numbersOf(
        resolution("1. Amends rule 3 to read:", "“1. The Council shall meet.”", "2. Decides to stop."),
      ),
    ).toEqual(["1", "", "2"]);
  });

  it("gives the paragraph that has lost its number the one that is missing", () => {
    expect(numbersOf(resolution("1. Notes it;", "Requests him to act;", "3. Decides to stop."))).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("reads paragraphs that follow each other line by line, without empty lines", () => {
    const text =
      "85/900. A title\nThe General Assembly,\nRecalling its resolutions,\n1. Notes it;\n2. Requests:\n(a) This;\n(b) That.\n90th plenary meeting\n4 May 2031";
    expect(numbersOf(text)).toEqual(["1", "2", "2(a)", "2(b)"]);
  });

  it("reads Markdown emphasis without its marks", () => {
    const text = resolution("1. _Takes note with interest_ of it;", "2. **Requests** the *Council* to act.");
    const words = readResolution(text).paragraphs.map((one) => one.text);
    expect(words).toContain("Takes note with interest of it;");
    expect(words).toContain("Requests the Council to act.");
  });
});

describe("several resolutions on a page", () => {
  const page = [
    "10/1. First",
    "The General Assembly,",
    "1. Notes it.",
    "10/2. Second",
    "The General Assembly,",
    "1. Decides to go on.",
    "2. Requests help.",
  ].join("\n\n");

  it("gives each, the one that the file is named after first", () => {
    expect(
      readResolutions({ text: page, hints: { fileName: "A_RES_10_1.txt" } }).map((one) => one.symbol),
    ).toEqual(["A/RES/10/1", "A/RES/10/2"]);
    expect(
      readResolutions({ text: page, hints: { fileName: "A_RES_10_2.txt" } }).map((one) => one.symbol),
    ).toEqual(["A/RES/10/2", "A/RES/10/1"]);
  });
});
