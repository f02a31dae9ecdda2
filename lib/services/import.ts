import { createHash } from "node:crypto";
import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import {
  createJob,
  doneOrdinals,
  finishJob,
  type JobOutcome,
  listJobs,
  readJob,
  readOutcomes,
  recordOutcome,
  type StoredJob,
  tallyOutcomes,
} from "@/lib/db/jobs";
import { findSource } from "@/lib/db/resolutions";
import type { Deps } from "@/lib/deps";
import { ingestReading } from "./ingest";
import { type ReadText, readText } from "./read-text";

/** Files to import, each opened in its turn (see `adapters/archive/import-files.ts`). */
export type FilesToImport = readonly {
  readonly name: string;
  readonly open: () => Promise<Result<Uint8Array>>;
}[];

/** How an import stands. */
export type ImportProgress = {
  readonly id: string;
  readonly title: string;
  readonly state: StoredJob["state"];
  readonly message: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** created, version, unchanged, refused. */
  readonly tally: Readonly<Record<string, number>>;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Nobody works on it, though it has not ended: its server was stopped. */
  readonly isStopped: boolean;
  /** Its files are still kept, so that it can be taken up or tried again. */
  readonly isKept: boolean;
};

/** A minute without a file means that nobody is at work: the slowest file takes seconds. */
export const isStoppedAt = (job: Pick<StoredJob, "state" | "updatedAt">, now: Date): boolean =>
  job.state === "running" && now.getTime() - job.updatedAt.getTime() > 60_000;

/** Said to those who may not import. */
export const notPermitted = fail(
  "not-permitted",
  "Only a Secretary imports resolutions. Send the files to the secretariat of the committee.",
);

/**
 * Begins the import of resolutions and gives its job at once; `finished` ends with the last file. Each file is taken in
 * by itself: what cannot be read is refused with its reason and the others go on. `source` names where the files lie,
 * for an import that a stopped server takes up again.
 */
export async function startImport(
  deps: Deps,
  actor: Actor,
  input: {
    readonly title: string;
    readonly source: string;
    readonly files: FilesToImport;
    readonly reading?: ReadingAhead;
  },
): Promise<Result<{ readonly jobId: string; readonly finished: Promise<ImportProgress> }>> {
  if (!can(actor, "import.run")) return notPermitted;
  const at = deps.clock.now();
  const startedById = recordedActorId(actor);
  const jobId = await inTransaction(deps.db, async (tx) => {
    const job = {
      kind: "import",
      title: input.title,
      source: input.source,
      startedById,
      total: input.files.length,
    };
    const id = await createJob(tx, job, at);
    await appendAudit(tx, {
      at,
      actorId: startedById,
      actorName: actor.name,
      action: "import-started",
      subject: input.title,
      to: { job: id, files: input.files.length },
    });
    return id;
  });
  return ok({ jobId, finished: workThrough(deps, actor, jobId, input.files, input.reading) });
}

/** Goes on with an import whose server was stopped: files that are done are not opened again. */
export async function resumeImport(
  deps: Deps,
  actor: Actor,
  input: { readonly jobId: string; readonly files: FilesToImport; readonly reading?: ReadingAhead },
): Promise<Result<ImportProgress>> {
  if (!can(actor, "import.run")) return notPermitted;
  const job = await readJob(deps.db, input.jobId);
  if (!job) return noSuchJob;
  if (job.state !== "running") return fail("not-allowed-now", "This import has ended already.");
  return ok(await workThrough(deps, actor, job.id, input.files, input.reading));
}

const noSuchJob = fail("not-found", "There is no such import. It may be of another installation.");

/** Files are read while others are stored: `ahead` of them at once, in threads that `read` speaks to. */
export type ReadingAhead = {
  readonly read: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Result<ReadText>>;
  readonly ahead: number;
};

async function workThrough(
  deps: Deps,
  actor: Actor,
  jobId: string,
  files: FilesToImport,
  reading: ReadingAhead = { read: (file) => readText(deps, asInput(file)), ahead: 1 },
): Promise<ImportProgress> {
  const done = await doneOrdinals(deps.db, jobId);
  try {
    const todo = [...files.entries()].filter(([ordinal]) => !done.has(ordinal));
    // Read ahead, stored in the order of their names: of two texts of one symbol the later name is the newer version.
    const opened: Promise<Outcome | ReadText>[] = [];
    for (const [at, [ordinal, file]] of todo.entries()) {
      while (opened.length < Math.min(todo.length, at + reading.ahead)) {
        const next = openOne(deps, reading.read, todo[opened.length]?.[1] ?? file);
        // Heard of when its turn comes; a stop before that is no second fault.
        next.catch(() => undefined);
        opened.push(next);
      }
      const outcome = await importOne(deps, actor, file.name, opened[at] as Promise<Outcome | ReadText>);
      opened[at] = Promise.resolve(outcome);
      const row: JobOutcome = { ordinal, name: file.name, ...outcome };
      await recordOutcome(deps.db, jobId, row, outcome.outcome === "refused", deps.clock.now());
    }
    await finishJob(deps.db, jobId, "done", "", deps.clock.now());
  } catch (error) {
    // The database went away: the job stays as it is and can be taken up again.
    console.error(`Import ${jobId} stopped:`, error);
  }
  const job = await readJob(deps.db, jobId).catch(() => null);
  if (!job) throw new Error(`Import ${jobId} stopped and its job cannot be read.`);
  return progressOf(deps, job);
}

