import { join, resolve } from "node:path";
import pg from "pg";
import { openDatabase } from "@/lib/db/client";
import { readActor } from "@/lib/db/people";
import { depsWith } from "@/lib/deps";
import { startDatabase } from "@/lib/platform/database";
import { advanceTask } from "@/lib/services/advance-task";
import { sessionPage } from "@/lib/services/calendar";
import { pendingDashboard } from "@/lib/services/dashboard";
import { listTasksInput, sessionPageInput, taskPageInput } from "@/lib/services/inputs";
import { taskPage } from "@/lib/services/task-page";
import { listTasks } from "@/lib/services/tasks";
import { benchReader } from "./bench/database";
import { benchDay } from "./bench/resolutions";
import { placeName } from "./bench/words";

type Statement = { readonly text: string; readonly ms: number };

/**
 * `npm run bench:statements -- 1000000`: every use case behind a measured page on a bench database, with the number of
 * its statements, the slowest of them, and the plan of any that takes longer than 50 ms.
 */
async function main(): Promise<void> {
  const tasks = process.argv[2] ?? "1000000";
  const folder = join(resolve(process.env.MANDATES_BENCH || ".bench"), tasks);
  const database = await startDatabase({ ...process.env, MANDATES_DATA: folder, DATABASE_URL: "" });
  const seen = watchStatements();
  const db = openDatabase(database.appUrl, { poolSize: 1, statementTimeoutMs: 120_000 });
  try {
    const deps = depsWith(db);
    const { id } = await db.person.findUniqueOrThrow({
      where: { email: benchReader.email },
      select: { id: true },
    });
    const person = await readActor(db, id, benchDay);
    if (person === null) throw new Error("Run npm run bench first: it makes the database.");
    const { delegators: _, ...actor } = person;
    const list = (input: object) => listTasks(deps, actor, listTasksInput.parse(input));
    const open = await db.task.findMany({
      where: { status: "IMPLEMENTED" },
      take: 40,
      orderBy: { id: "asc" },
      select: { number: true, version: true },
    });
    let taken = 0;
    let changed = 0;
    const runs: Readonly<Record<string, () => Promise<{ readonly ok: boolean }>>> = {
      "list, everything": () => list({}),
      "list, session and status": () =>
        list({ filter: { organ: "GA", session: 81, status: ["PENDING", "IN_PROGRESS"] } }),
      "list, session by step": () =>
        list({ filter: { organ: "GA", session: 80 }, sort: { by: "step", direction: "asc" } }),
      "list, overdue": () => list({ filter: { timeliness: ["OVERDUE"] } }),
      "list, due soon": () =>
        list({ filter: { timeliness: ["DUE_SOON", "STEP_LATE"] }, sort: { by: "step", direction: "asc" } }),
      "list, no date": () => list({ filter: { timeliness: ["NO_DATE"] } }),
      "list, common body": () => list({ filter: { body: "member-states" } }),
      "list, rare body": () => list({ filter: { body: "united-nations-university" } }),
      "list, rare body, open": () => list({ filter: { body: "united-nations-university", open: true } }),
      "list, unassigned": () => list({ filter: { open: true, unassigned: true } }),
      "list, adopted session": () => list({ filter: { adoptedOrgan: "GA", adoptedSession: 52 } }),
      "list, deliverable": () => list({ filter: { deliverable: ["meeting"], open: true } }),
      "search, rare word": () => list({ filter: { text: placeName(17) } }),
      "search, absent word": () => list({ filter: { text: "zwischenzeitlich" } }),
      "search, common words": () => list({ filter: { text: "developing countries" } }),
      "search, common and open": () => list({ filter: { text: "developing countries", open: true } }),
      "search, symbol": () => list({ filter: { text: "A/RES/52/2" } }),
      "task page": () => taskPage(deps, actor, taskPageInput.parse({ number: 500 + taken })),
      "session page": () => sessionPage(deps, actor, sessionPageInput.parse({ organ: "GA", session: 81 })),
      "dashboard of all": () => pendingDashboard(deps, actor, {}),
      "status change": () => {
        const { number = 0, version = 0 } = open[changed++] ?? {};
        return advanceTask(deps, actor, {
          number, expectedVersion: version, transition: "reopen", reason: "Measured.", documentSymbol: "", jobNumber: "",
          evidence: [], decidingDocument: "", newSession: null, reviewSession: null, successor: "",
        }); // biome-ignore format: one change
      },
    };
    const only = process.argv[3] ?? "";
    console.log(`${"".padEnd(28)} statements  total ms  slowest ms`);
    for (const [name, run] of Object.entries(runs)) {
      if (!name.includes(only)) continue;
      await run();
      taken++;
      let best: Statement[] = [];
      for (let time = 0; time < 3; time++, taken++) {
        seen.length = 0;
        const outcome = await run();
        if (!outcome.ok) console.log(`${name}: refused`, outcome);
        if (best.length === 0 || total(seen) < total(best)) best = [...seen];
      }
      const slowest = best.reduce((a, b) => (a.ms > b.ms ? a : b), { text: "", ms: 0 });
      console.log(
        `${name.padEnd(28)} ${String(best.length).padStart(10)} ${total(best).toFixed(1).padStart(9)} ${slowest.ms.toFixed(1).padStart(11)}`,
      );
      if (slowest.ms > 50) console.log(`    over 50 ms: ${slowest.text.replace(/\s+/g, " ").slice(0, 400)}`);
    }
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}

const total = (statements: readonly Statement[]): number => statements.reduce((sum, { ms }) => sum + ms, 0);

/** Listens to the driver: each statement with the time until its answer was read. */
function watchStatements(): Statement[] {
  const seen: Statement[] = [];
  const send = pg.Client.prototype.query as (...all: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...all: unknown[]) {
    const began = performance.now();
    const [first] = all;
    const text = typeof first === "string" ? first : String((first as { text?: string }).text ?? "");
    const note = () => seen.push({ text, ms: performance.now() - began });
    const done = all.at(-1);
    if (typeof done === "function") {
      all[all.length - 1] = (...answer: unknown[]) => {
        note();
        done(...answer);
      };
      return send.apply(this, all);
    }
    const sent = send.apply(this, all);
    if (sent instanceof Promise) void sent.then(note, note);
    return sent;
  } as typeof pg.Client.prototype.query;
  return seen;
}

await main();
