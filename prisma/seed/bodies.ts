import { bodies } from "@/lib/core/bodies/registry";
import { organs } from "@/lib/core/symbol/organs";
import { nameKey } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";

/** Bodies that texts ask and no list of the organization names as such. */
const beside = [
  { name: "Secretary-General", kind: "body", source: "Charter of the United Nations, Article 97" },
  { name: "Member States", kind: "class", source: "" },
  { name: "Governments", kind: "class", source: "" },
] as const;

/**
 * Loads the registry of bodies: names, former names, parents and successors, each with its source. Run again, it adds
 * what is new and leaves what is there. Gives the number of bodies added.
 */
export async function seedBodies(db: Db): Promise<number> {
  const organNames = new Set<string>(Object.values(organs).map((organ) => organ.name));
  const rows = bodies.map((body) => ({
    id: slug(body.name),
    name: body.name,
    shortName: body.acronym ?? "",
    kind: organNames.has(body.name) ? "organ" : "body",
    category: body.subtype ? `${body.type}: ${body.subtype}` : body.type,
    validFrom: body.validFrom ?? null,
    validTo: body.validTo ?? null,
    source: body.source ?? "",
    standing: body.confidence,
    note: body.changedBy ? `Changed by ${body.changedBy}` : "",
  }));
  const known = new Set(rows.map((row) => row.id));
  const others = beside
    .filter((body) => !known.has(slug(body.name)))
    .map((body) => ({ ...body, id: slug(body.name), standing: body.source === "" ? "class" : "sourced" }));
  const all = new Map([...rows, ...others].map((row) => [row.id, row]));
  const { count } = await db.body.createMany({ data: [...all.values()], skipDuplicates: true });
  if (count > 0) await linkBodies(db, known);
  await db.bodyName.createMany({ data: names(all.keys()), skipDuplicates: true });
  return count;
}

/** Parents and successors, once every row they point at is there. Rows that people have linked are left. */
async function linkBodies(db: Db, known: ReadonlySet<string>): Promise<void> {
  for (const body of bodies) {
    const parentId = known.has(slug(body.parents?.[0] ?? "")) ? slug(body.parents?.[0] ?? "") : null;
    const successorId = body.successor && known.has(slug(body.successor)) ? slug(body.successor) : null;
    const id = slug(body.name);
    if (parentId !== null && parentId !== id)
      await db.body.updateMany({ where: { id, parentId: null }, data: { parentId } });
    if (successorId !== null && successorId !== id)
      await db.body.updateMany({ where: { id, successorId: null }, data: { successorId } });
  }
}

function names(ids: Iterable<string>) {
  const here = new Set(ids);
  const rows = bodies.flatMap((body) => [
    {
      bodyId: slug(body.name),
      name: body.name,
      kind: body.status === "historical" ? "historical" : "official",
      source: body.source ?? "",
    },
    ...(body.aliases ?? []).map((name) => ({
      bodyId: slug(body.name),
      name,
      kind: "alias",
      source: body.source ?? "",
    })),
    ...(body.acronym
      ? [{ bodyId: slug(body.name), name: body.acronym, kind: "acronym", source: body.source ?? "" }]
      : []),
  ]);
  const others = beside.map((body) => ({
    bodyId: slug(body.name),
    name: body.name,
    kind: "official",
    source: body.source,
  }));
  return [...rows, ...others]
    .filter((row) => here.has(row.bodyId))
    .map((row) => ({ ...row, key: nameKey(row.name) }))
    .filter((row) => row.key !== "");
}

/** "Special Unit for Technical Cooperation …" → "special-unit-for-technical-cooperation-…": stable, and readable in an address. */
export const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
