import { fail, ok, type Result } from "../result";
import {
  effectiveDay,
  type MoveContext,
  type MoveInput,
  type OfferedMove,
  rolesInWords,
  statusInWords,
  type TaskActor,
  type TaskMove,
} from "./move";
import { missing } from "./requirements";
import type { WorkStatus } from "./status";
import type { ClosureProposal, Task } from "./task";
import { type Role, workflow } from "./workflow";

/** Who may say that a task is done. A Secretary may too, but then another one has to confirm. */
export const closureProposers = ["FOCAL_POINT", "SECRETARY"] as const satisfies readonly Role[];

const closable: readonly WorkStatus[] = workflow.find((move) => move.name === "implement")?.from ?? [];

const holds = (actor: TaskActor, allowed: readonly Role[]): boolean =>
  allowed.some((role) => actor.roles.includes(role));

/** The first half of a closure: the focal point says that the act has happened, with evidence. The status stays. */
export function proposeClosure(
  task: Task,
  actor: TaskActor,
  input: MoveInput,
  context: MoveContext,
): Result<TaskMove> {
  if (!closable.includes(task.status)) {
    return fail(
      "not-allowed-now",
      `This task is ${statusInWords[task.status]}; a closure is proposed for one in progress or submitted.`,
    );
  }
  if (!holds(actor, closureProposers)) {
    return fail(
      "not-permitted",
      `Only a ${rolesInWords(closureProposers)} of this task may propose its closure.`,
    );
  }
  if (task.closureProposal) {
    return fail(
      "not-allowed-now",
      `${task.closureProposal.byName} has proposed the closure already; a Secretary has to confirm or decline it.`,
    );
  }
  const day = effectiveDay(task.statusSince, input, context.today);
  if (!day.ok) return day;
  const problem = missing("evidence", task, actor, input, context);
  if (problem) return problem;
  const evidence = input.evidence.length > 0 ? input.evidence : context.evidenceOnFile;
  const closureProposal: ClosureProposal = {
    by: actor.personId,
    byName: actor.name,
    on: day.value,
    evidence,
    note: input.reason.trim(),
  };
  return ok({
    changes: { closureProposal },
    event: {
      type: "closure-proposed",
      transition: null,
      from: { closureProposal: null },
      to: { closureProposal },
      reason: input.reason.trim(),
      evidence,
    },
    effectiveOn: day.value,
  });
}

/** A Secretary answers that more is needed; or the person who proposed takes it back. The status stays. */
export function declineClosure(
  task: Task,
  actor: TaskActor,
  input: MoveInput,
  context: MoveContext,
): Result<TaskMove> {
  const proposal = task.closureProposal;
  if (!proposal || !closable.includes(task.status))
    return fail(
      "not-allowed-now",
      "No closure is proposed for this task. Reload the page to see where it stands.",
    );
  if (!actor.roles.includes("SECRETARY") && !actor.actsAs.includes(proposal.by)) {
    return fail("not-permitted", "Only a Secretary, or the person who proposed it, may decline a closure.");
  }
  const day = effectiveDay(proposal.on, input, context.today);
  if (!day.ok) return day;
  const problem = missing("reason", task, actor, input, context);
  if (problem) return problem;
  return ok({
    changes: { closureProposal: null },
    event: {
      type: "closure-declined",
      transition: null,
      from: { closureProposal: proposal },
      to: { closureProposal: null },
      reason: input.reason.trim(),
      evidence: [],
    },
    effectiveOn: day.value,
  });
}

/** The two halves of a closure as they can be offered beside the moves of the workflow. */
export function closureMoves(task: Task, actor: TaskActor): readonly OfferedMove[] {
  if (!closable.includes(task.status)) return [];
  const proposal = task.closureProposal;
  if (!proposal) {
    return holds(actor, closureProposers)
      ? [
          {
            name: "proposeClosure",
            label: "Propose closure",
            to: task.status,
            needs: ["evidence"],
            problem: null,
          },
        ]
      : [];
  }
  const mayDecline = actor.roles.includes("SECRETARY") || actor.actsAs.includes(proposal.by);
  return mayDecline
    ? [
        {
          name: "declineClosure",
          label: "Decline closure",
          to: task.status,
          needs: ["reason"],
          problem: null,
        },
      ]
    : [];
}
