import type { Db } from "./client";

const columns = {
  id: true,
  name: true,
  query: true,
  isShared: true,
  owner: { select: { id: true, name: true } },
} as const;

/** A person's own views and those that others share, in order. */
export const readViews = (db: Db, personId: string) =>
  db.savedView.findMany({
    where: { OR: [{ ownerId: personId }, { isShared: true }] },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }],
    take: 200,
    select: columns,
  });

/** How many views a person keeps. */
export const countViews = (db: Db, ownerId: string): Promise<number> =>
  db.savedView.count({ where: { ownerId } });

/** Keeps a view at the end of the person's list. */
export const createView = (
  db: Db,
  view: {
    readonly ownerId: string;
    readonly name: string;
    readonly query: string;
    readonly isShared: boolean;
    readonly position: number;
  },
) => db.savedView.create({ data: view, select: columns });

/** Removes a view of this person; false where there is none. */
export async function removeView(db: Db, id: string, ownerId: string): Promise<boolean> {
  return (await db.savedView.deleteMany({ where: { id, ownerId } })).count === 1;
}
