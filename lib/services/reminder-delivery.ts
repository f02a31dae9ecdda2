import { backOffSeconds, type Channel, longestWaitSeconds, mostAttempts } from "@/lib/core/reminder/message";
import {
  bringForward,
  type ClaimedDelivery,
  claimDeliveries,
  giveBack,
  markDropped,
  markFailed,
  markSent,
} from "@/lib/db/outbox";
import type { Deps } from "@/lib/deps";

/** A worker that dies with messages in hand holds them for this long. */
const usualLeaseSeconds = 300;

export type DeliveryCounts = { readonly sent: number; readonly failed: number; readonly dead: number };

export type DeliveryLimits = {
  readonly most?: number;
  readonly leaseSeconds?: number;
};

/**
 * Sends what waits in the outbox. Several instances may run at once: each message is claimed by one. A message that
 * fails waits (half a minute, doubling, up to six hours) and is dead after three days or where trying cannot help.
 * One at a time: a kill between the server's yes and our mark can repeat one message, and never more.
 */
export async function deliverQueued(
  deps: Pick<Deps, "db" | "clock">,
  channels: readonly Channel[],
  { most = Number.POSITIVE_INFINITY, leaseSeconds = usualLeaseSeconds }: DeliveryLimits = {},
): Promise<DeliveryCounts> {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const counts = { sent: 0, failed: 0, dead: 0 };
  let handled = 0;
  const start = deps.clock.now();
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  await bringForward(deps.db, start, after(leaseSeconds), after(longestWaitSeconds + leaseSeconds));
  while (handled < most) {
    const limit = Math.min(20, most - handled);
    const began = deps.clock.now();
    const claimed = await claimDeliveries(deps.db, [...byId.keys()], limit, began, leaseSeconds);
    if (claimed.length === 0) break;
    handled += claimed.length;
    for (const [index, delivery] of claimed.entries()) {
      // A slow server must not keep messages past their lease: then two workers would send the same one.
      const held = (deps.clock.now().getTime() - began.getTime()) / 1000;
      if (held > leaseSeconds / 2 || held < 0) {
        await giveBack(deps.db, claimed.slice(index), deps.clock.now());
        break;
      }
      const outcome = await deliver(deps, byId, delivery);
      if (outcome !== null) counts[outcome] += 1;
    }
  }
  return counts;
}

async function deliver(
  deps: Pick<Deps, "db" | "clock">,
  channels: ReadonlyMap<string, Channel>,
  { channel, attempts, message, isWanted }: ClaimedDelivery,
): Promise<"sent" | "failed" | "dead" | null> {
  if (!isWanted) {
    await markDropped(deps.db, message.id);
    return null;
  }
  const outcome = await channels.get(channel)?.send(message);
  if (outcome === undefined) return null;
  const now = deps.clock.now();
  if (outcome.ok) {
    await markSent(deps.db, message.id, outcome.messageId, now);
    return "sent";
  }
  const isDead = outcome.permanent || attempts >= mostAttempts;
  const next = isDead ? null : new Date(now.getTime() + backOffSeconds(attempts) * 1000);
  await markFailed(deps.db, message.id, attempts, outcome.error, next);
  return isDead ? "dead" : "failed";
}
