import type { Db } from "./client";

/** A link that opens something once: a sign-in, or the account of an invited person. Only its hash is kept. */
export type LinkKind = "link" | "invitation";

/** Keeps a link by its hash; earlier ones of the same kind for this person open nothing any more. */
export async function keepLink(
  tx: Db,
  link: {
    readonly kind: LinkKind;
    readonly tokenHash: string;
    readonly personId: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await endLinks(tx, link.kind, link.personId, link.createdAt);
  await tx.accessToken.create({ data: link, select: { id: true } });
}

/** Ends the links of a kind that a person has not used yet. */
export const endLinks = (tx: Db, kind: LinkKind, personId: string, at: Date) =>
  tx.accessToken.updateMany({
    where: { kind, personId, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });

const standing = (kind: LinkKind, tokenHash: string, now: Date) => ({
  kind,
  tokenHash,
  usedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
  person: { isActive: true },
});

/** Who a link that stands is for; null for unknown, used, ended and expired alike. */
export async function personOfLink(db: Db, kind: LinkKind, tokenHash: string, now: Date) {
  const row = await db.accessToken.findFirst({
    where: standing(kind, tokenHash, now),
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  return row?.person ?? null;
}

/** Uses a link up; null where it does not stand. One statement decides, so that of two clicks one wins. */
export async function spendLink(tx: Db, kind: LinkKind, tokenHash: string, now: Date) {
  const person = await personOfLink(tx, kind, tokenHash, now);
  if (person === null) return null;
  const { count } = await tx.accessToken.updateMany({
    where: { kind, tokenHash, usedAt: null, revokedAt: null },
    data: { usedAt: now },
  });
  return count === 1 ? person : null;
}

/** Invitations that wait, by person: when each ends. */
export async function waitingInvitations(db: Db, now: Date): Promise<ReadonlyMap<string, Date | null>> {
  const rows = await db.accessToken.findMany({
    where: { kind: "invitation", usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { personId: true, expiresAt: true },
    take: 1_000,
  });
  return new Map(rows.map((row) => [row.personId, row.expiresAt]));
}
