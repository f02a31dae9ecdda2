import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { committeeOf } from "@/lib/core/resolution/committee";
import type { Resolution } from "@/lib/core/resolution/resolution";
import { fail, ok, type Result } from "@/lib/core/result";
import { parseSymbol } from "@/lib/core/symbol/parse-symbol";
import { reviewUnits } from "@/lib/core/task/review";
import { atomically } from "@/lib/db/atomically";
import type { Db } from "@/lib/db/client";
import {
  createResolution,
  createSource,
  createVersion,
  findResolution,
  findSource,
  readNewestVersion,
  readSourceText,
} from "@/lib/db/resolutions";
import type { Deps } from "@/lib/deps";
import { keepWords, storeExpression } from "./expressions";
import type { ingestInput } from "./inputs";
import { storeNewVersion } from "./new-version";
import { type ReadText, readText } from "./read-text";
import { type Reading, versionOf } from "./reading";
import type { Ingested, ReadingPreview } from "./types";

type IngestInput = z.infer<typeof ingestInput>;

/** Reads a text without keeping it: what would be stored, and what is doubtful. */
export async function previewText(
  deps: Deps,
  actor: Actor,
  input: IngestInput,
): Promise<Result<ReadingPreview>> {
  if (!can(actor, "resolution.ingest")) return notPermitted;
  const reading = await readText(deps, input);
  if (!reading.ok) return reading;
  const { resolution } = reading.value;
  const known = resolution.symbol === "" ? null : await findResolution(deps.db, resolution.symbol);
  const { organ, session, adopted, meeting, isResolution } = resolution;
  return ok({
    ...countsOf(reading.value),
    organ,
    session,
    adopted,
    meeting,
    isResolution,
    isKnown: known !== null,
  });
}

/**
 * Takes a resolution in: keeps the source text for good, its paragraphs and the proposals, all in one transaction.
 * The same file again changes nothing and says so. A new text for a known symbol becomes a new version: paragraphs whose
 * words stayed keep their decisions, the others are reviewed again, and the tasks they touch get a line in their history.
 */
export async function ingestText(deps: Deps, actor: Actor, input: IngestInput): Promise<Result<Ingested>> {
  if (!can(actor, "resolution.ingest")) return notPermitted;
  const read = await readText(deps, input);
  return read.ok ? ingestReading(deps, actor, read.value) : read;
}

/** The same for a text that was read before, here or in another thread. */
export async function ingestReading(deps: Deps, actor: Actor, read: ReadText): Promise<Result<Ingested>> {
  if (!can(actor, "resolution.ingest")) return notPermitted;
  const reading: Reading = { ...read, source: { ...read.source, createdById: recordedActorId(actor) } };
  const { symbol } = reading.resolution;
  if (symbol === "") return askForSymbol(reading);
  return atomically(deps.db, async (tx) => {
    const same = await findSource(tx, reading.source.sha256);
    const head = await findResolution(tx, symbol);
    const newest = head && (await readNewestVersion(tx, head.id));
    if (
      same?.symbol ||
      (newest && (await readSourceText(tx, newest.sourceId))?.text === reading.source.text)
    ) {
      return ok(unchanged(reading, same?.symbol ?? symbol, newest?.version ?? same?.version ?? 1));
    }
    const sourceId = same?.id ?? (await createSource(tx, reading.source));
    if (!head || !newest) return ok(await storeFirst(tx, deps, actor, reading, sourceId));
    const own = (await readSourceText(tx, newest.sourceId))?.language ?? "en";
    const place = { resolutionId: head.id, sourceId };
    if (reading.resolution.language !== own) {
      const outcome = await storeExpression(tx, actor, reading, place);
      return ok({ ...unchanged(reading, symbol, newest.version), outcome });
    }
    const stored = await storeNewVersion(tx, deps, actor, { reading, sourceId, head, newest });
    if (stored.ok) await keepWords(tx, actor, reading, place);
    return stored;
  });
}

const notPermitted = fail(
  "not-permitted",
  "Only a Secretary takes resolutions in. Send the text to the secretariat of the committee.",
);

function askForSymbol(reading: ReadText): Result<never> {
  const message = reading.resolution.isResolution
    ? "The text shows no symbol. Type it as printed, for example A/RES/52/205; nothing you entered is lost."
    : "This text shows none of the marks of a resolution, and no symbol. If it is one, type its symbol, for example A/RES/52/205; nothing you entered is lost.";
  return fail("invalid-input", message, { fields: { symbol: message }, current: countsOf(reading) });
}

function countsOf(reading: ReadText) {
  const { resolution, extraction, warnings } = reading;
  return {
    symbol: resolution.symbol,
    title: resolution.title,
    operativeCount: unitsOf(resolution).length,
    proposals: extraction.actions.length,
    withoutFollowUp: extraction.none.length,
    warnings,
  };
}

const unitsOf = (resolution: Resolution) =>
  reviewUnits(
    resolution.paragraphs.map((one) => ({
      stableId: one.id,
      parentStableId: one.parentId,
      kind: one.kind,
      decision: "undecided" as const,
    })),
  );

const unchanged = (reading: Reading, symbol: string, version: number): Ingested => ({
  ...countsOf(reading),
  symbol,
  outcome: "unchanged",
  version,
  changedParagraphs: [],
  reopenedTasks: [],
});

async function storeFirst(
  tx: Db,
  deps: Deps,
  actor: Actor,
  reading: Reading,
  sourceId: string,
): Promise<Ingested> {
  const { resolution } = reading;
  const { symbol, session, adopted, meeting, title } = resolution;
  const counts = countsOf(reading);
  const organ = resolution.organ ?? parseSymbol(symbol)?.organ ?? "GA";
  const resolutionId = await createResolution(tx, {
    symbol,
    organ,
    session,
    adopted,
    meeting,
    committee: committeeOf(reading.source.text),
    title,
    operativeCount: counts.operativeCount,
    decidedCount: 0,
  });
  await createVersion(tx, versionOf(deps, actor, reading, { resolutionId, version: 1, sourceId }));
  await keepWords(tx, actor, reading, { resolutionId, sourceId });
  return { ...counts, outcome: "created", version: 1, changedParagraphs: [], reopenedTasks: [] };
}
