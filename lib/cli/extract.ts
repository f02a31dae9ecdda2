/**
 * Reads resolutions and prints their follow-up actions: `npm run -s extract -- FILE... [--out DIR]`.
 * Text, Markdown, PDF, Word, HTML and Akoma Ntoso; no database. One JSON object per document in the form of the
 * labelling guide with the words, rules and certainties beside it. A file that cannot be read is named on stderr
 * and makes the exit code 1; the others are still printed. With --out each is written to `DIR/<base name>.json`;
 * a second file of the same base name to `DIR/<file name>.json`, with a warning.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { readSource } from "@/lib/adapters/sources/read-source";
import { extractDocument } from "./extract-document";
import { OutputNames } from "./output-names";

const usage = "Usage: npm run -s extract -- FILE... [--out DIR]\n";

const arguments_ = process.argv.slice(2);
const outAt = arguments_.indexOf("--out");
const out = outAt < 0 ? null : (arguments_[outAt + 1] ?? null);
const files = arguments_.filter((_, index) => outAt < 0 || (index !== outAt && index !== outAt + 1));
const unknown = files.find((file) => file.startsWith("--"));
const names = new OutputNames();

if (files.length === 0 || unknown !== undefined || (outAt >= 0 && out === null)) {
  if (unknown !== undefined) process.stderr.write(`There is no option ${unknown}.\n`);
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  if (out !== null) mkdirSync(out, { recursive: true });
  for (const file of files) await extractFile(file);
}

async function extractFile(file: string): Promise<void> {
  const json = await readOne(file);
  if (json === null) return;
  if (out === null) {
    process.stdout.write(`${json}\n`);
    return;
  }
  const { name, takenBy } = names.claim(file);
  if (takenBy !== null)
    process.stderr.write(
      `${file}: warning: ${takenBy} has the same base name; this one is written to ${path.join(out, name)}\n`,
    );
  writeFileSync(path.join(out, name), `${json}\n`);
}

async function readOne(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refuse(file, bytes.code === "ENOENT" ? "no such file" : bytes.message);
  const source = await readSource({ bytes, fileName: path.basename(file) });
  if (!source.ok) return refuse(file, source.error.message);
  return JSON.stringify(extractDocument(source.value), null, out === null ? 0 : 2);
}

function refuse(file: string, why: string): null {
  process.stderr.write(`${file}: ${why}\n`);
  process.exitCode = 1;
  return null;
}
