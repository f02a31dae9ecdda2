import PgBoss from "pg-boss";
import { parseDatabaseUrl } from "@/lib/db/connection";

/** Work that is done again and again: `cron` in UTC, at most one run at a time over all instances. */
export type RecurringJob = {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<void>;
};

export type RunningJobs = {
  /** Asks for a run now, beside the schedule; nothing is added where one is waiting already. */
  readonly soon: (name: string) => Promise<void>;
  /** Lets the run under way finish (10 seconds at most), then ends. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs recurring jobs on the queue in PostgreSQL (schema "pgboss"), shared by all instances: each run is taken by one
 * of them. A run that throws is tried again three times with growing pauses; one that dies is taken over after
 * fifteen minutes. `url` must be of a role that may create a schema, once. Errors of the queue go to `onError`.
 */
export async function startJobs(
  url: string,
  jobs: readonly RecurringJob[],
  onError: (error: Error) => void,
): Promise<RunningJobs> {
  const { host, port, database, user, password, ssl } = parseDatabaseUrl(url);
  const boss = new PgBoss({
    host,
    port,
    database,
    user,
    password,
    ...(ssl === undefined ? {} : { ssl }),
    max: 3,
    application_name: "mandates-jobs",
  });
  boss.on("error", onError);
  await boss.start();
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, {
      name,
      policy: "stately",
      retryLimit: 3,
      retryDelay: 30,
      retryBackoff: true,
      expireInMinutes: 15,
    });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: 2 }, run);
  }
  return {
    soon: async (name) => {
      await boss.send(name, {});
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 10_000, wait: true });
    },
  };
}
