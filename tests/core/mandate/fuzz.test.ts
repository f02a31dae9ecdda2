import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { readResolutions } from "@/lib/core/resolution/parse";

const pieces = [
  "Requests", "requests the Secretary-General", " to ", "report", " at its fifty-third session", ", and ", "; ", ":", "\n\n", "1. ", "(a) ", "(i) ",
  "Decides that", "the Committee", " shall ", "in consultation with", "Member States", "“", "”", "(", ")", "by 30 June 2025", "that ", "it", "them ",
  "every six months", "Encourages and urges", "The General Assembly,", "52/205. Title", "\u0000", "\ud800", "é", "8", ".", "within 90 days of the adoption of this resolution",
]; // biome-ignore format: a list reads better in rows

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe("any text", () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed + 1))(
    "gives actions that quote it and never an error (seed %i)",
    (seed) => {
      const next = random(seed);
      const text = Array.from({ length: 60 }, () => pieces[Math.floor(next() * pieces.length)]).join("");
      for (const resolution of readResolutions({ text })) {
        const { actions, none } = extractMandates(resolution);
        for (const action of actions)
          for (const span of action.ask.spans)
            expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
        for (const one of none) expect(one.reason).not.toBe("");
      }
    },
  );
});
