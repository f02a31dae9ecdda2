import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readResolutions } from "@/lib/core/resolution/parse";
import { expectAllFaithful } from "./spans";

const corpus = path.resolve("../shared/corpus");
const hasCorpus = existsSync(corpus);
if (!hasCorpus) process.stdout.write(`No texts in ${corpus}: the test over real documents is skipped.\n`);

describe.skipIf(!hasCorpus)("the corpus of real documents", () => {
  const files = hasCorpus ? readdirSync(corpus).filter((file) => file.endsWith(".txt")) : [];

  it("is read without an exception, every value at its words, each text in a fraction of a second", () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(path.join(corpus, file), "utf8");
      const start = performance.now();
      const read = readResolutions({ text, hints: { fileName: file } });
      // The aim is 50 ms; the bound leaves room for a busy machine.
      expect(performance.now() - start, file).toBeLessThan(500);
      for (const resolution of read) expectAllFaithful(text, resolution);
    }
  }, 120_000);

  it("shows operative paragraphs in nearly every text that is named as a resolution", () => {
    const named = files.filter((file) => /_RES[_.]/i.test(file));
    const without = named.filter((file) => {
      const [main] = readResolutions({
        text: readFileSync(path.join(corpus, file), "utf8"),
        hints: { fileName: file },
      });
      return main?.isResolution !== true;
    });
    expect(without.length / named.length).toBeLessThan(0.01);
  }, 60_000);
});
