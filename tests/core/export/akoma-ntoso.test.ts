import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { readAkomaNtoso } from "@/lib/adapters/sources/akoma-ntoso";
import { writeAkomaNtoso } from "@/lib/core/export/akoma-ntoso";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { Resolution } from "@/lib/core/resolution/resolution";
import { aReportTask, tasksOf52205 } from "./report/a-report-task";

const written = (resolution: Resolution, tasks = tasksOf52205): string =>
  writeAkomaNtoso(
    { ...resolution, organ: resolution.organ ?? "GA" },
    { language: resolution.language, paragraphs: resolution.paragraphs },
    tasks,
    "1998-10-12",
  );

function readBack(xml: string): Resolution {
  const read = readAkomaNtoso(xml);
  if (!read.ok) throw new Error(read.error.message);
  const { text, hints, language } = read.value;
  const [resolution] = readResolutions({ text, hints, ...(language && { language }) });
  if (!resolution) throw new Error("nothing was read");
  return resolution;
}

const paragraphsOf = (resolution: Resolution) =>
  resolution.paragraphs.map(({ id, kind, number, depth, text }) => ({ id, kind, number, depth, text }));

const fixtures = "tests/fixtures/resolutions";
const texts = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, "source.txt")));
const fixture = (name: string): Resolution => {
  const [resolution] = readResolutions({ text: readFileSync(join(fixtures, name, "source.txt"), "utf8") });
  if (!resolution) throw new Error("nothing was read");
  return resolution;
};

describe("a resolution out and in again", () => {
  it.each(texts.filter((name) => fixture(name).symbol !== ""))(
    "%s: every paragraph comes back as it was",
    (name) => {
      const resolution = fixture(name);
      const back = readBack(written(resolution, []));
      expect(paragraphsOf(back)).toEqual(paragraphsOf(resolution));
      expect(back).toMatchObject({
        symbol: resolution.symbol,
        title: resolution.title,
        language: resolution.language,
      });
    },
  );
});

/**
 * What Akoma Ntoso 3.0 demands of the elements we write: the order of their children ("?" none or one, "*" any number,
 * "+" one or more; "|" a choice), and the attributes that must be there.
 */
const schema: Readonly<Record<string, readonly [children: string, ...attributes: string[]]>> = {
  akomaNtoso: ["statement"],
  statement: ["meta preface? preamble? mainBody", "name"],
  meta: ["identification analysis* references*"],
  identification: ["FRBRWork FRBRExpression FRBRManifestation", "source"],
  FRBRWork: ["FRBRthis FRBRuri FRBRdate+ FRBRauthor+ FRBRcountry"],
  FRBRExpression: ["FRBRthis FRBRuri FRBRdate+ FRBRauthor+ FRBRlanguage+"],
  FRBRManifestation: ["FRBRthis FRBRuri FRBRdate+ FRBRauthor+"],
  FRBRthis: ["", "value"],
  FRBRuri: ["", "value"],
  FRBRdate: ["", "date", "name"],
  FRBRauthor: ["", "href"],
  FRBRcountry: ["", "value"],
  FRBRlanguage: ["", "language"],
  analysis: ["otherAnalysis*", "source"],
  otherAnalysis: ["m:action*", "source"],
  "m:action": ["m:ask m:addressee* m:deadline?", "id", "href", "verb"],
  "m:ask": [""],
  "m:addressee": ["", "refersTo"],
  "m:deadline": [""],
  references: ["TLCOrganization|TLCConcept+", "source"],
  TLCOrganization: ["", "eId", "href", "showAs"],
  TLCConcept: ["", "eId", "href", "showAs"],
  preface: ["p+"],
  preamble: ["container+"],
  container: ["p+", "name", "eId"],
  mainBody: ["paragraph|section|container|p+"],
  section: ["num? heading? paragraph*|content", "eId"],
  heading: [""],
  paragraph: ["num? content", "eId"],
  num: [""],
  content: ["p+"],
  p: ["docNumber|docTitle*"],
  docNumber: [""],
  docTitle: [""],
};

