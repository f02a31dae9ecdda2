import type { Db } from "./client";
import { Prisma } from "./generated/client";

/** A body with its place in the registry. */
export type BodyNode = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly successorId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

/** The registry as a graph: parents for permission, successors for lineage. A few hundred rows. */
export type BodyGraph = {
  readonly byId: ReadonlyMap<string, BodyNode>;
  readonly parentOf: (id: string) => string | null;
  /** All bodies that one continues or became, itself included, oldest first. */
  readonly lineage: (id: string) => readonly BodyNode[];
  /** What the body is today: the end of its line of successors. */
  readonly today: (id: string) => BodyNode | null;
};

/** Reads the registry of bodies. */
export async function readBodyGraph(db: Db): Promise<BodyGraph> {
  const rows = await db.body.findMany({
    select: {
      id: true,
      name: true,
      shortName: true,
      kind: true,
      parentId: true,
      successorId: true,
      validFrom: true,
      validTo: true,
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const before = new Map<string, BodyNode[]>();
  for (const row of rows) {
    if (row.successorId !== null) before.set(row.successorId, [...(before.get(row.successorId) ?? []), row]);
  }
  const today = (id: string): BodyNode | null => {
    const seen = new Set<string>();
    let body = byId.get(id);
    while (body?.successorId && !seen.has(body.id)) {
      seen.add(body.id);
      body = byId.get(body.successorId) ?? body;
    }
    return body ?? null;
  };
  const lineage = (id: string): readonly BodyNode[] => {
    const found = new Map<string, BodyNode>();
    const waiting = [today(id)];
    for (let body = waiting.pop(); body; body = waiting.pop()) {
      if (found.has(body.id)) continue;
      found.set(body.id, body);
      waiting.push(...(before.get(body.id) ?? []));
    }
    return [...found.values()].reverse();
  };
  return { byId, parentOf: (id) => byId.get(id)?.parentId ?? null, lineage, today };
}

/** How a name is looked up: lower case, accents and punctuation folded, without a leading article. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");

/** The bodies that bear these names, by the name as given; names that the registry does not know are absent. */
export async function bodiesByName(
  db: Db,
  names: readonly string[],
): Promise<Map<string, { id: string; name: string; kind: string }>> {
  const keys = new Map(names.map((name) => [name, nameKey(name)]));
  const rows = await db.bodyName.findMany({
    where: { key: { in: [...new Set(keys.values())] } },
    select: { key: true, kind: true, body: { select: { id: true, name: true, kind: true } } },
    orderBy: { id: "asc" },
  });
  const byKey = new Map<string, (typeof rows)[number]["body"]>();
  // An official name wins over an alias that another body bears too.
  for (const row of [...rows].sort((a, b) => rank(a.kind) - rank(b.kind)))
    if (!byKey.has(row.key)) byKey.set(row.key, row.body);
  const found = new Map<string, { id: string; name: string; kind: string }>();
  for (const [name, key] of keys) {
    const body = byKey.get(key);
    if (body) found.set(name, body);
  }
  return found;
}

const rank = (kind: string): number => ["official", "historical", "acronym", "alias"].indexOf(kind);

/** One body with everything its page shows; null where there is none. */
export const readBody = (db: Db, id: string) =>
  db.body.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      shortName: true,
      kind: true,
      category: true,
      source: true,
      note: true,
      parent: { select: { id: true, name: true } },
      successorId: true,
      names: {
        select: { name: true, kind: true, source: true },
        orderBy: [{ kind: "asc" }, { name: "asc" }],
      },
      memberships: {
        where: { until: null, person: { isActive: true } },
        select: { role: true, person: { select: { id: true, name: true } } },
        orderBy: { person: { name: "asc" } },
        take: 100,
      },
    },
  });

/** Bodies whose present or former names begin with, or hold, the words; best first. */
export async function searchBodyNames(
  db: Db,
  text: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const key = nameKey(text);
  if (key === "") return [];
  const within = `%${key.replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
    select b.id, b.name from body b join body_name n on n.body_id = b.id
    where n.key like ${within} group by b.id, b.name
    order by min(position(${key} in n.key)), min(length(n.key)), b.name limit ${limit}`);
}

/** Where a body stands in the registry; null where there is none. */
export const readBodyRow = (db: Db, id: string) =>
  db.body.findUnique({
    where: { id },
    select: { parentId: true, successorId: true, validFrom: true, validTo: true },
  });

/** Adds a body under its official name. */
export async function addBody(
  tx: Db,
  body: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly parentId: string | null;
    readonly source: string;
    readonly at: Date;
  },
): Promise<void> {
  const { at, ...columns } = body;
  await tx.body.create({ data: { ...columns, createdAt: at }, select: { id: true } });
  await addBodyName(tx, { id: body.id, name: body.name, kind: "official", source: body.source });
}

/** Adds a name to a body. */
export async function addBodyName(
  tx: Db,
  given: { readonly id: string; readonly name: string; readonly kind: string; readonly source: string },
): Promise<void> {
  const { id: bodyId, name, kind, source } = given;
  await tx.bodyName.create({
    data: { bodyId, name, key: nameKey(name), kind, source },
    select: { id: true },
  });
}

/** Changes where a body stands. */
export async function storeBody(
  tx: Db,
  id: string,
  changes: {
    readonly parentId?: string | null;
    readonly successorId?: string | null;
    readonly validFrom?: string | null;
    readonly validTo?: string | null;
  },
): Promise<void> {
  await tx.body.update({ where: { id }, data: changes, select: { id: true } });
}
