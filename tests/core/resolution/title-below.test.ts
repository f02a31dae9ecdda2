import { describe, expect, it } from "vitest";
import { readResolution } from "@/lib/core/resolution/parse";

describe("a number that stands alone on its line", () => {
  it("is the number of the resolution, and the title is the line below it", () => {
    const { symbol, title, paragraphs } = readResolution(
      [
        "Human Rights Council",
        "Twenty-first session",
        "Resolution adopted by the Human Rights Council",
        "21/99.\nPromoting wells through a better understanding of water",
        "The Human Rights Council,",
        "Recalling its resolution 20/1,",
        "1. Decides to remain seized of the matter.",
        "36th meeting\n27 September 2012",
      ].join("\n\n"),
    );
    expect(symbol).toBe("A/HRC/RES/21/99");
    expect(title).toBe("Promoting wells through a better understanding of water");
    expect(paragraphs.filter((one) => one.kind === "operative")).toHaveLength(1);
  });
});
