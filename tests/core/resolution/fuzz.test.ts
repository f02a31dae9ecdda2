import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readResolutions } from "@/lib/core/resolution/parse";
import { expectAllFaithful } from "./spans";

const source = readFileSync("tests/fixtures/resolutions/A-RES-52-205/source.txt", "utf8");

/** Lines that mean something to the reader, to be thrown together in any order. */
const lines = [
  "52/205. Title of a resolution", "2222 (XXI). Another title", "Resolution 2048 (2012)", "The General Assembly,", "L’Assemblée générale,", "大会，",
  "A", "II", "III. Heading", "Annex", "77th plenary meeting", "18 December 1997", "[Adopted without a vote.]", "---", "<!-- Page 2 -->", "128", "\f",
  "1. Requests the Secretary-General:", "1 Requests it;", "(a) To report;", "(i) To note,7", "(h) Also;", "2. Decides¹", "12. Takes note.^80",
  "Recalling its resolution,", "Adopts the following declaration:", "1 See A/52/1.", "¹ Ibid.", "and so on-", "to the end;", "“1. Quoted”", "• item", "**3.** _Invites_ all",
  "I. Commends", "exam­ple inter-", "national", "", " ", "                         ", "[75 ]", "19945 of 194958", "﻿‎",
] as const; // biome-ignore format: a vocabulary

describe("any text", () => {
  it("gives at least one result, with every value at its words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines), { maxLength: 60 }),
        fc.constantFrom("\n", "\n\n", "\r\n", " \n"),
        (chosen, gap) => {
          const text = chosen.join(gap);
          const read = readResolutions({ text });
          expect(read.length).toBeGreaterThan(0);
          for (const resolution of read) expectAllFaithful(text, resolution);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is read without an exception when it is nonsense", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        for (const resolution of readResolutions({ text })) expectAllFaithful(text, resolution);
      }),
      { numRuns: 300 },
    );
  });

  it("is read when a resolution is cut off anywhere or damaged", () => {
    fc.assert(
      fc.property(
        fc.nat(source.length),
        fc.nat(source.length),
        fc.string({ maxLength: 8 }),
        (at, end, noise) => {
          const text = source.slice(0, at) + noise + source.slice(Math.max(at, end));
          for (const resolution of readResolutions({ text })) expectAllFaithful(text, resolution);
        },
      ),
      { numRuns: 60 },
    );
  });
});
