import type { Db } from "./client";

/** The person whom an OpenID provider knows under this subject; null where none was tied to it. */
export async function personOfIdentity(db: Db, issuer: string, subject: string) {
  const row = await db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { person: { select: { id: true, name: true, email: true, isActive: true } } },
  });
  return row?.person ?? null;
}

/** Ties a person to a subject of a provider. False where the subject, or the person at this provider, is tied already. */
export async function tieIdentity(
  tx: Db,
  identity: {
    readonly issuer: string;
    readonly subject: string;
    readonly personId: string;
    readonly createdAt: Date;
  },
): Promise<boolean> {
  const { issuer, personId } = identity;
  if (await tx.identity.findFirst({ where: { issuer, personId }, select: { subject: true } })) return false;
  const { count } = await tx.identity.createMany({ data: [identity], skipDuplicates: true });
  return count === 1;
}
