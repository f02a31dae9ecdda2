import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** A message for the inbox that is told at once, apart from the digest of the day. */
export type NewNotice = {
  readonly personId: string;
  readonly at: Date;
  readonly day: string;
  /** "mention" | "question" | "given" | "returned" | "declined" | "watched" | "round" … */
  readonly kind: string;
  readonly title: string;
  readonly body: object;
  readonly taskId: string | null;
};

/** Puts messages into the inboxes of people. */
export async function createNotices(tx: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.inboxEntry.createMany({
    data: notices.map((notice) => ({ ...notice, body: notice.body as Prisma.InputJsonValue })),
  });
}

/** Ids of the active people who watch a task. */
export async function watchersOf(db: Db, taskId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string }[]>`
    select w.person_id as "personId" from watch w join person p on p.id = w.person_id
    where w.task_id = ${taskId} and w.kind = 'watch' and p.is_active limit 200`;
  return rows.map((row) => row.personId);
}

/** People who asked to hear nothing of a task. */
export async function mutedFor(db: Db, taskId: string): Promise<ReadonlySet<string>> {
  const rows = await db.watch.findMany({ where: { taskId, kind: "mute" }, select: { personId: true } });
  return new Set(rows.map((row) => row.personId));
}

/** True where a person watches a task. */
export async function isWatching(db: Db, personId: string, taskId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ kind: string }[]>`
    select kind from watch where person_id = ${personId} and task_id = ${taskId}`;
  return row?.kind === "watch";
}

/** Begins or ends watching. A reminder that was silenced for the task stays silenced when watching ends. */
export async function setWatch(tx: Db, personId: string, taskId: string, watch: boolean): Promise<void> {
  if (!watch) {
    await tx.watch.deleteMany({ where: { personId, taskId, kind: "watch" } });
    return;
  }
  await tx.watch.upsert({
    where: { personId_taskId: { personId, taskId } },
    create: { personId, taskId, kind: "watch" },
    update: { kind: "watch", until: null },
  });
}

/** People whose name or address begins a word with these letters, for "@". */
export const peopleNamed = (
  db: Db,
  text: string,
  limit: number,
): Promise<{ id: string; name: string; title: string }[]> =>
  db.person.findMany({
    where: {
      isActive: true,
      memberships: { some: { until: null } },
      ...(text === "" ? {} : { name: { contains: text, mode: "insensitive" } }),
    },
    orderBy: { name: "asc" },
    take: limit,
    select: { id: true, name: true, title: true },
  });

/** Ids of active people with a role whose whole name is one of these; a name that several bear mentions none of them. */
export async function peopleBearing(db: Db, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.person.findMany({
    where: { isActive: true, memberships: { some: { until: null } }, name: { in: [...names] } },
    select: { id: true, name: true },
    take: 100,
  });
  return rows
    .filter((row) => rows.filter((other) => other.name === row.name).length === 1)
    .map((row) => row.id);
}

/** People who may own tasks somewhere, by name. */
export const workingPeople = (db: Db): Promise<{ id: string; name: string }[]> => db.$queryRaw<
  { id: string; name: string }[]
>`
  select p.id, p.name from person p where p.is_active and exists (
    select from membership m where m.person_id = p.id and m.until is null and m.role in ('CONTRIBUTOR', 'FOCAL_POINT', 'SECRETARY'))
  order by p.name limit 500`;
