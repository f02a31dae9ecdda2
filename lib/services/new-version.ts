import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { reviewUnits, unitOf } from "@/lib/core/task/review";
import type { Db } from "@/lib/db/client";
import { appendEvents, streamOf } from "@/lib/db/events";
import {
  createVersion,
  type ResolutionHead,
  type StoredVersion,
  storeResolution,
  tasksByReference,
} from "@/lib/db/resolutions";
import { readTaskByReference, storeChanges } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { type Reading, versionOf } from "./reading";
import type { Ingested } from "./types";

type NewText = {
  readonly reading: Reading;
  readonly sourceId: string;
  readonly head: ResolutionHead;
  readonly newest: StoredVersion;
};

/** Keeps another text of a known resolution (a corrigendum, a reissue) as its next version; the old one stays. */
export async function storeNewVersion(
  tx: Db,
  deps: Deps,
  actor: Actor,
  text: NewText,
): Promise<Result<Ingested>> {
  const { reading, sourceId, head, newest } = text;
  const fresh = versionOf(deps, actor, reading, {
    resolutionId: head.id,
    version: newest.version + 1,
    sourceId,
  });
  const before = new Map(newest.paragraphs.map((paragraph) => [paragraph.stableId, paragraph]));
  const units = new Map(
    fresh.paragraphs.map((paragraph) => [
      paragraph.stableId,
      unitOf(fresh.paragraphs, paragraph.stableId)?.stableId ?? paragraph.stableId,
    ]),
  );
  const changed = changedParagraphs(before, fresh.paragraphs);
  const changedUnits = new Set([...changed].map((stableId) => units.get(stableId) ?? stableId));
  const stays = (stableId: string): boolean => !changedUnits.has(units.get(stableId) ?? stableId);
  const rowIds = new Map(fresh.paragraphs.map((paragraph) => [paragraph.stableId, paragraph.id]));
  const oldStableIds = new Map(newest.paragraphs.map((paragraph) => [paragraph.id, paragraph.stableId]));
  const paragraphs = fresh.paragraphs.map((paragraph) => {
    const old = before.get(paragraph.stableId);
    if (!old || !stays(paragraph.stableId)) return paragraph;
    const { decision, decisionReason, decidedById, decidedAt } = old;
    return { ...paragraph, decision, decisionReason, decidedById, decidedAt };
  });
  // Proposals on words that stayed are carried over as they stand, with what people made of them.
  const carried = newest.candidates.flatMap((candidate) => {
    const stableId = oldStableIds.get(candidate.paragraphId) ?? "";
    const paragraphId = rowIds.get(stableId);
    if (paragraphId === undefined || !stays(stableId)) return [];
    const { mergedIntoId: _merged, ...rest } = candidate;
    return [{ ...rest, id: crypto.randomUUID(), paragraphId }];
  });
  const proposed = fresh.candidates.filter((candidate) => !stays(candidate.action.paragraphId));
  await createVersion(tx, { ...fresh, paragraphs, candidates: [...carried, ...proposed] });
  const decidedCount = reviewUnits(paragraphs).filter(
    (paragraph) => paragraph.decision !== "undecided",
  ).length;
  const operativeCount = reviewUnits(paragraphs).length;
  const { adopted, meeting, title, session } = reading.resolution;
  const stored = await storeResolution(tx, head.id, head.version, {
    operativeCount,
    decidedCount,
    title: title || head.title,
    adopted: adopted ?? head.adopted,
    meeting: meeting ?? head.meeting,
    session: session ?? head.session,
  });
  if (!stored)
    return fail("conflict", `Somebody is deciding on ${head.symbol} just now. Try again in a moment.`);
  const reopenedTasks = await reopenReview(tx, deps, actor, head, newest.version + 1, [...changedUnits]);
  return ok({
    outcome: "version",
    symbol: head.symbol,
    title: title || head.title,
    version: newest.version + 1,
    operativeCount,
    proposals: proposed.length,
    withoutFollowUp: reading.extraction.none.length,
    warnings: reading.warnings,
    changedParagraphs: [...changed],
    reopenedTasks,
  });
}

/** Operative paragraphs that are new, gone, or read otherwise than before. */
function changedParagraphs(
  before: ReadonlyMap<string, { readonly text: string; readonly kind: string }>,
  after: readonly { readonly stableId: string; readonly text: string; readonly kind: string }[],
): Set<string> {
  const now = new Map(after.map((paragraph) => [paragraph.stableId, paragraph]));
  const gone = [...before]
    .filter(([stableId, old]) => old.kind === "operative" && !now.has(stableId))
    .map(([stableId]) => stableId);
  const other = after.filter(
    (paragraph) => paragraph.kind === "operative" && before.get(paragraph.stableId)?.text !== paragraph.text,
  );
  return new Set([...gone, ...other.map((paragraph) => paragraph.stableId)]);
}

/** A line in the history of each task whose paragraph changed: somebody has to look at it again. */
async function reopenReview(
  tx: Db,
  deps: Deps,
  actor: Actor,
  head: ResolutionHead,
  version: number,
  units: readonly string[],
): Promise<number[]> {
  const touched = [...(await tasksByReference(tx, head.id))].filter(([reference]) =>
    units.some((unit) => reference.startsWith(`${unit}/`) || reference.startsWith(`${unit}.`)),
  );
  const today = await deps.today();
  const numbers: number[] = [];
  for (const [reference] of touched) {
    const task = await readTaskByReference(tx, reference);
    if (!task || !(await storeChanges(tx, task.id, task.version, {}))) continue;
    await appendEvents(tx, [
      {
        type: "reopened-review",
        transition: null,
        from: null,
        to: { textVersion: version },
        reason: `Version ${version} of ${head.symbol} reads paragraph ${task.para} otherwise.`,
        evidence: [],
        taskId: task.id,
        stream: streamOf(task),
        sequence: task.version + 1,
        at: deps.clock.now(),
        effectiveOn: today,
        actorId: recordedActorId(actor),
        actorName: actor.name,
      },
    ]);
    numbers.push(task.number);
  }
  return numbers;
}
