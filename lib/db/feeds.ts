import type { Db } from "./client";
import { planSelect, type TaskToPlan, toPlan } from "./reminders";
import { pendingStatuses } from "./task-query";

/** A secret address of a calendar as its owner sees it; the address itself is shown once and never kept. */
export type StoredFeed = {
  readonly id: string;
  readonly label: string;
  readonly bodyId: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

const feedSelect = { id: true, label: true, bodyId: true, createdAt: true, lastUsedAt: true } as const;

/** Keeps a feed by the hash of its secret. */
export const createFeed = (
  tx: Db,
  feed: {
    readonly tokenHash: string;
    readonly personId: string;
    readonly bodyId: string | null;
    readonly label: string;
    readonly createdAt: Date;
  },
): Promise<StoredFeed> => tx.accessToken.create({ data: { ...feed, kind: "feed" }, select: feedSelect });

/** The feeds of a person that stand, newest first. */
export const listFeeds = (db: Db, personId: string): Promise<StoredFeed[]> =>
  db.accessToken.findMany({
    where: { kind: "feed", personId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: feedSelect,
  });

/** Takes back a feed of this person; false where there is none that stands. */
export async function revokeFeed(tx: Db, id: string, personId: string, at: Date): Promise<boolean> {
  const { count } = await tx.accessToken.updateMany({
    where: { id, personId, kind: "feed", revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

/** The feed behind a hash, if it stands and its owner is active and still has a role; null for all else alike. */
export async function findFeed(db: Db, tokenHash: string) {
  const row = await db.accessToken.findUnique({
    where: { tokenHash },
    select: {
      ...feedSelect,
      kind: true,
      revokedAt: true,
      person: {
        select: {
          id: true,
          name: true,
          locale: true,
          isActive: true,
          memberships: { where: { until: null }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (row?.kind !== "feed" || row.revokedAt !== null) return null;
  return row.person.isActive && row.person.memberships.length > 0 ? row : null;
}

/** Notes that a calendar came for its feed; once an hour is enough to know. */
export async function touchFeed(db: Db, id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < 3_600_000) return;
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

/** The most tasks that one calendar shows. */
const mostTasks = 2_000;

/** The open tasks of a person (as owner or watcher), or of bodies (responsible or in the lead). */
export async function tasksOfFeed(
  db: Db,
  of: { readonly personId: string } | { readonly bodyIds: readonly string[] },
): Promise<TaskToPlan[]> {
  const who =
    "personId" in of
      ? [{ ownerId: of.personId }, { watches: { some: { personId: of.personId, kind: "watch" } } }]
      : [{ responsibleId: { in: [...of.bodyIds] } }, { leadBodyId: { in: [...of.bodyIds] } }];
  const rows = await db.task.findMany({
    where: { status: { in: [...pendingStatuses] }, OR: who },
    orderBy: { number: "asc" },
    take: mostTasks,
    select: planSelect,
  });
  return rows.map(toPlan);
}

/** What calendars were told of an entry: how often its days moved, and when last. */
export type ToldEntry = { readonly sequence: number; readonly changedAt: Date };

/**
 * Notes the days of entries as calendars are told them: SEQUENCE rises by one where they differ from what was told
 * before. Gives what is to be said of each. Days that stand cost no write.
 */
export async function tellDays(
  db: Db,
  entries: readonly { readonly uid: string; readonly days: string }[],
  at: Date,
): Promise<ReadonlyMap<string, ToldEntry>> {
  if (entries.length === 0) return new Map();
  const known = await db.feedEntry.findMany({ where: { uid: { in: entries.map(({ uid }) => uid) } } });
  const told = new Map<string, ToldEntry>(known.map((row) => [row.uid, row]));
  const days = new Map(known.map((row) => [row.uid, row.days]));
  const moved = entries.filter((entry) => days.get(entry.uid) !== entry.days);
  if (moved.length === 0) return told;
  const stored = await db.$queryRaw<{ uid: string; sequence: number; changedAt: Date }[]>`
    insert into feed_entry (uid, days, sequence, changed_at)
    select uid, days, 0, ${at} from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as one(uid text, days text) order by uid
    on conflict (uid) do update set days = excluded.days,
      sequence = feed_entry.sequence + case when feed_entry.days = excluded.days then 0 else 1 end,
      changed_at = case when feed_entry.days = excluded.days then feed_entry.changed_at else excluded.changed_at end
    returning uid, sequence, changed_at as "changedAt"`;
  for (const row of stored) told.set(row.uid, row);
  return told;
}

/** The bodies that have an open task, as responsible unit or in the lead, by name. */
export const bodiesWithTasks = (db: Db): Promise<{ id: string; name: string }[]> => db.$queryRaw`
  select b.id, b.name from body b
  where exists (select from task t where t.responsible_id = b.id and t.status = any(${[...pendingStatuses]}))
    or exists (select from task t where t.lead_body_id = b.id and t.status = any(${[...pendingStatuses]}))
  order by b.name limit 1000`;
