import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { readDecisions, type StoredDecision, setCandidateState, setParagraphDecision } from "@/lib/db/review";
import type { Deps } from "@/lib/deps";
import { decide, keepDecision, type ReviewScene, unitById } from "./deciding";
import type { undoDecisionInput } from "./inputs";
import { setBack } from "./task-from-proposal";
import type { Decided } from "./types";

/** Takes a decision back by one more decision; both stay on record. A task that has moved on holds its decision fast. */
export const undoDecision = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof undoDecisionInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const decisions = await readDecisions(scene.tx, scene.head.id);
    const decision = decisions.find((one) => String(one.id) === input.decisionId);
    if (!decision) return fail("not-found", "There is no such decision on this resolution. Reload the page.");
    if (decision.decision === "undo")
      return fail("not-allowed-now", "An undo is not undone; decide again instead.");
    if (decisions.some((one) => one.decision === "undo" && decisionIdOf(one) === input.decisionId)) {
      return fail("not-allowed-now", "This decision has been undone already.");
    }
    const done = await takeBack(scene, decision, input.reason);
    if (!done.ok) return done;
    await keepDecision(scene, {
      decision: "undo",
      candidateId: decision.candidateId,
      paragraphId: decision.paragraphId,
      taskId: decision.taskId,
      reason: input.reason,
      from: { decisionId: input.decisionId, decision: decision.decision },
    });
    return ok(done.value === null ? [] : [done.value]);
  });

const decisionIdOf = (undo: StoredDecision): string =>
  String((undo.from as { decisionId?: unknown } | null)?.decisionId);

async function takeBack(
  scene: ReviewScene,
  decision: StoredDecision,
  reason: string,
): Promise<Result<number | null>> {
  const candidate = scene.version.candidates.find((one) => one.id === decision.candidateId);
  const gone = fail(
    "not-allowed-now",
    "This was decided on an earlier text. Decide on the text as it stands.",
  );
  switch (decision.decision) {
    case "accept":
    case "edit":
    case "add": {
      if (!candidate) return gone;
      const task = await setBack(
        scene,
        candidate.stableId,
        reason || "The decision of the review was undone.",
      );
      if (!task.ok) return task;
      await setCandidateState(
        scene.tx,
        [candidate.id],
        decision.decision === "add" ? "dismissed" : "proposed",
      );
      return task;
    }
    case "dismiss":
      if (!candidate) return gone;
      await setCandidateState(scene.tx, [candidate.id], "proposed");
      await reopen(scene, candidate.paragraphId);
      return ok(null);
    case "not_actionable": {
      const unit = decision.paragraphId === null ? null : unitById(scene, decision.paragraphId);
      if (!unit) return gone;
      const dismissed = (decision.to as { dismissed?: string[] } | null)?.dismissed ?? [];
      await setCandidateState(scene.tx, dismissed, "proposed");
      await reopen(scene, unit.id);
      return ok(null);
    }
    case "split":
    case "merge": {
      const made = (decision.to as { made?: string[] } | null)?.made ?? [];
      const from =
        decision.decision === "merge"
          ? ((decision.from as { merged?: string[] } | null)?.merged ?? [])
          : [decision.candidateId ?? ""];
      const results = scene.version.candidates.filter((one) => made.includes(one.id));
      if (results.length !== made.length) return gone;
      if (results.some((one) => one.state !== "proposed")) {
        return fail(
          "not-allowed-now",
          "What came of it has been decided already. Undo those decisions first.",
        );
      }
      await setCandidateState(scene.tx, made, "dismissed");
      await setCandidateState(scene.tx, from, "proposed");
      return ok(null);
    }
    default:
      return fail("not-allowed-now", "This kind of decision cannot be undone.");
  }
}

async function reopen(scene: ReviewScene, paragraphId: string): Promise<void> {
  const unit = unitById(scene, paragraphId);
  if (unit)
    await setParagraphDecision(scene.tx, unit.id, {
      decision: "undecided",
      decisionReason: "",
      decidedById: null,
      decidedAt: null,
    });
}
