import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, Refusal } from "./refusal";

/** Held while the app runs on a data folder. */
export type AppLock = {
  readonly release: () => void;
  /** Whether an earlier start left its lock behind: it was killed, and its web server may still be ending. */
  readonly isTakenOver: boolean;
};

type Holder = { readonly pid: number; readonly address: string };

/**
 * Takes the data folder for this process. Throws `Refusal` where another start runs on it, with its address, or where
 * the folder cannot be written. What a killed start left behind is taken over.
 */
export function takeAppLock(folder: string, address: string): AppLock {
  const file = join(folder, "app.lock");
  const mine = JSON.stringify({ pid: process.pid, address });
  let isTakenOver = false;
  try {
    mkdirSync(folder, { recursive: true });
    for (let tries = 0; tries < 3; tries++) {
      try {
        writeFileSync(file, mine, { flag: "wx" });
        return { release: () => rmSync(file, { force: true }), isTakenOver };
      } catch (thrown) {
        if (codeOf(thrown) !== "EEXIST") throw thrown;
      }
      const holder = readHolder(file);
      if (holder !== null && isOurs(holder.pid)) {
        throw new Refusal(
          `The app runs already at ${holder.address} (process ${holder.pid}). Open that address, or stop it first.`,
        );
      }
      rmSync(file, { force: true });
      isTakenOver = true;
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    throw new Refusal(
      `The data folder ${folder} cannot be written (${codeOf(thrown) || "unknown reason"}). Make it writable, or set MANDATES_DATA to another folder.`,
    );
  }
  throw new Refusal(`Another start is taking the data folder ${folder} at this moment. Try again.`);
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, address } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof address === "string" ? { pid, address } : null;
  } catch {
    return null;
  }
}

/** Whether the process lives and is Node: the number of a process that ended may have been given to another. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    return codeOf(thrown) === "EPERM";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return process.platform !== "linux";
  }
}
