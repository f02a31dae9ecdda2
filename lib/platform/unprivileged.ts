import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refusal } from "./refusal";

/** A system account by its numbers, or null: the account that runs the app. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** Accounts that suit a database server, best first. `nobody` is in every Linux image. */
const suitable = ["postgres", "nobody"];

/**
 * The account under which the database server runs: null (the caller's own) unless the caller is root, whom PostgreSQL
 * refuses. For root it is the owner of a cluster that exists already, or else a system account without rights.
 */
export function databaseAccount(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of suitable) {
    const row = rows.find(([account]) => account === name);
    if (row !== undefined) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Refusal(
    "PostgreSQL does not run as root and this system has neither a postgres nor a nobody account. Start the app as another user.",
  );
}

/** True if the account may pass through every folder above `path`. */
export function isReachable(path: string, account: Account): boolean {
  if (account === null) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !mayPass(found, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Lets other accounts pass through the data folder to the cluster in it; made if it does not exist. They see no names
 * there, and what the app keeps beside the cluster is readable by its owner alone.
 */
export function letThrough(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { mode } = statSync(folder);
  if ((mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o777) | 0o011);
}

const mayPass = (
  folder: { uid: number; gid: number; mode: number },
  account: NonNullable<Account>,
): boolean => {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
};
