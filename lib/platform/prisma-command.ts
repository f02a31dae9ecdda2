import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const find = createRequire(import.meta.url).resolve;

/** The folder of package.json. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Settings under which Prisma's commands ask nothing of the network. */
const offline = {
  // The command looks for the old engine even where it uses none, and fetches it if this names no file that exists.
  PRISMA_QUERY_ENGINE_LIBRARY: find("prisma/package.json"),
  PRISMA_ENGINES_CHECKSUM_IGNORE_MISSING: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  // Ten seconds a command with a driver that keeps one connection; one start at a time is our own lock's business.
  PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK: "1",
} as const satisfies Readonly<Record<string, string>>;

/** How a command ended, with all that it said. */
export type CommandOutcome = { readonly code: number; readonly said: string };

/** Runs `prisma <words>` on the database at `ownerAddress` (none needed for `generate`). */
export function runPrisma(
  words: readonly string[],
  ownerAddress: string | null,
  output: "collect" | "show" = "collect",
): Promise<CommandOutcome> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [find("prisma/build/index.js"), ...words], {
      cwd: projectFolder,
      env: {
        ...process.env,
        ...offline,
        // The schema names the first, prisma.config.ts asks for the second.
        ...(ownerAddress === null ? {} : { DATABASE_URL: ownerAddress, DATABASE_OWNER_URL: ownerAddress }),
      },
      stdio: output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        said += bytes.toString();
      });
    }
    child.once("error", failed);
    child.once("close", (code) => done({ code: code ?? 1, said }));
  });
}
