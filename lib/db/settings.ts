import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** The value of a setting as stored (JSON); null where it was never set. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const [row] = await db.$queryRaw<{ value: unknown }[]>`select value from setting where key = ${key}`;
  return row?.value ?? null;
}

/** All settings, by key. */
export async function readSettings(db: Db): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.setting.findMany({ select: { key: true, value: true } });
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Stores a setting, or forgets it where `value` is null. */
export async function storeSetting(
  db: Db,
  key: string,
  value: unknown,
  by: { readonly at: Date; readonly actorId: string | null },
): Promise<void> {
  if (value === null) {
    await db.setting.deleteMany({ where: { key } });
    return;
  }
  const columns = { value: value as Prisma.InputJsonValue, updatedAt: by.at, updatedById: by.actorId };
  await db.setting.upsert({ where: { key }, create: { key, ...columns }, update: columns });
}
