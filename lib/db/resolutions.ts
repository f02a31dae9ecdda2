import type { CandidateAction, NoFollowUp } from "@/lib/core/mandate/candidate-action";
import type { Footnote, ParagraphKind, ReadingWarning } from "@/lib/core/resolution/resolution";
import type { CandidateState, ParagraphDecision } from "@/lib/core/task/review";
import type { Quote, Span } from "@/lib/core/text/span";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** A source text to keep; it is never changed afterwards. */
export type NewSource = {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly language: string;
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly byteLength: number;
  readonly createdById: string | null;
};

export type NewParagraph = {
  readonly id: string;
  readonly stableId: string;
  readonly ordinal: number;
  readonly kind: ParagraphKind;
  readonly number: string;
  readonly parentStableId: string | null;
  readonly depth: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly noFollowUp: NoFollowUp | null;
  readonly decision: ParagraphDecision;
  readonly decisionReason: string;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
};

export type NewCandidate = {
  readonly id: string;
  readonly stableId: string;
  readonly paragraphId: string;
  readonly ordinal: number;
  readonly origin: "machine" | "person";
  readonly action: CandidateAction;
  readonly state: CandidateState;
  readonly createdById: string | null;
};

export type NewVersion = {
  readonly resolutionId: string;
  readonly version: number;
  readonly sourceId: string;
  readonly header: Readonly<Record<string, Quote>>;
  readonly footnotes: readonly Footnote[];
  readonly warnings: readonly ReadingWarning[];
  readonly extractor: string;
  readonly createdById: string | null;
  readonly paragraphs: readonly NewParagraph[];
  readonly candidates: readonly NewCandidate[];
};

/** The resolution that a file with this hash belongs to; null where it has not been here. */
export async function findSource(
  db: Db,
  sha256: string,
): Promise<{ id: string; symbol: string | null; version: number | null } | null> {
  const row = await db.sourceDocument.findUnique({
    where: { sha256 },
    select: {
      id: true,
      versions: {
        select: { version: true, resolution: { select: { symbol: true } } },
        orderBy: { createdAt: "desc" },
        take: 1,
      },
      expressions: { select: { resolution: { select: { symbol: true } } }, take: 1 },
    },
  });
  return (
    row && {
      id: row.id,
      symbol: row.versions[0]?.resolution.symbol ?? row.expressions[0]?.resolution.symbol ?? null,
      version: row.versions[0]?.version ?? null,
    }
  );
}

/** Keeps a source text; gives its id. */
export async function createSource(tx: Db, source: NewSource): Promise<string> {
  const { bytes, ...columns } = source;
  return (
    await tx.sourceDocument.create({ data: { ...columns, ...(bytes && { bytes }) }, select: { id: true } })
  ).id;
}

/** The whole source text. */
export async function readSourceText(db: Db, id: string): Promise<{ text: string; language: string } | null> {
  return db.sourceDocument.findUnique({ where: { id }, select: { text: true, language: true } });
}

/** What a resolution is, as lists and reviews name it. */
export type ResolutionHead = {
  readonly id: string;
  readonly symbol: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: string | null;
  readonly meeting: string | null;
  readonly title: string;
  readonly version: number;
  readonly operativeCount: number;
  readonly decidedCount: number;
  readonly claimedById: string | null;
};

const headSelect = {
  id: true,
  symbol: true,
  organ: true,
  session: true,
  adopted: true,
  meeting: true,
  title: true,
  version: true,
  operativeCount: true,
  decidedCount: true,
  claimedById: true,
} as const satisfies Prisma.ResolutionSelect;

/** A resolution by its canonical symbol; null where it has not been read. */
export const findResolution = (db: Db, symbol: string): Promise<ResolutionHead | null> =>
  db.resolution.findUnique({ where: { symbol }, select: headSelect });

/** As `findResolution`, and "S/RES/2754" finds "S/RES/2754 (2024)": people leave the year of these out. */
export const findBySaid = async (db: Db, symbol: string): Promise<ResolutionHead | null> =>
  (await findResolution(db, symbol)) ??
  (/^S\/RES\/\d+$/u.test(symbol)
    ? db.resolution.findFirst({ where: { symbol: { startsWith: `${symbol} (` } }, select: headSelect })
    : null);

/** A resolution by id. */
export const readResolutionHead = (db: Db, id: string): Promise<ResolutionHead | null> =>
  db.resolution.findUnique({ where: { id }, select: headSelect });

/** Makes the record of a resolution; gives its id. */
export async function createResolution(
  tx: Db,
  head: Pick<
    ResolutionHead,
    "symbol" | "organ" | "session" | "adopted" | "meeting" | "title" | "operativeCount" | "decidedCount"
  > & { readonly committee: string },
): Promise<string> {
  return (await tx.resolution.create({ data: head, select: { id: true } })).id;
}

/** Changes the record of a resolution that still stands at `version`; false where somebody else was faster. */
export async function storeResolution(
  tx: Db,
  id: string,
  version: number,
  changes: Partial<
    Pick<ResolutionHead, "adopted" | "meeting" | "title" | "session" | "operativeCount" | "decidedCount">
  >,
): Promise<boolean> {
  const { count } = await tx.resolution.updateMany({
    where: { id, version },
    data: { ...changes, version: version + 1 },
  });
  return count === 1;
}

