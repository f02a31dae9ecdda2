import type { RoundAnswer, RoundState } from "@/lib/core/task/round";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Db } from "./client";
import { toJson } from "./json";

/** A round as lists show it, with how many rows stand where. */
export type RoundLine = {
  readonly number: number;
  readonly title: string;
  readonly askedByName: string;
  readonly askedOn: string;
  readonly answerBy: string | null;
  readonly isClosed: boolean;
  readonly counts: Readonly<Record<RoundState, number>>;
};

export type StoredRound = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly query: string;
  readonly askedById: string;
  readonly askedByName: string;
  readonly askedOn: string;
  readonly answerBy: string | null;
  readonly closedAt: Date | null;
  readonly closedByName: string;
  readonly closedWhy: string;
  readonly remindedOn: string | null;
};

export type StoredRoundRow = {
  readonly roundId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly taskNumber: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly ownerId: string | null;
  readonly status: WorkStatus;
  readonly dueOn: string | null;
  readonly state: RoundState;
  readonly answer: RoundAnswer | null;
  readonly answeredById: string | null;
  readonly answeredByName: string;
  readonly answeredAt: Date | null;
  readonly decidedByName: string;
  readonly decidedAt: Date | null;
  readonly decisionNote: string;
  readonly version: number;
};

/** Makes a round with its rows; gives its number. */
export async function createRound(
  tx: Db,
  round: Omit<StoredRound, "number" | "closedAt" | "closedByName" | "closedWhy" | "remindedOn"> & {
    readonly at: Date;
  },
  rows: readonly { readonly taskId: string; readonly unitId: string }[],
): Promise<number> {
  const made = await tx.round.create({ data: round, select: { number: true } });
  await tx.roundRow.createMany({ data: rows.map((row) => ({ ...row, roundId: round.id })) });
  return made.number;
}

/** The number of the round with this id; null where there is none. */
export async function roundNumber(db: Db, id: string): Promise<number | null> {
  return (await db.round.findUnique({ where: { id }, select: { number: true } }))?.number ?? null;
}

export const readRound = (db: Db, number: number): Promise<StoredRound | null> =>
  db.round.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      title: true,
      question: true,
      query: true,
      askedById: true,
      askedByName: true,
      askedOn: true,
      answerBy: true,
      closedAt: true,
      closedByName: true,
      closedWhy: true,
      remindedOn: true,
    },
  });

/** Locks a round until the transaction ends, so that nobody answers or decides while it closes. */
export async function lockRound(tx: Db, number: number): Promise<void> {
  await tx.$executeRaw`select 1 from round where number = ${number} for update`;
}

/** Stores what happened to a round as a whole: its closing, or a reminder. */
export async function storeRound(
  tx: Db,
  id: string,
  changes: Partial<Pick<StoredRound, "closedAt" | "closedByName" | "closedWhy" | "remindedOn">>,
): Promise<void> {
  await tx.round.update({ where: { id }, data: changes, select: { id: true } });
}

/** Rounds, newest first: all, or those in which one of these units was asked. */
export async function listRounds(db: Db, unitIds: readonly string[] | null): Promise<RoundLine[]> {
  const rounds = await db.round.findMany({
    where: unitIds === null ? {} : { rows: { some: { unitId: { in: [...unitIds] } } } },
    orderBy: { number: "desc" },
    take: 100,
    select: {
      id: true,
      number: true,
      title: true,
      askedByName: true,
      askedOn: true,
      answerBy: true,
      closedAt: true,
    },
  });
  const counted = await db.roundRow.groupBy({
    by: ["roundId", "state"],
    where: {
      roundId: { in: rounds.map((round) => round.id) },
      ...(unitIds === null ? {} : { unitId: { in: [...unitIds] } }),
    },
    _count: { _all: true },
  });
  return rounds.map(({ id, closedAt, ...round }) => {
    const count = (state: RoundState): number =>
      counted.find((one) => one.roundId === id && one.state === state)?._count._all ?? 0;
    return {
      ...round,
      isClosed: closedAt !== null,
      counts: {
        asked: count("asked"),
        answered: count("answered"),
        returned: count("returned"),
        accepted: count("accepted"),
      },
    };
  });
}

