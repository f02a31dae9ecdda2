import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { nextCommand } from "@/lib/platform/build";
import { projectFolder } from "@/lib/platform/prisma-command";
import { type Shot, send } from "./load-client";

const folder = join(projectFolder, "lib/cli/bench/bare-next");

/** Builds the bare app where it has not been built yet. */
export async function ensureBareBuild(): Promise<void> {
  if (existsSync(join(folder, ".next/BUILD_ID"))) return;
  const child = run(["build", folder], {});
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) throw new Error("The bare app could not be built; what is wrong stands above.");
}

/** Starts the bare app on a database and waits until it answers. End it with `kill()`. */
export async function startBareApp(url: string, port: number): Promise<ChildProcess> {
  const child = run(["start", folder, "-p", String(port), "-H", "127.0.0.1"], { DATABASE_URL: url });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error("The bare app did not start.");
    await new Promise((done) => setTimeout(done, 50));
  }
  return child;
}

const run = (words: readonly string[], more: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [nextCommand, ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...more, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });

async function answers(port: number): Promise<boolean> {
  try {
    return (await send(undefined, port, { path: "/all?rows=1" })).status === 200;
  } catch {
    return false;
  }
}

/** How many rows make the bare page of these rows weigh `bytes`: two sizes are asked for, and the rest is a line. */
export async function rowsWeighing(port: number, shot: Shot, bytes: number): Promise<number> {
  const weigh = async (rows: number) => (await send(undefined, port, withRows(shot, rows))).bytes;
  const [few, many] = [await weigh(20), await weigh(120)];
  const each = (many - few) / 100;
  return each < 50 ? 0 : Math.min(10_000, Math.max(1, Math.round(20 + (bytes - few) / each)));
}

/** The address of a bare page with so many rows. */
export const withRows = (shot: Shot, rows: number): Shot => ({
  ...shot,
  path: `${shot.path}${shot.path.includes("?") ? "&" : "?"}rows=${rows}`,
});
