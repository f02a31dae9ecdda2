import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import type { TaskFilter } from "@/lib/core/task/filter";
import type { RoundState } from "@/lib/core/task/round";
import { atomically } from "@/lib/db/atomically";
import type { BodyGraph } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";
import { appendEvents, streamOf } from "@/lib/db/events";
import {
  createRound,
  listRounds,
  placesOf,
  type RoundLine,
  raiseVersions,
  readRound,
  readRoundRows,
  roundNumber,
  type StoredRound,
  type StoredRoundRow,
} from "@/lib/db/rounds";
import { listTaskLines, type TaskLine } from "@/lib/db/task-list";
import type { Deps } from "@/lib/deps";
import type { previewRoundInput, roundInput, sendRoundInput } from "./inputs";
import { bodiesFromDatabase, organBodyIds } from "./registry";
import { tellUnits } from "./round-notices";
import { mayRun } from "./round-running";
import { queryOf, readingDay, toRow } from "./task-views";
import type { TaskRow } from "./types";

/** The largest round: more than this nobody reads. */
const largestRound = 500;

/** What each unit would be sent, and what nobody would: tasks without a unit, and tasks of other Secretaries. */
export type RoundPreview = {
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly rows: readonly TaskRow[];
  }[];
  readonly withoutUnit: readonly TaskRow[];
  readonly notYours: number;
  readonly isCut: boolean;
};

/** What a round with this filter would send, unit by unit. Writes nothing. */
export async function previewRound(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof previewRoundInput>,
): Promise<Result<RoundPreview>> {
  if (!mayAsk(actor)) return onlySecretaries;
  const today = await deps.today();
  const { units, withoutUnit, notYours, isCut } = await chosen(deps.db, actor, input.filter, today);
  return ok({
    units: units.map(({ id, name, lines }) => ({ id, name, rows: lines.map((line) => toRow(line, today)) })),
    withoutUnit: withoutUnit.map((line) => toRow(line, today)),
    notYours,
    isCut,
  });
}

/**
 * Sends each unit its own open tasks with one question: rows, a line in each task's history and a message to the people
 * of each unit, in one transaction. The same form sent twice is one round.
 */
export async function sendRound(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof sendRoundInput>,
): Promise<Result<{ readonly number: number; readonly units: number; readonly tasks: number }>> {
  if (!mayAsk(actor)) return onlySecretaries;
  const today = await deps.today();
  if (input.answerBy !== null && input.answerBy < today) {
    const message = "Choose a day to come for the answers.";
    return fail("invalid-input", message, { fields: { answerBy: message } });
  }
  const id = input.key
    ? createHash("sha256").update(`round ${actor.personId} ${input.key}`).digest("hex").slice(0, 32)
    : randomUUID();
  return atomically(deps.db, async (tx) => {
    const { units } = await chosen(tx, actor, input.filter, today);
    const tasks = units.reduce((sum, unit) => sum + unit.lines.length, 0);
    const sent = await roundNumber(tx, id);
    if (sent !== null) return ok({ number: sent, units: units.length, tasks });
    if (tasks === 0)
      return fail("not-allowed-now", "No open task of a unit fits this filter: there is nobody to ask.");
    const round = {
      id,
      title: input.title,
      question: input.question,
      query: input.query,
      askedById: actor.personId,
      askedByName: actor.name,
      askedOn: today,
      answerBy: input.answerBy,
    };
    const number = await createRound(
      tx,
      { ...round, at: deps.clock.now() },
      units.flatMap((unit) => unit.lines.map((line) => ({ taskId: line.id, unitId: unit.id }))),
    );
    await recordAsked(tx, deps, actor, { ...round, number }, units);
    await tellUnits(
      tx,
      deps,
      actor,
      { ...round, number },
      units.map(({ id, lines }) => ({ id, tasks: lines })),
      { day: today, isReminder: false },
    );
    return ok({ number, units: units.length, tasks });
  });
}

const onlySecretaries = fail("not-permitted", "Only a Secretary sends a round to the units.");

