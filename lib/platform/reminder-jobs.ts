import { configuredChannels } from "@/lib/adapters/channels/configured";
import { type RunningJobs, startJobs } from "@/lib/adapters/jobs";
import { systemActor } from "@/lib/auth/actor";
import { sweepAttempts } from "@/lib/db/rate";
import type { Deps } from "@/lib/deps";
import { deliverQueued } from "@/lib/services/reminder-delivery";
import { runDueReminders } from "@/lib/services/reminders";

/**
 * Starts the work that nobody clicks for: every ten minutes the reminders and digests whose hour has come, every
 * minute what waits in the outbox, every hour the sweeping of old counters. The first run follows at once, so that a
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
      {
        name: "sweep",
        cron: "7 * * * *",
        run: async () => void (await sweepAttempts(deps.db, deps.clock.now())),
      },
    ],
    report,
  );
  await jobs.soon("remind");
  return {
    soon: jobs.soon,
    stop: async () => {
      await jobs.stop();
      close();
    },
  };
}
