import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { decisionOf, reviewUnits, unitOf } from "@/lib/core/task/review";
import { atomically } from "@/lib/db/atomically";
import type { BodyGraph } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";
import {
  type ResolutionHead,
  readNewestVersion,
  readResolutionHead,
  type StoredCandidate,
  type StoredParagraph,
  type StoredVersion,
  storeResolution,
} from "@/lib/db/resolutions";
import { appendDecision, type NewDecision, setParagraphDecision } from "@/lib/db/review";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, recordOf } from "./registry";
import { coverageOf } from "./review";
import type { Decided } from "./types";

/** What a decision is worked out from. */
export type ReviewScene = {
  readonly tx: Db;
  readonly deps: Deps;
  readonly actor: Actor;
  readonly head: ResolutionHead;
  readonly version: StoredVersion;
  readonly bodies: BodyGraph;
  /** The day the decision holds from. */
  readonly day: string;
  readonly today: string;
};

type DecisionRequest = {
  readonly resolutionId: string;
  readonly expectedVersion: number;
  readonly effectiveOn?: string | undefined;
};

/**
 * The one way to decide in a review: permission, the version that the person saw, the decision itself, and the coverage
 * that follows, in one transaction. A second person with a stale page is told so and nothing is lost.
 */
export async function decide(
  deps: Deps,
  actor: Actor,
  request: DecisionRequest,
  work: (scene: ReviewScene) => Promise<Result<readonly number[]>>,
): Promise<Result<Decided>> {
  const today = await deps.today();
  return atomically(deps.db, async (tx) => {
    const head = await readResolutionHead(tx, request.resolutionId);
    const version = head && (await readNewestVersion(tx, head.id));
    if (!head || !version) return fail("not-found", "There is no such resolution. Go back to the list.");
    const bodies = await bodiesFromDatabase(tx);
    if (!can(actor, "resolution.review", recordOf(head.organ, bodies))) {
      return fail(
        "not-permitted",
        "Only a Secretary of this organ decides what is followed up. Leave a comment for one of them.",
      );
    }
    const day = request.effectiveOn ?? (head.adopted !== null && head.adopted > today ? head.adopted : today);
    if (day > today && request.effectiveOn !== undefined)
      return fail("invalid-input", "A decision cannot hold from a day to come.", {
        fields: { effectiveOn: "Choose an earlier day." },
      });
    if (head.version !== request.expectedVersion) return stale(head);
    const done = await work({ tx, deps, actor, head, version, bodies, day, today });
    if (!done.ok) return done;
    const after = await readNewestVersion(tx, head.id);
    if (!after) throw new Error(`The reading of ${head.symbol} is gone.`);
    const covered = await recount(tx, after);
    const { coverage } = covered;
    if (!(await storeResolution(tx, head.id, head.version, { decidedCount: coverage.decided })))
      return stale(head);
    return ok({ version: head.version + 1, taskNumbers: done.value, coverage });
  });
}

const stale = (head: ResolutionHead): Result<never> =>
  fail(
    "conflict",
    "Somebody else decided on this resolution meanwhile. Look at what changed, then decide again.",
    { current: { version: head.version, decidedCount: head.decidedCount } },
  );

/** Each unit's decision as its proposals now say it. */
async function recount(tx: Db, version: StoredVersion): Promise<{ coverage: Decided["coverage"] }> {
  const stableIds = new Map(version.paragraphs.map((paragraph) => [paragraph.id, paragraph.stableId]));
  const paragraphs: StoredParagraph[] = [...version.paragraphs];
  for (const unit of reviewUnits(version.paragraphs)) {
    const states = version.candidates
      .filter(
        (candidate) => unitOf(version.paragraphs, stableIds.get(candidate.paragraphId) ?? "")?.id === unit.id,
      )
      .map((candidate) => candidate.state);
    const decision = decisionOf(states, unit.decision);
    if (decision === unit.decision) continue;
    const now = { decision, decisionReason: "", decidedById: unit.decidedById, decidedAt: unit.decidedAt };
    await setParagraphDecision(tx, unit.id, now);
    paragraphs[paragraphs.findIndex((one) => one.id === unit.id)] = { ...unit, ...now };
  }
  return { coverage: coverageOf({ paragraphs }) };
}

/** Keeps a decision of this scene's person, on this scene's day. */
export const keepDecision = (
  scene: ReviewScene,
  decision: Partial<NewDecision> & Pick<NewDecision, "decision">,
): Promise<bigint> =>
  appendDecision(scene.tx, {
    resolutionId: scene.head.id,
    paragraphId: null,
    candidateId: null,
    taskId: null,
    at: scene.deps.clock.now(),
    effectiveOn: scene.day,
    actorId: recordedActorId(scene.actor) ?? "system",
    reason: "",
    changedFields: [],
    from: null,
    to: null,
    ...decision,
  });

/** The proposal that still waits; else why it cannot be decided. */
export function waitingCandidate(scene: ReviewScene, id: string): Result<StoredCandidate> {
  const candidate = scene.version.candidates.find((one) => one.id === id);
  if (!candidate)
    return fail("not-found", "This proposal is not part of the text as it stands. Reload the page.");
  if (candidate.state !== "proposed")
    return fail("not-allowed-now", "This proposal has been decided already. Undo that decision first.");
  return ok(candidate);
}

/** The unit that a proposal or a paragraph belongs to. */
export function unitById(scene: ReviewScene, paragraphId: string): StoredParagraph | null {
  const paragraph = scene.version.paragraphs.find((one) => one.id === paragraphId);
  return paragraph ? unitOf(scene.version.paragraphs, paragraph.stableId) : null;
}
