import type { Db } from "./client";

export type JobState = "running" | "done" | "failed";

/** One long piece of work with its counts. `updatedAt` moves with each row. */
export type StoredJob = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  readonly startedById: string | null;
  readonly state: JobState;
  readonly message: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
};

/** What became of one file or row. */
export type JobOutcome = {
  readonly ordinal: number;
  readonly name: string;
  readonly outcome: string;
  /** The symbol or task it became; "" where nothing. */
  readonly subject: string;
  readonly message: string;
};

const jobSelect = {
  id: true,
  kind: true,
  title: true,
  source: true,
  startedById: true,
  state: true,
  message: true,
  total: true,
  done: true,
  failed: true,
  createdAt: true,
  updatedAt: true,
  finishedAt: true,
} as const;

const toJob = (row: Omit<StoredJob, "state"> & { state: string }): StoredJob => ({
  ...row,
  state: row.state as JobState,
});

/** Begins a job; gives its id. */
export async function createJob(
  db: Db,
  job: Pick<StoredJob, "kind" | "title" | "source" | "startedById" | "total">,
  at: Date,
): Promise<string> {
  const data = { ...job, createdAt: at, updatedAt: at };
  return (await db.job.create({ data, select: { id: true } })).id;
}

/** Writes down what became of one row, and counts it. A row that is there already stays as it is. */
export async function recordOutcome(
  db: Db,
  jobId: string,
  row: JobOutcome,
  isRefused: boolean,
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    with written as (
      insert into job_row (job_id, ordinal, name, outcome, subject, message)
      values (${jobId}, ${row.ordinal}, ${row.name}, ${row.outcome}, ${row.subject}, ${row.message})
      on conflict (job_id, ordinal) do nothing returning 1
    )
    update job set done = done + (select count(*)::int from written),
      failed = failed + case when ${isRefused} then (select count(*)::int from written) else 0 end, updated_at = ${at}
    where id = ${jobId}`;
}

/** Ends a job; `message` says why it failed. A job that has ended stays as it is. */
export async function finishJob(
  db: Db,
  id: string,
  state: "done" | "failed",
  message: string,
  at: Date,
): Promise<void> {
  await db.job.updateMany({
    where: { id, state: "running" },
    data: { state, message, finishedAt: at, updatedAt: at },
  });
}

/** A job; null where there is none. */
export async function readJob(db: Db, id: string): Promise<StoredJob | null> {
  const row = await db.job.findUnique({ where: { id }, select: jobSelect });
  return row && toJob(row);
}

/** The newest jobs of a kind. */
export async function listJobs(db: Db, kind: string, limit: number): Promise<StoredJob[]> {
  const rows = await db.job.findMany({
    where: { kind },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: jobSelect,
  });
  return rows.map(toJob);
}

/** Jobs that nobody has worked on since `before` though they have not ended: their server was stopped. */
export async function stoppedJobs(db: Db, kind: string, before: Date): Promise<StoredJob[]> {
  const rows = await db.job.findMany({
    where: { kind, state: "running", updatedAt: { lt: before }, source: { not: "" } },
    orderBy: { createdAt: "asc" },
    select: jobSelect,
  });
  return rows.map(toJob);
}

/** Takes up a stopped job: true for one of those who try at the same moment. */
export async function takeUpJob(db: Db, job: StoredJob, at: Date): Promise<boolean> {
  const { count } = await db.job.updateMany({
    where: { id: job.id, state: "running", updatedAt: job.updatedAt },
    data: { updatedAt: at },
  });
  return count === 1;
}

/** Rows of a job in order, after `after`; only those with `outcome` where given. */
export const readOutcomes = (
  db: Db,
  jobId: string,
  page: { readonly outcome: string | null; readonly after: number; readonly limit: number },
): Promise<JobOutcome[]> =>
  db.jobRow.findMany({
    where: { jobId, ordinal: { gt: page.after }, ...(page.outcome !== null && { outcome: page.outcome }) },
    orderBy: { ordinal: "asc" },
    take: page.limit,
    select: { ordinal: true, name: true, outcome: true, subject: true, message: true },
  });

/** The ordinals of the rows that are done. */
export async function doneOrdinals(db: Db, jobId: string): Promise<ReadonlySet<number>> {
  const rows = await db.jobRow.findMany({ where: { jobId }, select: { ordinal: true } });
  return new Set(rows.map((row) => row.ordinal));
}

/** How many rows ended in which way. */
export async function tallyOutcomes(db: Db, jobId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await db.jobRow.groupBy({ by: ["outcome"], where: { jobId }, _count: true });
  return Object.fromEntries(rows.map((row) => [row.outcome, row._count]));
}
