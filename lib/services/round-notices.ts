import type { Actor } from "@/lib/auth/actor";
import { dayInWords } from "@/lib/core/calendar/day";
import type { Db } from "@/lib/db/client";
import { createNotices } from "@/lib/db/notices";
import { peopleOfUnits, type StoredRound } from "@/lib/db/rounds";
import type { Deps } from "@/lib/deps";
import { noticeBody, noticeLine } from "./notices";
import { bodiesFromDatabase } from "./registry";

/** A task as a message of a round names it. */
export type AskedTask = {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly ask: string;
  readonly ownerId: string | null;
};
export type AskedUnit = { readonly id: string; readonly tasks: readonly AskedTask[] };

/**
 * One message for each person of a unit, with all rows of the unit; owners outside of it are told of their own. Gives
 * the number of messages. `isReminder`: the units were asked before and have not answered.
 */
export async function tellUnits(
  tx: Db,
  deps: Pick<Deps, "clock">,
  actor: Actor,
  round: Pick<StoredRound, "number" | "title" | "question" | "answerBy">,
  units: readonly AskedUnit[],
  on: { readonly day: string; readonly isReminder: boolean },
): Promise<number> {
  const bodies = await bodiesFromDatabase(tx);
  const address = `/rounds/${round.number}`;
  const by = round.answerBy === null ? "" : ` by ${dayInWords(round.answerBy)}`;
  let told = 0;
  for (const unit of units) {
    const lineage = [unit.id, ...bodies.lineage(unit.id).map((body) => body.id)];
    const people = peopleOf(unit, new Set((await peopleOfUnits(tx, lineage)).map((one) => one.personId)));
    people.delete(actor.personId);
    const notices = [...people].map(([personId, tasks]) => {
      const isOne = tasks.length === 1;
      const count = isOne ? "one task" : `${tasks.length} tasks`;
      const title = on.isReminder
        ? `${actor.name} still waits for your answer on ${count}${by}: ${round.title}`
        : `${actor.name} asks how ${count} stand${isOne ? "s" : ""}${by}: ${round.title}`;
      const rows = tasks.map((task) => noticeLine(task, round.question || round.title, on.day, address));
      return {
        personId,
        at: deps.clock.now(),
        day: on.day,
        kind: "round",
        title,
        body: noticeBody(on.day, title, rows.slice(0, 25)),
        taskId: null,
      };
    });
    await createNotices(tx, notices);
    told += notices.length;
  }
  return told;
}

function peopleOf(unit: AskedUnit, members: ReadonlySet<string>): Map<string, readonly AskedTask[]> {
  const people = new Map<string, readonly AskedTask[]>([...members].map((id) => [id, unit.tasks]));
  for (const task of unit.tasks)
    if (task.ownerId !== null && !members.has(task.ownerId))
      people.set(task.ownerId, [...(people.get(task.ownerId) ?? []), task]);
  return people;
}
