import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { nextCommand } from "./build";
import { projectFolder } from "./prisma-command";
import { codeOf, Refusal } from "./refusal";

/** Where the pages are served. */
export type WebAddress = { readonly host: string; readonly port: number };

export type WebServer = {
  /** Settles with the exit code when the server ends, whoever ended it. */
  readonly ended: Promise<number>;
  /** Lets requests in flight finish, then ends. */
  readonly stop: () => Promise<void>;
};

/** PORT and HOST of the environment, or 3000 on this machine alone. Throws `Refusal` for a port that is none. */
export function webAddress(environment: NodeJS.ProcessEnv = process.env): WebAddress {
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal(`PORT is "${environment.PORT}"; it must be a number from 1 to 65535.`);
  return { host: environment.HOST || "127.0.0.1", port };
}

/** The address as a person types it. */
export const printed = ({ host, port }: WebAddress): string =>
  `http://${host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host}:${port}`;

/**
 * Throws `Refusal` where something else holds the port, before anything has been started. A web server that a killed
 * start left behind ends by itself: for it the port is asked again until `patience` (milliseconds) is over.
 */
export async function refuseTakenPort(address: WebAddress, patience = 0): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await probePort(address);
    } catch (thrown) {
      if (Date.now() >= until) throw thrown;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}

function probePort({ host, port }: WebAddress): Promise<void> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", (thrown) => {
      const why =
        codeOf(thrown) === "EADDRINUSE"
          ? `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`
          : `The app cannot listen on ${host}:${port} (${codeOf(thrown)}). Choose another with PORT and HOST.`;
      failed(new Refusal(why));
    });
    probe.listen(port, host, () => probe.close(() => done()));
  });
}

/** Starts Next on the address and returns once a page answers. Throws `Refusal` where it ends before. */
export async function startWebServer(
  address: WebAddress,
  mode: "start" | "dev",
  environment: NodeJS.ProcessEnv,
): Promise<WebServer> {
  const child = spawn(process.execPath, wordsOf(mode, address), {
    cwd: projectFolder,
    env: {
      ...environment,
      NODE_ENV: mode === "dev" ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXTAUTH_URL: environment.NEXTAUTH_URL ?? printed(address),
      // A person at a terminal reads what went wrong; a service's log holds every answer.
      LOG_LEVEL: environment.LOG_LEVEL ?? (process.stdout.isTTY ? "warn" : "info"),
    },
    // Our own server holds a channel to the start: it ends when the start is gone, even by kill -9. Next's command has none.
    stdio: ["ignore", "inherit", "inherit", ...(mode === "start" ? (["ipc"] as const) : [])],
    // A group of its own: Ctrl-C in the terminal reaches the start, which ends the web server first and the database last.
    detached: true,
  });
  const ended = new Promise<number>((done) => child.once("close", (code) => done(code ?? 1)));
  let over = false;
  void ended.then(() => (over = true));
  for (let tries = 0; !over; tries++) {
    if (await answers(address)) {
      return {
        ended,
        stop: async () => {
          if (!over) child.kill("SIGTERM");
          const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
          await ended;
          clearTimeout(late);
        },
      };
    }
    if (tries > 600) child.kill("SIGKILL");
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Refusal("The web server ended while starting; what is wrong stands above.");
}

/** Garbage is collected once the heap has grown by so much: pages leave much of it, and the server stays below 500 MB. */
const growth = "--heap-growing-percent=30";

/** In development Next's own command; otherwise our server around Next. */
const wordsOf = (mode: "start" | "dev", { host, port }: WebAddress): string[] =>
  mode === "dev"
    ? [nextCommand, "dev", "-p", String(port), "-H", host]
    : [growth, "--import", "tsx", join(projectFolder, "lib/platform/serve.ts"), host, String(port)];

async function answers({ host, port }: WebAddress): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/icon.svg`, {
      signal: AbortSignal.timeout(60_000),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
