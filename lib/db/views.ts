import type { Db } from "./client";

const columns = {
  id: true,
  name: true,
  query: true,
  isShared: true,
  owner: { select: { id: true, name: true } },
} as const;

/** A person's own views and those that others share, in order. */
export const readViews = (db: Db, personId: string) => db.$queryRaw<
  { id: string; name: string; query: string; isShared: boolean; owner: { id: string; name: string } }[]
>`
  select v.id, v.name, v.query, v.is_shared as "isShared", jsonb_build_object('id', p.id, 'name', p.name) as owner
  from saved_view v join person p on p.id = v.owner_id
  where v.owner_id = ${personId} or v.is_shared order by v.position, v.created_at limit 200`;

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
