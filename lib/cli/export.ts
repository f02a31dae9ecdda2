import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { systemActor } from "@/lib/auth/actor";
import { exportFormatIds } from "@/lib/core/export/formats";
import { openDatabase } from "@/lib/db/client";
import { databaseAddress } from "@/lib/db/connection";
import { depsWith } from "@/lib/deps";
import { exportTasks, exportTasksInput } from "@/lib/services/export";

const usage =
  "Say where to: npm run export -- tasks.csv [organ=GA] [session=53] [body=unctad] [open=true] [adoptedSession=52]. The ending chooses the format: csv, xlsx, json, jsonld.";

/** `npm run export -- FILE [FILTER=VALUE ...]`: tasks as a file, every row of them, as they stand on the working date. */
async function main(): Promise<number> {
  const [file, ...words] = process.argv.slice(2);
  const format = exportFormatIds.find((id) => `.${id}` === extname(file ?? ""));
  if (file === undefined || format === undefined) {
    console.error(usage);
    return 2;
  }
  const filter = Object.fromEntries(
    words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
  );
  const input = exportTasksInput.safeParse({ filter, format, title: "Tasks" });
  const address = databaseAddress("app");
  if (!input.success || address === null) {
    console.error(
      address === null ? "No database is running. Start the application first, or set DATABASE_URL." : usage,
    );
    return 2;
  }
  const db = openDatabase(address, { poolSize: 2, statementTimeoutMs: 600_000 });
  const unfinished = `${file}.unfinished`;
  try {
    const made = await exportTasks(
      depsWith(db),
      systemActor,
      input.data,
      process.env.NEXTAUTH_URL ?? "http://localhost:3000",
    );
    if (!made.ok) {
      console.error(made.error.message);
      return 1;
    }
    // Under its name only when it is whole.
    const out = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(made.value.chunks), out);
    await rename(unfinished, file);
    console.log(`${file} written: ${out.bytesWritten.toLocaleString("en")} bytes.`);
    return 0;
  } catch (error) {
    await rm(unfinished, { force: true });
    console.error(`The export was not written: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await db.$disconnect();
  }
}

process.exitCode = await main();
