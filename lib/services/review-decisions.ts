import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { CandidateAction } from "@/lib/core/mandate/candidate-action";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  changedFields,
  isExact,
  isNoFollowUpReason,
  mergedValues,
  newAction,
  reasonInWords,
  valuesOf,
  withValues,
} from "@/lib/core/task/review";
import { createCandidates, readSourceText, type StoredCandidate } from "@/lib/db/resolutions";
import { setCandidateState, setParagraphDecision } from "@/lib/db/review";
import type { Deps } from "@/lib/deps";
import { decide, keepDecision, type ReviewScene, unitById, waitingCandidate } from "./deciding";
import type {
  acceptInput,
  acceptManyInput,
  addActionInput,
  dismissInput,
  editProposalInput,
  mergeInput,
  notActionableInput,
  splitInput,
} from "./inputs";
import { noTies, type Ties, taskOf } from "./task-from-proposal";
import type { Decided } from "./types";

/** Accepts a proposal as it stands: its task, the task's first history line and the decision are one write. */
export const acceptProposal = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof acceptInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const candidate = waitingCandidate(scene, input.candidateId);
    if (!candidate.ok) return candidate;
    return accepted(scene, candidate.value, candidate.value.action, input);
  });

/** Accepts several proposals at once; only such whose every value stands in the words and is certain. */
export const acceptExact = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof acceptManyInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const numbers: number[] = [];
    for (const id of new Set(input.candidateIds)) {
      const candidate = waitingCandidate(scene, id);
      if (!candidate.ok) return candidate;
      if (!isExact(candidate.value.action)) {
        return fail(
          "not-allowed-now",
          `Paragraph ${candidate.value.action.para} holds a value that was inferred. Look at it by itself and accept it there.`,
        );
      }
      const done = await accepted(scene, candidate.value, candidate.value.action, noTies);
      if (!done.ok) return done;
      numbers.push(...done.value);
    }
    return ok(numbers);
  });

/** Accepts a proposal with other values; which fields changed is kept, so that the extraction can be measured. */
export const editProposal = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof editProposalInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const candidate = waitingCandidate(scene, input.candidateId);
    if (!candidate.ok) return candidate;
    return accepted(
      scene,
      candidate.value,
      withValues(candidate.value.action, input.values),
      input,
      input.reason,
    );
  });

async function accepted(
  scene: ReviewScene,
  candidate: StoredCandidate,
  action: CandidateAction,
  ties: Ties,
  reason = "",
): Promise<Result<readonly number[]>> {
  const fields = changedFields(candidate.action, valuesOf(action));
  const task = await taskOf(scene, candidate, action, ties);
  if (!task.ok) return task;
  await setCandidateState(scene.tx, [candidate.id], fields.length === 0 ? "accepted" : "edited");
  await keepDecision(scene, {
    decision: fields.length === 0 ? "accept" : "edit",
    candidateId: candidate.id,
    paragraphId: candidate.paragraphId,
    taskId: task.value.id,
    changedFields: fields,
    reason,
    from: fields.length === 0 ? null : valuesOf(candidate.action),
    to: fields.length === 0 ? null : valuesOf(action),
  });
  return ok([task.value.number]);
}

/** Dismisses a proposal with a reason. Where it was the last one of its paragraph, the paragraph needs no follow-up. */
export const dismissProposal = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof dismissInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const candidate = waitingCandidate(scene, input.candidateId);
    if (!candidate.ok) return candidate;
    const reason = reasonOf(input.reasonCode, input.reason);
    if (!reason.ok) return reason;
    await setCandidateState(scene.tx, [candidate.value.id], "dismissed");
    await keepDecision(scene, {
      decision: "dismiss",
      candidateId: candidate.value.id,
      paragraphId: candidate.value.paragraphId,
      reason: reason.value,
    });
    const unit = unitById(scene, candidate.value.paragraphId);
    const others = scene.version.candidates.filter(
      (one) => one.id !== candidate.value.id && unitById(scene, one.paragraphId)?.id === unit?.id,
    );
    if (
      unit &&
      others.every((one) => one.state === "dismissed" || one.state === "merged" || one.state === "split")
    )
      await close(scene, unit.id, reason.value);
    return ok([]);
  });

