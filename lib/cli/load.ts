import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type LoadLine, loadLineSchema } from "@/lib/core/import/load-line";
import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { loadResolutions } from "@/lib/db/load";
import { depsWith } from "@/lib/deps";

/** `npm run load -- FILE.ndjson`: resolutions with their tasks, one JSON object a line (lib/core/import/load-line.ts). */
async function main(): Promise<number> {
  const source = process.argv[2];
  const address = databaseAddress("app");
  if (source === undefined || address === null) {
    console.error(
      source === undefined
        ? "Say what: npm run load -- file.ndjson"
        : "No database is running. Start the application first, or set DATABASE_URL.",
    );
    return 2;
  }
  const db = openDatabase(address, { poolSize: 1 });
  const day = await depsWith(db)
    .today()
    .finally(() => db.$disconnect());
  const began = performance.now();
  let told = 0;
  try {
    const count = await loadResolutions(address, readLines(source), { at: new Date(), day }, (now) => {
      if (now.created + now.unchanged - told < 5_000) return;
      told = now.created + now.unchanged;
      console.log(`${told} resolutions, ${now.tasks} tasks`);
    });
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${count.created} resolutions with ${count.tasks} tasks loaded in ${seconds.toFixed(1)} s; ${count.unchanged} were here already.`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error("What was loaded before stays; mend the line and run the same command again.");
    return 1;
  }
}

async function* readLines(path: string): AsyncGenerator<LoadLine> {
  let at = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    at += 1;
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Error(`Line ${at} is not JSON.`);
    }
    const parsed = loadLineSchema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new Error(`Line ${at}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "cannot be used"}.`);
    }
    yield parsed.data;
  }
}

process.exitCode = await main();
