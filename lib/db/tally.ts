import type { Db } from "./client";

/** A cell of the summary that a recount contradicts. */
export type TallyDifference = {
  readonly grain: "fine" | "coarse";
  readonly cell: string;
  readonly counted: number;
  readonly summed: number;
};

/** Cells of the maintained summaries that differ from a full recount; at most so many. None, when all is well. */
export async function tallyDifferences(db: Db, limit = 100): Promise<TallyDifference[]> {
  return db.$queryRaw<TallyDifference[]>`
    select grain, cell, counted::int as counted, summed::int as summed from task_tally_differences() order by 1, 2 limit ${limit}`;
}

/** Counts anew and puts the summaries right; gives how many cells were wrong. Writers wait meanwhile. */
export async function recountTally(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ wrong: bigint }[]>`select task_tally_recount() as wrong`;
  return Number(row?.wrong ?? 0);
}
