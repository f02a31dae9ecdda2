import { z } from "zod";
import { openUpload } from "@/lib/adapters/archive/import-files";
import { writeBinder } from "@/lib/adapters/documents/binder";
import { hasOnlyPdfLetters } from "@/lib/adapters/documents/pdf";
import { documentFormatIds, documentFormats } from "@/lib/adapters/documents/write";
import { exportFileName, exportFormatIds } from "@/lib/core/export/formats";
import { taskFilterSchema, taskSortSchema } from "@/lib/core/task/filter";
import { advanceTask } from "@/lib/services/advance-task";
import { readResolution } from "@/lib/services/api";
import { searchBodies } from "@/lib/services/bodies";
import { exportTasks } from "@/lib/services/export";
import { importProgress, importRows, startImport } from "@/lib/services/import";
import { ingestText } from "@/lib/services/ingest";
import * as inputs from "@/lib/services/inputs";
import {
  binderInput,
  exportForecast,
  exportResolution,
  forecastSheetInput,
  makeReport,
  reportInput,
  resolutionOutInput,
  sessionBinder,
} from "@/lib/services/reports";
import { taskPage } from "@/lib/services/task-page";
import { addEvidence, commentOnTask } from "@/lib/services/task-record";
import { assignOwner, listTasks, setInternalTarget, setMeeting, setResponsible } from "@/lib/services/tasks";
import type { TaskChanged, TaskRow } from "@/lib/services/types";
import { type Operation, operation } from "./operation";
import { mapResult, ok, type Result } from "./result";
import * as schemas from "./schemas";

const number = z.coerce.number().int().min(1).max(2_147_483_647);
const byNumber = z.object({ number });
const sort = {
  sortBy: taskSortSchema.shape.by,
  sortDirection: taskSortSchema.shape.direction,
};
const listInput = z.object({
  ...taskFilterSchema.shape,
  ...sort,
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  asOf: inputs.isoDaySchema.optional(),
});

const versionTag = (version: number, day = ""): string => `"v${version}${day === "" ? "" : `-${day}`}"`;
const changed = (result: Result<TaskChanged>) =>
  mapResult(result, ({ number: task, status, version, sentence }) => ({
    number: task,
    status,
    version,
    text: sentence.text,
  }));
const change = {
  method: "PUT",
  scope: "tasks:write",
  input: byNumber,
  needsVersion: true,
  success: 200,
  answer: schemas.changedSchema,
  etag: (answer: { version: number }) => versionTag(answer.version),
} as const;

/** The filter's part of a query that also pages and sorts. */
function filterOf(query: z.output<typeof listInput>) {
  const { sortBy, sortDirection, cursor, limit, asOf, ...filter } = query;
  return {
    filter,
    sort: { by: sortBy, direction: sortDirection },
    cursor: cursor ?? null,
    limit,
    ...(asOf !== undefined && { asOf }),
  };
}

const plainRow = ({ isClosureProposed, leads, ...row }: TaskRow) => ({
  ...row,
  isClosureProposed,
  leads: [...leads],
});

