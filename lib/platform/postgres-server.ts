import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { postgresBinaries } from "./postgres-binaries";
import { databaseUser, type SystemUser } from "./system-user";

/** A running database server of our own. `ownerUrl` is for migrations; the application's role is made from it. */
export type PostgresServer = {
  readonly ownerUrl: string;
  readonly port: number;
  /** True if a server left behind by a killed run was found and taken over. */
  readonly adopted: boolean;
  /** Settles when the server process ends by itself. */
  readonly ended: Promise<void>;
  /** Fast shutdown: finishes open transactions by rolling them back, writes a checkpoint, ends. */
  stop(): Promise<void>;
};

const owner = "mandates_owner";
const database = "mandates";

/**
 * Starts PostgreSQL on a free loopback port with its data in `folder` (created on first use).
 * Every acknowledged commit is on disk (fsync is on): a killed server recovers by itself at the next start.
 * Throws an error with one plain sentence where the folder cannot be used.
 */
export async function startPostgres(
  folder: string,
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const user = databaseUser();
  prepareFolder(folder, user);
  const data = join(folder, "data");
  const secretFile = join(folder, "owner.secret");
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(folder, data, secretFile, user);
  const password = readFileSync(secretFile, "utf8").trim();

  const left = leftBehind(data);
  if (left && (await answers(urlOf(left.port, password)))) {
    return handle(left.port, password, true, () => signalAndWait(left.pid), watchPid(left.pid));
  }
  if (left) await signalAndWait(left.pid);

  const port = await freePort();
  const log = openSync(join(folder, "postgres.log"), "a");
  if (user) chownSync(join(folder, "postgres.log"), user.uid, user.gid);
  const child = spawn(postgresBinaries(user).postgres, serverArguments(data, port, settings), {
    stdio: ["ignore", log, log],
    cwd: folder,
    // A group of its own: Ctrl-C in the terminal reaches us first, and we end the database last.
    detached: true,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady(child, port, password, join(folder, "postgres.log"));
  await ensureDatabase(port, password);
  return handle(port, password, false, () => stopChild(child, ended), ended);
}

function handle(
  port: number,
  password: string,
  adopted: boolean,
  stop: () => Promise<void>,
  ended: Promise<void>,
): PostgresServer {
  return { ownerUrl: urlOf(port, password), port, adopted, ended, stop };
}

const urlOf = (port: number, password: string, name = database): string =>
  `postgresql://${owner}:${password}@127.0.0.1:${port}/${name}`;

function prepareFolder(folder: string, user: SystemUser | null): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, ".writable"), "");
    if (user) chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or set MANDATES_DATA to another folder.`,
    );
  }
}

async function initialise(
  folder: string,
  data: string,
  secretFile: string,
  user: SystemUser | null,
): Promise<void> {
  writeFileSync(secretFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (user) chownSync(secretFile, user.uid, user.gid);
  const words = [
    ["-D", data, "-U", owner, "--pwfile", secretFile, "--auth=scram-sha-256"],
    // ICU and system locales differ between machines and versions, and an index built under one breaks under
    // another: the database sorts by code point, the interface sorts by language.
    ["--encoding=UTF8", "--locale=C", "--no-sync"],
  ].flat();
  try {
    await promisify(execFile)(postgresBinaries(user).initdb, words, {
      cwd: folder,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
  } catch (error) {
    throw new Error(
      `The database could not be created in ${data}: ${lastLine(String((error as { stderr?: string }).stderr ?? error))}`,
    );
  }
}

function serverArguments(data: string, port: number, settings: Record<string, string>): string[] {
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "100",
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    random_page_cost: "1.1",
    jit: "off",
    ...settings,
  };
  return ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** The server that a postmaster.pid names, if that process is alive and is PostgreSQL. */
function leftBehind(data: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    process.kill(pid, 0);
    return Number.isInteger(port) && isPostgres(pid) ? { pid, port } : null;
  } catch {
    return null;
  }
}

function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(child: ChildProcess, port: number, password: string, log: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(
        `The database ended while starting: ${lastLine(readFileSync(log, "utf8"))} (whole log: ${log})`,
      );
    if (await answers(urlOf(port, password, "postgres"))) return;
    await pause(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The database did not answer within a minute. Its log: ${log}`);
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, password, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
  await ended;
}

async function signalAndWait(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  await watchPid(pid, 30_000);
}

async function watchPid(pid: number, limitMs = Number.POSITIVE_INFINITY): Promise<void> {
  for (let waited = 0; waited < limitMs; waited += 200) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(200);
  }
}

/** A port that was free a moment ago, on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";
