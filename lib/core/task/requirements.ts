import { dayInWords } from "../calendar/day";
import { assertNever, fail, type Result } from "../result";
import type { MoveContext, MoveInput, TaskActor } from "./move";
import type { Task } from "./task";
import type { Requirement } from "./workflow";

/**
 * What a requirement of the workflow still misses, as a sentence that says what to do; null where it is met.
 * Anything that a document must show is asked for by its symbol.
 */
export function missing(
  requirement: Requirement,
  task: Task,
  actor: TaskActor,
  input: MoveInput,
  context: MoveContext,
): Result<never> | null {
  switch (requirement) {
    case "owner":
      return task.ownerId ? null : ask("owner", "Name an owner first: the person who will see this through.");
    case "reviewSession":
      return input.reviewSession || task.reviewSession !== null
        ? null
        : ask("reviewSession", "Choose the session at which this standing call is looked at again.");
    case "documentSymbol":
      return given(input.documentSymbol) || given(input.jobNumber)
        ? null
        : ask(
            "documentSymbol",
            "Give the symbol of the document handed over, or its job number where it has none yet.",
          );
    case "evidence":
      return [...input.evidence, ...(task.closureProposal?.evidence ?? []), ...context.evidenceOnFile]
        .length > 0
        ? null
        : ask("evidence", "Show that it was done: give a document symbol, a link or a file.");
    case "comment":
      return given(input.reason) ? null : ask("reason", "Say in a comment what has to be changed.");
    case "reason":
      return given(input.reason) ? null : ask("reason", "Give the reason in a few words.");
    case "decidingDocument":
      return given(input.decidingDocument)
        ? null
        : ask(
            "decidingDocument",
            "Give the symbol of the text by which the organ decided this. Only Member States end or move a mandate.",
          );
    case "newSession":
      return newSession(task, input);
    case "successor":
      return given(input.successor)
        ? null
        : ask("successor", "Name the paragraph that takes its place, for example A/RES/54/226, para. 4.");
    case "addressee":
      return task.leadCount > 0 ? null : ask("lead", "Say who is asked: name at least one lead.");
    case "sessionClosed":
      return sessionClosed(task, context);
    case "otherPerson":
      return otherPerson(task, actor);
    default:
      return assertNever(requirement);
  }
}

const given = (text: string): boolean => text.trim() !== "";

const ask = (field: string, message: string): Result<never> =>
  fail("invalid-input", message, { fields: { [field]: message } });

function newSession(task: Task, input: MoveInput): Result<never> | null {
  const next = input.newSession;
  if (!next) return ask("newSession", "Choose the session to which the organ deferred this.");
  const { targetOrgan, targetSession } = task.deadline;
  if (next.organ === targetOrgan && targetSession !== null && next.session <= targetSession) {
    return ask("newSession", `This is due at session ${targetSession} already; defer it to a later one.`);
  }
  return null;
}

/** Nothing is written off before the session it is due at has ended; without a session, before its last day. */
function sessionClosed(task: Task, context: MoveContext): Result<never> | null {
  const end = context.sessionCloses ?? task.deadline.dueOn;
  if (end === null) {
    return fail(
      "not-allowed-now",
      "This task has no deadline that could have passed. Set one, or record the decision that ended it.",
    );
  }
  return context.today > end
    ? null
    : fail(
        "not-allowed-now",
        `This can be recorded after ${dayInWords(end)}, when the time for it has ended. Until then it may still be done.`,
      );
}

/** A closure takes two persons: one proposes, a Secretary who did not propose and does not own the task confirms. */
function otherPerson(task: Task, actor: TaskActor): Result<never> | null {
  const proposal = task.closureProposal;
  if (!proposal) {
    return fail(
      "not-allowed-now",
      "Closing takes two persons: first the unit proposes the closure with its evidence, then a Secretary confirms it.",
    );
  }
  if (actor.actsAs.includes(proposal.by)) {
    return fail("not-permitted", "You proposed this closure. Another Secretary has to confirm it.");
  }
  if (task.ownerId !== null && actor.actsAs.includes(task.ownerId)) {
    return fail("not-permitted", "You own this task. Another Secretary has to confirm its closure.");
  }
  return null;
}
