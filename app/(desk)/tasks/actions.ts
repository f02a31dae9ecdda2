"use server";

import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import { getReader } from "@/app/_ui/reader";
import type { Moved, MoveInput, MovesOfTask } from "@/app/_ui/status/status-moves";
import { ok, type Result } from "@/lib/core/result";
import { advanceTask, undoChange } from "@/lib/services/advance-task";
import { advanceInput, taskPageInput, undoInput } from "@/lib/services/inputs";
import { taskPage } from "@/lib/services/task-page";
import type { TaskChanged } from "@/lib/services/types";

/** The moves that this person may make on a task now, with what each asks for. */
export async function movesOf(number: number): Promise<Result<MovesOfTask>> {
  const page = await ask(taskPage, taskPageInput, { number });
  if (!page.ok) return page;
  const { t } = await getReader();
  return ok({
    version: page.value.row.version,
    moves: page.value.transitions.map((move) => ({ ...move, toLabel: t(`status.${move.to}`) })),
  });
}

/** Makes a move with what was given for it. */
export async function advanceStatus(input: MoveInput): Promise<Result<Moved>> {
  // A forged call may send anything: what is missing or of another kind is refused by the use case.
  const { number, expectedVersion, transition, fields } = { ...input };
  return moved(
    await ask(advanceTask, advanceInput, {
      number,
      expectedVersion,
      transition,
      ...requirements({ ...fields }),
    }),
  );
}

/** Takes the last change back by a change of its own: both stay in the history. */
export async function undoStatus(input: { number: number; expectedVersion: number }): Promise<Result<Moved>> {
  return moved(await ask(undoChange, undoInput, input));
}

/** What the fields of a form say, in the shape of the use case. */
function requirements(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  return {
    reason: fields.reason ?? "",
    documentSymbol: fields.documentSymbol ?? "",
    jobNumber: fields.jobNumber ?? "",
    decidingDocument: fields.decidingDocument ?? "",
    successor: fields.successor ?? "",
    evidence: fields.evidence ? [{ symbol: fields.evidence }] : [],
    newSession: readSessionName(textOf(fields.newSession)),
    reviewSession: readSessionName(textOf(fields.reviewSession)),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

async function moved(result: Result<TaskChanged>): Promise<Result<Moved>> {
  if (!result.ok) return result;
  const { t, say } = await getReader();
  const { status, version, sentence } = result.value;
  return ok({ status, statusLabel: t(`status.${status}`), version, sentence: say.event(sentence) });
}