type Outcome = Omit<JobOutcome, "ordinal" | "name">;
const refused = (message: string): Outcome => ({ outcome: "refused", subject: "", message });

const asInput = (file: { readonly name: string; readonly bytes: Uint8Array }) => ({
  file: { name: file.name, mediaType: "", bytes: new Uint8Array(file.bytes) },
});

/** Opens one file and reads it; what is known already, or cannot be read, is told at once. */
async function openOne(
  deps: Deps,
  read: ReadingAhead["read"],
  file: FilesToImport[number],
): Promise<Outcome | ReadText> {
  const bytes = await file.open();
  if (!bytes.ok) return refused(bytes.error.message);
  // A file that was here before costs its hash and nothing more.
  const sha256 = createHash("sha256").update(bytes.value).digest("hex");
  const same = await findSource(deps.db, sha256);
  if (same?.symbol)
    return { outcome: "unchanged", subject: same.symbol, message: "The same file was here already." };
  const text = await read({ name: file.name, bytes: bytes.value });
  return text.ok ? text.value : refused(text.error.message);
}

async function importOne(
  deps: Deps,
  actor: Actor,
  name: string,
  opened: Promise<Outcome | ReadText>,
): Promise<Outcome> {
  try {
    const text = await opened;
    if ("outcome" in text) return text;
    const taken = await ingestReading(deps, actor, text);
    if (!taken.ok) return refused(taken.error.message);
    const { outcome, symbol, operativeCount, proposals, warnings } = taken.value;
    const doubts =
      warnings.length === 0 ? "" : ` ${warnings.length} to look at: ${warnings[0]?.message ?? ""}`;
    return {
      outcome,
      subject: symbol,
      message:
        `${outcome === "expression" ? "Another language of a known resolution: " : ""}${operativeCount} operative paragraphs, ${proposals} proposals.${doubts}`.slice(
          0,
          1000,
        ),
    };
  } catch (error) {
    if (isPassing(error)) throw error;
    console.error(`Import of ${name}:`, error);
    return refused("This file broke the reader. Nothing of it was kept.");
  }
}

/** The database is away, not the file at fault. */
const isPassing = (error: unknown): boolean =>
  /ECONNREFUSED|ECONNRESET|P1001|P1017|P2024|terminating connection|Connection terminated/.test(
    String(error),
  );

async function progressOf(deps: Deps, job: StoredJob): Promise<ImportProgress> {
  return {
    id: job.id,
    title: job.title,
    state: job.state,
    message: job.message,
    total: job.total,
    done: job.done,
    failed: job.failed,
    tally: await tallyOutcomes(deps.db, job.id),
    startedAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
    isStopped: isStoppedAt(job, deps.clock.now()),
    isKept: job.source !== "" && (job.state === "running" || job.failed > 0),
  };
}

export const importProgressInput = z.object({ id: z.string().min(1).max(60) });

/** How an import stands; for a page that somebody comes back to. */
export async function importProgress(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof importProgressInput>,
): Promise<Result<ImportProgress>> {
  if (!can(actor, "import.run")) return notPermitted;
  const job = await readJob(deps.db, input.id);
  return job?.kind === "import" ? ok(await progressOf(deps, job)) : noSuchJob;
}

export const importRowsInput = z.object({
  id: z.string().min(1).max(60),
  outcome: z.enum(["created", "version", "expression", "unchanged", "refused"]).nullable().default(null),
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What became of the files of an import, in order. */
export async function importRows(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof importRowsInput>,
): Promise<Result<readonly JobOutcome[]>> {
  if (!can(actor, "import.run")) return notPermitted;
  return ok(await readOutcomes(deps.db, input.id, input));
}

/** The latest imports, newest first. */
export async function listImports(deps: Deps, actor: Actor): Promise<Result<readonly ImportProgress[]>> {
  if (!can(actor, "import.run")) return notPermitted;
  const jobs = await listJobs(deps.db, "import", 20);
  return ok(await Promise.all(jobs.map((job) => progressOf(deps, job))));
}
