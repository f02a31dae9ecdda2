import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { advance } from "@/lib/core/task/advance";
import { emptyMove, type TaskMove } from "@/lib/core/task/move";
import { compareSeries, type SeriesVerdict } from "@/lib/core/task/series";
import { isOpen } from "@/lib/core/task/status";
import type { Db } from "@/lib/db/client";
import { appendEvents, streamOf } from "@/lib/db/events";
import { findResolution, readNewestVersion, type StoredVersion } from "@/lib/db/resolutions";
import {
  appendSeriesDecision,
  earlierOfSeries,
  firstTaskOf,
  readSeriesDecisions,
  type SeriesPair,
  seriesPairs,
  tasksOfResolution,
} from "@/lib/db/series";
import { leadsTo, storeChanges } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { moveContext } from "./advance-task";
import type { decideSeriesInput, seriesInput } from "./inputs";
import { bodiesFromDatabase, recordOf } from "./registry";
import { type ChangeScene, changeTask } from "./task-change";
import type { SeriesPage, TaskChanged } from "./types";

/** Paragraphs of a text that can take the place of an earlier ask. */
const operative = (version: StoredVersion) =>
  version.paragraphs
    .filter((paragraph) => paragraph.kind === "operative" && paragraph.text.trim() !== "")
    .map(({ stableId, number, text }) => ({ stableId, number, text }));

/** A later resolution beside the tasks of an earlier one of its series, paragraph by paragraph, with a proposal for each. */
export async function seriesPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof seriesInput>,
): Promise<Result<SeriesPage>> {
  if (!can(actor, "resolution.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read resolutions.");
  const { db } = deps;
  const later = await findResolution(db, input.symbol);
  const version = later && (await readNewestVersion(db, later.id));
  if (!later || !version) return fail("not-found", `${input.symbol} has not been taken in. Import it first.`);
  const candidates = await earlierOfSeries(db, later, citedIn(version, later.symbol));
  const symbol = input.beside || (candidates[0]?.symbol ?? "");
  const earlier = symbol === "" ? null : await findResolution(db, symbol);
  if (input.beside !== "" && !earlier)
    return fail("not-found", `${input.beside} has not been taken in. Import it first.`);
  const base = {
    later: { symbol: later.symbol, title: later.title, adopted: later.adopted },
    candidates,
    asOf: await deps.today(),
    mayDecide: can(actor, "task.mandate", recordOf(later.organ, await bodiesFromDatabase(db))),
    paragraphs: operative(version),
  };
  if (!earlier) return ok({ ...base, earlier: null, rows: [] });
  const tasks = await tasksOfResolution(db, earlier.id);
  const proposals = new Map(
    compareSeries(
      tasks.map((task) => ({
        key: task.id,
        paragraph: { stableId: task.stableId, number: task.para, text: task.text },
      })),
      base.paragraphs,
    ).map((proposal) => [proposal.key, proposal]),
  );
  const decisions = await readSeriesDecisions(
    db,
    tasks.map((task) => task.id),
  );
  return ok({
    ...base,
    earlier: { symbol: earlier.symbol, title: earlier.title, adopted: earlier.adopted },
    rows: tasks.map(({ id, paragraphId: _paragraph, stableId, ...task }) => {
      const decided = decisions.find((one) => one.oldTaskId === id && one.resolution.symbol === later.symbol);
      const proposal = proposals.get(id);
      return {
        ...task,
        stableId,
        isOpen: isOpen(task.status),
        proposal: {
          verdict: proposal?.verdict ?? "silent",
          paragraph: proposal?.paragraph ?? null,
          likeness: proposal?.likeness ?? 0,
        },
        decided: decided
          ? {
              verdict: decided.verdict as SeriesVerdict,
              paragraph: decided.paragraphStableId,
              by: decided.actorName,
              on: decided.effectiveOn,
              reason: decided.reason,
            }
          : null,
      };
    }),
  });
}

/** The series on record: each later resolution with the one before it. */
export async function seriesList(
  deps: Deps,
  actor: Actor,
): Promise<Result<{ readonly pairs: readonly SeriesPair[] }>> {
  if (!can(actor, "resolution.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read resolutions.");
  return ok({ pairs: await seriesPairs(deps.db) });
}

/** Symbols of resolutions that the later text names: "its resolution 52/205", "A/RES/52/205". */
function citedIn(version: StoredVersion, own: string): string[] {
  const text = version.paragraphs.map((paragraph) => paragraph.text).join("\n");
  const found = [
    ...text.matchAll(/\bresolutions?\s+(\d{1,2}\/\d{1,3}(?:[^.;]{0,60}?\b\d{1,2}\/\d{1,3})*)/giu),
  ]
    .flatMap((match) =>
      [...(match[1] ?? "").matchAll(/\d{1,2}\/\d{1,3}/gu)].map((number) => `A/RES/${number[0]}`),
    )
    .concat([...text.matchAll(/[AE]\/RES\/\d{1,4}\/\d{1,3}/gu)].map((match) => match[0]));
  return [...new Set(found)].filter((symbol) => symbol !== own);
}

/**
 * Records what a person decided about one earlier task: renewed, changed or consolidated, and by which paragraph (the
 * task is superseded, and the task of that paragraph becomes its successor), or that the later text is silent, and then
 * the task stays alive (A/RES/80/251, para. 20).
 */
export async function decideSeries(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof decideSeriesInput>,
): Promise<Result<TaskChanged>> {
  const later = await findResolution(deps.db, input.later);
  const version = later && (await readNewestVersion(deps.db, later.id));
  if (!later || !version) return fail("not-found", `${input.later} has not been taken in. Import it first.`);
  const paragraph =
    input.verdict === "silent"
      ? null
      : (version.paragraphs.find((one) => one.stableId === input.paragraph) ?? null);
  if (input.verdict !== "silent" && !paragraph) {
    const message = `Choose the paragraph of ${later.symbol} that takes its place.`;
    return fail("invalid-input", message, { fields: { paragraph: message } });
  }
  const at = deps.clock.now();
  return changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb: "task.mandate" },
    async (scene) => {
      if (scene.task.resolutionId === later.id)
        return fail("invalid-input", "This task is of that resolution itself.");
      if (!isOpen(scene.task.status)) return fail("not-allowed-now", "This task is closed. Reopen it first.");
      return paragraph
        ? superseded(scene, later.symbol, paragraph.stableId, input)
        : silent(scene, later.symbol, input);
    },
    async (scene, move) => {
      const successor = paragraph ? await firstTaskOf(scene.tx, later.id, paragraph.stableId) : null;
      await appendSeriesDecision(scene.tx, {
        oldTaskId: scene.task.id,
        resolutionId: later.id,
        paragraphStableId: paragraph?.stableId ?? null,
        newTaskId: successor?.id ?? null,
        verdict: input.verdict,
        reason: input.reason,
        at,
        effectiveOn: move.effectiveOn,
        actorId: recordedActorId(actor),
        actorName: actor.name,
      });
      if (successor) await follow(scene.tx, scene, successor, { actor, at, day: move.effectiveOn });
    },
  );
}

