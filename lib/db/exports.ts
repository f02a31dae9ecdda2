import type { StandingTask } from "@/lib/core/import/diff-row";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

const standingSelect = {
  number: true,
  version: true,
  reference: true,
  symbol: true,
  para: true,
  ask: true,
  deliverable: true,
  agendaTitle: true,
  status: true,
  internalTarget: true,
  meetingOn: true,
  agreedSlot: true,
  jobNumber: true,
  owner: { select: { name: true } },
  responsible: { select: { name: true } },
} as const satisfies Prisma.TaskSelect;

/** Tasks that rows of a sheet may speak of: by number, by reference, by paragraph ("A/RES/52/205" and "9"). */
export type TaskKeys = {
  readonly numbers: readonly number[];
  readonly references: readonly string[];
  readonly symbols: readonly string[];
};

/** The tasks with these keys, each once. Proposals that nobody accepted are left out. */
export async function readStandingTasks(db: Db, keys: TaskKeys): Promise<StandingTask[]> {
  const found = new Map<number, StandingTask>();
  const conditions: Prisma.TaskWhereInput[] = [
    ...inParts(keys.numbers).map((part) => ({ number: { in: part } })),
    ...inParts(keys.references).map((part) => ({ reference: { in: part } })),
    ...inParts(keys.symbols).map((part) => ({ symbol: { in: part } })),
  ];
  for (const where of conditions) {
    const rows = await db.task.findMany({
      where: { ...where, status: { not: "PROPOSED" } },
      select: standingSelect,
    });
    for (const { owner, responsible, ...row } of rows)
      found.set(row.number, { ...row, owner: owner?.name ?? null, responsible: responsible?.name ?? null });
  }
  return [...found.values()];
}

/** Lists of values go to the database in parts that one statement can hold. */
function inParts<T>(values: readonly T[], size = 2_000): T[][] {
  const unique = [...new Set(values)];
  return Array.from({ length: Math.ceil(unique.length / size) }, (_none, index) =>
    unique.slice(index * size, (index + 1) * size),
  );
}

/** Active people with one of these names or addresses; compared in lower case. */
export async function findPeople(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string; email: string }[]> {
  if (names.length === 0) return [];
  const among = [...new Set(names)];
  return db.person.findMany({
    where: {
      isActive: true,
      OR: [{ name: { in: among, mode: "insensitive" } }, { email: { in: among, mode: "insensitive" } }],
    },
    select: { id: true, name: true, email: true },
  });
}
