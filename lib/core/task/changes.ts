import type { DeadlineRule, IsoDate } from "../calendar/rule";
import type { Deliverable } from "../mandate/candidate-action";
import { fail, ok, type Result } from "../result";
import type { EventValues, TaskEventType } from "./events";
import { effectiveDay, type TaskActor, type TaskMove, valuesBefore } from "./move";
import { isOpen } from "./status";
import type { DeadlineProposal, Task, TaskChanges, TaskDeadline } from "./task";

type Dated = { readonly reason: string; readonly effectiveOn?: IsoDate | undefined };

/** Marks a task as held up, with what holds it up (funds, clearance, an answer awaited). The status stays. */
export function blockTask(task: Task, input: Dated, today: IsoDate): Result<TaskMove> {
  if (!isOpen(task.status))
    return fail("not-allowed-now", "Nothing is left to do on this task, so nothing can hold it up.");
  if (task.isBlocked)
    return fail("not-allowed-now", `This task is marked as blocked already: ${task.blockedReason}.`);
  const reason = input.reason.trim();
  if (reason === "")
    return fail("invalid-input", "Say what holds it up.", { fields: { reason: "Say what holds it up." } });
  return dated(task, "blocked", { isBlocked: true, blockedReason: reason }, input, today);
}

/** Takes the mark away. */
export function unblockTask(task: Task, input: Dated, today: IsoDate): Result<TaskMove> {
  if (!task.isBlocked)
    return fail(
      "not-allowed-now",
      "This task is not marked as blocked. Reload the page to see where it stands.",
    );
  return dated(task, "unblocked", { isBlocked: false, blockedReason: "" }, input, today);
}

/** Names the person who sees the task through, or nobody. `ownerName` goes into the record, so that it reads as words. */
export function assignOwner(
  task: Task,
  owner: { readonly id: string; readonly name: string } | null,
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  if (!isOpen(task.status)) return fail("not-allowed-now", "This task is closed. Reopen it first.");
  if (task.ownerId === (owner?.id ?? null)) {
    return fail(
      "not-allowed-now",
      owner ? `${owner.name} owns this task already.` : "This task has no owner already.",
    );
  }
  if (!owner && task.status === "IN_PROGRESS") {
    return fail("not-allowed-now", "A task in progress needs an owner. Name another person instead.");
  }
  const names = { from: { ownerName: task.ownerName }, to: { ownerName: owner?.name ?? null } };
  return dated(task, "owner", { ownerId: owner?.id ?? null }, input, today, names);
}

/** Routes the task to a responsible unit, or to none. */
export function setResponsible(
  task: Task,
  unit: { readonly id: string; readonly name: string } | null,
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  if (!isOpen(task.status)) return fail("not-allowed-now", "This task is closed. Reopen it first.");
  if (task.responsibleId === (unit?.id ?? null)) {
    return fail(
      "not-allowed-now",
      unit ? `${unit.name} is responsible already.` : "No unit is responsible already.",
    );
  }
  const names = {
    from: { responsibleName: task.responsibleName },
    to: { responsibleName: unit?.name ?? null },
  };
  return dated(task, "responsible", { responsibleId: unit?.id ?? null }, input, today, names);
}

/** Records the day on which the organ takes the item, once the programme of work says it. */
export function setMeeting(
  task: Task,
  meetingOn: IsoDate | null,
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  if (task.meetingOn === meetingOn) return fail("not-allowed-now", "That is the day already on record.");
  return dated(task, "meeting", { meetingOn }, input, today);
}

/** Records the slot agreed with documents management; it beats the formula of weeks. */
export function setAgreedSlot(
  task: Task,
  slot: { readonly agreedSlot: IsoDate | null; readonly jobNumber?: string | undefined },
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  const jobNumber = slot.jobNumber ?? task.jobNumber;
  if (task.agreedSlot === slot.agreedSlot && task.jobNumber === jobNumber) {
    return fail("not-allowed-now", "That is the slot already on record.");
  }
  return dated(task, "slot", { agreedSlot: slot.agreedSlot, jobNumber }, input, today);
}

/** Staff's own target; it moves freely and moves no deadline of the organ. */
export function setInternalTarget(
  task: Task,
  internalTarget: IsoDate | null,
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  if (task.internalTarget === internalTarget)
    return fail("not-allowed-now", "That is the target already on record.");
  return dated(task, "target", { internalTarget }, input, today);
}

