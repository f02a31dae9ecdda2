import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { writeAkomaNtoso } from "@/lib/core/export/akoma-ntoso";
import { exportFileName, exportFormats } from "@/lib/core/export/formats";
import { registryColumns, registryRows } from "@/lib/core/export/registry-columns";
import { annotatedAgenda } from "@/lib/core/export/report/annotated-agenda";
import type { Binder } from "@/lib/core/export/report/binder";
import { followUpReport } from "@/lib/core/export/report/follow-up";
import { forecastColumns, forecastLines, forecastReport } from "@/lib/core/export/report/forecast";
import { handoverPack } from "@/lib/core/export/report/handover";
import type { Report } from "@/lib/core/export/report/report";
import type { ReportTask } from "@/lib/core/export/report/report-task";
import { sessionBrief } from "@/lib/core/export/report/session-brief";
import { fail, ok, type Result } from "@/lib/core/result";
import { parseSymbol } from "@/lib/core/symbol/parse-symbol";
import type { TaskFilter } from "@/lib/core/task/filter";
import { planOf } from "@/lib/core/task/schedule";
import { eventInEnglish, eventSentence } from "@/lib/core/task/sentences";
import { readContacts, readReportDetails, readReportResolutions, readText } from "@/lib/db/exports";
import type { Deps } from "@/lib/deps";
import { countExport, type FileOut, taskRows } from "./export";
import { bodiesFromDatabase, calendarFromDatabase } from "./registry";
import type { TaskRow } from "./types";

const organ = z.string().min(1).max(200);
const session = z.coerce.number().int().min(1).max(9999);
const ofSession = { organ, session };

/** The documents that can be made, each with what it is about. */
export const reportInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("follow-up-resolution"), symbol: z.string().trim().min(1).max(120) }),
  z.object({ kind: z.literal("follow-up-body"), body: z.string().min(1).max(120) }),
  z.object({ kind: z.literal("follow-up-session"), ...ofSession }),
  z.object({ kind: z.literal("session-brief"), ...ofSession }),
  z.object({ kind: z.literal("handover"), body: z.string().min(1).max(120) }),
  z.object({ kind: z.literal("forecast"), ...ofSession }),
  z.object({ kind: z.literal("annotated-agenda"), ...ofSession }),
]);
export type ReportInput = z.infer<typeof reportInput>;

/** A document ready to be written, with a name for its file (without an ending). */
export type MadeReport = { readonly report: Report; readonly title: string; readonly day: string };

/** Rows of one document; a longer list is a matter for a sheet. */
const mostRows = 2_000;

const notPermitted = fail("not-permitted", "Ask an administrator for a role before you make reports.");

/** Makes a document of follow-up from what stands today. Written into the record as an export. */
export async function makeReport(deps: Deps, actor: Actor, input: ReportInput): Promise<Result<MadeReport>> {
  if (!can(actor, "export.run")) return notPermitted;
  const scene = await openScene(deps, actor);
  const made = await reportOf(scene, input);
  if (!made.ok) return made;
  const title = titleOf(made.value);
  const counted = await countExport(deps, actor, title, input);
  return counted.ok ? ok({ report: made.value, title, day: scene.day }) : counted;
}

const titleOf = (report: Report): string => [report.title, report.session || report.subtitle].join(" ");

type Scene = {
  readonly deps: Deps;
  readonly calendar: SessionCalendar;
  readonly day: string;
  readonly origin: string;
};

async function openScene(deps: Deps, actor: Actor): Promise<Scene> {
  return {
    deps,
    calendar: await calendarFromDatabase(deps.db),
    day: await deps.today(),
    origin: `Working paper of the Secretariat, made for ${actor.name}. Not an official document.`,
  };
}

