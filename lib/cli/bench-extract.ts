/**
 * Speed of structure and actions together: `npm run bench:extract [FOLDER] [-- --hostile]`, beside a bare regex clause
 * split of the same files, in processor time; with --hostile also texts made to be slow. Without a folder it reads ../shared/corpus or, where that is absent, the project's own fixtures many times over.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { extractMandates } from "@/lib/core/mandate/extract";
import { readResolutions } from "@/lib/core/resolution/parse";

type Source = { readonly file: string; readonly text: string };

/** Text files of a folder and the folders in it. */
function textsOf(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));
}

const corpus = process.argv.slice(2).find((one) => !one.startsWith("--")) ?? "../shared/corpus";
const own = "tests/fixtures/resolutions";
const isThere = existsSync(corpus);
if (!isThere) process.stdout.write(`There is no ${corpus}; the project's own texts are read 50 times.\n`);
const sources = isThere
  ? textsOf(corpus)
  : Array.from({ length: 50 }, (_, round) =>
      textsOf(own).map((one) => ({ ...one, file: `${one.file} (${round + 1})` })),
    ).flat();
const characters = sources.reduce((sum, { text }) => sum + text.length, 0);

/** The least that anybody could do: sentences at points, clauses at the commonest verbs. */
const bareSplit = (text: string): number =>
  text
    .split(/\.\s+/)
    .flatMap((sentence) =>
      sentence.split(/\b(?=(?:requests|invites|urges|calls upon|decides|encourages)\b)/i),
    ).length;

const extract = (source: Source): number =>
  readResolutions({ text: source.text, hints: { fileName: source.file } }).reduce(
    (sum, resolution) => sum + extractMandates(resolution).actions.length,
    0,
  );
const readOnly = (source: Source): number =>
  readResolutions({ text: source.text, hints: { fileName: source.file } }).length;

/** Processor time of this process in milliseconds: what other programs do at the same time is not counted. */
const spent = (): number => process.cpuUsage().user / 1000;

/** Best of five rounds, after one that is not counted. */
function measure(name: string, work: (source: Source) => number): void {
  let best = Number.POSITIVE_INFINITY;
  let slowest = { file: "", milliseconds: 0 };
  for (let round = 0; round < 6; round++) {
    let roundSlowest = { file: "", milliseconds: 0 };
    const begin = spent();
    for (const source of sources) {
      const start = spent();
      work(source);
      const milliseconds = spent() - start;
      if (milliseconds > roundSlowest.milliseconds) roundSlowest = { file: source.file, milliseconds };
    }
    const total = spent() - begin;
    if (round > 0 && total < best) {
      best = total;
      slowest = roundSlowest;
    }
  }
  const speed = (characters / 1e6 / (best / 1000)).toFixed(1);
  process.stdout.write(
    `${name.padEnd(28)} ${speed.padStart(7)} MB/s   slowest ${slowest.milliseconds.toFixed(1)} ms (${slowest.file})\n`,
  );
}

process.stdout.write(`${sources.length} texts, ${(characters / 1e6).toFixed(1)} MB\n`);
measure("bare clause split", (source) => bareSplit(source.text));
measure("structure", readOnly);
measure("structure and actions", extract);

/** Texts made to be slow: without punctuation, or one thing again and again. Each is read at two lengths. */
const hostile: Readonly<Record<string, string>> = {
  "no punctuation": "requests the committee to report on words and other words with the support of states ",
  "one word": "session",
  "commas and names": "the Committee on Wells, and ",
  infinitives: "to report and to submit ",
  brackets: "(to (a) ",
  numbers: "1. Requests it to do 1 ",
  sessions: "at its seventy-first, seventy-second and ",
  partners: "in cooperation with, in consultation with ",
};

function growth(name: string, words: string): void {
  const page = (length: number): string =>
    `The General Assembly,\n\n1. Requests the Secretary-General ${words.repeat(Math.ceil(length / words.length))}`;
  const time = (length: number): number => {
    const text = page(length);
    const start = spent();
    extract({ file: "", text });
    return spent() - start;
  };
  time(60_000);
  const [half, whole] = [time(500_000), time(1_000_000)];
  process.stdout.write(
    `${name.padEnd(28)} ${whole.toFixed(0).padStart(7)} ms/MB  grows ${(whole / Math.max(half, 1)).toFixed(2)} times when doubled\n`,
  );
}

if (process.argv.includes("--hostile"))
  for (const [name, words] of Object.entries(hostile)) growth(name, words);
