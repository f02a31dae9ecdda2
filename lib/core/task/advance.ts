import type { IsoDate } from "../calendar/rule";
import { fail, ok, type Result } from "../result";
import { closureMoves, declineClosure, proposeClosure } from "./closure";
import { mandateStatusOf } from "./mandate-status";
import {
  effectiveDay,
  emptyMove,
  type MoveContext,
  type MoveInput,
  type MoveName,
  type OfferedMove,
  rolesInWords,
  statusInWords,
  type TaskActor,
  type TaskMove,
  valuesBefore,
} from "./move";
import { missing } from "./requirements";
import { isOpen, type WorkStatus } from "./status";
import type { EvidenceRef, Task, TaskChanges } from "./task";
import { type Transition, type TransitionName, workflow } from "./workflow";

/**
 * Moves a task through the workflow. This is the only thing that changes a status. Answers the fields to store and the
 * history line, or one plain sentence that says what to do: `not-allowed-now` (wrong status), `not-permitted` (wrong
 * person), `invalid-input` (something is missing; `fields` names it).
 */
export function advance(
  task: Task,
  name: MoveName,
  actor: TaskActor,
  input: MoveInput,
  context: MoveContext,
): Result<TaskMove> {
  if (name === "proposeClosure") return proposeClosure(task, actor, input, context);
  if (name === "declineClosure") return declineClosure(task, actor, input, context);
  const move: Transition | undefined = workflow.find((transition) => transition.name === name);
  if (!move) return fail("invalid-input", "There is no such move. Reload the page and choose again.");
  if (!move.from.includes(task.status)) return fail("not-allowed-now", wrongStatus(task.status, move));
  if (!move.by.some((role) => actor.roles.includes(role))) return fail("not-permitted", wrongRole(move));
  const dated = effectiveDay(task.statusSince, input, context.today);
  if (!dated.ok) return dated;
  for (const requirement of move.needs) {
    const problem = missing(requirement, task, actor, input, context);
    if (problem) return problem;
  }
  return ok({ ...carriedOut(task, move, input, context, dated.value), effectiveOn: dated.value });
}

function carriedOut(
  task: Task,
  move: Transition,
  input: MoveInput,
  context: MoveContext,
  day: IsoDate,
): Omit<TaskMove, "effectiveOn"> {
  const mandateStatus = mandateStatusOf(move.to);
  const document = mandateStatus === "in_force" ? "" : input.decidingDocument.trim();
  const changes: TaskChanges = {
    status: move.to,
    statusSince: day,
    ...(mandateStatus !== task.mandateStatus && { mandateStatus }),
    ...(document !== task.mandateDocument && { mandateDocument: document }),
    ...(task.closureProposal !== null && { closureProposal: null }),
    ...(!isOpen(move.to) && task.isBlocked && { isBlocked: false, blockedReason: "" }),
    ...(move.name === "submit" && input.jobNumber.trim() !== "" && { jobNumber: input.jobNumber.trim() }),
    ...(move.name === "defer" && context.newDeadline && { deadline: context.newDeadline }),
    ...(move.name === "monitor" && reviewOf(task, input)),
  };
  return {
    changes,
    event: {
      type: "status",
      transition: move.name as TransitionName,
      from: valuesBefore(task, changes),
      to: {
        ...changes,
        ...(input.decidingDocument.trim() !== "" && { decidingDocument: input.decidingDocument.trim() }),
        ...(input.successor.trim() !== "" && { successor: input.successor.trim() }),
        ...(move.name === "defer" && input.newSession && { newSession: input.newSession }),
      },
      reason: input.reason.trim(),
      evidence: evidenceGiven(task, move, input),
    },
  };
}

function reviewOf(task: Task, input: MoveInput): TaskChanges {
  const review = input.reviewSession;
  if (!review) return { reviewOrgan: task.reviewOrgan, reviewSession: task.reviewSession };
  return { reviewOrgan: review.organ, reviewSession: review.session };
}

/** A closure carries the evidence with which it was proposed; a submission the symbol of what was handed over. */
function evidenceGiven(task: Task, move: Transition, input: MoveInput): readonly EvidenceRef[] {
  const proposed = move.name === "implement" ? (task.closureProposal?.evidence ?? []) : [];
  const symbol = input.documentSymbol.trim();
  const handedOver = symbol === "" ? [] : [{ symbol, title: "", url: "", day: null }];
  const all = [...proposed, ...handedOver, ...input.evidence];
  return all.filter((one, index) => all.findIndex((other) => sameEvidence(one, other)) === index);
}

const sameEvidence = (a: EvidenceRef, b: EvidenceRef): boolean =>
  a.symbol === b.symbol && a.title === b.title && a.url === b.url;

function wrongRole(move: Transition): string {
  return `Only a ${rolesInWords(move.by)} of this task may do this ("${move.label}"). Ask one of them, or leave a comment.`;
}

function wrongStatus(status: WorkStatus, move: Transition): string {
  const now = `This task is ${statusInWords[status]}`;
  if (status === move.to) return `${now} already. Reload the page to see what changed.`;
  const reopening = workflow.find((other) => other.name === "reopen");
  if ((reopening?.from as readonly WorkStatus[] | undefined)?.includes(status) && move.name !== "reopen") {
    return `${now}. Reopen it first.`;
  }
  const froms = move.from.map((from) => statusInWords[from]).join(" or ");
  return `${now}; "${move.label}" is for a task that is ${froms}.`;
}

/** The moves that the workflow offers from a status, in the order of the table. */
export const movesFrom = (status: WorkStatus): readonly Transition[] =>
  (workflow as readonly Transition[]).filter((move) => move.from.includes(status));

/** What this person may do with the task now; moves of other roles are left out. */
export function offeredMoves(task: Task, actor: TaskActor, context: MoveContext): readonly OfferedMove[] {
  const given = filledIn(task);
  const moves = movesFrom(task.status)
    .filter((move) => move.by.some((role) => actor.roles.includes(role)))
    .map((move) => ({
      name: move.name as TransitionName,
      label: move.label,
      to: move.to,
      needs: move.needs,
      problem: move.needs
        .map((need) => missing(need, task, actor, given, context))
        .reduce<string | null>(
          (first, next) => first ?? (next && !next.ok ? next.error.message : null),
          null,
        ),
    }));
  return [...moves, ...closureMoves(task, actor)];
}

/** Stands for everything that a form can ask for, so that what still fails cannot be helped by filling in. */
function filledIn(task: Task): MoveInput {
  const organ = task.deadline.targetOrgan ?? task.organ;
  const given = { symbol: "A/1", title: "", url: "", day: null };
  return {
    ...emptyMove,
    reason: "given",
    documentSymbol: "A/1",
    evidence: [given],
    decidingDocument: "A/1",
    newSession: { organ, session: (task.deadline.targetSession ?? 0) + 1 },
    reviewSession: { organ, session: 1 },
    successor: "A/1",
  };
}