/** Records that a paragraph needs no follow-up, with the reason; its waiting proposals are dismissed with it. */
export const markNotActionable = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof notActionableInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const unit = unitById(scene, input.paragraphId);
    if (!unit)
      return fail(
        "not-found",
        "This is not an operative paragraph of the text as it stands. Reload the page.",
      );
    if (unit.decision === "not_actionable")
      return fail("not-allowed-now", "This paragraph has been set aside already.");
    const reason = reasonOf(input.reasonCode, input.reason);
    if (!reason.ok) return reason;
    const own = scene.version.candidates.filter((one) => unitById(scene, one.paragraphId)?.id === unit.id);
    if (own.some((one) => one.state === "accepted" || one.state === "edited")) {
      return fail("not-allowed-now", "A task stands for this paragraph. Undo that decision first.");
    }
    const waiting = own.filter((one) => one.state === "proposed").map((one) => one.id);
    await setCandidateState(scene.tx, waiting, "dismissed");
    await keepDecision(scene, {
      decision: "not_actionable",
      paragraphId: unit.id,
      reason: reason.value,
      to: { dismissed: waiting },
    });
    await close(scene, unit.id, reason.value);
    return ok([]);
  });

const close = (scene: ReviewScene, unitId: string, reason: string): Promise<void> =>
  setParagraphDecision(scene.tx, unitId, {
    decision: "not_actionable",
    decisionReason: reason,
    decidedById: recordedActorId(scene.actor),
    decidedAt: scene.deps.clock.now(),
  });

function reasonOf(code: string, words: string): Result<string> {
  if (!isNoFollowUpReason(code))
    return fail("invalid-input", "Choose one of the reasons.", {
      fields: { reasonCode: "Choose one of the reasons." },
    });
  const reason = reasonInWords(code, words);
  if (reason === "")
    return fail("invalid-input", "Give the reason in a few words.", {
      fields: { reason: "Give the reason in a few words." },
    });
  return ok(reason);
}

/** Splits a proposal into several, which then wait to be decided one by one. */
export const splitProposal = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof splitInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const candidate = waitingCandidate(scene, input.candidateId);
    if (!candidate.ok) return candidate;
    const made = await propose(
      scene,
      candidate.value,
      input.parts.map((values) => withValues(candidate.value.action, values)),
    );
    await setCandidateState(scene.tx, [candidate.value.id], "split");
    await keepDecision(scene, {
      decision: "split",
      candidateId: candidate.value.id,
      paragraphId: candidate.value.paragraphId,
      reason: input.reason,
      to: { made },
    });
    return ok([]);
  });

/** Joins proposals of one paragraph into one, which then waits to be decided. */
export const mergeProposals = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof mergeInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const found: StoredCandidate[] = [];
    for (const id of new Set(input.candidateIds)) {
      const candidate = waitingCandidate(scene, id);
      if (!candidate.ok) return candidate;
      found.push(candidate.value);
    }
    const [first, second, ...rest] = found.sort((a, b) => a.ordinal - b.ordinal);
    if (!first || !second)
      return fail("invalid-input", "Choose at least two proposals.", {
        fields: { candidateIds: "Choose at least two." },
      });
    const unit = unitById(scene, first.paragraphId)?.id;
    if ([second, ...rest].some((one) => unitById(scene, one.paragraphId)?.id !== unit)) {
      return fail("invalid-input", "Only proposals of one paragraph can be joined.", {
        fields: { candidateIds: "Choose proposals of one paragraph." },
      });
    }
    const values =
      input.values ?? mergedValues([first.action, second.action, ...rest.map((one) => one.action)]);
    const [made] = await propose(scene, first, [withValues(first.action, values)]);
    const merged = found.map((one) => one.id);
    await setCandidateState(scene.tx, merged, "merged", made ?? null);
    await keepDecision(scene, {
      decision: "merge",
      candidateId: first.id,
      paragraphId: first.paragraphId,
      reason: input.reason,
      from: { merged },
      to: { made: [made] },
    });
    return ok([]);
  });

