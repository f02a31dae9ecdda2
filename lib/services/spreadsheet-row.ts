import type { Actor } from "@/lib/auth/actor";
import type { FieldChange, StandingTask } from "@/lib/core/import/diff-row";
import type { SheetField } from "@/lib/core/import/fields";
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

/** What became of a row: the fields that were changed, and the first change that was refused, with its reason. */
export type RowApplied = {
  readonly ok: boolean;
  readonly made: readonly SheetField[];
  readonly problems: readonly { readonly field: SheetField | null; readonly message: string }[];
};

/**
 * Makes the changes of one row, one after the other, each through its use case. The first refusal ends the row: what was
 * made before it stays and is named.
 */
export async function applyRow(deps: Deps, actor: Actor, input: RowToApply): Promise<RowApplied> {
  let version = input.task.version;
  const made: SheetField[] = [];
  for (const step of stepsOf(input)) {
    const changed = await step.run(deps, actor, version);
    const [field = null] = step.fields;
    if (!changed.ok) return { ok: false, made, problems: [{ field, message: changed.error.message }] };
    version = changed.value.version;
    made.push(...step.fields);
  }
  return { ok: true, made, problems: [] };
}

type Step = {
  readonly fields: readonly SheetField[];
  readonly run: (deps: Deps, actor: Actor, version: number) => Promise<Result<TaskChanged>>;
};

function stepsOf({ row, task, changes, reason: common }: RowToApply): Step[] {
  const { number } = task;
  const reason = row.values.reason || common || "Changed by an imported sheet.";
  const to = new Map(changes.map((change) => [change.field, change.to]));
  const steps: Step[] = [];
  const step = (fields: SheetField | readonly SheetField[], run: Step["run"]) =>
    steps.push({ fields: [fields].flat(), run });
  const responsible = to.get("responsible");
  if (responsible !== undefined)
    step("responsible", async (deps, actor, expectedVersion) => {
      const responsibleId = responsible === "" ? null : await unitId(deps, responsible);
      if (responsibleId === undefined)
        return fail("invalid-input", `No body of the register is called “${responsible}”.`);
      return setResponsible(deps, actor, { number, expectedVersion, responsibleId, reason });
    });
  const owner = to.get("owner");
  if (owner !== undefined)
    step("owner", async (deps, actor, expectedVersion) => {
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
    step(
      ["ask", "deliverable", "agendaTitle"].filter((field) => field in text) as SheetField[],
      (deps, actor, expectedVersion) => editTask(deps, actor, { number, expectedVersion, ...text, reason }),
    );
  const target = to.get("internalTarget");
  if (target !== undefined)
    step("internalTarget", (deps, actor, expectedVersion) =>
      setInternalTarget(deps, actor, { number, expectedVersion, internalTarget: target || null, reason }),
    );
  const meetingOn = to.get("meetingOn");
  if (meetingOn !== undefined)
    step("meetingOn", (deps, actor, expectedVersion) =>
      setMeeting(deps, actor, { number, expectedVersion, meetingOn: meetingOn || null, reason }),
    );
  const slot = to.get("agreedSlot");
  const jobNumber = to.get("jobNumber");
  if (slot !== undefined || jobNumber !== undefined)
    step(
      jobNumber === undefined ? "agreedSlot" : slot === undefined ? "jobNumber" : ["agreedSlot", "jobNumber"],
      (deps, actor, expectedVersion) =>
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
    step("status", async (deps, actor, expectedVersion) => {
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
    step("comment", (deps, actor) => commentOnTask(deps, actor, { number, text: comment, mentions: [] }));
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
