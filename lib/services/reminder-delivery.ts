import { dayAt } from "@/lib/core/calendar/day-instant";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { composeDigest } from "@/lib/core/reminder/digest";
import { backOffSeconds, type Channel, mostAttempts } from "@/lib/core/reminder/message";
import { digestDayAt } from "@/lib/core/reminder/timing";
import { inTransaction } from "@/lib/db/client";
import { claimDeliveries, markFailed, markSent, queueDigest } from "@/lib/db/outbox";
import { markTold, peopleWithDue, readDue } from "@/lib/db/reminders";
import type { Deps } from "@/lib/deps";

/** A worker that dies with a message in hand holds it for this long. */
const leaseSeconds = 300;

/**
 * Puts together the digest of everybody whose hour has come. Digest, inbox entry, outbox rows and "told" are written
 * in one transaction for each person: a crash leaves a person wholly before or wholly after it.
 * `workingDay` is the day of an installation that works in the past, `anyHour` sends without waiting for the hour.
 */
export async function queueDigests(
  deps: Pick<Deps, "db" | "clock">,
  channels: readonly string[],
  latestDay: IsoDate,
  workingDay: IsoDate | null,
  anyHour: boolean,
): Promise<number> {
  let queued = 0;
  for (const person of await peopleWithDue(deps.db, latestDay)) {
    const now = deps.clock.now();
    const day = anyHour ? (workingDay ?? dayAt(now, person.timeZone)) : digestDayAt(person, now, workingDay);
    if (day === null) continue;
    const isQueued = await inTransaction(deps.db, async (tx) => {
      const digest = composeDigest(await readDue(tx, person.id, day), day);
      if (digest === null) return false;
      const id = `digest/${person.id}/${day}`;
      const wanted = person.mailMuted ? channels.filter((channel) => channel !== "email") : channels;
      if (!(await queueDigest(tx, id, person.id, digest, wanted, now))) return false;
      await markTold(tx, digest.keys, id, now);
      return true;
    });
    if (isQueued) queued += 1;
  }
  return queued;
}

export type DeliveryCounts = { readonly sent: number; readonly failed: number; readonly dead: number };

/**
 * Sends what waits in the outbox. Several instances may run at once: each message is claimed by one. A message that
 * fails waits (half a minute, doubling, up to six hours) and is dead after three days or where trying cannot help.
 */
export async function deliverQueued(
  deps: Pick<Deps, "db" | "clock">,
  channels: readonly Channel[],
  most = Number.POSITIVE_INFINITY,
): Promise<DeliveryCounts> {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const counts = { sent: 0, failed: 0, dead: 0 };
  let handled = 0;
  while (handled < most) {
    const limit = Math.min(20, most - handled);
    const claimed = await claimDeliveries(deps.db, [...byId.keys()], limit, deps.clock.now(), leaseSeconds);
    if (claimed.length === 0) break;
    handled += claimed.length;
    for (const { channel, attempts, message } of claimed) {
      const outcome = await byId.get(channel)?.send(message);
      if (outcome === undefined) continue;
      const now = deps.clock.now();
      if (outcome.ok) {
        await markSent(deps.db, message.id, outcome.messageId, now);
        counts.sent += 1;
        continue;
      }
      const isDead = outcome.permanent || attempts >= mostAttempts;
      const next = isDead ? null : new Date(now.getTime() + backOffSeconds(attempts) * 1000);
      await markFailed(deps.db, message.id, outcome.error, next);
      counts[isDead ? "dead" : "failed"] += 1;
    }
  }
  return counts;
}
