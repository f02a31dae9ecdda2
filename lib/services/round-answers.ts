import type { z } from "zod";
import { type Actor, actsAs } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { advance } from "@/lib/core/task/advance";
import { acceptedMove, answerProblem, moveInputOf, type RoundAnswer } from "@/lib/core/task/round";
import { atomically } from "@/lib/db/atomically";
import type { Db } from "@/lib/db/client";
import { lockRound, readRound, readRoundRows, type StoredRoundRow, storeRoundRow } from "@/lib/db/rounds";
import { createEvidence, readEvidence, readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { moveContext } from "./advance-task";
import type { answerRowInput, decideRowInput } from "./inputs";
import { taskInWords, tell } from "./notices";
import { roundIsClosed } from "./round-running";
import { changeTask } from "./task-change";
import type { TaskChanged } from "./types";

type AnswerInput = z.infer<typeof answerRowInput>;

/**
 * A unit's answer about one task: how it stands, as a move that a Secretary then accepts, with its evidence and a note.
 * "Done" proposes the closure at once, in the name of the focal point who says so.
 */
export async function answerRow(deps: Deps, actor: Actor, input: AnswerInput): Promise<Result<TaskChanged>> {
  return atomically(deps.db, async (tx) => {
    const found = await rowOf(tx, input);
    if (!found.ok) return found;
    const row = found.value;
    if (row.state === "accepted")
      return fail("not-allowed-now", "This answer was accepted already. Change the task on its own page.");
    const stale = staleRow(row, input.expectedVersion);
    if (stale) return stale;
    const inside: Deps = { ...deps, db: tx };
    const answer = answerOf(input);
    const step = {
      state: "answered" as const,
      answer,
      answeredById: actor.personId,
      answeredByName: actor.name,
      answeredAt: deps.clock.now(),
      decidedById: null,
      decidedByName: "",
      decidedAt: null,
      decisionNote: "",
    };
    const recorded = await changeTask(
      inside,
      actor,
      { number: input.task, verb: "task.propose" },
      async (scene) => {
        const problem = answerProblem(scene.task, answer, scene.actor, await moveContext(scene));
        if (problem) return problem;
        return ok({
          changes: {},
          event: {
            type: "answered",
            transition: null,
            from: null,
            to: { round: input.round, unitId: row.unitId, unitName: row.unitName, answer: answer.move },
            reason: answer.note,
            evidence: answer.evidence,
          },
          effectiveOn: scene.today,
        });
      },
      async ({ tx: inner, task }) => {
        const onFile = await readEvidence(inner, task.id);
        for (const one of answer.evidence)
          if (one.symbol !== "" && !onFile.some((kept) => kept.symbol === one.symbol))
            await createEvidence(inner, task.id, actor.personId, one);
      },
    );
    if (!recorded.ok) return recorded;
    if (!(await storeRoundRow(tx, row, step)))
      return (staleRow(row, row.version + 1) ?? noRow) as Result<never>;
    return answer.move === "implement" ? proposed(inside, actor, input, answer, recorded) : recorded;
  });
}

/** The closure that "done" proposes; where one stands already, it stays. */
async function proposed(
  deps: Deps,
  actor: Actor,
  input: AnswerInput,
  answer: RoundAnswer,
  recorded: Result<TaskChanged>,
): Promise<Result<TaskChanged>> {
  if ((await readTask(deps.db, input.task))?.closureProposal) return recorded;
  return changeTask(deps, actor, { number: input.task, verb: null }, async (scene) =>
    advance(
      scene.task,
      "proposeClosure",
      scene.actor,
      moveInputOf(answer, answer.note),
      await moveContext(scene),
    ),
  );
}

const answerOf = ({
  move,
  note,
  documentSymbol,
  jobNumber,
  evidence,
  reviewSession,
}: AnswerInput): RoundAnswer => ({
  move,
  note,
  documentSymbol,
  jobNumber,
  evidence,
  reviewSession,
});

/**
 * The Secretary accepts an answer, and its move is made with the same act; or returns it with what is missing. Nobody
 * decides on an answer of their own.
 */
export async function decideRow(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof decideRowInput>,
): Promise<Result<TaskChanged>> {
  return atomically(deps.db, async (tx) => {
    const found = await rowOf(tx, input);
    if (!found.ok) return found;
    const row = found.value;
    const stale = staleRow(row, input.expectedVersion);
    if (stale) return stale;
    const { answer } = row;
    if (row.state !== "answered" || !answer)
      return fail(
        "not-allowed-now",
        "There is no answer to decide on. Reload the page to see where it stands.",
      );
    if (actsAs(actor, row.answeredById))
      return fail("not-permitted", "This is your own answer. Another Secretary has to decide on it.");
    if (!input.accept && input.note === "") {
      const message = "Say what is missing, so that the unit can answer again.";
      return fail("invalid-input", message, { fields: { note: message } });
    }
    const inside: Deps = { ...deps, db: tx };
    const done = input.accept
      ? await accepted(inside, actor, row, answer, input.note)
      : await returned(inside, actor, row, answer, input.note);
    if (!done.ok) return done;
    const stored = await storeRoundRow(tx, row, {
      state: input.accept ? "accepted" : "returned",
      decidedById: actor.personId,
      decidedByName: actor.name,
      decidedAt: deps.clock.now(),
      decisionNote: input.note,
    });
    if (!stored) return (staleRow(row, row.version + 1) ?? noRow) as Result<never>;
    await tellAnswerer(tx, inside, actor, row, input.accept, input.note);
    return done;
  });
}

async function accepted(
  deps: Deps,
  actor: Actor,
  row: StoredRoundRow,
  answer: RoundAnswer,
  note: string,
): Promise<Result<TaskChanged>> {
  const { move } = answer;
  const said = `${row.answeredByName} answered for ${row.unitName}${answer.note === "" ? "" : `: ${answer.note}`}`;
  const reason = note === "" ? said : `${said} (${note})`;
  if (move === "none") return line(deps, actor, row, "answer-accepted", note);
  return changeTask(deps, actor, { number: row.taskNumber, verb: "task.askUnits" }, async (scene) =>
    acceptedMove(scene.task, { ...answer, move }, scene.actor, reason, await moveContext(scene)),
  );
}

async function returned(
  deps: Deps,
  actor: Actor,
  row: StoredRoundRow,
  answer: RoundAnswer,
  note: string,
): Promise<Result<TaskChanged>> {
  const recorded = await line(deps, actor, row, "answer-returned", note);
  if (!recorded.ok || answer.move !== "implement") return recorded;
  if (!(await readTask(deps.db, row.taskNumber))?.closureProposal) return recorded;
  // The closure that the answer proposed goes with it.
  return changeTask(deps, actor, { number: row.taskNumber, verb: null }, async (scene) =>
    advance(scene.task, "declineClosure", scene.actor, moveInputOf({ ...answer, evidence: [] }, note), {
      ...(await moveContext(scene)),
    }),
  );
}

const line = (
  deps: Deps,
  actor: Actor,
  row: StoredRoundRow,
  type: "answer-accepted" | "answer-returned",
  reason: string,
): Promise<Result<TaskChanged>> =>
  changeTask(deps, actor, { number: row.taskNumber, verb: "task.askUnits" }, async ({ today }) =>
    ok({
      changes: {},
      event: {
        type,
        transition: null,
        from: null,
        to: { unitId: row.unitId, unitName: row.unitName, answer: row.answer?.move ?? "none" },
        reason,
        evidence: [],
      },
      effectiveOn: today,
    }),
  );

async function tellAnswerer(
  tx: Db,
  deps: Deps,
  actor: Actor,
  row: StoredRoundRow,
  isAccepted: boolean,
  note: string,
): Promise<void> {
  const task = await readTask(tx, row.taskNumber);
  if (!task || row.answeredById === null) return;
  const verb = isAccepted ? "accepted" : "returned";
  const title = `${actor.name} ${verb} your answer on ${taskInWords(task)}`;
  const told = new Map([[row.answeredById, { kind: "answer" as const, title }]]);
  await tell(tx, deps, await deps.today(), told, task, note === "" ? title : note);
}

async function rowOf(
  tx: Db,
  input: { readonly round: number; readonly task: number },
): Promise<Result<StoredRoundRow>> {
  await lockRound(tx, input.round);
  const round = await readRound(tx, input.round);
  if (round && round.closedAt !== null) return fail("not-allowed-now", roundIsClosed);
  const [row] = round ? await readRoundRows(tx, round.id, { taskNumber: input.task }) : [];
  return row ? ok(row) : noRow;
}

const noRow = fail("not-found", "This task is not part of that round. Go back to the list of rounds.");

function staleRow(row: StoredRoundRow, seen: number): Result<never> | null {
  if (row.version === seen) return null;
  const who = row.decidedByName || row.answeredByName || "Somebody";
  return fail("conflict", `${who} changed this answer since you opened it. Look at it, then decide again.`, {
    current: { state: row.state, version: row.version },
  });
}
