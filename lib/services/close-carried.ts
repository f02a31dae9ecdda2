import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { carriedMove } from "@/lib/core/task/carried";
import { readEvidence, readTask, type StoredTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { advanceTask } from "./advance-task";
import type { closeCarriedInput } from "./inputs";
import type { BulkOutcome, RowOutcome } from "./types";

/**
 * Brings the chosen requests along with the report that answers them: each is a move of its own, with the report's
 * documents as evidence, its own permission and its own history line. What is refused says why, row by row.
 */
export async function closeCarried(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof closeCarriedInput>,
): Promise<Result<BulkOutcome>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const report = await readTask(deps.db, input.number);
  if (!report) return fail("not-found", `There is no task ${input.number}.`);
  if (input.rows.length === 0) return fail("invalid-input", "Tick at least one request.");
  const evidence = (await readEvidence(deps.db, report.id))
    .filter(({ symbol, url }) => symbol !== "" || url !== "")
    .map(({ symbol, title, url, day }) => ({ symbol, title, url, day }));
  const rows: RowOutcome[] = [];
  for (const row of input.rows) rows.push(await bringAlong(deps, actor, report, row, evidence));
  const changed = rows.filter((row) => row.ok).length;
  return ok({ rows, changed, refused: rows.length - changed });
}

type Given = Parameters<typeof advanceTask>[2]["evidence"];

async function bringAlong(
  deps: Deps,
  actor: Actor,
  report: StoredTask,
  row: { readonly number: number; readonly expectedVersion: number },
  evidence: Given,
): Promise<RowOutcome> {
  const request = await readTask(deps.db, row.number);
  const refused = (message: string): RowOutcome => ({
    number: row.number,
    ok: false,
    message,
    status: null,
    version: null,
  });
  if (!request || request.hostId !== report.id) return refused("This task does not go into that report.");
  const move = carriedMove(standing(report), standing(request));
  if (move === null)
    return refused("Nothing is to be done: it stands where the report stands, or work has not begun.");
  const moved = await advanceTask(deps, actor, {
    ...row,
    transition: move,
    reason: `Answered by the report of task ${report.number} (${report.symbol}, para. ${report.para}).`,
    documentSymbol: move === "submit" ? (evidence.find(({ symbol }) => symbol !== "")?.symbol ?? "") : "",
    jobNumber: move === "submit" ? report.jobNumber : "",
    evidence: move === "proposeClosure" ? evidence : [],
    decidingDocument: "",
    newSession: null,
    reviewSession: null,
    successor: "",
  });
  if (!moved.ok) return refused(moved.error.message);
  const { status, version, sentence } = moved.value;
  return { number: row.number, ok: true, message: sentence.text, status, version };
}

const standing = (task: StoredTask) => ({
  status: task.status,
  isClosureProposed: task.closureProposal !== null,
});