/** Adds an action that the machine did not see, from words selected in the text; it becomes a task at once. */
export const addAction = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addActionInput>,
): Promise<Result<Decided>> =>
  decide(deps, actor, input, async (scene) => {
    const paragraph = scene.version.paragraphs.find((one) => one.id === input.paragraphId);
    if (!paragraph)
      return fail("not-found", "This paragraph is not part of the text as it stands. Reload the page.");
    const { start, end } = input.selection;
    const first = Math.min(...paragraph.spans.map((span) => span.start));
    const last = Math.max(...paragraph.spans.map((span) => span.end));
    const source = await readSourceText(scene.tx, scene.version.sourceId);
    if (!source || start >= end || start < first || end > last) {
      return fail("invalid-input", "Select words within the paragraph.", {
        fields: { selection: "Select words within the paragraph." },
      });
    }
    const stableId = nextStableId(scene, paragraph.stableId, 1);
    const action = newAction(
      { id: stableId, paragraphId: paragraph.stableId, para: paragraph.number },
      input.values,
      { text: source.text.slice(start, end).replace(/\s+/g, " "), span: { start, end } },
    );
    const [id] = await insert(scene, paragraph.id, [action]);
    const candidate: StoredCandidate = {
      id: id ?? "",
      stableId,
      paragraphId: paragraph.id,
      ordinal: scene.version.candidates.length,
      origin: "person",
      action,
      state: "proposed",
      createdById: recordedActorId(scene.actor),
      mergedIntoId: null,
    };
    const task = await taskOf(scene, candidate, action, input);
    if (!task.ok) return task;
    await setCandidateState(scene.tx, [candidate.id], "accepted");
    await keepDecision(scene, {
      decision: "add",
      candidateId: candidate.id,
      paragraphId: paragraph.id,
      taskId: task.value.id,
      to: valuesOf(action),
    });
    return ok([task.value.number]);
  });

/** New proposals of a person beside an old one; gives their ids. */
function propose(
  scene: ReviewScene,
  old: StoredCandidate,
  actions: readonly CandidateAction[],
): Promise<string[]> {
  const renamed = actions.map((action, index) => ({
    ...action,
    id: nextStableId(scene, old.action.paragraphId, index + 1),
  }));
  return insert(scene, old.paragraphId, renamed);
}

async function insert(
  scene: ReviewScene,
  paragraphId: string,
  actions: readonly CandidateAction[],
): Promise<string[]> {
  const ordinal = scene.version.candidates.length;
  const rows = actions.map((action, index) => ({
    id: randomUUID(),
    stableId: action.id,
    paragraphId,
    ordinal: ordinal + index,
    origin: "person" as const,
    action,
    state: "proposed" as const,
    createdById: recordedActorId(scene.actor),
  }));
  await createCandidates(scene.tx, scene.version.id, rows);
  return rows.map((row) => row.id);
}

/** "A/RES/52/205#op9/3": the next free number among the paragraph's actions; numbers are never given twice. */
function nextStableId(scene: ReviewScene, paragraphStableId: string, ahead: number): string {
  const start = `${paragraphStableId}/`;
  const used = scene.version.candidates
    .filter((one) => one.stableId.startsWith(start))
    .map((one) => Number(one.stableId.slice(start.length)) || 0);
  return `${start}${Math.max(0, ...used) + ahead}`;
}

export { undoDecision } from "./undo-decision";