/** The rows of a round by unit and task: all, or those of these units. */
export async function readRoundRows(
  db: Db,
  roundId: string,
  only: { readonly unitIds?: readonly string[]; readonly taskNumber?: number } = {},
): Promise<StoredRoundRow[]> {
  const rows = await db.roundRow.findMany({
    where: {
      roundId,
      ...(only.unitIds && { unitId: { in: [...only.unitIds] } }),
      ...(only.taskNumber !== undefined && { task: { number: only.taskNumber } }),
    },
    orderBy: [{ unit: { name: "asc" } }, { task: { number: "asc" } }],
    take: 1000,
    select: {
      roundId: true,
      taskId: true,
      unitId: true,
      unit: { select: { name: true } },
      task: {
        select: {
          number: true,
          reference: true,
          symbol: true,
          para: true,
          ask: true,
          ownerId: true,
          status: true,
          dueOn: true,
        },
      },
      state: true,
      answer: true,
      answeredById: true,
      answeredByName: true,
      answeredAt: true,
      decidedByName: true,
      decidedAt: true,
      decisionNote: true,
      version: true,
    },
  });
  return rows.map(({ unit, task, ...row }) => ({
    ...row,
    unitName: unit.name,
    taskNumber: task.number,
    reference: task.reference,
    symbol: task.symbol,
    para: task.para,
    ask: task.ask,
    ownerId: task.ownerId,
    status: task.status as WorkStatus,
    dueOn: task.dueOn,
    state: row.state as RoundState,
    answer: row.answer as RoundAnswer | null,
  }));
}

/** Stores a step of a row if it still stands at `version`; false where somebody was faster. */
export async function storeRoundRow(
  tx: Db,
  row: Pick<StoredRoundRow, "roundId" | "taskId" | "version">,
  step: {
    readonly state: RoundState;
    readonly answer?: RoundAnswer;
    readonly answeredById?: string;
    readonly answeredByName?: string;
    readonly answeredAt?: Date;
    readonly decidedById?: string | null;
    readonly decidedByName?: string;
    readonly decidedAt?: Date | null;
    readonly decisionNote?: string;
  },
): Promise<boolean> {
  const { answer, ...plain } = step;
  const { count } = await tx.roundRow.updateMany({
    where: { roundId: row.roundId, taskId: row.taskId, version: row.version },
    data: { ...plain, ...(answer !== undefined && { answer: toJson(answer) }), version: row.version + 1 },
  });
  return count === 1;
}

/** Raises the versions of tasks by one, for a line that was added to each; locks them until the transaction ends. */
export async function raiseVersions(
  tx: Db,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    update task set version = version + 1, updated_at = now() where id = any(${[...taskIds]}) returning id, version`;
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** People who answer for a unit: its contributors and focal points, under any name the unit had. */
export async function peopleOfUnits(
  db: Db,
  unitIds: readonly string[],
): Promise<{ personId: string; bodyId: string }[]> {
  const rows = await db.membership.findMany({
    where: {
      bodyId: { in: [...unitIds] },
      until: null,
      role: { in: ["CONTRIBUTOR", "FOCAL_POINT"] },
      person: { isActive: true },
    },
    select: { personId: true, bodyId: true },
  });
  return rows.flatMap((row) => (row.bodyId === null ? [] : [{ personId: row.personId, bodyId: row.bodyId }]));
}

/** What permission and the chain of the record need of each task: its organ and first lead. */
export async function placesOf(
  db: Db,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly organ: string; readonly leadBodyId: string | null }>> {
  const rows = await db.task.findMany({
    where: { id: { in: [...taskIds] } },
    select: { id: true, organ: true, leadBodyId: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