/** "num? content" as an expression over the names of children, each with a blank behind it. */
const pattern = (children: string): RegExp =>
  new RegExp(
    `^${children
      .split(" ")
      .filter(Boolean)
      .map((part) => {
        if (part === "paragraph*|content") return "(?:(?:paragraph )*|content )";
        const count = /[?*+]$/.exec(part)?.[0] ?? "";
        return `(?:(?:${part.replace(/[?*+]$/, "")}) )${count}`;
      })
      .join("")}$`,
  );

/** Where the file is against the schema, in words; empty where it keeps to it. */
function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const pointers: string[] = [];
  const open: { name: string; children: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => faults.push(error.message));
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent) parent.children += `${name} `;
    open.push({ name, children: "" });
    const rule = schema[name];
    if (!rule) faults.push(`${name} is no element that is written`);
    for (const attribute of rule?.slice(1) ?? [])
      if (!attributes[attribute]?.value) faults.push(`${name} lacks ${attribute}`);
    const id = attributes.eId?.value;
    if (id !== undefined && (ids.has(id) || !/^[A-Za-z_][\w.-]*$/.test(id)))
      faults.push(`eId ${id} twice, or no name`);
    if (id !== undefined) ids.add(id);
    for (const attribute of ["refersTo", "source", "href"]) {
      const target = attributes[attribute]?.value ?? "";
      if (target.startsWith("#")) pointers.push(target.slice(1));
    }
  });
  parser.on("closetag", ({ name }) => {
    const children = open.pop()?.children ?? "";
    const rule = schema[name];
    if (rule && !pattern(rule[0]).test(children)) faults.push(`${name} holds: ${children}`);
  });
  parser.write(xml).close();
  for (const target of pointers) if (!ids.has(target)) faults.push(`nothing is called ${target}`);
  return faults;
}

describe("Akoma Ntoso 3.0", () => {
  it.each(texts)("%s keeps to the schema, and every pointer has its target", (name) => {
    const resolution = fixture(name);
    const [first] = resolution.paragraphs;
    const tasks = first
      ? [
          aReportTask({ reference: `${first.id}/1`, leads: ["Secretary-General", "“A” & <B>"] }),
          aReportTask({ reference: `${first.id}/2`, leads: [], target: null, dueOn: null }),
        ]
      : [];
    expect(faultsOf(written(resolution, tasks))).toEqual([]);
  });

  it("keeps to it where there is no day of adoption and no paragraph", () => {
    const bare = { ...fixture("french"), adopted: null, paragraphs: [] };
    expect(faultsOf(written(bare, []))).toEqual([]);
    expect(written(bare, [])).toContain('<FRBRdate date="1998-10-12" name="markup"/>');
  });

  it("says the language the text is in", () => {
    expect(written(fixture("french"), [])).toContain('<FRBRlanguage language="fra"/>');
  });

  // The United Nations' own files, where they are at hand, use every pair of elements that we write.
  const official =
    [process.env.AKN_FILES ?? "", "../shared/akn/en", "../../shared/akn/en"].find(
      (path) => path !== "" && existsSync(path),
    ) ?? "../shared/akn/en";
  it.skipIf(!existsSync(official))("puts elements only where the official files have them", () => {
    const pairs = new Set<string>();
    for (const file of readdirSync(official).slice(0, 120)) {
      const open: string[] = [];
      const parser = new SaxesParser({});
      parser.on("error", () => undefined);
      parser.on("opentag", ({ name }) => {
        pairs.add(`${open.at(-1) ?? ""} ${name}`);
        open.push(name);
      });
      parser.on("closetag", () => open.pop());
      parser.write(readFileSync(join(official, file), "utf8")).close();
    }
    const ours = new Set<string>();
    const open: string[] = [];
    const parser = new SaxesParser({});
    parser.on("opentag", ({ name }) => {
      ours.add(`${open.at(-1) ?? ""} ${name}`);
      open.push(name);
    });
    parser.on("closetag", () => open.pop());
    parser.write(written(fixture("A-RES-52-205"))).close();
    expect([...ours].filter((pair) => !pairs.has(pair) && !/ m:|otherAnalysis/.test(pair))).toEqual([]);
  });
});
