import type { z } from "zod";
import { type Actor, actsAs } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { becauseInWords } from "@/lib/core/calendar/because";
import { outputKinds } from "@/lib/core/calendar/document-rules";
import { fail, ok, type Result } from "@/lib/core/result";
import { type CarriedMove, carriedMove } from "@/lib/core/task/carried";
import { outputShown, planOf } from "@/lib/core/task/schedule";
import type { SeriesVerdict } from "@/lib/core/task/series";
import { isOpen, type WorkStatus } from "@/lib/core/task/status";
import { nextInLineage, readCarried, readLineage } from "@/lib/db/lineage";
import { readSeriesDecisions } from "@/lib/db/series";
import { readTask, type StoredTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { lineageInput } from "./inputs";
import { comingOccurrence } from "./recurrence";
import { registryFromDatabase, thingOf } from "./registry";
import type { TaskSeriesPanel } from "./types";

/** What the task page shows of rhythm, lineage, output and series: the same ask through the sessions. */
export async function taskSeriesPanel(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof lineageInput>,
): Promise<Result<TaskSeriesPanel>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const { db } = deps;
  const task = await readTask(db, input.number);
  if (!task) return fail("not-found", `There is no task ${input.number}.`);
  const [today, { calendar, bodies }, coming, lineage, carried, decisions, next] = await Promise.all([
    deps.today(),
    registryFromDatabase(db),
    comingOccurrence(db, task),
    readLineage(db, task.id),
    readCarried(db, task.id),
    readSeriesDecisions(db, [task.id]),
    nextInLineage(db, task.id),
  ]);
  const thing = thingOf(task, bodies);
  const planned = { ...task, host: task.hostId };
  const plan = planOf(planned, calendar, today);
  const shown = outputShown(task, plan);
  const mayFollow = can(actor, "task.propose", thing);
  const hasNext = next !== null;
  return ok({
    number: task.number,
    version: task.version,
    recurrence: task.deadline.recurrence,
    rhythm: coming
      ? {
          code: coming.because.code,
          params: coming.because.params,
          text: becauseInWords([coming.because])[0] ?? "",
        }
      : null,
    next: coming?.rules?.[0] ?? null,
    lineage: lineage.map(({ id, ...one }) => ({
      ...one,
      isThis: id === task.id,
      isOpen: isOpen(one.status),
    })),
    output: {
      kind: shown.output,
      hostReport: shown.hostReport,
      chosen: task.outputKind,
      hostNumber: task.hostId === null ? null : await hostNumber(deps, task.hostId),
      draftWords: task.draftWords,
      wordLimit: shown.wordLimit,
      ownLimit: task.wordLimit,
      ownLimitSource: task.wordLimitSource,
      kinds: outputKinds,
    },
    carried: carried.map(({ id: _id, status, closureProposal, ...one }) => ({
      ...one,
      status: status as WorkStatus,
      offer: mayFollow ? offerOf(actor, task, status as WorkStatus, closureProposal) : null,
    })),
    decisions: decisions.map((one) => ({
      verdict: one.verdict as SeriesVerdict,
      later: one.resolution.symbol,
      paragraph: one.paragraphStableId,
      by: one.actorName,
      on: one.effectiveOn,
      reason: one.reason,
    })),
    mayOpenNext: !hasNext && can(actor, "task.text", thing),
    maySetOutput: isOpen(task.status) && can(actor, "task.target", thing),
  });
}

/** Confirming a closure is not offered to who proposed it. */
function offerOf(
  actor: Actor,
  report: StoredTask,
  status: WorkStatus,
  proposal: unknown,
): CarriedMove | null {
  const move = carriedMove(
    { status: report.status, isClosureProposed: report.closureProposal !== null },
    { status, isClosureProposed: proposal !== null },
  );
  const by = typeof proposal === "object" && proposal !== null && "by" in proposal ? proposal.by : null;
  return move === "implement" && typeof by === "string" && actsAs(actor, by) ? null : move;
}

const hostNumber = async (deps: Deps, id: string): Promise<number | null> =>
  (await deps.db.task.findUnique({ where: { id }, select: { number: true } }))?.number ?? null;
