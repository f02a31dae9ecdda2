import fc from "fast-check";
import { expect, it } from "vitest";
import { diffWords } from "@/lib/core/text/word-diff";

const text = (kinds: readonly string[], before: string, after: string) =>
  diffWords(before, after)
    .filter((part) => kinds.includes(part.kind))
    .map((part) => part.text)
    .join(" ");

it("shows the words that a corrigendum puts in place of others, and nothing else as changed", () => {
  expect(
    diffWords("at its fifty-third session of the Assembly", "at its fifty-fourth session of  the Assembly"),
  ).toEqual([
    { kind: "same", text: "at its" },
    { kind: "removed", text: "fifty-third" },
    { kind: "added", text: "fifty-fourth" },
    { kind: "same", text: "session of the Assembly" },
  ]);
});

it("gives both texts back from its parts, whatever they are, so that no word is hidden from the reader", () => {
  const words = fc
    .array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 })
    .map((list) => list.join(" "));
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(text(["same", "removed"], before, after)).toBe(before);
      expect(text(["same", "added"], before, after)).toBe(after);
    }),
  );
});