/** Corrects the words of a task; the old ones stay in the record. */
export function editTask(
  task: Task,
  values: {
    readonly ask?: string | undefined;
    readonly deliverable?: Deliverable | undefined;
    readonly agendaTitle?: string | undefined;
  },
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  const changes: TaskChanges = {
    ...(values.ask !== undefined && values.ask !== task.ask && { ask: values.ask }),
    ...(values.deliverable !== undefined &&
      values.deliverable !== task.deliverable && { deliverable: values.deliverable }),
    ...(values.agendaTitle !== undefined &&
      values.agendaTitle !== task.agendaTitle && { agendaTitle: values.agendaTitle }),
  };
  if (Object.keys(changes).length === 0) return fail("not-allowed-now", "Nothing was changed.");
  if (input.reason.trim() === "")
    return fail("invalid-input", "Say why the words change.", {
      fields: { reason: "Say why the words change." },
    });
  return dated(task, "text", changes, input, today);
}

/** True where the change moves what the organ itself set: the session named, or the last day. */
export function movesOrgansDeadline(task: Task, next: TaskDeadline): boolean {
  const now = task.deadline;
  if (now.rules.length === 0) return false;
  return (
    now.targetOrgan !== next.targetOrgan ||
    now.targetSession !== next.targetSession ||
    now.dueOn !== next.dueOn
  );
}

/** Sets another deadline. Always with a reason; with the authorising text where the organ's own deadline moves. */
export function changeDeadline(
  task: Task,
  next: TaskDeadline,
  input: Dated & { readonly authorisingText: string; readonly told?: string | undefined },
  today: IsoDate,
): Result<TaskMove> {
  const refused = refusedDeadline(task, next, input);
  if (refused) return refused;
  const authority = input.authorisingText.trim();
  if (movesOrgansDeadline(task, next) && authority === "") {
    const message =
      "This moves a deadline that the organ set. Give the symbol of the text that allows it; where our reading was wrong, the resolution itself.";
    return fail("invalid-input", message, { fields: { authorisingText: message } });
  }
  return dated(task, "deadline", { deadline: next }, input, today, {
    from: {},
    to: { authorisingText: authority, ...(input.told && { told: input.told.trim() }) },
  });
}

/** Puts another deadline to the Secretary, who decides; nothing moves until then. */
export function proposeDeadline(
  task: Task,
  next: TaskDeadline,
  actor: TaskActor,
  input: Dated & { readonly authorisingText: string },
  today: IsoDate,
): Result<TaskMove> {
  const refused = refusedDeadline(task, next, input);
  if (refused) return refused;
  const proposal: DeadlineProposal = {
    by: actor.personId,
    byName: actor.name,
    on: today,
    rules: next.rules,
    reason: input.reason.trim(),
    authorisingText: input.authorisingText.trim(),
  };
  return dated(task, "deadline-proposed", {}, input, today, {
    from: { dueOn: task.deadline.dueOn },
    to: { proposal, dueOn: next.dueOn, targetOrgan: next.targetOrgan, targetSession: next.targetSession },
  });
}

/** The Secretary keeps the deadline as it is. */
export function declineDeadline(
  task: Task,
  proposal: DeadlineProposal | null,
  input: Dated,
  today: IsoDate,
): Result<TaskMove> {
  if (!proposal)
    return fail(
      "not-allowed-now",
      "No other deadline is proposed for this task. Reload the page to see where it stands.",
    );
  if (input.reason.trim() === "")
    return fail("invalid-input", "Say why the deadline stays.", {
      fields: { reason: "Say why the deadline stays." },
    });
  return dated(task, "deadline-declined", {}, input, today, { from: { proposal }, to: {} });
}

function refusedDeadline(task: Task, next: TaskDeadline, input: Dated): Result<never> | null {
  if (!isOpen(task.status)) return fail("not-allowed-now", "This task is closed. Reopen it first.");
  if (input.reason.trim() === "") {
    return fail("invalid-input", "Say why the deadline changes.", {
      fields: { reason: "Say why the deadline changes." },
    });
  }
  return sameRules(task.deadline.rules, next.rules)
    ? fail("not-allowed-now", "That is the deadline already on record.")
    : null;
}

const sameRules = (a: readonly DeadlineRule[], b: readonly DeadlineRule[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function dated(
  task: Task,
  type: TaskEventType,
  changes: TaskChanges,
  input: Dated,
  today: IsoDate,
  more: { readonly from: EventValues; readonly to: EventValues } = { from: {}, to: {} },
): Result<TaskMove> {
  const day = effectiveDay(task.createdOn, input, today);
  if (!day.ok) return day;
  return ok({
    changes,
    event: {
      type,
      transition: null,
      from: { ...valuesBefore(task, changes), ...more.from },
      to: { ...changes, ...more.to },
      reason: input.reason.trim(),
      evidence: [],
    },
    effectiveOn: day.value,
  });
}
