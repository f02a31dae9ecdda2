import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { Sheet } from "@/lib/core/import/csv";
import { bestMatch, diffRow, type FieldChange, type StandingTask } from "@/lib/core/import/diff-row";
import { type ColumnMapping, guessMapping, type SheetField, sheetFields } from "@/lib/core/import/fields";
import { readRow, type SheetRow } from "@/lib/core/import/read-row";
import { fail, ok, type Result } from "@/lib/core/result";
import { readStandingTasks } from "@/lib/db/exports";
import type { Deps } from "@/lib/deps";
import { applyRow, type RowApplied } from "./spreadsheet-row";

const columns = Object.fromEntries(
  sheetFields.map((field) => [field, z.number().int().min(0).max(199).optional()]),
) as Record<SheetField, z.ZodOptional<z.ZodNumber>>;

export const previewSheetInput = z.object({
  /** The sheet as read from the file (`readSheets` of lib/adapters/archive/read-sheets.ts). */
  sheet: z.custom<Sheet>(),
  /** Absent: guessed from the headings. */
  mapping: z.object(columns).optional(),
});

/** Why a row, or one of its cells, cannot be used: a sentence that a page says in its language. */
export type SheetProblem = { readonly field: SheetField | null; readonly message: string };

/** A row with what it would change, or why it cannot be used. */
export type PreviewRow = {
  readonly at: number;
  readonly number: number | null;
  readonly reference: string;
  readonly ask: string;
  readonly changes: readonly FieldChange[];
  readonly comment: string;
  readonly problems: readonly SheetProblem[];
  /** Set where somebody changed the task after the sheet was made: the sheet's version and that of today. */
  readonly staleVersion: { readonly sheet: number; readonly now: number } | null;
};

export type SheetPreview = {
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping;
  /** Rows that would change something or cannot be used, the first 500; rows that change nothing are only counted. */
  readonly rows: readonly PreviewRow[];
  readonly counts: {
    readonly rows: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly unusable: number;
  };
  /** Stands for exactly these changes: give it back to apply them. */
  readonly digest: string;
};

const shownRows = 500;
/** More than anybody looks over in one go; a sheet of that size is divided or loaded. */
const mostRows = 10_000;

const notPermitted = fail(
  "not-permitted",
  "Ask an administrator for a role in a unit before you change tasks by a sheet.",
);

/** Whether the person may change any task by a sheet; each change is asked for again when it is made. */
export const mayImportSheet = (actor: Actor): boolean =>
  can(actor, "task.read") && actor.memberships.some(({ role }) => role !== "VIEWER" && role !== "ADMIN");

/** Reads a sheet against the tasks as they stand and says what it would change. Changes nothing. */
export async function previewSheet(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof previewSheetInput>,
): Promise<Result<SheetPreview>> {
  const planned = await plan(deps, actor, input);
  if (!planned.ok) return planned;
  const { headings, mapping, rows, digest } = planned.value;
  const told = rows.filter((row) => isChange(row) || row.problems.length > 0);
  return ok({ headings, mapping, rows: told.slice(0, shownRows), counts: countsOf(rows), digest });
}

export const applySheetInput = previewSheetInput.extend({
  /** Of the preview that the person saw. */
  digest: z.string().length(64),
  reason: z.string().trim().max(1000).default(""),
});

export type SheetOutcome = {
  readonly rows: readonly (RowApplied & { readonly at: number; readonly number: number | null })[];
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
};

/**
 * Makes the changes that the preview showed, row by row through the use cases of tasks: each is permitted, checked and
 * recorded as if made by hand. A row that is refused leaves the others alone. Refuses as a whole where the preview no
 * longer holds, because somebody changed a task meanwhile.
 */
export async function applySheet(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof applySheetInput>,
): Promise<Result<SheetOutcome>> {
  const planned = await plan(deps, actor, input);
  if (!planned.ok) return planned;
  if (planned.value.digest !== input.digest)
    return fail(
      "conflict",
      "Tasks changed since you looked at this sheet. Look at the changes again, then apply them.",
    );
  const outcomes: SheetOutcome["rows"][number][] = [];
  for (const row of planned.value.rows) {
    if (row.problems.length > 0) {
      outcomes.push({ at: row.at, number: row.number, ok: false, made: [], problems: row.problems });
    } else if (row.task && isChange(row)) {
      const outcome = await applyRow(deps, actor, {
        row: row.sheetRow,
        task: row.task,
        changes: row.changes,
        reason: input.reason,
      });
      outcomes.push({ at: row.at, number: row.number, ...outcome });
    }
  }
  const refused = outcomes.filter((row) => !row.ok).length;
  return ok({
    rows: outcomes,
    changed: outcomes.length - refused,
    unchanged: planned.value.rows.length - outcomes.length,
    refused,
  });
}

