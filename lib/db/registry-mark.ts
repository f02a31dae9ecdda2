import type { Db } from "./client";

/** What each instance keeps a copy of in memory. */
export type RegistryKind = "bodies" | "calendar" | "settings";

/**
 * The mark of each kind, by one small statement; it moves with every change of a row. Inside a transaction it shows what
 * the transaction has written. A kind that was never changed has no mark.
 */
export async function registryMarks(db: Db): Promise<Readonly<Record<RegistryKind, string>>> {
  const [row] = await db.$queryRaw<{ database: string; marks: Record<string, number> | null }[]>`
    select current_database()::text as database, (select jsonb_object_agg(kind, mark) from registry_mark) as marks`;
  // The database's name is part of it: one process may speak to several.
  const markOf = (kind: RegistryKind): string => `${row?.database} ${row?.marks?.[kind] ?? 0}`;
  return { bodies: markOf("bodies"), calendar: markOf("calendar"), settings: markOf("settings") };
}
