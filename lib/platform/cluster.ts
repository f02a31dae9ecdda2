import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries";
import { codeOf, Refusal } from "./refusal";
import type { Account } from "./unprivileged";

/** The server's superuser. The app never connects as this role; the platform does, to make roles and databases. */
export const superuser = "postgres";

/** Settings of the embedded server, written into its configuration at each start. */
export const clusterSettings = {
  listen_addresses: "127.0.0.1",
  // No socket: its folder would be one more place that needs rights. Loopback and a password work everywhere.
  unix_socket_directories: "",
  // An acknowledged change is on the disk. These are PostgreSQL's defaults, written down because all depends on them.
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "4GB",
  random_page_cost: "1.1",
  jit: "off",
  // Parallel queries want more shared memory than containers give (64 MB), and many readers share few processors.
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_line_prefix: "%m [%p] %u@%d ",
} as const satisfies Readonly<Record<string, string>>;

/**
 * Memory that the server keeps pages in: an eighth of what the machine (or the container) has, for it shares it with the
 * app; from 128 MB to 2 GB. Memory is taken only as pages fill it.
 */
export function pageMemory(bytes = Math.min(totalmem(), process.constrainedMemory() || totalmem())): string {
  const eighth = Math.floor(bytes / 8 / 2 ** 20);
  return `${Math.min(2048, Math.max(128, eighth))}MB`;
}

/** What the server's programs see of our environment: none of our secrets, and no PG... variable that would divert them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
});

/** Where the superuser's password of a cluster is kept, readable by the person who runs the app alone. */
const passwordFile = (cluster: string): string => `${cluster}.password`;

/** The superuser's password of an existing cluster. Refuses if the file has been lost. */
export function readPassword(cluster: string): string {
  try {
    return readFileSync(passwordFile(cluster), "utf8").trim();
  } catch {
    throw new Refusal(
      `The database in ${cluster} cannot be opened: its password file ${passwordFile(cluster)} is missing. Put it back from a backup.`,
    );
  }
}

/** True if the folder holds a finished cluster. */
export const hasCluster = (cluster: string): boolean => existsSync(join(cluster, "PG_VERSION"));

/**
 * Makes a new cluster in `cluster`. It is built beside its place and moved there when finished, so that an interrupted
 * first start leaves nothing half made.
 *
 * Text is UTF-8 and sorts by code point with PostgreSQL's own `C.UTF-8`: case folding knows Unicode, and the order of
 * the indexes does not hang on the system's libraries, whose upgrade would silently break them. Lists for people that
 * need an order by language ask for it (`COLLATE "und-x-icu"`).
 */
export async function createCluster(binaries: Binaries, cluster: string, account: Account): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makeFolder(unfinished, account);
  const password = randomBytes(24).toString("base64url");
  const handover = `${unfinished}.password`;
  writeFileSync(handover, `${password}\n`, { mode: 0o600 });
  if (account !== null) chownSync(handover, account.uid, account.gid);
  await runInitdb(binaries.initdb, unfinished, handover, account);
  if (account !== null) chownSync(handover, 0, 0);
  renameSync(handover, passwordFile(cluster));
  renameSync(unfinished, cluster);
}

/** Makes a folder for the server's account alone. Refuses in one line where rights are missing. */
export function makeFolder(folder: string, account: Account): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (account !== null) chownSync(folder, account.uid, account.gid);
  } catch (thrown) {
    if (!["EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(codeOf(thrown))) throw thrown;
    throw new Refusal(
      `No permission to write in ${dirname(folder)}. Give this user the right, or set MANDATES_DATA to a folder of your choosing.`,
    );
  }
}

/** Writes the settings that the server reads at its start. */
export function writeSettings(cluster: string, account: Account): void {
  const settings = { ...clusterSettings, shared_buffers: pageMemory() };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  const file = join(cluster, "postgresql.auto.conf");
  writeFileSync(
    file,
    ["# Written by the app at each start: see lib/platform/cluster.ts", ...lines, ""].join("\n"),
    {
      mode: 0o600,
    },
  );
  if (account !== null) chownSync(file, account.uid, account.gid);
}

function runInitdb(initdb: string, folder: string, password: string, account: Account): Promise<void> {
  const parts = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
  ];
  return new Promise((done, failed) => {
    const child = spawn(initdb, parts, {
      ...(account ?? {}),
      // The working folder of a root's shell may be closed to the account.
      cwd: folder,
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.once("error", failed);
    child.once("close", (code) => {
      if (code === 0) return done();
      failed(
        new Refusal(`The database could not be created in ${folder}: ${said.trim().split("\n").join(" ")}`),
      );
    });
  });
}
