import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePrismaClient } from "@/lib/platform/generate";
import { Refusal } from "@/lib/platform/refusal";

/**
 * `npm run bench`: the pages at 10,000, 100,000 and 1,000,000 tasks, beside a bare floor. The databases are kept in
 * `.bench` (or MANDATES_BENCH), so that only the first run makes them: some minutes and about 9 GB.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tasks: { type: "string", default: "10000,100000,1000000" },
      requests: { type: "string", default: "200" },
      only: { type: "string", default: "" },
      port: { type: "string", default: "3900" },
    },
  });
  await ensurePrismaClient();
  const { ensureBuild } = await import("@/lib/platform/build");
  const { ensureBareBuild } = await import("./bench/bare-app");
  const { measureSize } = await import("./bench/measure-size");
  const { growthInWords, sizeInWords } = await import("./bench/report");
  const folder = resolve(process.env.MANDATES_BENCH || ".bench");
  console.log("building the app, where its sources changed");
  await ensureBuild();
  await ensureBareBuild();
  const reports = [];
  for (const tasks of values.tasks.split(",").map(Number)) {
    console.log(`${tasks} tasks`);
    const report = await measureSize({
      folder: join(folder, String(tasks)),
      port: Number(values.port),
      tasks,
      requests: Number(values.requests),
      only: values.only,
      say: console.log,
    });
    console.log(sizeInWords(report));
    reports.push(report);
  }
  console.log(growthInWords(reports));
}

try {
  await main();
} catch (thrown) {
  console.error(thrown instanceof Refusal ? thrown.message : thrown);
  process.exitCode = 1;
}
