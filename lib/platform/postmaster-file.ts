import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./refusal";

/** What PostgreSQL writes beside its data while it runs. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** Reads `postmaster.pid` of a cluster; null where there is none or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  // The lines are: process id, data folder, start time, port, socket folder, listening address, shared memory, status.
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, isReady: lines[7]?.trim() === "ready" };
}

/** True while a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return codeOf(thrown) === "EPERM";
  }
}

/**
 * True if the process with this number is a server on this very cluster. After a crash the number in `postmaster.pid`
 * may have gone to a stranger, which is common in containers, where numbers are small and start again. The command
 * line tells; that of a process that has ended but was not yet collected is empty.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true; // Elsewhere only the connection test can tell.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
  } catch {
    return false;
  }
}

/** Takes away a `postmaster.pid` whose process is gone or is a stranger. Ask `isServerOf` first. */
export const clearPostmasterFile = (cluster: string): void =>
  rmSync(join(cluster, "postmaster.pid"), { force: true });
