import type { Db } from "./client";

/** An address of a person's own to which digests are posted. */
export type StoredWebhook = {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly createdAt: Date;
};

/** The webhooks of a person that stand, oldest first. */
export const readWebhooks = (db: Db, personId: string): Promise<StoredWebhook[]> =>
  db.webhook.findMany({
    where: { personId, revokedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true, label: true, url: true, createdAt: true },
  });

/** Adds a webhook under an id that its secret is derived from. */
export async function addWebhook(tx: Db, personId: string, hook: StoredWebhook): Promise<void> {
  await tx.webhook.create({ data: { ...hook, personId }, select: { id: true } });
}

/** Takes a webhook of this person away; what waits for it is dropped. False where there is none that stands. */
export async function revokeWebhook(tx: Db, id: string, personId: string, at: Date): Promise<boolean> {
  const { count } = await tx.webhook.updateMany({
    where: { id, personId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}
