import { openIdState } from "@/lib/auth/openid";
import { ensureAuthSecret } from "@/lib/auth/secret";
import { type Db, openDatabase } from "@/lib/db/client";
import { dataFolder } from "@/lib/db/connection";
import { depsWith } from "@/lib/deps";
import { demoAccounts, demoPassword } from "@/prisma/seed/people";
import { seed } from "@/prisma/seed/seed";
import { takeAppLock } from "./app-lock";
import { ensureBuild } from "./build";
import { startDatabase } from "./database";

import { startReminderJobs } from "./reminder-jobs";
import { printed, refuseTakenPort, startWebServer, webAddress } from "./web-server";

/**
 * Runs the whole app in the foreground: database, migrations, seed, build, web server. Returns when it has been
 * stopped (Ctrl-C, SIGTERM) or when the web server ends by itself. Throws `Refusal` with one line where it cannot start.
 */
export async function runApp(
  mode: "start" | "dev",
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const began = Date.now();
  const address = webAddress(environment);
  const folder = dataFolder(environment);
  const lock = takeAppLock(folder, printed(address));
  const closing: (() => Promise<void> | void)[] = [lock.release];
  const close = async (): Promise<void> => {
    for (const step of closing.reverse().splice(0)) await step();
  };
  let askToStop: (code: number) => void = () => undefined;
  const asked = new Promise<number>((done) => (askToStop = done));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => askToStop(0));
  const orStop = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([
      work,
      asked.then((): never => {
        throw new Stopped();
      }),
    ]);
  try {
    await refuseTakenPort(address, lock.isTakenOver ? 10_000 : 0);
    ensureAuthSecret(folder);
    const starting = startDatabase(environment);
    // Asked to stop while the database starts: wait for it, then end it in order.
    closing.push(async () => (await starting.catch(() => null))?.stop());
    const database = await orStop(starting);
    if (database.migrationsApplied > 0)
      say(`Database brought up to date (${database.migrationsApplied} migrations).`);
    const demo = environment.MANDATES_DEMO !== "0";
    const db = openDatabase(database.appUrl, { poolSize: 4 });
    closing.push(() => db.$disconnect());
    const added = await orStop(seed(depsWith(db), { demo }));
    if (added.tasks > 0) say(`Seeded with resolution 52/205: ${added.tasks} tasks.`);
    if (mode === "start") await orStop(ensureBuild(environment));
    const web = await orStop(
      startWebServer(address, mode, { ...environment, DATABASE_URL: database.appUrl, MANDATES_DATA: folder }),
    );
    closing.push(web.stop);
    const jobs = await orStop(
      startReminderJobs(depsWith(db), database.ownerUrl, {
        ...environment,
        NEXTAUTH_URL: environment.NEXTAUTH_URL ?? printed(address),
      }),
    );
    closing.push(jobs.stop);
    say(`Ready in ${((Date.now() - began) / 1000).toFixed(1)} s: ${printed(address)}`);
    if (demo && (await hasDemoPeople(db))) sayAccounts();
    const openId = openIdState();
    if (openId.kind === "broken") say(`Single sign-on is closed: ${openId.problem}`);
    return await Promise.race([asked, web.ended]);
  } catch (thrown) {
    if (thrown instanceof Stopped) return 0;
    throw thrown;
  } finally {
    await close();
  }
}

class Stopped extends Error {}

const say = (line: string): void => console.log(line);

const hasDemoPeople = async (db: Db): Promise<boolean> =>
  (await db.person.count({ where: { email: { in: demoAccounts.map((one) => one.email) } } })) > 0;

function sayAccounts(): void {
  say(`Demonstration accounts (password of all: ${demoPassword}):`);
  for (const account of demoAccounts)
    say(`  ${account.email.padEnd(30)} ${account.title}, ${account.role.toLowerCase().replace("_", " ")}`);
  say("Press Ctrl-C to stop.");
}
