import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result } from "@/lib/core/result";
import { advance } from "@/lib/core/task/advance";
import type { MoveContext } from "@/lib/core/task/move";
import { resolveTaskDeadline } from "@/lib/core/task/schedule";
import type { EvidenceRef, TaskDeadline } from "@/lib/core/task/task";
import { undoChange as undoInCore } from "@/lib/core/task/undo";
import { readHistory } from "@/lib/db/events";
import { createEvidence, readEvidence } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { advanceInput, bulkAdvanceInput, undoInput } from "./inputs";
import { openNextAfter } from "./recurrence";
import { type ChangeScene, changeTask } from "./task-change";
import type { BulkOutcome, RowOutcome, TaskChanged } from "./types";

type AdvanceInput = z.infer<typeof advanceInput>;

/** Moves a task through the workflow, or proposes or declines its closure. The workflow table decides who may. */
export async function advanceTask(
  deps: Deps,
  actor: Actor,
  input: AdvanceInput,
): Promise<Result<TaskChanged>> {
  return changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb: null },
    async (scene) =>
      advance(scene.task, input.transition, scene.actor, input, await moveContext(scene, input)),
    async (scene, move) => {
      await keepEvidence(scene, actor, move.event.evidence);
      const status = move.changes.status ?? scene.task.status;
      const opening = { actor, at: deps.clock.now(), day: move.effectiveOn, reason: "" };
      if (status !== scene.task.status) await openNextAfter(scene.tx, scene.task, status, opening);
    },
  );
}

/** What the world says about a move: the end of the target session, evidence on file, the deadline after a deferral. */
export async function moveContext(
  scene: ChangeScene,
  input?: Pick<AdvanceInput, "transition" | "newSession">,
): Promise<MoveContext> {
  const { task, calendar, today } = scene;
  const { targetOrgan, targetSession } = task.deadline;
  const session =
    targetOrgan !== null && targetSession !== null ? calendar.find(targetOrgan, targetSession) : null;
  return {
    today,
    sessionCloses: session?.closes ?? null,
    evidenceOnFile: (await readEvidence(scene.tx, task.id)).map(({ symbol, title, url, day, fileName }) => ({
      symbol,
      title: title || fileName,
      url,
      day,
    })),
    newDeadline:
      input?.transition === "defer" && input.newSession ? deferredTo(scene, input.newSession) : null,
  };
}

/** The rules of the text with the new session in place of the old one; resolved against the calendar of the day. */
function deferredTo(
  scene: ChangeScene,
  session: { readonly organ: string; readonly session: number },
): TaskDeadline {
  const { deadline } = scene.task;
  const part = deadline.targetPart;
  const rule = {
    kind: "session" as const,
    ...session,
    operator: "at" as const,
    ...(part !== null && { part }),
  };
  const words = { rules: [rule], quote: deadline.quote, recurrence: deadline.recurrence };
  return resolveTaskDeadline(words, scene.calendar, scene.task);
}

/** Evidence given with a move is kept with the task, once. */
async function keepEvidence(scene: ChangeScene, actor: Actor, given: readonly EvidenceRef[]): Promise<void> {
  if (given.length === 0) return;
  const onFile = await readEvidence(scene.tx, scene.task.id);
  for (const one of given) {
    if (one.symbol === "" && one.title === "" && one.url === "") continue;
    const known = onFile.some(
      (kept) =>
        kept.symbol === one.symbol && (kept.title || kept.fileName) === one.title && kept.url === one.url,
    );
    const sameSymbol = one.symbol !== "" && onFile.some((kept) => kept.symbol === one.symbol);
    if (!known && !sameSymbol) await createEvidence(scene.tx, scene.task.id, actor.personId, one);
  }
}

/** Takes the last change of a task back by a new line; only for the person who made it, while nothing else has changed. */
export async function undoChange(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof undoInput>,
): Promise<Result<TaskChanged>> {
  return changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb: "task.comment" },
    async ({ tx, task, actor: person, today }) =>
      undoInCore(await readHistory(tx, task.id), person, input, today),
  );
}

/** The same move for several tasks. Each row stands for itself: what cannot be moved is left, with the reason in words. */
export async function bulkAdvance(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof bulkAdvanceInput>,
): Promise<Result<BulkOutcome>> {
  const rows: RowOutcome[] = [];
  const seen = new Set<number>();
  for (const row of input.rows) {
    if (seen.has(row.number)) continue;
    seen.add(row.number);
    const result = await advanceTask(deps, actor, { ...input.change, ...row });
    rows.push(
      result.ok
        ? {
            number: row.number,
            ok: true,
            message: result.value.sentence.text,
            status: result.value.status,
            version: result.value.version,
          }
        : { number: row.number, ok: false, message: result.error.message, status: null, version: null },
    );
  }
  const moved = rows.filter((row) => row.ok).length;
  return ok({ rows, changed: moved, refused: rows.length - moved });
}