/** True where the person is a Secretary of anything; of which tasks is asked row by row. */
export const mayAsk = (actor: Actor): boolean =>
  actor.memberships.some((membership) => membership.role === "SECRETARY");

type Unit = { readonly id: string; readonly name: string; readonly lines: readonly TaskLine[] };

async function chosen(db: Db, actor: Actor, filter: TaskFilter, today: string) {
  const bodies = await bodiesFromDatabase(db);
  const query = queryOf({ ...filter, open: true }, readingDay(undefined, today), bodies);
  const lines = await listTaskLines(db, query, { by: "due", direction: "asc" }, null, largestRound + 1);
  const places = await placesOf(
    db,
    lines.map((line) => line.id),
  );
  const own = lines
    .slice(0, largestRound)
    .filter((line) =>
      can(actor, "task.askUnits", thingOfLine(line, places.get(line.id)?.organ ?? "", bodies)),
    );
  const units = new Map<string, Unit>();
  for (const line of own) {
    if (line.responsibleId === null) continue;
    const unit = bodies.today(line.responsibleId);
    const id = unit?.id ?? line.responsibleId;
    const known = units.get(id) ?? { id, name: unit?.name ?? line.responsibleName ?? id, lines: [] };
    units.set(id, { ...known, lines: [...known.lines, line] });
  }
  return {
    units: [...units.values()].sort((a, b) => a.name.localeCompare(b.name, "en")),
    withoutUnit: own.filter((line) => line.responsibleId === null),
    notYours: Math.min(lines.length, largestRound) - own.length,
    isCut: lines.length > largestRound,
  };
}

/** A line of a list as permission sees it. */
const thingOfLine = (line: TaskLine, organ: string, bodies: BodyGraph) => ({
  kind: "task" as const,
  ownerId: line.ownerId,
  bodyIds: [line.responsibleId, ...line.leads.map((lead) => lead.bodyId)].filter((id) => id !== null),
  recordBodyIds: organBodyIds(organ, bodies),
});

async function recordAsked(
  tx: Db,
  deps: Deps,
  actor: Actor,
  round: Pick<StoredRound, "number" | "question" | "answerBy" | "askedOn">,
  units: readonly Unit[],
): Promise<void> {
  const ids = units.flatMap((unit) => unit.lines.map((line) => line.id));
  const versions = await raiseVersions(tx, ids);
  const places = await placesOf(tx, ids);
  await appendEvents(
    tx,
    units.flatMap((unit) =>
      unit.lines.map((line) => ({
        type: "asked" as const,
        transition: null,
        from: null,
        to: { round: round.number, unitId: unit.id, unitName: unit.name, answerBy: round.answerBy },
        reason: round.question,
        evidence: [],
        taskId: line.id,
        stream: streamOf(places.get(line.id) ?? { leadBodyId: null, organ: "" }),
        sequence: versions.get(line.id) ?? 0,
        at: deps.clock.now(),
        effectiveOn: round.askedOn,
        actorId: recordedActorId(actor),
        actorName: actor.name,
      })),
    ),
  );
}

/** The rounds that concern this person: all for a Secretary, else those that asked one of the person's bodies. */
export async function rounds(
  deps: Deps,
  actor: Actor,
): Promise<Result<{ readonly rounds: readonly RoundLine[]; readonly mayAsk: boolean }>> {
  if (!can(actor, "task.read")) return fail("not-permitted", "Ask an administrator for a role first.");
  const unitIds = mayAsk(actor) ? null : unitsOf(actor, await bodiesFromDatabase(deps.db));
  return ok({ rounds: await listRounds(deps.db, unitIds), mayAsk: mayAsk(actor) });
}

