import type { Actor } from "@/lib/auth/actor";
import type { FieldChange, StandingTask } from "@/lib/core/import/diff-row";
import { fieldTitle } from "@/lib/core/import/fields";
import type { SheetRow } from "@/lib/core/import/read-row";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import { fail, type Result } from "@/lib/core/result";
import { workflow } from "@/lib/core/task/workflow";
import { bodiesByName } from "@/lib/db/bodies";
import { findPeople } from "@/lib/db/exports";
import type { Deps } from "@/lib/deps";
import { advanceTask } from "./advance-task";
import { advanceInput } from "./inputs";
import { commentOnTask } from "./task-record";
import { assignOwner, editTask, setAgreedSlot, setInternalTarget, setMeeting, setResponsible } from "./tasks";
import type { TaskChanged } from "./types";

type RowToApply = {
  readonly row: SheetRow;
  readonly task: StandingTask;
  readonly changes: readonly FieldChange[];
  readonly reason: string;
};

/** What became of a row: which changes were made, and the first that was refused, with its reason. */
export type RowApplied = { readonly ok: boolean; readonly message: string };

/**
 * Makes the changes of one row, one after the other, each through its use case. The first refusal ends the row: what was
 * made before it stays and is named.
 */
export async function applyRow(deps: Deps, actor: Actor, input: RowToApply): Promise<RowApplied> {
  let version = input.task.version;
  const made: string[] = [];
  for (const step of stepsOf(input)) {
    const changed = await step.run(deps, actor, version);
    if (!changed.ok) {
      const before = made.length === 0 ? "" : ` Changed before that: ${made.join(", ")}.`;
      return { ok: false, message: `${step.title}: ${changed.error.message}${before}` };
    }
    version = changed.value.version;
    made.push(step.title);
  }
  return { ok: true, message: made.join(", ") };
}

type Step = {
  readonly title: string;
  readonly run: (deps: Deps, actor: Actor, version: number) => Promise<Result<TaskChanged>>;
};

function stepsOf({ row, task, changes, reason: common }: RowToApply): Step[] {
  const { number } = task;
  const reason = row.values.reason || common || "Changed by an imported sheet.";
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const steps: Step[] = [];
  const step = (title: string, run: Step["run"]) => steps.push({ title, run });
  const responsible = to.get("responsible");
  if (responsible !== undefined)
    step(fieldTitle("responsible"), async (deps, actor, expectedVersion) => {
      const responsibleId = responsible === "" ? null : await unitId(deps, responsible);
      if (responsibleId === undefined)
        return fail("invalid-input", `No body of the register is called “${responsible}”.`);
      return setResponsible(deps, actor, { number, expectedVersion, responsibleId, reason });
    });
  const owner = to.get("owner");
  if (owner !== undefined)
    step(fieldTitle("owner"), async (deps, actor, expectedVersion) => {
      const ownerId = owner === "" ? null : await personId(deps, owner);
      if (typeof ownerId === "object" && ownerId !== null) return ownerId;
      return assignOwner(deps, actor, { number, expectedVersion, ownerId, reason });
    });
  const text = {
    ...(to.has("ask") && { ask: to.get("ask") ?? "" }),
    ...(to.has("deliverable") && { deliverable: to.get("deliverable") as Deliverable }),
    ...(to.has("agendaTitle") && { agendaTitle: to.get("agendaTitle") ?? "" }),
  };
  if (Object.keys(text).length > 0)
    step("Text", (deps, actor, expectedVersion) =>
      editTask(deps, actor, { number, expectedVersion, ...text, reason }),
    );
  const target = to.get("internalTarget");
  if (target !== undefined)
    step(fieldTitle("internalTarget"), (deps, actor, expectedVersion) =>
      setInternalTarget(deps, actor, { number, expectedVersion, internalTarget: target || null, reason }),
    );
  const meetingOn = to.get("meetingOn");
  if (meetingOn !== undefined)
    step(fieldTitle("meetingOn"), (deps, actor, expectedVersion) =>
      setMeeting(deps, actor, { number, expectedVersion, meetingOn: meetingOn || null, reason }),
    );
  const slot = to.get("agreedSlot");
  const jobNumber = to.get("jobNumber");
  if (slot !== undefined || jobNumber !== undefined)
    step(fieldTitle("agreedSlot"), (deps, actor, expectedVersion) =>
      setAgreedSlot(deps, actor, {
        number,
        expectedVersion,
        agreedSlot: slot === undefined ? task.agreedSlot : slot || null,
        ...(jobNumber !== undefined && { jobNumber }),
        reason,
      }),
    );
  const status = to.get("status");
  if (status !== undefined)
    step(fieldTitle("status"), async (deps, actor, expectedVersion) => {
      const move = workflow.find(
        (one) => one.to === status && (one.from as readonly string[]).includes(task.status),
      );
      if (!move) return fail("not-allowed-now", `A task cannot go from ${task.status} to ${status}.`);
      const document = row.values.document ?? "";
      return advanceTask(
        deps,
        actor,
        advanceInput.parse({
          number,
          expectedVersion,
          transition: move.name,
          reason,
          documentSymbol: document,
          decidingDocument: document,
          jobNumber: row.values.jobNumber ?? "",
          evidence: document === "" ? [] : [{ symbol: document }],
        }),
      );
    });
  const comment = row.values.comment ?? "";
  if (comment !== "")
    step(fieldTitle("comment"), (deps, actor) =>
      commentOnTask(deps, actor, { number, text: comment, mentions: [] }),
    );
  return steps;
}

/** The id of a body by any of its names; undefined where none bears it. */
const unitId = async (deps: Deps, name: string): Promise<string | undefined> =>
  (await bodiesByName(deps.db, [name])).get(name)?.id;

async function personId(deps: Deps, name: string): Promise<string | Result<never>> {
  const [person, ...others] = await findPeople(deps.db, [name]);
  if (!person)
    return fail(
      "invalid-input",
      `Nobody here is called “${name}”. Give the name or the address of a member.`,
    );
  return others.length === 0
    ? person.id
    : fail("invalid-input", `${others.length + 1} people are called “${name}”. Give the address instead.`);
}
