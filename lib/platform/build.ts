import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressBuild } from "./brotli";
import { projectFolder } from "./prisma-command";
import { Refusal } from "./refusal";

const sources = [
  "app",
  "lib",
  "prisma/schema.prisma",
  "next.config.ts",
  "proxy.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** The folder that Next builds into. */
export const buildFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  join(projectFolder, environment.NEXT_DIST_DIR ?? ".next");

/** Builds the app where its sources changed since the last build; gives whether it did. Throws `Refusal` where that fails. */
export async function ensureBuild(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const stamp = join(buildFolder(environment), "sources-hash");
  const hash = hashOfSources();
  if (read(stamp) === hash) return false;
  rmSync(stamp, { force: true });
  const code = await run(["build"], environment);
  if (code !== 0) throw new Refusal("The app could not be built; what is wrong stands above.");
  await compressBuild(buildFolder(environment));
  writeFileSync(stamp, hash);
  return true;
}

function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [nextCommand, ...words], {
      cwd: projectFolder,
      env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", failed);
    child.once("close", (code) => done(code ?? 1));
  });
}

/** Next's command line, to be run by Node. */
export const nextCommand = join(projectFolder, "node_modules/next/dist/bin/next");

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(join(projectFolder, file)));
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(path);
  } catch {
    return [path];
  }
  return entries
    .filter((entry) => entry.name !== "generated" && entry.name !== "cli")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

const readFolder = (path: string) => readdirSync(join(projectFolder, path), { withFileTypes: true });

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