async function reportOf(scene: Scene, input: ReportInput): Promise<Result<Report>> {
  const { day, origin, calendar } = scene;
  switch (input.kind) {
    case "follow-up-resolution": {
      const symbol = parseSymbol(input.symbol)?.canonical ?? input.symbol;
      const [resolution] = await readReportResolutions(scene.deps.db, [symbol]);
      if (!resolution) return fail("not-found", `Resolution ${input.symbol} is not here. Import it first.`);
      const tasks = await tasksFor(scene, { resolution: symbol });
      if (!tasks.ok) return tasks;
      const scope = { kind: "resolution" as const, resolution };
      return ok(followUpReport({ scope, tasks: tasks.value, resolutions: [resolution], day, origin }));
    }
    case "follow-up-body": {
      const body = await bodyOf(scene, input.body);
      if (!body.ok) return body;
      return followUp(scene, { kind: "body", name: body.value.name }, { body: input.body });
    }
    case "follow-up-session":
      return followUp(scene, { ...input, kind: "session" }, { organ: input.organ, session: input.session });
    case "session-brief": {
      const tasks = await tasksFor(scene, { organ: input.organ, session: input.session });
      const opens = calendar.find(input.organ, input.session)?.opens ?? null;
      return tasks.ok ? ok(sessionBrief({ ...input, opens, tasks: tasks.value, day, origin })) : tasks;
    }
    case "handover": {
      const body = await bodyOf(scene, input.body);
      if (!body.ok) return body;
      const tasks = await tasksFor(scene, { body: input.body, open: true }, true);
      const contacts = await readContacts(scene.deps.db, input.body);
      return tasks.ok
        ? ok(handoverPack({ name: body.value.name, tasks: tasks.value, contacts, day, origin }))
        : tasks;
    }
    case "forecast": {
      const tasks = await tasksFor(scene, {
        organ: input.organ,
        session: input.session,
        deliverable: ["report"],
      });
      return tasks.ok ? ok(forecastReport({ ...input, tasks: tasks.value, day, origin })) : tasks;
    }
    case "annotated-agenda": {
      const tasks = await tasksFor(scene, { organ: input.organ, session: input.session });
      if (!tasks.ok) return tasks;
      const resolutions = await readReportResolutions(
        scene.deps.db,
        tasks.value.map((task) => task.symbol),
      );
      return ok(annotatedAgenda({ ...input, tasks: tasks.value, resolutions, day, origin }));
    }
  }
}

async function followUp(
  scene: Scene,
  scope: Parameters<typeof followUpReport>[0]["scope"],
  filter: TaskFilter,
): Promise<Result<Report>> {
  const tasks = await tasksFor(scene, filter);
  if (!tasks.ok) return tasks;
  const resolutions = await readReportResolutions(
    scene.deps.db,
    tasks.value.map((task) => task.symbol),
  );
  return ok(followUpReport({ scope, tasks: tasks.value, resolutions, day: scene.day, origin: scene.origin }));
}

async function bodyOf(scene: Scene, id: string): Promise<Result<{ readonly name: string }>> {
  const body = (await bodiesFromDatabase(scene.deps.db)).byId.get(id);
  return body
    ? ok(body)
    : fail("not-found", "This body is not in the register. Look it up by one of its names.");
}

async function tasksFor(
  scene: Scene,
  filter: TaskFilter,
  withHistory = false,
): Promise<Result<ReportTask[]>> {
  const rows: TaskRow[] = [];
  for await (const row of taskRows(scene.deps, filter)) {
    rows.push(row);
    if (rows.length > mostRows)
      return fail(
        "invalid-input",
        `This document would hold more than ${mostRows} actions. Narrow it, or export a sheet.`,
      );
  }
  const details = await readReportDetails(
    scene.deps.db,
    rows.map((row) => row.id),
    withHistory,
  );
  return ok(
    rows.map((row) => {
      const more = details.get(row.id);
      const plan = more && planOf(more.planned, scene.calendar, scene.day);
      return {
        ...row,
        leads: row.leads.map((lead) => lead.name),
        responsible: row.responsible?.name ?? null,
        owner: row.owner?.name ?? null,
        plan: Object.fromEntries(
          (plan?.steps ?? []).flatMap((step) => (step.day === null ? [] : [[step.id, step.day]])),
        ),
        agreedSlot: more?.planned.agreedSlot ?? null,
        jobNumber: more?.jobNumber ?? "",
        wordLimit: plan?.wordLimit?.words ?? null,
        evidence: more?.evidence ?? [],
        history: (more?.history ?? []).map((event) => ({
          day: event.effectiveOn,
          text: eventInEnglish(eventSentence(event)),
        })),
      };
    }),
  );
}

