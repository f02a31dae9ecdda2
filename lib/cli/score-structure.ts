/**
 * Measures the reading of structure: `npx tsx lib/cli/score-structure.ts [SHARED_DIR] [--errors N]`.
 * Against the labelled documents (gold/), the marked-up resolutions (akn/) and a corpus of plain texts (corpus/).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readAkomaNtoso } from "@/lib/adapters/sources/akoma-ntoso";
import { parseEnglishDate } from "@/lib/core/language/en/dates";
import type { BlockHint } from "@/lib/core/resolution/hints";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { Resolution } from "@/lib/core/resolution/resolution";
import { stripMarkup } from "./strip-markup";

const arguments_ = process.argv.slice(2);
const errorsAt = arguments_.indexOf("--errors");
const showErrors = errorsAt < 0 ? 0 : Number(arguments_[errorsAt + 1] ?? 40);
const shared = path.resolve(arguments_[0] !== undefined && errorsAt !== 0 ? arguments_[0] : "../shared");
const errors: string[] = [];

const print = (name: string, value: string): void => {
  process.stdout.write(`${name.padEnd(46)} ${value}\n`);
};

class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  compare(wanted: readonly string[], got: readonly string[], where: string): void {
    const left = [...got];
    for (const one of wanted) {
      const at = left.indexOf(one);
      if (at >= 0) {
        left.splice(at, 1);
        this.right++;
      } else {
        this.missed++;
        errors.push(`${where}: missed ${one}`);
      }
    }
    this.wrong += left.length;
    for (const one of left) errors.push(`${where}: not marked ${one}`);
  }

  toString(): string {
    const f1 = (2 * this.right) / (2 * this.right + this.wrong + this.missed || 1);
    return `F1 ${f1.toFixed(4)}  (${this.right} right, ${this.wrong} wrong, ${this.missed} missed)`;
  }
}

const squash = (value: unknown): string =>
  String(value ?? "")
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

const topNumber = (number: string): string => number.replace(/\(.*$/, "");

const tops = (resolution: Resolution): string[] => [
  ...new Set(
    resolution.paragraphs
      .filter((one) => one.kind === "operative" && one.number !== "")
      .map((one) => topNumber(one.number)),
  ),
];

type Label = {
  readonly [key: string]: unknown;
  readonly none: readonly string[];
  readonly actions: readonly { readonly para: string }[];
};

function scoreGold(folder: string): void {
  const paragraphs = new Tally();
  let right = 0;
  let fields = 0;
  const files = readdirSync(path.join(folder, "labels")).filter((file) => file.endsWith(".json"));
  for (const file of files) {
    const label = JSON.parse(readFileSync(path.join(folder, "labels", file), "utf8")) as Label;
    const name = file.replace(/\.json$/, ".txt");
    const [resolution] = readResolutions({
      text: readFileSync(path.join(folder, "texts", name), "utf8"),
      hints: { fileName: name },
    });
    if (resolution === undefined) continue;
    for (const field of ["organ", "session", "adopted", "title"] as const) {
      fields++;
      if (squash(label[field]) === squash(resolution[field])) right++;
      else
        errors.push(`${file}: ${field} expected ${String(label[field])}, found ${String(resolution[field])}`);
    }
    const wanted = new Set([...label.none, ...label.actions.map((one) => one.para)].map(topNumber));
    paragraphs.compare([...wanted], tops(resolution), file);
  }
  print(
    `labelled documents (${files.length}): header`,
    `${((100 * right) / fields).toFixed(2)} %  (${right} of ${fields})`,
  );
  print(`labelled documents (${files.length}): paragraphs`, paragraphs.toString());
}

/** "12.|requests the secretary-general to" and so on: a numbered paragraph by its mark and first words. */
const key = (label: string, text: string): string =>
  `${label.replace(/[\s().]/g, "")}|${squash(text).replace(/\W+/g, " ").trim().slice(0, 40)}`;

function markedParagraphs(text: string, hints: readonly BlockHint[]): string[] {
  return hints
    .filter((hint) => hint.role === "operative" && hint.label !== "")
    .map((hint) => key(hint.label, text.slice(hint.span.start, hint.span.end)));
}

function readParagraphs(resolutions: readonly Resolution[]): string[] {
  return resolutions.flatMap((resolution) =>
    resolution.paragraphs
      .filter((one) => one.kind === "operative" && one.label !== "")
      .map((one) => key(one.label, one.text)),
  );
}

type Metadata = {
  readonly symbol: string;
  readonly title: string;
  readonly adoption_meeting: string;
  readonly adoption_date: string;
  readonly session: string;
};

function readMetadata(file: string): Map<string, Metadata> {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return new Map(rows.map((line) => JSON.parse(line) as Metadata).map((row) => [row.symbol, row]));
}

