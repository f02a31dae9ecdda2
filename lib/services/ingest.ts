import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { extractionWarnings } from "@/lib/core/mandate/extract";
import { committeeOf } from "@/lib/core/resolution/committee";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { ReadingWarning, Resolution } from "@/lib/core/resolution/resolution";
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
  const reading = await read(deps, actor, input);
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
  const read_ = await read(deps, actor, input);
  if (!read_.ok) return read_;
  const reading = read_.value;
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

function askForSymbol(reading: Reading): Result<never> {
  const message = reading.resolution.isResolution
    ? "The text shows no symbol. Type it as printed, for example A/RES/52/205; nothing you entered is lost."
    : "This text shows none of the marks of a resolution, and no symbol. If it is one, type its symbol, for example A/RES/52/205; nothing you entered is lost.";
  return fail("invalid-input", message, { fields: { symbol: message }, current: countsOf(reading) });
}

/** Text or file into paragraphs and proposals. Any text reads as something; what is doubtful is said in warnings. */
async function read(deps: Deps, actor: Actor, input: IngestInput): Promise<Result<Reading>> {
  const given = input.symbol?.trim() ?? "";
  const stated = given === "" ? null : parseSymbol(given);
  if (given !== "" && !stated) {
    const message = `"${given.slice(0, 60)}" cannot be read as the symbol of a resolution. Type it as printed, for example A/RES/52/205.`;
    return fail("invalid-input", message, { fields: { symbol: message } });
  }
  const pasted = input.text ?? "";
  if (!input.file && pasted.trim() === "") {
    const message = "Paste the text of a resolution, or choose a file.";
    return fail("invalid-input", message, { fields: { text: message } });
  }
  const file = input.file ? { bytes: input.file.bytes, fileName: input.file.name } : null;
  const opened = file ? await deps.readSource(file) : null;
  if (opened && !opened.ok) return opened;
  const text = storable(opened?.value.text ?? pasted);
  const hints = {
    ...opened?.value.hints,
    ...(stated && {
      header: { ...opened?.value.hints.header, symbol: { value: stated.canonical, span: null } },
    }),
  };
  const language = opened?.value.language ?? undefined;
  const [resolution, ...others] = readResolutions({
    text,
    hints,
    ...(language !== undefined && { language }),
  });
  if (!resolution)
    return fail("invalid-input", "This text is empty.", {
      fields: { text: "Paste the text of a resolution." },
    });
  const bytes = file ? new Uint8Array(file.bytes) : null;
  const original = bytes ?? new TextEncoder().encode(text);
  const readIn = languageWarning(resolution.language);
  return ok({
    source: {
      sha256: createHash("sha256").update(original).digest("hex"),
      fileName: file?.fileName ?? "",
      mediaType: opened?.value.mediaType ?? "text/plain",
      language: resolution.language,
      text,
      bytes,
      byteLength: original.length,
      createdById: recordedActorId(actor),
    },
    resolution,
    extraction: deps.extractor.extract(resolution),
    warnings: [
      ...(readIn === null ? [] : [readIn]),
      ...resolution.warnings,
      ...extractionWarnings(resolution),
      ...(opened?.value.warnings ?? []).map((warning) => ({ ...warning, span: null })),
      ...(others.length > 0 ? [moreResolutions(others)] : []),
    ],
  });
}

/** A database text holds no NUL and no lone surrogate; each is replaced by one character, so that offsets stay. */
const storable = (text: string): string =>
  text.replaceAll("\u0000", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");

const moreResolutions = (others: readonly Resolution[]): ReadingWarning => ({
  code: "more-resolutions",
  message: `The text holds ${others.length} more: ${others
    .map((one) => one.symbol || one.title || "one without a symbol")
    .slice(0, 10)
    .join(", ")}. Take each in by itself.`,
  span: null,
});

const languageNames: Readonly<Record<string, string>> = {
  fr: "French",
  es: "Spanish",
  ru: "Russian",
  ar: "Arabic",
  zh: "Chinese",
};

/** Said of every text that is not in English: its rules were measured on fewer texts, and a person should look closer. */
function languageWarning(language: string): ReadingWarning | null {
  const name = languageNames[language];
  if (name === undefined) return null;
  return {
    code: "read-in-other-language",
    message: `The text is in ${name}. Proposals from it are less sure than from English: look at each.`,
    span: null,
  };
}

function countsOf(reading: Reading) {
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
