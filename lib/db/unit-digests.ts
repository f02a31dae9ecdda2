import type { Db } from "./client";

/** The digest of a unit to its shared mailbox. */
export type UnitDigest = {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly address: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly digestHour: number;
  readonly digestDays: readonly number[];
  readonly isActive: boolean;
  /** The day on which it was entered: what lay behind it then is not told. */
  readonly since: string;
  /** The day of its last turn by the clock of that turn, which may have run ahead. */
  readonly toldUntil: string;
  readonly version: number;
};

/** All units with a mailbox, by name. */
export async function readUnitDigests(db: Db): Promise<UnitDigest[]> {
  const rows = await db.unitDigest.findMany({
    include: { body: { select: { name: true } } },
    orderBy: { body: { name: "asc" } },
  });
  return rows.map(({ body, updatedAt: _updatedAt, ...row }) => ({ ...row, bodyName: body.name }));
}

/** Stores the mailbox of a unit over version `expectedVersion` (0: the first). False where another version stands. */
export async function storeUnitDigest(
  tx: Db,
  unit: Omit<UnitDigest, "bodyName" | "version">,
  expectedVersion: number,
  at: Date,
): Promise<boolean> {
  const data = { ...unit, digestDays: [...unit.digestDays], updatedAt: at };
  if (expectedVersion === 0) {
    const { count } = await tx.unitDigest.createMany({ data: [data], skipDuplicates: true });
    return count === 1;
  }
  const { bodyId, since: _since, toldUntil: _toldUntil, ...changes } = data;
  const { count } = await tx.unitDigest.updateMany({
    where: { bodyId, version: expectedVersion },
    data: { ...changes, version: expectedVersion + 1 },
  });
  return count === 1;
}

/** Notes the day of a unit's turn. False where another instance was faster. */
export async function tellUnitUntil(tx: Db, bodyId: string, from: string, until: string): Promise<boolean> {
  const { count } = await tx.unitDigest.updateMany({
    where: { bodyId, toldUntil: from, isActive: true },
    data: { toldUntil: until },
  });
  return count === 1;
}

/** Ends the mails to a unit's mailbox. False where they had ended. */
export async function stopUnitDigest(tx: Db, bodyId: string, at: Date): Promise<boolean> {
  const { count } = await tx.unitDigest.updateMany({
    where: { bodyId, isActive: true },
    data: { isActive: false, updatedAt: at, version: { increment: 1 } },
  });
  return count === 1;
}
