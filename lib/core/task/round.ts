import { fail, type Result } from "../result";
import { advance } from "./advance";
import { closureProposers, proposeClosure } from "./closure";
import type { MoveContext, MoveInput, TaskActor, TaskMove } from "./move";
import type { EvidenceRef, Task } from "./task";

/** Where a row of a round stands: asked, answered, returned for another answer, accepted. */
export type RoundState = "asked" | "answered" | "returned" | "accepted";

/** What a unit can answer: nothing has changed, or a move that a Secretary then makes. */
export const roundMoves = ["none", "start", "submit", "implement", "monitor", "fail"] as const;
export type RoundMove = (typeof roundMoves)[number];

/** An answer as it is kept: the proposed move with what it needs, and the unit's own words. */
export type RoundAnswer = {
  readonly move: RoundMove;
  readonly note: string;
  readonly documentSymbol: string;
  readonly jobNumber: string;
  readonly evidence: readonly EvidenceRef[];
  readonly reviewSession: MoveInput["reviewSession"];
};

/** What the answer gives to its move. */
export const moveInputOf = (answer: RoundAnswer, reason: string): MoveInput => ({
  reason,
  documentSymbol: answer.documentSymbol,
  jobNumber: answer.jobNumber,
  evidence: answer.evidence,
  decidingDocument: "",
  newSession: null,
  reviewSession: answer.reviewSession,
  successor: "",
});

/**
 * Whether an answer could be accepted as it stands: its move exists from where the task is, and what the move needs is
 * given. That a task is done is for a focal point to say, as everywhere. Null where all is well.
 */
export function answerProblem(
  task: Task,
  answer: RoundAnswer,
  actor: TaskActor,
  context: MoveContext,
): Result<never> | null {
  if (answer.move === "none")
    return answer.note.trim() === ""
      ? fail("invalid-input", "Say in a few words how it stands.", {
          fields: { note: "Say in a few words how it stands." },
        })
      : null;
  const input = moveInputOf(answer, answer.note);
  if (answer.move === "implement") {
    if (task.closureProposal !== null) return null;
    if (!closureProposers.some((role) => actor.roles.includes(role)))
      return fail("not-permitted", "That a task is done is for your focal point to say. Ask for it there.");
    const done = proposeClosure(task, actor, input, context);
    return done.ok ? null : done;
  }
  const tried = advance(task, answer.move, accepting(actor), input, context);
  return tried.ok ? null : tried;
}

/**
 * The move of an accepted answer, made by the Secretary who accepts. What a contributor may do the unit has done by
 * answering, so that role counts too.
 */
export const acceptedMove = (
  task: Task,
  answer: RoundAnswer & { readonly move: Exclude<RoundMove, "none"> },
  secretary: TaskActor,
  reason: string,
  context: MoveContext,
): Result<TaskMove> => advance(task, answer.move, accepting(secretary), moveInputOf(answer, reason), context);

const accepting = (actor: TaskActor): TaskActor => ({
  ...actor,
  roles: [...new Set([...actor.roles, "CONTRIBUTOR" as const, "SECRETARY" as const])],
});
