import { configuredChannels } from "@/lib/adapters/channels/configured";
import { type RunningJobs, startJobs } from "@/lib/adapters/jobs";
import { systemActor } from "@/lib/auth/actor";
import { dataFolder } from "@/lib/db/connection";
import { sweepAttempts } from "@/lib/db/rate";
import { readHeads } from "@/lib/db/verify-record";
import type { Deps } from "@/lib/deps";
import { deliverQueued } from "@/lib/services/reminder-delivery";
import { runDueReminders } from "@/lib/services/reminders";
import { resumeDeferred } from "@/lib/services/resume-deferred";
import { signHeads } from "./signed-heads";

/**
 * Starts the work that nobody clicks for: every ten minutes the reminders and digests whose hour has come, every
 * minute what waits in the outbox, every hour the sweeping of old counters and the signing of the record's ends. The first run follows at once, so that a
 * day missed while the app was off is caught up.
 */
export async function startReminderJobs(
  deps: Deps,
  ownerUrl: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningJobs> {
  const { channels, close } = configuredChannels(environment);
  const report = (error: Error) => console.error(`Reminders: ${error.message}`);
  const jobs = await startJobs(
    ownerUrl,
    [
      {
        name: "remind",
        cron: "*/10 * * * *",
        run: async () => {
          const done = await runDueReminders(deps, systemActor, { channels });
          if (!done.ok) throw new Error(done.error.message);
        },
      },
      { name: "deliver", cron: "* * * * *", run: async () => void (await deliverQueued(deps, channels)) },
      { name: "resume", cron: "20 * * * *", run: async () => void (await resumeDeferred(deps)) },
      {
        name: "sweep",
        cron: "7 * * * *",
        run: async () => void (await sweepAttempts(deps.db, deps.clock.now())),
      },
      {
        // The ends of the record's chains, signed outside the database: what was cut off or rewritten since shows.
        name: "sign-heads",
        cron: "17 * * * *",
        run: async () => void signHeads(dataFolder(environment), await readHeads(ownerUrl), deps.clock.now()),
      },
    ],
    report,
  );
  await jobs.soon("remind");
  await jobs.soon("sign-heads");
  return {
    soon: jobs.soon,
    stop: async () => {
      await jobs.stop();
      close();
    },
  };
}
