/**
 * All accuracy figures: `npm run score [SHARED_DIR] [-- --errors N]`. The labelled documents with their own scorer,
 * the reading of structure, the italic verbs of the marked-up resolutions, and the time the corpus takes.
 * The material is not part of the project; what is absent is named and makes the exit code 2.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSource } from "@/lib/adapters/sources/read-source";
import { extractMandates } from "@/lib/core/mandate/extract";
import { readResolutions } from "@/lib/core/resolution/parse";
import { extractDocument } from "./extract-document";
import { scoreItalicVerbs } from "./score-italics";

const arguments_ = process.argv.slice(2);
const errorsAt = arguments_.indexOf("--errors");
const showErrors = errorsAt < 0 ? 0 : Number(arguments_[errorsAt + 1] ?? 40);
const folder = arguments_.find((one, index) => !one.startsWith("--") && arguments_[index - 1] !== "--errors");
const shared = path.resolve(folder ?? "../shared");

const heading = (title: string): void => {
  process.stdout.write(`\n${title}\n`);
};

/** True where the material is there; otherwise says what is missing and which figures fall away. */
function hasMaterial(part: string, figures: string): boolean {
  if (existsSync(path.join(shared, part))) return true;
  process.stdout.write(`Not measured: ${figures}. There is no ${path.join(shared, part)}.\n`);
  process.exitCode = 2;
  return false;
}

function run(command: string, commandArguments: readonly string[]): void {
  const result = spawnSync(command, [...commandArguments], { stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) process.exitCode = 1;
}

async function scoreLabels(): Promise<void> {
  const texts = path.join(shared, "gold/texts");
  const out = mkdtempSync(path.join(tmpdir(), "score-"));
  try {
    for (const file of readdirSync(texts)) {
      const source = await readSource({ bytes: readFileSync(path.join(texts, file)), fileName: file });
      if (!source.ok) {
        process.stdout.write(`${file}: ${source.error.message}\n`);
        continue;
      }
      const name = `${path.basename(file, path.extname(file))}.json`;
      writeFileSync(path.join(out, name), JSON.stringify(extractDocument(source.value)));
    }
    const errors = showErrors > 0 ? ["--errors", String(showErrors)] : [];
    run("node", [path.join(shared, "gold/score.mjs"), path.join(shared, "gold/labels"), out, ...errors]);
  } finally {
    rmSync(out, { recursive: true });
  }
}

function timeCorpus(): void {
  const corpus = path.join(shared, "corpus");
  const texts = readdirSync(corpus)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({ file, text: readFileSync(path.join(corpus, file), "utf8") }));
  const extractAll = ({ file, text }: { file: string; text: string }): number =>
    readResolutions({ text, hints: { fileName: file } }).reduce(
      (sum, one) => sum + extractMandates(one).actions.length,
      0,
    );
  // The first round lets the compiler settle; only the second is counted.
  for (const one of texts) extractAll(one);
  let slowest = { file: "", milliseconds: 0 };
  let actions = 0;
  let failed = 0;
  const begin = performance.now();
  for (const one of texts) {
    const start = performance.now();
    try {
      actions += extractAll(one);
    } catch (error) {
      failed++;
      process.stdout.write(`${one.file}: ${String(error)}\n`);
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { file: one.file, milliseconds };
  }
  const seconds = (performance.now() - begin) / 1000;
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  process.stdout.write(
    `documents ${texts.length}, failed ${failed}, actions ${actions}\n` +
      `speed ${(characters / 1e6 / seconds).toFixed(1)} MB/s, slowest ${slowest.file} ${slowest.milliseconds.toFixed(1)} ms (target: at least 5 MB/s, each below 50 ms)\n`,
  );
  if (failed > 0) process.exitCode = 1;
}

heading("Follow-up actions of the labelled documents");
if (hasMaterial("gold", "actions, leads, deadlines")) await scoreLabels();
heading("Structure");
if (["gold", "akn", "corpus"].every((part) => hasMaterial(part, "structure")))
  run("npx", ["tsx", "lib/cli/score-structure.ts", shared]);
heading("Operative phrases in italics in the marked-up resolutions, found as verbs");
if (hasMaterial("akn/en", "italic verbs"))
  process.stdout.write(scoreItalicVerbs(path.join(shared, "akn/en"), showErrors));
heading("Corpus, structure and actions");
if (hasMaterial("corpus", "failures and speed")) timeCorpus();
