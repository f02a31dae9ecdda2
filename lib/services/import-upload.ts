import { join } from "node:path";
import { z } from "zod";
import { openImport } from "@/lib/adapters/archive/import-files";
import { dropUpload, keepUpload } from "@/lib/adapters/archive/kept-upload";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { dataFolder } from "@/lib/db/connection";
import { readJob, type StoredJob, takeUpJob } from "@/lib/db/jobs";
import type { Deps } from "@/lib/deps";
import { type ImportProgress, isStoppedAt, notPermitted, resumeImport, startImport } from "./import";

export const importUploadInput = z.object({
  title: z.string().trim().min(1).max(200),
  files: z
    .array(z.object({ name: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) }))
    .min(1)
    .max(2_000),
});

export const ofImportInput = z.object({ id: z.string().min(1).max(60) });

const uploads = (): string => join(dataFolder(), "imports");

/** Keeps the files that somebody sent and begins to take them in; gives the job at once. The work goes on by itself. */
export async function importUpload(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof importUploadInput>,
): Promise<Result<{ readonly jobId: string }>> {
  if (!can(actor, "import.run")) return notPermitted;
  const source = await keepUpload(uploads(), input.files);
  const started = await begin(deps, actor, input.title, source);
  if (!started.ok) await dropUpload(uploads(), source);
  return started;
}

/** Goes through the files of an import once more: those that are here change nothing, the refused get another try. */
export async function retryImport(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof ofImportInput>,
): Promise<Result<{ readonly jobId: string }>> {
  if (!can(actor, "import.run")) return notPermitted;
  const job = await readJob(deps.db, input.id);
  if (job?.kind !== "import") return noSuchImport;
  if (job.source === "") return notKept;
  if (job.state === "running") return fail("not-allowed-now", "This import is still at work.");
  return begin(deps, actor, job.title, job.source);
}

/** Takes up an import whose server was stopped, where it was. */
export async function takeUpImport(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof ofImportInput>,
): Promise<Result<{ readonly jobId: string }>> {
  if (!can(actor, "import.run")) return notPermitted;
  const job = await readJob(deps.db, input.id);
  if (job?.kind !== "import") return noSuchImport;
  const now = deps.clock.now();
  if (!isStoppedAt(job, now) || !(await takeUpJob(deps.db, job, now)))
    return fail("not-allowed-now", "This import is at work, or has ended.");
  const opened = await openImport(job.source);
  if (!opened.ok) return notKept;
  void resumeImport(deps, actor, { jobId: job.id, files: opened.value.files })
    .then((progress) => (progress.ok ? tidy(job.source, progress.value) : undefined))
    .catch((error) => console.error("Import:", error))
    .finally(() => opened.value.close());
  return ok({ jobId: job.id });
}

const noSuchImport = fail("not-found", "There is no such import. It may be of another installation.");
const notKept = fail("not-found", "The files of this import are no longer kept. Send them again.");

async function begin(
  deps: Deps,
  actor: Actor,
  title: string,
  source: StoredJob["source"],
): Promise<Result<{ readonly jobId: string }>> {
  const opened = await openImport(source);
  if (!opened.ok) return opened.error.code === "not-found" ? notKept : opened;
  const { files, close } = opened.value;
  const started = await startImport(deps, actor, { title, source, files });
  if (!started.ok) {
    close();
    return started;
  }
  void started.value.finished
    .then((progress) => tidy(source, progress))
    .catch((error) => console.error("Import:", error))
    .finally(close);
  return ok({ jobId: started.value.jobId });
}

/** Once every file is taken in, its text is kept with its resolution, and the upload is not needed any more. */
async function tidy(source: string, progress: ImportProgress): Promise<void> {
  if (progress.state === "done" && progress.failed === 0) await dropUpload(uploads(), source);
}
