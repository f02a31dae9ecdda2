import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { ConnectionParts } from "@/lib/db/connection";
import { type Binaries, findBinaries } from "./binaries";
import {
  createCluster,
  hasCluster,
  readPassword,
  serverEnvironment,
  superuser,
  writeSettings,
} from "./cluster";
import { clearPostmasterFile, isServerOf, type Postmaster, readPostmaster } from "./postmaster-file";
import { Refusal } from "./refusal";
import { type Account, databaseAccount, isReachable, letThrough } from "./unprivileged";

/** A running embedded server. */
export type EmbeddedPostgres = {
  readonly pid: number;
  readonly port: number;
  /** True if the server ran already: an earlier start was killed and left it behind. */
  readonly wasRunning: boolean;
  /** The superuser's connection to a database of the cluster. */
  readonly connection: (database: string) => ConnectionParts;
  /** Ends the server: sessions are closed and everything is written. Returns when the process has gone. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of the cluster; made if it does not exist. */
  readonly cluster: string;
  /** Settings that differ from those in `cluster.ts`, for tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

const host = "127.0.0.1";
// After a crash the server first replays its log, which may take minutes on a big database.
const startLimit = 300_000;
const stopLimit = 30_000;
const launchTries = 20;
const logLimit = 5_000_000;

/**
 * Starts the server on a cluster, making the cluster first if there is none. A server that an earlier, killed start
 * left behind on the same cluster is taken over. Throws `Refusal` with one line for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = resolve(options.cluster);
  const account = databaseAccount(cluster);
  if (account !== null) letThrough(dirname(cluster));
  if (!isReachable(cluster, account)) {
    throw new Refusal(
      `You are root, so the database runs as an account without rights, and that account cannot reach ${cluster}. Set MANDATES_DATA to a folder it can reach, such as /var/lib/mandates.`,
    );
  }
  const binaries = findBinaries(account, dirname(cluster));
  if (!hasCluster(cluster)) await createCluster(binaries, cluster, account);
  refuseOtherVersion(cluster, binaries.version);
  const password = readPassword(cluster);

  const left = await findLeftRunning(cluster, password);
  if (left !== null) return handle(cluster, left, password, true);
  writeSettings(cluster, account);
  const launched = await launchOnFreePort(binaries, cluster, account, options.settings ?? {});
  return handle(cluster, launched, password, false);
}

function handle(
  cluster: string,
  { pid, port }: Postmaster,
  password: string,
  wasRunning: boolean,
): EmbeddedPostgres {
  const connection = (database: string): ConnectionParts => ({
    host,
    port,
    database,
    user: superuser,
    password,
  });
  return { pid, port, wasRunning, connection, stop: () => stopServer(cluster, pid) };
}

function refuseOtherVersion(cluster: string, version: string): void {
  const written = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const [ours] = version.split(".");
  if (written === ours) return;
  throw new Refusal(
    `The data in ${cluster} was written by PostgreSQL ${written} and this release brings ${ours}. Start the earlier release, export the data, and import it here.`,
  );
}

/** The server that runs on the cluster already, once it answers; null if none does. Clears the traces of a crash. */
async function findLeftRunning(cluster: string, password: string): Promise<Postmaster | null> {
  const deadline = Date.now() + startLimit;
  for (;;) {
    const found = readPostmaster(cluster);
    if (found === null) return null;
    if (!isServerOf(cluster, found.pid)) break;
    if (found.isReady && (await answers(found.port, password))) return found;
    // Where command lines cannot be read, a process that does not answer within seconds is a stranger.
    const patience = process.platform === "linux" ? 0 : startLimit - 5_000;
    if (Date.now() + patience > deadline) break;
    await pause(100);
  }
  clearPostmasterFile(cluster);
  return null;
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host,
    port,
    user: superuser,
    password,
    database: "postgres",
    connectionTimeoutMillis: 3000,
  });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launchOnFreePort(
  binaries: Binaries,
  cluster: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  let said = "";
  for (let tries = 0; tries < launchTries; tries++) {
    const launched = await launch(binaries, cluster, account, await freePort(), settings);
    if (typeof launched !== "string") return launched;
    said = launched;
    // Another program took the port in between, or sessions of a killed server are still going away.
    if (!/Address already in use|could not create any TCP|shared memory block|lock file/.test(said)) break;
    await pause(500);
  }
  throw new Refusal(`The embedded PostgreSQL did not start: ${said} (More in ${logFile(cluster)})`);
}

/** Gives the running server, or what it said when it went away again. */
async function launch(
  binaries: Binaries,
  cluster: string,
  account: Account,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster | string> {
  const log = openLog(cluster);
  const from = statSync(logFile(cluster)).size;
  const chosen = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", cluster, "-p", String(port), ...chosen], {
    ...(account ?? {}),
    cwd: cluster,
    // A group of its own: Ctrl-C reaches the app alone, which then ends the web server first and the database last.
    detached: true,
    env: serverEnvironment(),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<string>((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", () => done(lastWords(cluster, from)));
  });
  return Promise.race([ended, untilReady(cluster, child)]);
}

async function untilReady(cluster: string, child: ChildProcess): Promise<Postmaster | string> {
  const deadline = Date.now() + startLimit;
  while (Date.now() < deadline && child.exitCode === null) {
    const found = readPostmaster(cluster);
    if (found?.isReady === true && found.pid === child.pid) return found;
    await pause(20);
  }
  return `it was not ready after ${startLimit / 60_000} minutes.`;
}

const logFile = (cluster: string): string => `${cluster}.log`;

/** The server's log beside the cluster; begun anew at a start when it has grown large. */
function openLog(cluster: string): number {
  const file = logFile(cluster);
  const log = openSync(file, "a", 0o600);
  if (statSync(file).size > logLimit) truncateSync(file, 0);
  return log;
}

function lastWords(cluster: string, from: number): string {
  // A cluster made for one run may be gone, log and all, before its server has ended.
  if (!existsSync(logFile(cluster))) return "";
  const said = readFileSync(logFile(cluster)).subarray(from).toString("utf8").trim().split("\n");
  const grave = said.filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return (grave.length > 0 ? grave : said.slice(-3))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, ""))
    .join(" ");
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") done(address.port);
        else failed(new Error("The system gave no free port."));
      });
    });
  });
}

async function stopServer(cluster: string, pid: number): Promise<void> {
  // INT asks for the fast way: open sessions are ended, everything is written. QUIT is for a server that does not listen.
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isServerOf(cluster, pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + stopLimit;
    while (Date.now() < deadline) {
      if (!isServerOf(cluster, pid)) return;
      await pause(20);
    }
  }
  throw new Refusal(`The embedded PostgreSQL (process ${pid}) does not stop. Its log: ${logFile(cluster)}`);
}