type PlannedRow = PreviewRow & { readonly task: StandingTask | null; readonly sheetRow: SheetRow };
type Planned = Pick<SheetPreview, "headings" | "mapping" | "digest"> & {
  readonly rows: readonly PlannedRow[];
};

const isChange = (row: PreviewRow): boolean => row.changes.length > 0 || row.comment !== "";

async function plan(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof previewSheetInput>,
): Promise<Result<Planned>> {
  if (!mayImportSheet(actor)) return notPermitted;
  const [headings, ...body] = input.sheet.rows;
  if (!headings || body.length === 0)
    return fail("invalid-input", "This sheet has no rows below its headings.");
  if (body.length > mostRows)
    return fail(
      "invalid-input",
      `This sheet has ${body.length} rows. Divide it into parts of at most ${mostRows}.`,
    );
  const mapping = input.mapping ? given(input.mapping) : guessMapping(headings);
  if (mapping.number === undefined && mapping.reference === undefined && mapping.symbol === undefined)
    return fail(
      "invalid-input",
      "Say which column tells the task: No., Reference, or Resolution with Paragraph.",
      {
        fields: { mapping: "Choose the column of the task's number or of the resolution." },
        current: { headings, mapping },
      },
    );
  const read = body.map((cells, index) => readRow(cells, mapping, index + 2));
  const rows = planRows(read, await tasksOf(deps, read), mapping.version !== undefined);
  return ok({ headings, mapping, rows, digest: digestOf(rows) });
}

const given = (mapping: NonNullable<z.infer<typeof previewSheetInput>["mapping"]>): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== undefined));

async function tasksOf(deps: Deps, rows: readonly SheetRow[]): Promise<readonly StandingTask[]> {
  const isKnown = (value: string | undefined): value is string => value !== undefined && value !== "";
  const keyless = rows.filter(({ values }) => !isKnown(values.number) && !isKnown(values.reference));
  return readStandingTasks(deps.db, {
    numbers: rows
      .map((row) => row.values.number)
      .filter(isKnown)
      .map(Number),
    references: rows.map((row) => row.values.reference).filter(isKnown),
    symbols: keyless.map((row) => row.values.symbol).filter(isKnown),
  });
}

function planRows(
  rows: readonly SheetRow[],
  tasks: readonly StandingTask[],
  isOurs: boolean,
): readonly PlannedRow[] {
  const byNumber = new Map(tasks.map((task) => [String(task.number), task]));
  const byReference = new Map(tasks.map((task) => [task.reference, task]));
  const byParagraph = grouped(tasks, (task) => `${task.symbol} ${task.para}`);
  const seen = new Map<number, number>();
  return rows.map((row) => {
    const { number, reference, symbol, para } = row.values;
    const task = number
      ? byNumber.get(number)
      : reference
        ? byReference.get(reference)
        : bestMatch(row, byParagraph.get(`${symbol} ${para}`) ?? []);
    const problems: SheetProblem[] = [...row.problems];
    const say = (message: string) => problems.push({ field: null, message });
    if (!task && problems.length === 0)
      say(whyNoTask(row, byParagraph.get(`${symbol} ${para}`)?.length ?? 0));
    const before = task && seen.get(task.number);
    if (before !== undefined) say(`Task ${task?.number} stands in row ${before} already.`);
    if (task && before === undefined) seen.set(task.number, row.at);
    const version = Number(row.values.version || 0);
    return {
      at: row.at,
      number: task?.number ?? null,
      reference: task?.reference ?? [symbol, para].filter(Boolean).join(" para. "),
      ask: task?.ask ?? row.values.ask ?? "",
      changes: task ? diffRow(row, task, isOurs) : [],
      comment: row.values.comment ?? "",
      problems,
      staleVersion:
        task && version > 0 && version < task.version ? { sheet: version, now: task.version } : null,
      task: task ?? null,
      sheetRow: row,
    };
  });
}

function whyNoTask(row: SheetRow, candidates: number): string {
  const { number, reference, symbol, para } = row.values;
  if (number) return `There is no task ${number}.`;
  if (reference) return `There is no task with the reference ${reference}.`;
  if (!symbol) return "The row names no task: give No., Reference, or Resolution and Paragraph.";
  if (candidates > 1)
    return `${symbol}, para. ${para} has ${candidates} tasks. Say which by No. or by its words.`;
  const place = para ? `${symbol}, para. ${para}` : symbol;
  return `There is no task for ${place}. Import the resolution and confirm its proposals first.`;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function countsOf(rows: readonly PreviewRow[]): SheetPreview["counts"] {
  const unusable = rows.filter((row) => row.problems.length > 0).length;
  const changed = rows.filter((row) => row.problems.length === 0 && isChange(row)).length;
  return { rows: rows.length, changed, unusable, unchanged: rows.length - changed - unusable };
}

const digestOf = (rows: readonly PlannedRow[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(
        rows.map((row) => [row.number, row.task?.version, row.changes, row.comment, row.problems.length]),
      ),
    )
    .digest("hex");
