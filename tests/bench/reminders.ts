import { parseArgs } from "node:util";
import { deliverMany } from "./deliver-many";
import { planMany } from "./plan-many";

// `npm run bench:reminders [-- --tasks 1000000 --people 10000 --digests 50000 --workers 2 --seed 1]`: how long planning
// takes and what it needs of memory; then digests made, rendered and handed to a mail server on loopback by worker
// processes that are killed at random, with counts of what was lost and what came twice.
const { values } = parseArgs({
  options: {
    tasks: { type: "string", default: "1000000" },
    people: { type: "string", default: "10000" },
    digests: { type: "string", default: "50000" },
    workers: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
  },
});
const [tasks, people, digests, workers, seed] = [
  values.tasks,
  values.people,
  values.digests,
  values.workers,
  values.seed,
].map(Number) as [number, number, number, number, number];

if (tasks > 0) {
  const plan = planMany(tasks, people);
  console.log(
    `Planning: ${plan.tasks} tasks, ${plan.people} people, ${plan.reminders} reminders of one day with 35 days of catching up: ${plan.seconds.toFixed(1)} s (${plan.processorSeconds.toFixed(1)} s of processor), at most ${plan.megabytes} MB.`,
  );
}
if (digests > 0) {
  const run = await deliverMany({ digests, workers, seed });
  const { killsMaking, killsSending } = run;
  const rate = (digests / run.seconds).toFixed(0);
  console.log(
    `Delivery: ${digests} digests by ${workers} workers in ${run.seconds.toFixed(0)} s (${rate} a second); workers killed: ${killsMaking} while they made digests, ${killsSending} while they sent.`,
  );
  console.log(
    `Letters lost ${run.lostLetters}, accepted ${run.accepted}, of these ${run.repeated} again with the same Message-ID (a kill between the server's yes and our mark); inbox entries ${run.inboxEntries}, lost ${digests - run.inboxEntries + run.twice}, twice ${run.twice}.`,
  );
  const isKept = run.lostLetters === 0 && run.inboxEntries === digests && run.twice === 0;
  process.exitCode = isKept && run.repeated <= killsSending ? 0 : 1;
}
