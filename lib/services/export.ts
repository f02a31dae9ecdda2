import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { exportFileName, exportFormatIds, exportFormats } from "@/lib/core/export/formats";
import { linkedTask, taskColumns } from "@/lib/core/export/task-columns";
import { fail, ok, type Result } from "@/lib/core/result";
import { type TaskFilter, type TaskSort, taskFilterSchema, taskSortSchema } from "@/lib/core/task/filter";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { readHints } from "@/lib/db/query-hints";
import { countAttempt } from "@/lib/db/rate";
import { type ListCursor, listTaskLines } from "@/lib/db/task-list";
import type { Deps } from "@/lib/deps";
import { isoDaySchema } from "./inputs";
import { bodiesFromDatabase } from "./registry";
import { queryOf, readingDay, toRow } from "./task-views";
import type { TaskRow } from "./types";

export const exportTasksInput = z.object({
  filter: taskFilterSchema.default({}),
  sort: taskSortSchema.default({ by: "due", direction: "asc" }),
  format: z.enum(exportFormatIds),
  title: z.string().trim().max(120).default("Tasks"),
  asOf: isoDaySchema.optional(),
});

/** A file on its way out: its bytes come as they are made. */
export type FileOut = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** Rows read from the database at a time. */
const batch = 1_000;

/** Exports that one person may start within ten minutes: enough for any work, too few to drain the server. */
const exportsAllowed = 30;

/**
 * A list of tasks as a file: the same filter, order and day as the page, every row of it, never all in memory. Each
 * export is written into the record. `base` is the address of the installation, for linked data.
 */
export async function exportTasks(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof exportTasksInput>,
  base = "",
): Promise<Result<FileOut>> {
  if (!can(actor, "export.run"))
    return fail("not-permitted", "Ask an administrator for a role before you export tasks.");
  const allowed = await countExport(deps, actor, `Tasks as ${input.format}`, input.filter);
  if (!allowed.ok) return allowed;
  const { day } = readingDay(input.asOf, await deps.today());
  const format = exportFormats[input.format];
  const table = {
    title: input.title,
    columns: taskColumns,
    rows: taskRows(deps, input.filter, input.sort, input.asOf),
    about: aboutList(input.title, day, input.filter, actor, deps.clock.now()),
    linked: linkedTask(base),
  };
  return ok({
    fileName: exportFileName(input.title, day, format.extension),
    mediaType: format.mediaType,
    chunks: format.write<TaskRow>(table),
  });
}

/** Every row of a list, in its order, batch by batch. Asks no permission: callers have. */
export async function* taskRows(
  deps: Deps,
  filter: TaskFilter,
  sort: TaskSort = { by: "due", direction: "asc" },
  asOf?: string,
): AsyncGenerator<TaskRow> {
  const reading = readingDay(asOf, await deps.today());
  const db = await deps.reading();
  const query = await readHints(db, queryOf(filter, reading, await bodiesFromDatabase(deps.db)));
  let cursor: ListCursor | null = null;
  for (;;) {
    const lines = await listTaskLines(db, query, sort, cursor, batch);
    for (const line of lines) yield toRow(line, reading.day);
    const last = lines.at(-1);
    if (!last || lines.length < batch) return;
    cursor = { value: { due: last.dueOn, step: last.nextStepOn, number: last.number }[sort.by], id: last.id };
  }
}

/** Writes an export into the record, within the allowance of one person. */
export async function countExport(
  deps: Deps,
  actor: Actor,
  subject: string,
  what: unknown,
): Promise<Result<null>> {
  const at = deps.clock.now();
  const { count, windowEnd } = await countAttempt(deps.db, `export:${actor.personId}`, 600, at);
  if (count > exportsAllowed) {
    const minutes = Math.max(1, Math.ceil((windowEnd.getTime() - at.getTime()) / 60_000));
    return fail(
      "too-many",
      `You started ${exportsAllowed} exports within ten minutes. Go on in ${minutes} minutes.`,
    );
  }
  await inTransaction(deps.db, (tx) =>
    appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "export",
      subject,
      to: what,
    }),
  );
  return ok(null);
}

function aboutList(
  title: string,
  day: string,
  filter: TaskFilter,
  actor: Actor,
  at: Date,
): [string, string][] {
  const conditions = Object.entries(filter).filter(([, value]) => value !== undefined);
  return [
    ["List", title],
    ["As of", day],
    [
      "Filter",
      conditions.map(([name, value]) => `${name}: ${[value].flat().join(", ")}`).join("; ") || "none",
    ],
    ["Made by", actor.name],
    ["Made at", at.toISOString()],
    [
      "To change tasks",
      "Edit Status, Owner, Responsible unit, Internal target, What is asked, Deliverable or Agenda item and import this file: you see every change before it is made. Leave No. and Version as they are.",
    ],
  ];
}
