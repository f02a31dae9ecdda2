import { describe, expect, it } from "vitest";
import { OutputNames } from "@/lib/cli/output-names";

describe("where the documents of one run are written", () => {
  it("keeps the base name for the first and tells the second apart by its ending, so that nothing is overwritten", () => {
    const names = new OutputNames();
    expect(names.claim("in/A_RES_1.md")).toEqual({ name: "A_RES_1.json", takenBy: null });
    expect(names.claim("in/A_RES_1.pdf")).toEqual({ name: "A_RES_1.pdf.json", takenBy: "in/A_RES_1.md" });
    expect(names.claim("in/A_RES_2.pdf")).toEqual({ name: "A_RES_2.json", takenBy: null });
  });

  it("counts on where even the whole file name is taken, from another folder or by another case", () => {
    const names = new OutputNames();
    const files = ["a/S_1.txt", "b/S_1.txt", "c/s_1.TXT", "d/S_1.txt.txt"];
    expect(files.map((file) => names.claim(file).name)).toEqual([
      "S_1.json",
      "S_1.txt.json",
      "s_1.TXT-2.json",
      "S_1.txt.txt.json",
    ]);
  });
});
