import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolution } from "@/lib/core/resolution/parse";

const folder = path.resolve("tests/fixtures/mandates");

/** One paragraph with what it asks, as a person labelled it. */
type Case = { readonly why: string; readonly paragraph: string; readonly expected: readonly string[] };

/** "# why", "> paragraph", then one line for each action, or "none". */
function casesOf(file: string): Case[] {
  return readFileSync(path.join(folder, file), "utf8")
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [why = "", paragraph = "", ...expected] = block.split("\n");
      return { why: why.slice(2), paragraph: paragraph.slice(2), expected: expected.map(tidy) };
    });
}

const tidy = (line: string): string =>
  line
    .split("|")
    .map((cell) => cell.trim())
    .join(" | ")
    .trim();

/** The paragraph as the only one of a resolution of the seventieth session. */
const page = (paragraph: string): string =>
  [
    "Resolution adopted by the General Assembly on 17 December 2015",
    "70/999. Wells and canals",
    "The General Assembly,",
    "Recalling its resolution 60/999 of 20 December 2005,",
    `1. ${paragraph}`,
    "80th plenary meeting\n17 December 2015",
  ].join("\n\n");

type GuideAction = ReturnType<typeof toGuideDocument>["actions"][number];

const time = (one: GuideAction["deadlines"][number]): string => {
  if (one.type === "session") return `${one.organ} ${one.session}`;
  if (one.type === "relative") return `${one.amount} ${one.unit}`;
  return one.type === "event" ? one.text : one.date;
};

const line = (action: GuideAction): string =>
  tidy(
    [
      action.verb,
      action.lead.join("; "),
      action.with.join("; "),
      action.deliverable,
      action.deadlines.map(time).join("; "),
      action.recurrence ?? "",
    ].join("|"),
  );

function read(paragraph: string): string[] {
  const resolution = readResolution(page(paragraph));
  const { actions, none } = toGuideDocument(resolution, extractMandates(resolution));
  return actions.length > 0 ? actions.map(line) : none.map(() => "none");
}

describe.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))(
  "what a drafter means: %s",
  (file) => {
    it.each(casesOf(file).map((one) => [one.why, one] as const))("%s", (_why, { paragraph, expected }) => {
      expect(read(paragraph)).toEqual(expected);
    });
  },
);