function scoreMarkup(folder: string): void {
  const metadata = readMetadata(path.join(folder, "metadata-77.json"));
  const files = readdirSync(path.join(folder, "en")).filter((file) => file.endsWith(".xml"));
  for (const notes of ["left out", "in the text"] as const) {
    const paragraphs = new Tally();
    const header = { right: 0, fields: 0 };
    for (const file of files) {
      const xml = readFileSync(path.join(folder, "en", file), "utf8");
      const marked = readAkomaNtoso(xml);
      if (!marked.ok) continue;
      const plain = stripMarkup(xml, notes === "in the text");
      const resolutions = readResolutions({ text: plain });
      paragraphs.compare(
        markedParagraphs(marked.value.text, marked.value.hints.blocks ?? []),
        readParagraphs(resolutions),
        `${file} (notes ${notes})`,
      );
      const row = metadata.get(file.replace(/\.xml$/, "").replace(/^A_RES_77_/, "A/RES/77/"));
      if (row !== undefined) compareHeader(row, resolutions[0], header, file);
    }
    print(`marked-up (${files.length}), notes ${notes}: paragraphs`, paragraphs.toString());
    print(
      `marked-up (${files.length}), notes ${notes}: header`,
      `${((100 * header.right) / header.fields).toFixed(2)} %  (${header.right} of ${header.fields})`,
    );
  }
}

function compareHeader(
  row: Metadata,
  resolution: Resolution | undefined,
  tally: { right: number; fields: number },
  file: string,
): void {
  const letters = (value: unknown): string =>
    squash(value)
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const symbol = row.symbol.replace(/ [A-Z](?:-[A-Z])+$/, "");
  const expected: Readonly<Record<string, [unknown, unknown]>> = {
    symbol: [symbol, resolution?.symbol],
    title: [letters(row.title), letters(resolution?.title)],
    adopted: [parseEnglishDate(row.adoption_date), resolution?.adopted],
    meeting: [squash(row.adoption_meeting), squash(resolution?.meeting)],
    session: [77, resolution?.session],
  };
  for (const [field, [wanted, got]] of Object.entries(expected)) {
    tally.fields++;
    if (wanted === got) tally.right++;
    else errors.push(`${file}: ${field} expected ${String(wanted)}, found ${String(got)}`);
  }
}

function scoreLanguages(folder: string): void {
  const numbers = new Map<string, string>();
  const agree: Record<string, number> = {};
  for (const language of ["en", "fr", "es", "ru", "zh", "ar"]) {
    const files = readdirSync(path.join(folder, language)).filter((file) => file.endsWith(".xml"));
    for (const file of files) {
      const marked = readAkomaNtoso(readFileSync(path.join(folder, language, file), "utf8"));
      if (!marked.ok) continue;
      const { text, hints } = marked.value;
      const [resolution] = readResolutions({ text, hints, language: marked.value.language ?? "en" });
      const found = (resolution?.paragraphs ?? [])
        .map((one) => one.number)
        .filter((one) => one !== "")
        .join(" ");
      if (language === "en") numbers.set(file, found);
      else if (numbers.get(file) === found) agree[language] = (agree[language] ?? 0) + 1;
      else errors.push(`${language}/${file}: paragraph numbers differ from the English`);
    }
  }
  print(
    "same paragraph numbers as the English (of 60)",
    Object.entries(agree)
      .map(([language, count]) => `${language} ${count}`)
      .join("  "),
  );
}

function scoreCorpus(folder: string): void {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));
  let characters = 0;
  let slowest = { file: "", milliseconds: 0 };
  let resolutions = 0;
  // The first round lets the compiler settle; only the second is counted.
  for (const { file, text } of texts) readResolutions({ text, hints: { fileName: file } });
  const begin = performance.now();
  for (const { file, text } of texts) {
    const start = performance.now();
    const [main] = readResolutions({ text, hints: { fileName: file } });
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { file, milliseconds };
    if (main?.isResolution === true) resolutions++;
    characters += text.length;
  }
  const seconds = (performance.now() - begin) / 1000;
  print(`corpus (${texts.length}): read as resolutions`, `${resolutions}`);
  print(
    "corpus: speed",
    `${(characters / 1e6 / seconds).toFixed(1)} MB/s, slowest ${slowest.file} ${slowest.milliseconds.toFixed(1)} ms`,
  );
}

if (!existsSync(shared)) {
  process.stderr.write(`There is no folder ${shared}: give the folder that holds gold/, akn/ and corpus/.\n`);
  process.exitCode = 2;
} else {
  scoreGold(path.join(shared, "gold"));
  scoreMarkup(path.join(shared, "akn"));
  scoreLanguages(path.join(shared, "akn"));
  scoreCorpus(path.join(shared, "corpus"));
  for (const line of errors.slice(0, showErrors)) process.stdout.write(`- ${line}\n`);
  if (showErrors > 0 && errors.length > showErrors)
    process.stdout.write(`(+${errors.length - showErrors} more)\n`);
}
