import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressFile } from "@/lib/db/connection";
import { projectFolder } from "@/lib/platform/prisma-command";
import { send } from "./load-client";

/** The production build running on one data folder. */
export type AppUnderTest = {
  readonly port: number;
  readonly appUrl: string;
  /** From the command to the first answer that came out of the database. */
  readonly coldStartSeconds: number;
  /** Resident memory of the web server, in megabytes. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
};

/** Runs `npm start` on a data folder and waits until a page that asks the database answers. */
export async function startApp(folder: string, port: number): Promise<AppUnderTest> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", join(projectFolder, "lib/cli/start.ts")], {
    cwd: projectFolder,
    env: {
      ...process.env,
      MANDATES_DATA: folder,
      MANDATES_DEMO: "0",
      PORT: String(port),
      DATABASE_URL: "",
      NODE_ENV: "production",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error("The app did not start; what is wrong stands above.");
    await new Promise((done) => setTimeout(done, 20));
  }
  const coldStartSeconds = (performance.now() - began) / 1000;
  const address = JSON.parse(readFileSync(addressFile(folder), "utf8")) as { app: string };
  return {
    port,
    appUrl: address.app,
    coldStartSeconds,
    memory: () => memoryOf(child),
    stop: async () => {
      child.kill("SIGINT");
      await ended;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await send(undefined, port, { path: "/api/ready" })).status === 200;
  } catch {
    return false;
  }
}

/** Resident memory of the web server below the start, by Linux's own count; 0 where there is no /proc. */
function memoryOf(start: ChildProcess): number {
  const tree = descendants(start.pid ?? 0);
  const web = tree.find((pid) => read(`/proc/${pid}/cmdline`).startsWith("next-server"));
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${web}/status`))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

function descendants(pid: number): number[] {
  let tasks: string[] = [];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  const children = tasks.flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).trim().split(" ").filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