/** Says who looks through a resolution; null frees it. */
export async function claimResolution(db: Db, id: string, personId: string | null): Promise<void> {
  await db.resolution.update({ where: { id }, data: { claimedById: personId }, select: { id: true } });
}

/** Keeps one reading of a resolution with its paragraphs and proposals. */
export async function createVersion(tx: Db, version: NewVersion): Promise<string> {
  const { paragraphs, candidates, header, footnotes, warnings, ...columns } = version;
  const { id } = await tx.resolutionVersion.create({
    data: {
      ...columns,
      header: header as unknown as Prisma.InputJsonValue,
      footnotes: footnotes as unknown as Prisma.InputJsonValue,
      warnings: warnings as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  await createParagraphs(tx, { resolutionId: version.resolutionId, versionId: id }, paragraphs);
  await createCandidates(tx, id, candidates);
  return id;
}

/** All paragraphs by one value and one statement: of a long resolution a value for each cell costs more than its reading. */
async function createParagraphs(
  tx: Db,
  place: { readonly resolutionId: string; readonly versionId: string },
  paragraphs: readonly NewParagraph[],
): Promise<void> {
  await tx.$executeRaw`
    insert into paragraph (id, stable_id, resolution_id, version_id, ordinal, kind, number, parent_stable_id, depth, text, spans,
      no_follow_up, decision, decision_reason, decided_by_id, decided_at)
    select id, "stableId", ${place.resolutionId}, ${place.versionId}, ordinal, kind, number, "parentStableId", depth, text, spans,
      nullif("noFollowUp", 'null'::jsonb), decision, "decisionReason", "decidedById", "decidedAt"
    from json_to_recordset(${JSON.stringify(paragraphs)}::json) as row (id text, "stableId" text, ordinal int, kind text, number text,
      "parentStableId" text, depth int, text text, spans jsonb, "noFollowUp" jsonb, decision text, "decisionReason" text,
      "decidedById" text, "decidedAt" timestamptz(3))`;
}

/** Keeps proposals. */
export async function createCandidates(
  tx: Db,
  versionId: string,
  candidates: readonly NewCandidate[],
): Promise<void> {
  await tx.$executeRaw`
    insert into candidate (id, stable_id, version_id, paragraph_id, ordinal, origin, action, state, created_by_id)
    select id, "stableId", ${versionId}, "paragraphId", ordinal, origin, action, state, "createdById"
    from json_to_recordset(${JSON.stringify(candidates)}::json) as row (id text, "stableId" text, "paragraphId" text, ordinal int,
      origin text, action jsonb, state text, "createdById" text)`;
}

export type StoredParagraph = NewParagraph & { readonly decidedByName?: string };
export type StoredCandidate = NewCandidate & { readonly mergedIntoId: string | null };

/** The newest reading of a resolution, whole. */
export type StoredVersion = {
  readonly id: string;
  readonly version: number;
  readonly sourceId: string;
  readonly createdOn: string;
  readonly header: Readonly<Record<string, Quote>>;
  readonly footnotes: readonly Footnote[];
  readonly warnings: readonly ReadingWarning[];
  readonly paragraphs: readonly StoredParagraph[];
  readonly candidates: readonly StoredCandidate[];
};

/** Reads the newest version of a resolution; null where none is there. */
export async function readNewestVersion(db: Db, resolutionId: string): Promise<StoredVersion | null> {
  const row = await db.resolutionVersion.findFirst({
    where: { resolutionId },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      sourceId: true,
      createdAt: true,
      header: true,
      footnotes: true,
      warnings: true,
      paragraphs: { orderBy: { ordinal: "asc" }, omit: { resolutionId: true, versionId: true } },
      candidates: { orderBy: [{ ordinal: "asc" }], omit: { versionId: true, createdAt: true } },
    },
  });
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    sourceId: row.sourceId,
    createdOn: row.createdAt.toISOString().slice(0, 10),
    header: row.header as unknown as StoredVersion["header"],
    footnotes: row.footnotes as unknown as Footnote[],
    warnings: row.warnings as unknown as ReadingWarning[],
    paragraphs: row.paragraphs.map((one) => ({
      ...one,
      kind: one.kind as ParagraphKind,
      decision: one.decision as ParagraphDecision,
      spans: one.spans as unknown as Span[],
      noFollowUp: one.noFollowUp as unknown as NoFollowUp | null,
    })),
    candidates: row.candidates.map((one) => ({
      ...one,
      origin: one.origin as NewCandidate["origin"],
      state: one.state as CandidateState,
      action: one.action as unknown as CandidateAction,
    })),
  };
}

/** The tasks that were made from a resolution, by reference. */
export async function tasksByReference(
  db: Db,
  resolutionId: string,
): Promise<Map<string, { id: string; number: number; status: string }>> {
  const rows = await db.task.findMany({
    where: { resolutionId },
    select: { id: true, number: true, reference: true, status: true },
  });
  return new Map(rows.map((row) => [row.reference, row]));
}

/** The operative paragraphs of an earlier reading, by stable id. */
export async function readParagraphsOf(
  db: Db,
  resolutionId: string,
  version: number,
): Promise<ReadonlyMap<string, { readonly number: string; readonly text: string }>> {
  const rows = await db.paragraph.findMany({
    where: { kind: "operative", version: { resolutionId, version } },
    orderBy: { ordinal: "asc" },
    select: { stableId: true, number: true, text: true },
  });
  return new Map(rows.map((row) => [row.stableId, { number: row.number, text: row.text }]));
}
