import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can, type Thing } from "@/lib/auth/policy";
import { daysOf, type FeedItem, feedItems } from "@/lib/core/export/ics/feed-items";
import { writeIcs } from "@/lib/core/export/ics/write-ics";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import {
  bodiesWithTasks,
  createFeed,
  findFeed,
  listFeeds,
  revokeFeed,
  type StoredFeed,
  tasksOfFeed,
  tellDays,
  touchFeed,
} from "@/lib/db/feeds";
import type { Deps } from "@/lib/deps";
import { toLocale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translate";
import { bodiesFromDatabase, calendarFromDatabase } from "./registry";

const denied = (): Result<never> => fail("not-permitted", "Your role does not allow this.");
const self = (actor: Actor): Thing => ({ kind: "person", personId: actor.personId });

export const addFeedInput = z.strictObject({
  label: z.string().trim().max(80).default(""),
  /** "" for the person's own tasks, else the body whose tasks it shows. */
  bodyId: z.string().max(200).default(""),
});
export const revokeFeedInput = z.strictObject({ id: z.string().min(1).max(64) });

/** How many feeds one person may have: a forgotten one can be taken back. */
const mostFeeds = 20;

/** The person's own feeds with the names of their bodies, and the bodies of which one can be made. */
export type FeedsView = {
  readonly own: readonly (StoredFeed & { readonly bodyName: string | null })[];
  readonly choices: readonly { readonly id: string; readonly name: string }[];
};

/** What the page of calendars shows. */
export async function feeds(deps: Deps, actor: Actor): Promise<Result<FeedsView>> {
  if (!can(actor, "feed.keep", self(actor))) return denied();
  const bodies = await bodiesFromDatabase(deps.db);
  const mine = await listFeeds(deps.db, actor.personId);
  const own = mine.map((feed) => ({
    ...feed,
    bodyName: feed.bodyId === null ? null : (bodies.byId.get(feed.bodyId)?.name ?? feed.bodyId),
  }));
  return ok({ own, choices: await bodiesWithTasks(deps.db) });
}

/** Makes a secret address of 256 bits for a calendar. It is given once; the database keeps its hash. */
export async function addFeed(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addFeedInput>,
): Promise<Result<{ id: string; secret: string }>> {
  if (!can(actor, "feed.keep", self(actor))) return denied();
  const bodyId = input.bodyId === "" ? null : input.bodyId;
  const at = deps.clock.now();
  const secret = randomBytes(32).toString("base64url");
  return inTransaction(deps.db, async (tx) => {
    if (bodyId !== null && !(await bodiesFromDatabase(tx)).byId.has(bodyId))
      return fail("not-found", "There is no such body.");
    if ((await listFeeds(tx, actor.personId)).length >= mostFeeds)
      return fail("not-allowed-now", `You have ${mostFeeds} calendars already. Take one back first.`);
    const feed = await createFeed(tx, {
      tokenHash: hashOf(secret),
      personId: actor.personId,
      bodyId,
      label: input.label,
      createdAt: at,
    });
    await record(deps, tx, actor, "feed-added", feed.id, { label: input.label, bodyId });
    return ok({ id: feed.id, secret });
  });
}

/** Takes a secret address back; calendars that ask for it find nothing from then on. */
export async function takeBackFeed(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof revokeFeedInput>,
): Promise<Result<{ id: string }>> {
  if (!can(actor, "feed.keep", self(actor))) return denied();
  return inTransaction(deps.db, async (tx) => {
    if (!(await revokeFeed(tx, input.id, actor.personId, deps.clock.now())))
      return fail("not-found", "This address was taken back already.");
    await record(deps, tx, actor, "feed-revoked", input.id, null);
    return ok({ id: input.id });
  });
}

function record(
  deps: Deps,
  tx: Deps["db"],
  actor: Actor,
  action: string,
  subject: string,
  to: unknown,
): Promise<void> {
  const actorId = recordedActorId(actor);
  return appendAudit(tx, { at: deps.clock.now(), actorId, actorName: actor.name, action, subject, to });
}

/**
 * The calendar behind a secret address, in its owner's language. Unknown, taken back, and of somebody who left: all
 * the same, not found. The address shows what its owner may read, and nothing can be changed by it.
 */
export async function feedCalendar(
  deps: Deps,
  secret: string,
  baseUrl: string,
): Promise<Result<{ ics: string }>> {
  const feed = /^[\w-]{43}$/.test(secret) ? await findFeed(deps.db, hashOf(secret)) : null;
  if (feed === null) return fail("not-found", "There is no calendar at this address.");
  const now = deps.clock.now();
  const [bodies, calendar, today] = await Promise.all([
    bodiesFromDatabase(deps.db),
    calendarFromDatabase(deps.db),
    deps.today(),
  ]);
  const bodyIds =
    feed.bodyId === null ? null : [feed.bodyId, ...bodies.lineage(feed.bodyId).map(({ id }) => id)];
  const tasks = await tasksOfFeed(deps.db, bodyIds === null ? { personId: feed.person.id } : { bodyIds });
  const items = feedItems(tasks, calendar, today);
  const told = await tellDays(
    deps.db,
    items.map((item) => ({ uid: item.uid, days: daysOf(item) })),
    now,
  );
  await touchFeed(deps.db, feed.id, feed.lastUsedAt, now);
  const t = translator(toLocale(feed.person.locale));
  const name = feed.bodyId === null ? feed.person.name : (bodies.byId.get(feed.bodyId)?.name ?? feed.bodyId);
  const ics = writeIcs(
    { name: t("feeds.calendarName", { name }), domain: new URL(baseUrl).hostname },
    items.map((item) => ({
      ...item,
      ...wordsOf(t, item, `${baseUrl}/tasks/${item.taskNumber}`),
      sequence: told.get(item.uid)?.sequence ?? 0,
      changedAt: told.get(item.uid)?.changedAt ?? now,
    })),
  );
  return ok({ ics });
}

const wordsOf = (t: Translate, item: FeedItem, url: string) => ({
  summary: t(`feeds.kinds.${item.kind}`, { ask: item.ask }),
  description: `${item.ask}\n${item.reference}\n${url}`,
  url,
});

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
