import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { sealSignIn, sessionCookie } from "@/lib/auth/session-cookie";
import { openDatabase } from "@/lib/db/client";
import { readActor } from "@/lib/db/people";
import { openSignIn } from "@/lib/db/sign-ins";
import { depsWith } from "@/lib/deps";
import { startDatabase } from "@/lib/platform/database";
import { projectFolder } from "@/lib/platform/prisma-command";
import { makeToken } from "@/lib/services/api-tokens";
import { type AppUnderTest, startApp } from "./app-under-test";
import { rowsWeighing, startBareApp, withRows } from "./bare-app";
import { benchReader, fillBenchDatabase } from "./database";
import { type Measured, measure } from "./load-client";
import { benchDay } from "./resolutions";
import { drawTargets, type Series, seriesOf } from "./series";

/** One line of the report: a series at so many connections, at the app and at the floor. */
export type Line = {
  readonly name: string;
  readonly connections: number;
  readonly app: Measured;
  readonly floor: Measured | null;
  /** A bare Next page of the same rows and weight; null for changes. */
  readonly bare: Measured | null;
};

/** What was measured on one size of database. */
export type SizeReport = {
  readonly tasks: number;
  readonly coldStartSeconds: number;
  readonly memoryBefore: number;
  readonly memoryAfter: number;
  readonly lines: readonly Line[];
};

export type BenchOptions = {
  readonly folder: string;
  readonly port: number;
  readonly tasks: number;
  /** Requests of each series at one connection; three times as many at ten. */
  readonly requests: number;
  /** Only series whose name holds this. */
  readonly only: string;
  readonly say: (line: string) => void;
};

/** Fills or takes up the database of one size, starts the production build on it and measures every series. */
export async function measureSize(options: BenchOptions): Promise<SizeReport> {
  const { folder, port, tasks, say } = options;
  const database = await startDatabase({ ...process.env, MANDATES_DATA: folder, DATABASE_URL: "" });
  try {
    const filled = await fillBenchDatabase(database, tasks, say);
    if (filled)
      say(
        `  ${filled.tasks} tasks loaded in ${filled.seconds.toFixed(0)} s (${Math.round(filled.tasks / filled.seconds)} a second)`,
      );
  } finally {
    await database.stop();
  }
  const app = await startApp(folder, port);
  const floor = await startFloor(app.appUrl, port + 1);
  const bare = await startBareApp(app.appUrl, port + 2);
  try {
    const keys = await signIn(app.appUrl, folder);
    const most = options.requests * 2 * 4 + 200;
    const series = seriesOf(await drawTargets(app.appUrl, most), keys).filter(({ name }) =>
      name.includes(options.only),
    );
    const memoryBefore = app.memory();
    const lines: Line[] = [];
    for (const one of series) {
      const measured = await measureSeries(one, app, { floor: port + 1, bare: port + 2 }, options);
      lines.push(...measured);
      say(
        `  ${one.name}: ${measured.map(({ connections, app: { median } }) => `${median.toFixed(1)} ms at ${connections}`).join(", ")}`,
      );
    }
    return { tasks, coldStartSeconds: app.coldStartSeconds, memoryBefore, memoryAfter: app.memory(), lines };
  } finally {
    floor.kill();
    bare.kill();
    await app.stop();
  }
}

async function measureSeries(
  series: Series,
  app: AppUnderTest,
  ports: { readonly floor: number; readonly bare: number },
  options: BenchOptions,
): Promise<Line[]> {
  const lines: Line[] = [];
  let used = 0;
  const next = (shots: Series["app"]) => {
    const from = used;
    return (index: number) => shots(from + index);
  };
  // The first requests fill caches and let the engine compile; they are not measured.
  const warm = 20;
  const { bytes } = await measure(app.port, next(series.app), { requests: warm, connections: 2 });
  used += warm;
  const rows = series.floor && !series.isChange ? await rowsWeighing(ports.bare, series.floor(0), bytes) : 0;
  const bareShots = (index: number) => withRows((series.floor ?? series.app)(index), rows);
  if (rows > 0) await measure(ports.bare, bareShots, { requests: warm, connections: 2 });
  for (const [connections, times] of [
    [1, 1],
    [10, 3],
  ] as const) {
    const requests = options.requests * times;
    // All three right beside each other: they see the machine as it is at this minute.
    const floor = series.floor
      ? await measure(ports.floor, next(series.floor), { requests, connections })
      : null;
    const bare = rows > 0 ? await measure(ports.bare, bareShots, { requests, connections }) : null;
    const measured = await measure(app.port, next(series.app), { requests, connections });
    used += requests;
    lines.push({ name: series.name, connections, app: measured, floor, bare });
  }
  return lines;
}

function startFloor(url: string, port: number): Promise<ChildProcess> {
  const child = fork(join(projectFolder, "lib/cli/bench/floor-server.ts"), [url, String(port)], {
    execArgv: ["--import", "tsx"],
  });
  return new Promise((done, failed) => {
    child.once("message", () => done(child));
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The floor ended (${code}).`)));
  });
}

/** A sign-in and tokens of the person who reads: what a browser and programs would hold. */
async function signIn(url: string, folder: string): Promise<{ cookie: string; tokens: string[] }> {
  const db = openDatabase(url, { poolSize: 1 });
  try {
    const { id: personId } = await db.person.findUniqueOrThrow({
      where: { email: benchReader.email },
      select: { id: true },
    });
    const now = new Date();
    const id = await openSignIn(db, {
      personId,
      now,
      expiresAt: new Date(now.getTime() + 12 * 3_600_000),
      userAgent: "bench",
      address: "127.0.0.1",
      method: "password",
    });
    process.env.MANDATES_DATA = folder;
    const person = await readActor(db, personId, benchDay);
    if (person === null) throw new Error("The reader of the measurement is not there.");
    const { delegators: _, ...actor } = person;
    const tokens: string[] = [];
    for (let made = 0; made < 60; made++) {
      const token = await makeToken(depsWith(db), actor, {
        label: "bench",
        scopes: ["tasks:read", "tasks:write"],
        days: 1,
      });
      if (token.ok) tokens.push(token.value.token);
    }
    return { cookie: `${sessionCookie().name}=${await sealSignIn(id)}`, tokens };
  } finally {
    await db.$disconnect();
  }
}
