import type { z } from "zod";
import { type Actor, actsAs, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import type { Db } from "@/lib/db/client";
import {
  lockRound,
  placesOf,
  readRound,
  readRoundRows,
  type StoredRound,
  type StoredRoundRow,
  storeRound,
} from "@/lib/db/rounds";
import type { Deps } from "@/lib/deps";
import type { closeRoundInput, roundInput } from "./inputs";
import { bodiesFromDatabase, organBodyIds } from "./registry";
import { type AskedUnit, tellUnits } from "./round-notices";

/**
 * Closes a round: nobody answers in it any more, and what was not answered stays so, in plain sight. Answers that wait
 * are decided on first. The record says who closed it, why, and what was left.
 */
export async function closeRound(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof closeRoundInput>,
): Promise<Result<{ readonly number: number; readonly unanswered: number }>> {
  if (input.reason === "") {
    const message = "Say why the round is closed.";
    return fail("invalid-input", message, { fields: { reason: message } });
  }
  return atomically(deps.db, async (tx) => {
    const found = await openRound(tx, actor, input.number);
    if (!found.ok) return found;
    const { round, rows } = found.value;
    const waiting = rows.filter((row) => row.state === "answered").length;
    if (waiting > 0)
      return fail("not-allowed-now", "Answers wait for a decision. Accept or return each of them first.");
    const unanswered = rows.filter((row) => row.state !== "accepted").length;
    const at = deps.clock.now();
    await storeRound(tx, round.id, { closedAt: at, closedByName: actor.name, closedWhy: input.reason });
    await record(tx, actor, at, "round-closed", round, { unanswered }, input.reason);
    return ok({ number: round.number, unanswered });
  });
}

/** Tells the units again that have not answered, or whose answer was returned: once a day at most. */
export async function remindRound(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof roundInput>,
): Promise<Result<{ readonly number: number; readonly units: number; readonly people: number }>> {
  const day = await deps.today();
  return atomically(deps.db, async (tx) => {
    const found = await openRound(tx, actor, input.number);
    if (!found.ok) return found;
    const { round, rows } = found.value;
    if (round.remindedOn === day)
      return fail("not-allowed-now", "The units were reminded today already. Wait until tomorrow.");
    const units = unansweredBy(rows);
    if (units.length === 0)
      return fail("not-allowed-now", "Every unit has answered: there is nobody to remind.");
    const people = await tellUnits(tx, deps, actor, round, units, { day, isReminder: true });
    await storeRound(tx, round.id, { remindedOn: day });
    const at = deps.clock.now();
    await record(tx, actor, at, "round-reminded", round, { units: units.length, people }, "");
    return ok({ number: round.number, units: units.length, people });
  });
}

/** A round that this person runs and that is open, with its rows; locked until the transaction ends. */
async function openRound(
  tx: Db,
  actor: Actor,
  number: number,
): Promise<Result<{ readonly round: StoredRound; readonly rows: readonly StoredRoundRow[] }>> {
  await lockRound(tx, number);
  const round = await readRound(tx, number);
  if (!round || !can(actor, "task.read"))
    return fail("not-found", `There is no round ${number} for you. Go back to the list.`);
  const rows = await readRoundRows(tx, round.id);
  if (!(await mayRun(tx, actor, round, rows)))
    return fail("not-permitted", "Only a Secretary of all its tasks closes a round or reminds its units.");
  if (round.closedAt !== null) return fail("not-allowed-now", roundIsClosed);
  return ok({ round, rows });
}

/** The sentence for whoever still works in a closed round. */
export const roundIsClosed = "This round is closed. Change the task on its own page.";

/** Who sent the round runs it, while still a Secretary; so does each Secretary who may ask about every task in it. */
export async function mayRun(
  db: Db,
  actor: Actor,
  round: Pick<StoredRound, "askedById">,
  rows: readonly Pick<StoredRoundRow, "taskId">[],
): Promise<boolean> {
  if (!actor.memberships.some((membership) => membership.role === "SECRETARY")) return false;
  if (actsAs(actor, round.askedById)) return true;
  const bodies = await bodiesFromDatabase(db);
  const places = await placesOf(
    db,
    rows.map((row) => row.taskId),
  );
  return [...places.values()].every((place) =>
    can(actor, "task.askUnits", {
      kind: "task",
      ownerId: null,
      bodyIds: [],
      recordBodyIds: organBodyIds(place.organ, bodies),
    }),
  );
}

function unansweredBy(rows: readonly StoredRoundRow[]): AskedUnit[] {
  const waiting = rows.filter((row) => row.state === "asked" || row.state === "returned");
  return [...new Set(waiting.map((row) => row.unitId))].map((id) => ({
    id,
    tasks: waiting
      .filter((row) => row.unitId === id)
      .map(({ taskId, taskNumber, reference, ask, ownerId }) => ({
        id: taskId,
        number: taskNumber,
        reference,
        ask,
        ownerId,
      })),
  }));
}

const record = (
  tx: Db,
  actor: Actor,
  at: Date,
  action: "round-closed" | "round-reminded",
  round: StoredRound,
  to: object,
  reason: string,
): Promise<void> =>
  appendAudit(tx, {
    at,
    actorId: recordedActorId(actor),
    actorName: actor.name,
    action,
    subject: `${round.number}: ${round.title}`,
    from: { remindedOn: round.remindedOn, isClosed: false },
    to,
    reason,
  });
