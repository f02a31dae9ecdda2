import type { Db } from "./client";

/** What the second step of a person is checked against; `since` is null until the first code was right. */
export type StoredStep = {
  readonly secret: string | null;
  readonly since: Date | null;
  readonly lastStep: number | null;
};

/** True if this person is asked for a second step. */
export async function hasSecondStep(db: Db, personId: string): Promise<boolean> {
  const row = await db.person.findUnique({ where: { id: personId }, select: { totpSince: true } });
  return row?.totpSince != null;
}

/** The second step of a person as it stands; null where there is no such person. */
export async function readStep(db: Db, personId: string): Promise<StoredStep | null> {
  const row = await db.person.findUnique({
    where: { id: personId },
    select: { totpSecret: true, totpSince: true, totpLastStep: true },
  });
  return row && { secret: row.totpSecret, since: row.totpSince, lastStep: row.totpLastStep };
}

/** Keeps a secret (sealed) that is not asked for yet. False where a second step is in use: that one stays. */
export async function prepareStep(tx: Db, personId: string, sealedSecret: string): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, totpSince: null },
    data: { totpSecret: sealedSecret, totpLastStep: null },
  });
  return count === 1;
}

/** Takes the second step into use from `since` on. False where it is in use already. */
export async function confirmStep(tx: Db, personId: string, since: Date): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, totpSince: null, totpSecret: { not: null } },
    data: { totpSince: since },
  });
  return count === 1;
}

/**
 * Spends the time step of a code. False where this step or a later one was spent before: a code that somebody read over
 * a shoulder is good for nothing. One statement, so that two requests with one code have one winner.
 */
export async function spendTimeStep(tx: Db, personId: string, timeStep: number): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: timeStep } }] },
    data: { totpLastStep: timeStep },
  });
  return count === 1;
}

/** Ends the second step and its recovery codes. False where none was in use. */
export async function removeStep(tx: Db, personId: string, at: Date): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id: personId, totpSince: { not: null } },
    data: { totpSecret: null, totpSince: null, totpLastStep: null },
  });
  await revokeCodes(tx, personId, at);
  return count === 1;
}

/** Replaces the recovery codes of a person; only their hashes are kept. */
export async function replaceCodes(
  tx: Db,
  personId: string,
  hashes: readonly string[],
  at: Date,
): Promise<void> {
  await revokeCodes(tx, personId, at);
  await tx.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ personId, codeHash, createdAt: at })),
  });
}

/** Spends a recovery code; false where it is unknown, of somebody else, or spent. */
export async function spendCode(tx: Db, personId: string, codeHash: string, at: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash, usedAt: null, revokedAt: null },
    data: { usedAt: at },
  });
  return count === 1;
}

/** How many recovery codes are left. */
export const countCodes = (db: Db, personId: string): Promise<number> =>
  db.recoveryCode.count({ where: { personId, usedAt: null, revokedAt: null } });

const revokeCodes = (tx: Db, personId: string, at: Date) =>
  tx.recoveryCode.updateMany({
    where: { personId, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