/** The units for which a person answers: the bodies of working roles, under all names, and what stands below them. */
function unitsOf(actor: Actor, bodies: BodyGraph): string[] {
  const held = actor.memberships
    .filter((membership) => membership.role === "CONTRIBUTOR" || membership.role === "FOCAL_POINT")
    .flatMap((membership) => (membership.bodyId === null ? [] : [membership.bodyId]));
  const own = new Set(held.flatMap((id) => [id, ...bodies.lineage(id).map((body) => body.id)]));
  const isBelow = (id: string): boolean => {
    for (
      let at = bodies.parentOf(id), steps = 0;
      at !== null && steps < 20;
      at = bodies.parentOf(at), steps++
    )
      if (own.has(at)) return true;
    return false;
  };
  return [...own, ...[...bodies.byId.keys()].filter((id) => !own.has(id) && isBelow(id))];
}

/** A row as the page shows it: `mayAnswer` and `mayDecide` say what this person can do with it now. */
export type RoundRowView = Omit<
  StoredRoundRow,
  "answeredAt" | "decidedAt" | "taskId" | "roundId" | "ownerId"
> & {
  readonly answeredAt: string | null;
  readonly decidedAt: string | null;
  readonly mayAnswer: boolean;
  readonly mayDecide: boolean;
};
export type RoundPage = {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly query: string;
  readonly askedByName: string;
  readonly askedOn: string;
  readonly answerBy: string | null;
  readonly isLate: boolean;
  /** Who closed it, when and why; null while it is open. */
  readonly closed: { readonly at: string; readonly byName: string; readonly why: string } | null;
  readonly remindedOn: string | null;
  /** True where this person may close the round and remind its units. */
  readonly mayRun: boolean;
  readonly counts: Readonly<Record<RoundState, number>>;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly rows: readonly RoundRowView[];
  }[];
};

/** One round: a Secretary sees every unit, others the rows of their own; to anybody else it is not there. */
export async function roundPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof roundInput>,
): Promise<Result<RoundPage>> {
  const noRound = fail("not-found", `There is no round ${input.number} for you. Go back to the list.`);
  if (!can(actor, "task.read")) return noRound;
  const round = await readRound(deps.db, input.number);
  if (!round) return noRound;
  const own = new Set(unitsOf(actor, await bodiesFromDatabase(deps.db)));
  const isSecretary = mayAsk(actor);
  const rows = await readRoundRows(deps.db, round.id, isSecretary ? {} : { unitIds: [...own] });
  if (rows.length === 0) return noRound;
  const today = await deps.today();
  const count = (state: RoundState): number => rows.filter((row) => row.state === state).length;
  const units = [...new Set(rows.map((row) => row.unitId))].map((id) => {
    const ofUnit = rows.filter((row) => row.unitId === id);
    return {
      id,
      name: ofUnit[0]?.unitName ?? id,
      rows: ofUnit.map((row) => viewOf(row, actor, own, isSecretary, round.closedAt === null)),
    };
  });
  const { number, title, question, query, askedByName, askedOn, answerBy } = round;
  const counts = {
    asked: count("asked"),
    answered: count("answered"),
    returned: count("returned"),
    accepted: count("accepted"),
  };
  return ok({
    number,
    title,
    question,
    query,
    askedByName,
    askedOn,
    answerBy,
    isLate:
      round.closedAt === null && answerBy !== null && answerBy < today && counts.asked + counts.returned > 0,
    closed:
      round.closedAt === null
        ? null
        : { at: round.closedAt.toISOString(), byName: round.closedByName, why: round.closedWhy },
    remindedOn: round.remindedOn,
    mayRun: round.closedAt === null && (await mayRun(deps.db, actor, round, rows)),
    counts,
    units,
  });
}

function viewOf(
  row: StoredRoundRow,
  actor: Actor,
  own: ReadonlySet<string>,
  isSecretary: boolean,
  isOpen: boolean,
): RoundRowView {
  const { taskId: _task, roundId: _round, ownerId: _owner, answeredAt, decidedAt, ...view } = row;
  return {
    ...view,
    answeredAt: answeredAt?.toISOString() ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    mayAnswer: isOpen && row.state !== "accepted" && own.has(row.unitId),
    // What the person has answered somebody else accepts.
    mayDecide: isOpen && isSecretary && row.state === "answered" && row.answeredById !== actor.personId,
  };
}