/** Every operation of the API, in the order of its reference page. */
export const operations: readonly Operation[] = [
  operation({
    id: "me",
    method: "GET",
    path: "/me",
    summary: "Who this token belongs to, and what it opens",
    scope: null,
    input: z.object({}),
    success: 200,
    answer: schemas.meSchema,
    run: async ({ caller: { actor, scopes } }) =>
      ok({
        personId: actor.personId,
        name: actor.name,
        email: actor.email,
        memberships: actor.memberships.map(({ bodyId, role }) => ({ bodyId, role })),
        scopes: [...scopes],
      }),
  }),
  operation({
    id: "listTasks",
    method: "GET",
    path: "/tasks",
    summary: "Tasks by the same filters as the list of the application, page by page",
    scope: "tasks:read",
    input: listInput,
    success: 200,
    answer: schemas.taskListSchema,
    run: async ({ deps, caller }, { input }) =>
      mapResult(
        await listTasks(deps, caller.actor, filterOf(input)),
        ({ rows, total, nextCursor, asOf, isPast }) => ({
          rows: rows.map(plainRow),
          total,
          nextCursor,
          asOf,
          isPast,
        }),
      ),
  }),
  operation({
    id: "getTask",
    method: "GET",
    path: "/tasks/{number}",
    summary: "One task with its deadline, plan, evidence and the moves that its owner may make",
    scope: "tasks:read",
    input: byNumber.extend({ asOf: inputs.isoDaySchema.optional() }),
    success: 200,
    answer: schemas.taskDetailSchema,
    etag: (answer) => versionTag(answer.task.version, answer.task.timeliness),
    run: async ({ deps, caller }, { input }) =>
      mapResult(await taskPage(deps, caller.actor, withoutUndefined(input)), (page) => ({
        task: plainRow(page.row),
        because: page.because.map((one) => one.text),
        mandateStatus: page.mandateStatus,
        mandateDocument: page.mandateDocument,
        meetingOn: page.meetingOn,
        agreedSlot: page.agreedSlot,
        jobNumber: page.jobNumber,
        paragraph: page.paragraph.text,
        bodies: page.bodies.map(({ bodyId, name, role }) => ({ bodyId, name, role })),
        plan: page.plan.map(({ code, on, title, state }) => ({ code, on, title, state })),
        evidence: page.evidence.map(({ symbol, title, url, day }) => ({ symbol, title, url, day })),
        transitions: page.transitions.map(({ name, to, needs, problem }) => ({
          name,
          to,
          needs: [...needs],
          problem,
        })),
        links: page.links.map(({ number: task, relation }) => ({ number: task, relation })),
      })),
  }),
  operation({
    id: "getHistory",
    method: "GET",
    path: "/tasks/{number}/history",
    summary: "The history of a task, newest line first, with the hashes of its chain",
    scope: "tasks:read",
    input: byNumber,
    success: 200,
    answer: schemas.historySchema,
    run: async ({ deps, caller }, { input }) =>
      mapResult(await taskPage(deps, caller.actor, input), (page) => ({
        rows: page.history.map(({ sequence, at, effectiveOn, actorName, type, sentence, hash }) => ({
          sequence,
          at,
          effectiveOn,
          actorName,
          type,
          text: sentence.text,
          hash,
        })),
      })),
  }),
  operation({
    ...change,
    id: "moveTask",
    method: "POST",
    path: "/tasks/{number}/moves",
    summary: "Moves a task through the workflow, or proposes or declines its closure",
    body: inputs.advanceInput.omit({ number: true, expectedVersion: true }),
    run: async ({ deps, caller }, { input, body, expectedVersion }) =>
      changed(await advanceTask(deps, caller.actor, { ...body, ...input, expectedVersion })),
  }),
  operation({
    ...change,
    id: "setOwner",
    path: "/tasks/{number}/owner",
    summary: "Names the person who sees the task through; null for nobody",
    body: inputs.assignOwnerInput.omit({ number: true, expectedVersion: true }),
    run: async ({ deps, caller }, { input, body, expectedVersion }) =>
      changed(await assignOwner(deps, caller.actor, { ...body, ...input, expectedVersion })),
  }),
  operation({
    ...change,
    id: "setResponsible",
    path: "/tasks/{number}/responsible",
    summary: "Routes the task to a body of the register; null for none",
    body: inputs.setResponsibleInput.omit({ number: true, expectedVersion: true }),
    run: async ({ deps, caller }, { input, body, expectedVersion }) =>
      changed(await setResponsible(deps, caller.actor, { ...body, ...input, expectedVersion })),
  }),
  operation({
    ...change,
    id: "setMeeting",
    path: "/tasks/{number}/meeting",
    summary: "Records the day on which the organ takes the item",
    body: inputs.setMeetingInput.omit({ number: true, expectedVersion: true }),
    run: async ({ deps, caller }, { input, body, expectedVersion }) =>
      changed(await setMeeting(deps, caller.actor, { ...body, ...input, expectedVersion })),
  }),
  operation({
    ...change,
    id: "setInternalTarget",
    path: "/tasks/{number}/internal-target",
    summary: "Sets the target day of staff; the deadline of the text stays",
    body: inputs.setInternalTargetInput.omit({ number: true, expectedVersion: true }),
    run: async ({ deps, caller }, { input, body, expectedVersion }) =>
      changed(await setInternalTarget(deps, caller.actor, { ...body, ...input, expectedVersion })),
  }),
  operation({
    id: "comment",
    method: "POST",
    path: "/tasks/{number}/comments",
    summary: "Adds a comment",
    scope: "tasks:write",
    input: byNumber,
    body: inputs.commentInput.omit({ number: true }),
    success: 201,
    answer: schemas.changedSchema,
    run: async ({ deps, caller }, { input, body }) =>
      changed(await commentOnTask(deps, caller.actor, { ...body, ...input })),
  }),
  operation({
    id: "addEvidence",
    method: "POST",
    path: "/tasks/{number}/evidence",
    summary: "Adds a document that shows what was done",
    scope: "tasks:write",
    input: byNumber,
    body: inputs.evidenceRefSchema,
    success: 201,
    answer: schemas.changedSchema,
    run: async ({ deps, caller }, { input, body }) =>
      changed(await addEvidence(deps, caller.actor, { ...body, ...input, file: null })),
  }),
  operation({
    id: "getResolution",
    method: "GET",
    path: "/resolutions/{symbol}",
    summary: "A resolution with its paragraphs; write the symbol percent-encoded, A%2FRES%2F52%2F205",
    scope: "resolutions:read",
    input: z.object({ symbol: z.string().min(1).max(120) }),
    success: 200,
    answer: schemas.resolutionSchema,
    run: ({ deps, caller }, { input }) => readResolution(deps, caller.actor, input),
  }),
  operation({
    id: "ingestResolution",
    method: "POST",
    path: "/resolutions",
    summary: "Takes in the text of a resolution; the same text again changes nothing",
    scope: "resolutions:write",
    input: z.object({}),
    body: inputs.ingestInput.pick({ text: true, symbol: true }),
    success: 201,
    answer: schemas.ingestedSchema,
    run: async ({ deps, caller }, { body }) =>
      mapResult(await ingestText(deps, caller.actor, withoutUndefined(body)), (taken) => ({
        outcome: taken.outcome,
        symbol: taken.symbol,
        title: taken.title,
        version: taken.version,
        operativeCount: taken.operativeCount,
        proposals: taken.proposals,
        warnings: taken.warnings.map((warning) => warning.message),
      })),
  }),
  operation({
    id: "startImport",
    method: "POST",
    path: "/imports",
    summary:
      "Imports a file or a ZIP archive of resolutions (TXT, PDF, DOCX, Akoma Ntoso); the body is its bytes",
    scope: "resolutions:write",
    input: z.object({ name: z.string().min(1).max(200) }),
    takesFile: true,
    success: 202,
    answer: schemas.importSchema,
    run: async ({ deps, caller }, { input, file }) => {
      const opened = await openUpload(input.name, file);
      if (!opened.ok) return opened;
      const { files, close } = opened.value;
      const started = await startImport(deps, caller.actor, { title: input.name, source: "", files });
      if (!started.ok) {
        close();
        return started;
      }
      void started.value.finished.catch((error) => console.error("Import:", error)).finally(close);
      return mapResult(await importProgress(deps, caller.actor, { id: started.value.jobId }), (progress) => ({
        ...progress,
        tally: { ...progress.tally },
      }));
    },
  }),
  operation({
    id: "getImport",
    method: "GET",
    path: "/imports/{id}",
    summary: "How an import stands",
    scope: "resolutions:write",
    input: z.object({ id: z.string().min(1).max(60) }),
    success: 200,
    answer: schemas.importSchema,
    run: async ({ deps, caller }, { input }) =>
      mapResult(await importProgress(deps, caller.actor, input), (progress) => ({
        ...progress,
        tally: { ...progress.tally },
      })),
  }),
  operation({
    id: "getImportRows",
    method: "GET",
    path: "/imports/{id}/rows",
    summary: "What became of each file",
    scope: "resolutions:write",
    input: z.object({
      id: z.string().min(1).max(60),
      outcome: z.enum(["created", "version", "unchanged", "refused"]).optional(),
      after: z.coerce.number().int().min(-1).max(1_000_000).default(-1),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    success: 200,
    answer: schemas.importRowsSchema,
    run: async ({ deps, caller }, { input }) =>
      mapResult(
        await importRows(deps, caller.actor, { ...input, outcome: input.outcome ?? null }),
        (rows) => ({ rows: [...rows] }),
      ),
  }),
  operation({
    id: "searchBodies",
    method: "GET",
    path: "/bodies",
    summary: "Bodies of the register by any name they have or had",
    scope: "tasks:read",
    input: inputs.bodySearchInput,
    success: 200,
    answer: schemas.bodiesSchema,
    run: async ({ deps, caller }, { input }) =>
      mapResult(await searchBodies(deps, caller.actor, input), (rows) => ({ rows: [...rows] })),
  }),
  operation({
    id: "exportTasks",
    method: "GET",
    path: "/exports/tasks",
    summary: "A list of tasks as a file: CSV, XLSX, JSON or JSON-LD, every row of it",
    scope: "export",
    input: listInput.omit({ cursor: true, limit: true }).extend({
      format: z.enum(exportFormatIds).default("csv"),
      title: z.string().trim().max(120).default("Tasks"),
    }),
    success: 200,
    answer: "file",
    run: ({ deps, caller, base }, { input: { format, title, sortBy, sortDirection, asOf, ...filter } }) =>
      exportTasks(
        deps,
        caller.actor,
        {
          filter,
          sort: { by: sortBy, direction: sortDirection },
          format,
          title,
          ...(asOf !== undefined && { asOf }),
        },
        base,
      ),
  }),
  operation({
    id: "exportResolution",
    method: "GET",
    path: "/exports/resolutions/{symbol}",
    summary:
      "A resolution in Akoma Ntoso with our analysis, or its paragraphs as rows of a registry of mandates",
    scope: "export",
    input: resolutionOutInput,
    success: 200,
    answer: "file",
    run: ({ deps, caller }, { input }) => exportResolution(deps, caller.actor, input),
  }),
  operation({
    id: "exportForecast",
    method: "GET",
    path: "/exports/forecast",
    summary: "The forecast of documents of a session as a sheet, with the fields of a slot request",
    scope: "export",
    input: forecastSheetInput,
    success: 200,
    answer: "file",
    run: ({ deps, caller }, { input }) => exportForecast(deps, caller.actor, input),
  }),
  operation({
    id: "sessionBinder",
    method: "GET",
    path: "/exports/binder",
    summary: "The binder of a session: one HTML file that works without network",
    scope: "export",
    input: binderInput,
    success: 200,
    answer: "file",
    run: async ({ deps, caller }, { input }) =>
      mapResult(await sessionBinder(deps, caller.actor, input), (binder) => ({
        fileName: exportFileName(binder.title, binder.day, "html"),
        mediaType: "text/html; charset=utf-8",
        chunks: once(new TextEncoder().encode(writeBinder(binder))),
      })),
  }),
  operation({
    id: "makeReport",
    method: "GET",
    path: "/reports/{kind}",
    summary: "A document: follow-up report, session brief, handover pack, forecast, draft annotations",
    scope: "export",
    input: z.object({
      kind: z.enum(reportInput.options.map((option) => option.shape.kind.value) as [string, ...string[]]),
      symbol: z.string().max(120).optional(),
      body: z.string().max(120).optional(),
      organ: z.string().max(200).optional(),
      session: z.coerce.number().int().min(1).max(9999).optional(),
      format: z.enum(documentFormatIds).default("docx"),
    }),
    success: 200,
    answer: "file",
    run: async ({ deps, caller }, { input: { format, ...about } }) => {
      const parsed = reportInput.safeParse(about);
      if (!parsed.success) {
        const missing = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
        return {
          ok: false,
          error: { code: "invalid-input", message: `This document also needs: ${missing}.` },
        };
      }
      const made = await makeReport(deps, caller.actor, parsed.data);
      if (!made.ok) return made;
      const { mediaType, write } = documentFormats[format];
      const { report, title, day } = made.value;
      if (format === "pdf" && !hasOnlyPdfLetters(report))
        return {
          ok: false,
          error: {
            code: "invalid-input",
            message:
              "This document has words in Arabic or Chinese letters, which its PDF cannot show. Take it as DOCX or HTML.",
          },
        };
      return ok({
        fileName: exportFileName(title, day, format),
        mediaType,
        chunks: once(await write(report)),
      });
    },
  }),
];

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** An object without the keys whose value is undefined, for inputs whose optional fields must be absent. */
function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
