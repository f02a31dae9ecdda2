/**
 * Agreement of the other official languages with English on the same resolution and paragraph:
 * `npm run score:languages [FOLDER]`. The folder holds `en`, `fr`, `es`, `ru`, `ar`, `zh` with files of the same names
 * (default ../shared/akn). Two files of three are those on which rules were worked out; each third is held out.
 * `--text` reads the words without mark-up; `--differences fr` names what differs in the tuned files.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSource } from "@/lib/adapters/sources/read-source";
import { bodyKey } from "@/lib/core/bodies/key";
import { extractMandates } from "@/lib/core/mandate/extract";
import { type GuideDocument, toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";
import { stripMarkup } from "./strip-markup";

const languages = ["fr", "es", "ru", "ar", "zh"] as const;
const measures = ["paragraphs", "sessions", "bodies", "leads", "verbs", "deliverables"] as const;
type Measure = (typeof measures)[number];
const targets: Readonly<Partial<Record<Measure, number>>> = { paragraphs: 0.95, sessions: 0.97, bodies: 0.9 };

/** What of one document is compared: sets of facts, each with its paragraph. */
type Facts = Readonly<Record<Measure, ReadonlySet<string>>>;
type Tally = { hit: number; english: number; other: number };

const args = process.argv.slice(2);
const asText = args.includes("--text");
const differencesAt = args.indexOf("--differences");
const shown = differencesAt < 0 ? null : (args[differencesAt + 1] ?? null);
const folder =
  args.find((arg, index) => !arg.startsWith("--") && args[index - 1] !== "--differences") ?? "../shared/akn";

const started = performance.now();
if (!existsSync(path.join(folder, "en")))
  process.stdout.write(`Skipped: there is no ${folder} with texts in six languages.\n`);
else await score();

async function score(): Promise<void> {
  process.stdout.write(
    `Agreement with English, F1 (targets: ${Object.entries(targets)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")})\n`,
  );
  process.stdout.write(
    `${["", "", ...measures].map((one, index) => one.padEnd(index < 2 ? 9 : 14)).join("")}\n`,
  );
  const english = new Map<string, Facts | null>();
  for (const language of languages) {
    const here = path.join(folder, language);
    if (!existsSync(here)) continue;
    const files = readdirSync(here)
      .filter((file) => file.endsWith(".xml"))
      .sort();
    const tallies = { tuned: emptyTally(), "held out": emptyTally() };
    for (const [index, file] of files.entries()) {
      if (!english.has(file)) english.set(file, await factsOf(path.join(folder, "en", file)));
      const there = english.get(file);
      const own = await factsOf(path.join(here, file));
      if (there === null || there === undefined || own === null) continue;
      const set = index % 3 === 2 ? "held out" : "tuned";
      compare(there, own, tallies[set]);
      if (shown === language && set === "tuned") printDifferences(file, there, own);
    }
    for (const [set, tally] of Object.entries(tallies))
      process.stdout.write(
        `${language.padEnd(9)}${set.padEnd(9)}${measures.map((one) => cell(one, tally[one])).join("")}\n`,
      );
  }
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

function emptyTally(): Record<Measure, Tally> {
  const tally = (): Tally => ({ hit: 0, english: 0, other: 0 });
  return {
    paragraphs: tally(),
    sessions: tally(),
    bodies: tally(),
    leads: tally(),
    verbs: tally(),
    deliverables: tally(),
  };
}

function compare(english: Facts, own: Facts, into: Record<Measure, Tally>): void {
  for (const one of measures) {
    into[one].english += english[one].size;
    into[one].other += own[one].size;
    for (const fact of own[one]) if (english[one].has(fact)) into[one].hit++;
  }
}

function cell(measure: Measure, { hit, english, other }: Tally): string {
  const f1 = english + other === 0 ? 1 : (2 * hit) / (english + other);
  const target = targets[measure];
  const mark = target === undefined ? "" : f1 >= target ? " ok" : " --";
  return `${f1.toFixed(3)}${mark}`.padEnd(14);
}

async function factsOf(file: string): Promise<Facts | null> {
  if (!existsSync(file)) return null;
  const source = await readSource({ bytes: readFileSync(file), fileName: path.basename(file) });
  if (!source.ok) return null;
  const { text, hints, language } = source.value;
  const [resolution] = asText
    ? readResolutions({ text: stripMarkup(readFileSync(file, "utf8"), false) })
    : readResolutions({ text, hints, ...(language === null ? {} : { language }) });
  return resolution === undefined ? null : factsIn(toGuideDocument(resolution, extractMandates(resolution)));
}

function factsIn(document: GuideDocument): Facts {
  const facts: Record<Measure, Set<string>> = {
    paragraphs: new Set(),
    sessions: new Set(),
    bodies: new Set(),
    leads: new Set(),
    verbs: new Set(),
    deliverables: new Set(),
  };
  for (const action of document.actions) {
    facts.paragraphs.add(action.para);
    facts.verbs.add(`${action.para} ${action.verb}`);
    facts.deliverables.add(`${action.para} ${action.deliverable}`);
    for (const lead of action.lead) {
      const key = bodyKey(lead);
      facts.leads.add(`${action.para} ${key ?? lead}`);
      if (key !== null) facts.bodies.add(`${action.para} ${key}`);
    }
    for (const deadline of action.deadlines)
      if (deadline.type === "session")
        facts.sessions.add(`${action.para} ${deadline.organ} ${deadline.session}`);
  }
  return facts;
}

function printDifferences(file: string, english: Facts, own: Facts): void {
  for (const one of ["paragraphs", "sessions", "bodies"] as const) {
    const missing = [...english[one]].filter((fact) => !own[one].has(fact));
    const extra = [...own[one]].filter((fact) => !english[one].has(fact));
    if (missing.length + extra.length > 0)
      process.stdout.write(
        `${file} ${one}: missing ${JSON.stringify(missing)} extra ${JSON.stringify(extra)}\n`,
      );
  }
}
