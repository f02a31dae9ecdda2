import type { Db } from "./client";

/** A task of which a person wants to hear less: never, or not until after a day. */
export type StoredSilence = {
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly kind: "mute" | "snooze";
  readonly until: string | null;
};

/** The tasks that a person muted or snoozed and has not woken since `today`. */
export async function readSilences(db: Db, personId: string, today: string): Promise<StoredSilence[]> {
  const rows = await db.watch.findMany({
    where: { personId, OR: [{ kind: "mute" }, { kind: "snooze", until: { gte: today } }] },
    orderBy: { taskId: "asc" },
    take: 500,
    select: { kind: true, until: true, task: { select: { number: true, reference: true, ask: true } } },
  });
  return rows.map(({ kind, until, task: { number, ...task } }) => ({
    ...task,
    taskNumber: number,
    kind: kind as StoredSilence["kind"],
    until,
  }));
}

/** Stores what a person said about reminders of a task; null takes it back. */
export async function storeSilence(
  tx: Db,
  personId: string,
  taskId: string,
  silence: { readonly kind: "mute" | "snooze"; readonly until: string | null } | null,
): Promise<void> {
  if (silence === null) {
    await tx.watch.deleteMany({ where: { personId, taskId, kind: { in: ["mute", "snooze"] } } });
    return;
  }
  await tx.watch.upsert({
    where: { personId_taskId: { personId, taskId } },
    create: { personId, taskId, ...silence },
    update: silence,
    select: { taskId: true },
  });
}

/** The id of a task by its number; null where there is none. */
export const taskIdOf = async (db: Db, number: number): Promise<string | null> =>
  (await db.task.findUnique({ where: { number }, select: { id: true } }))?.id ?? null;