async function superseded(
  scene: ChangeScene,
  document: string,
  successor: string,
  input: z.infer<typeof decideSeriesInput>,
): Promise<Result<TaskMove>> {
  const given = { ...emptyMove, decidingDocument: document, successor, reason: input.reason };
  const moved = advance(scene.task, "supersede", scene.actor, given, await moveContext(scene));
  if (!moved.ok) return moved;
  const { event } = moved.value;
  return ok({ ...moved.value, event: { ...event, to: { ...event.to, verdict: input.verdict } } });
}

const silent = (
  scene: ChangeScene,
  document: string,
  input: z.infer<typeof decideSeriesInput>,
): Result<TaskMove> =>
  ok({
    changes: {},
    event: {
      type: "series",
      transition: null,
      from: null,
      to: { document, verdict: "silent" },
      reason: input.reason,
      evidence: [],
    },
    effectiveOn: scene.today,
  });

/** Ties the successor to the task it follows, once: further tasks consolidated in it are kept by the decisions. */
async function follow(
  tx: Db,
  scene: ChangeScene,
  successor: NonNullable<Awaited<ReturnType<typeof firstTaskOf>>>,
  by: { readonly actor: Actor; readonly at: Date; readonly day: string },
): Promise<void> {
  if (successor.previousId !== null || (await leadsTo(tx, scene.task.id, "previousId", successor.id))) return;
  if (!(await storeChanges(tx, successor.id, successor.version, { previousId: scene.task.id }))) return;
  await appendEvents(tx, [
    {
      type: "link",
      transition: null,
      from: { previousId: null },
      to: { relation: "previous", other: scene.task.number },
      reason: "",
      evidence: [],
      taskId: successor.id,
      stream: streamOf(successor),
      sequence: successor.version + 1,
      at: by.at,
      effectiveOn: by.day,
      actorId: recordedActorId(by.actor),
      actorName: by.actor.name,
    },
  ]);
}
