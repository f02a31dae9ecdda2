import type { Db } from "./client";
import { pendingStatuses } from "./task-query";

/** Everything that hangs on one person: what a handover has to think of. */
export type Holdings = {
  readonly openTasks: number;
  readonly tasks: readonly {
    readonly number: number;
    readonly reference: string;
    readonly ask: string;
    readonly dueOn: string | null;
    readonly status: string;
    readonly responsible: string | null;
  }[];
  /** Resolutions whose review this person has taken. */
  readonly reviews: readonly { readonly id: string; readonly symbol: string }[];
  readonly sharedViews: readonly { readonly id: string; readonly name: string }[];
  readonly watches: number;
  /** People who named this person to stand in for them. */
  readonly standsInFor: readonly { readonly id: string; readonly name: string }[];
};

/** What a person holds; of the open tasks the first fifty, by day. */
export async function readHoldings(db: Db, personId: string): Promise<Holdings> {
  const mine = { ownerId: personId, status: { in: [...pendingStatuses] } };
  const [openTasks, tasks, reviews, sharedViews, watches, standsInFor] = await Promise.all([
    db.task.count({ where: mine }),
    db.task.findMany({
      where: mine,
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take: 50,
      select: {
        number: true,
        reference: true,
        ask: true,
        dueOn: true,
        status: true,
        responsible: { select: { name: true } },
      },
    }),
    db.resolution.findMany({
      where: { claimedById: personId },
      orderBy: { symbol: "asc" },
      take: 200,
      select: { id: true, symbol: true },
    }),
    db.savedView.findMany({
      where: { ownerId: personId, isShared: true },
      orderBy: { position: "asc" },
      take: 200,
      select: { id: true, name: true },
    }),
    db.watch.count({ where: { personId, kind: "watch" } }),
    db.person.findMany({
      where: { delegateId: personId, isActive: true },
      orderBy: { name: "asc" },
      take: 200,
      select: { id: true, name: true },
    }),
  ]);
  return {
    openTasks,
    tasks: tasks.map(({ responsible, ...task }) => ({ ...task, responsible: responsible?.name ?? null })),
    reviews,
    sharedViews,
    watches,
    standsInFor,
  };
}

/** Passes on what is not a task: reviews taken, shared views, watching. Gives how many of each moved. */
export async function passOn(
  tx: Db,
  fromId: string,
  toId: string,
): Promise<{ readonly reviews: number; readonly sharedViews: number; readonly watches: number }> {
  const reviews = await tx.resolution.updateMany({
    where: { claimedById: fromId },
    data: { claimedById: toId },
  });
  const views = await tx.savedView.updateMany({
    where: { ownerId: fromId, isShared: true },
    data: { ownerId: toId },
  });
  // The receiver may watch a task already: then that row stays as the receiver set it.
  const watches = await tx.$executeRaw`
    insert into watch (person_id, task_id, kind, until)
    select ${toId}, w.task_id, 'watch', null from watch w
    where w.person_id = ${fromId} and w.kind = 'watch' on conflict do nothing`;
  return { reviews: reviews.count, sharedViews: views.count, watches };
}