export const forecastSheetInput = z.object({ ...ofSession, format: z.enum(["csv", "xlsx"]) });

/** The forecast of documents as a sheet with the fields of the slot form. */
export async function exportForecast(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof forecastSheetInput>,
): Promise<Result<FileOut>> {
  if (!can(actor, "export.run")) return notPermitted;
  const scene = await openScene(deps, actor);
  const tasks = await tasksFor(scene, {
    organ: input.organ,
    session: input.session,
    deliverable: ["report"],
  });
  if (!tasks.ok) return tasks;
  const title = `Forecast of documents ${sessionTitle(input.organ, input.session)}`;
  const counted = await countExport(deps, actor, title, input);
  if (!counted.ok) return counted;
  const format = exportFormats[input.format];
  const about = [
    ["List", title],
    ["As of", scene.day],
    ["Made by", actor.name],
  ] as const;
  return ok({
    fileName: exportFileName(title, scene.day, format.extension),
    mediaType: format.mediaType,
    chunks: format.write({
      title: "Forecast",
      columns: forecastColumns,
      rows: forecastLines(tasks.value),
      about,
    }),
  });
}

export const binderInput = z.object(ofSession);

/** Gathers the binder of a session, for a conference room without network. */
export async function sessionBinder(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof binderInput>,
): Promise<Result<Binder>> {
  if (!can(actor, "export.run")) return notPermitted;
  const scene = await openScene(deps, actor);
  const tasks = await tasksFor(scene, { organ: input.organ, session: input.session }, true);
  if (!tasks.ok) return tasks;
  const title = `Binder of the ${sessionTitle(input.organ, input.session)}`;
  const counted = await countExport(deps, actor, title, input);
  if (!counted.ok) return counted;
  const resolutions = await readReportResolutions(
    deps.db,
    tasks.value.map((task) => task.symbol),
  );
  const texts = [];
  for (const { symbol, title: name } of resolutions)
    texts.push({ symbol, title: name, paragraphs: (await readText(deps.db, symbol)).paragraphs });
  const { day, origin } = scene;
  const opens = scene.calendar.find(input.organ, input.session)?.opens ?? null;
  const brief = sessionBrief({ ...input, opens, tasks: tasks.value, day, origin });
  return ok({ title, day, origin, brief, tasks: tasks.value, texts });
}

export const resolutionOutInput = z.object({
  symbol: z.string().trim().min(1).max(120),
  format: z.enum(["akn", "csv", "xlsx", "json"]).default("akn"),
});

/**
 * A resolution with our reading of it: in Akoma Ntoso with its `analysis`, or as the rows of a registry of mandates, one
 * for each paragraph.
 */
export async function exportResolution(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof resolutionOutInput>,
): Promise<Result<FileOut>> {
  if (!can(actor, "export.run")) return notPermitted;
  const symbol = parseSymbol(input.symbol)?.canonical ?? input.symbol;
  const [resolution] = await readReportResolutions(deps.db, [symbol]);
  if (!resolution) return fail("not-found", `Resolution ${input.symbol} is not here. Import it first.`);
  const scene = await openScene(deps, actor);
  const tasks = await tasksFor(scene, { resolution: symbol });
  if (!tasks.ok) return tasks;
  const counted = await countExport(deps, actor, `${symbol} as ${input.format}`, input);
  if (!counted.ok) return counted;
  const { language, ...read } = await readText(deps.db, symbol);
  const paragraphs = read.paragraphs.map(({ stableId, ...one }) => ({ id: stableId, ...one }));
  if (input.format === "akn") {
    const text = writeAkomaNtoso(resolution, { language, paragraphs }, tasks.value, scene.day);
    const fileName = exportFileName(symbol, scene.day, "akn.xml");
    return ok({ fileName, mediaType: "application/akn+xml", chunks: oneChunk(text) });
  }
  const format = exportFormats[input.format];
  const table = {
    title: "Paragraphs",
    columns: registryColumns,
    rows: registryRows(resolution, paragraphs, tasks.value),
    about: [
      ["Resolution", symbol],
      ["As of", scene.day],
    ] as const,
  };
  const fileName = exportFileName(`${symbol} paragraphs`, scene.day, format.extension);
  return ok({ fileName, mediaType: format.mediaType, chunks: format.write(table) });
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
