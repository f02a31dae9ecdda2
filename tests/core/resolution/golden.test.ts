import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { Resolution } from "@/lib/core/resolution/resolution";
import { expectAllFaithful } from "./spans";

const folder = path.resolve("tests/fixtures/resolutions");
const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "parsed.json")));

const local = (id: string): string => id.slice(id.indexOf("#"));

/** A resolution in the shape of the golden files. */
const summary = (resolution: Resolution, others: readonly Resolution[]): unknown => ({
  symbol: resolution.symbol,
  organ: resolution.organ,
  session: resolution.session,
  adopted: resolution.adopted,
  meeting: resolution.meeting,
  title: resolution.title,
  isResolution: resolution.isResolution,
  language: resolution.language,
  warnings: resolution.warnings.map((warning) => warning.code),
  others: others.map((other) => other.symbol),
  paragraphs: resolution.paragraphs.map((one) => [local(one.id), one.kind, one.number, one.text]),
  footnotes: resolution.footnotes.map((note) => [note.mark, note.text, note.paragraphIds.map(local)]),
});

describe("the golden texts", () => {
  it.each(names)("%s is read as written down by hand", (name) => {
    const source = readFileSync(path.join(folder, name, "source.txt"), "utf8");
    const [main, ...others] = readResolutions({ text: source });
    if (main === undefined) throw new Error("nothing was read");
    expect(summary(main, others)).toEqual(
      JSON.parse(readFileSync(path.join(folder, name, "parsed.json"), "utf8")),
    );
  });

  it.each(names)("%s: every value points at its words", (name) => {
    const source = readFileSync(path.join(folder, name, "source.txt"), "utf8");
    for (const resolution of readResolutions({ text: source })) expectAllFaithful(source, resolution);
  });

  it.each(names)("%s: a second reading gives the same ids, each once, parents before children", (name) => {
    const source = readFileSync(path.join(folder, name, "source.txt"), "utf8");
    const ids = (): string[] =>
      readResolutions({ text: source }).flatMap((one) => one.paragraphs.map((each) => each.id));
    expect(ids()).toEqual(ids());
    for (const resolution of readResolutions({ text: source })) {
      const seen = new Set<string>();
      for (const paragraph of resolution.paragraphs) {
        expect(seen.has(paragraph.id)).toBe(false);
        if (paragraph.parentId !== null) expect(seen.has(paragraph.parentId)).toBe(true);
        seen.add(paragraph.id);
      }
    }
  });
});
