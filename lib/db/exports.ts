import type { ReportResolution } from "@/lib/core/export/report/report-task";
import type { StandingTask } from "@/lib/core/import/diff-row";
import type { TaskEvent } from "@/lib/core/task/events";
import type { Planned } from "@/lib/core/task/schedule";
import type { TaskDeadline } from "@/lib/core/task/task";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

const standingSelect = {
  number: true,
  version: true,
  reference: true,
  symbol: true,
  para: true,
  ask: true,
  deliverable: true,
  agendaTitle: true,
  status: true,
  internalTarget: true,
  meetingOn: true,
  agreedSlot: true,
  jobNumber: true,
  owner: { select: { name: true } },
  responsible: { select: { name: true } },
} as const satisfies Prisma.TaskSelect;

/** Tasks that rows of a sheet may speak of: by number, by reference, by paragraph ("A/RES/52/205" and "9"). */
export type TaskKeys = {
  readonly numbers: readonly number[];
  readonly references: readonly string[];
  readonly symbols: readonly string[];
};

/** The tasks with these keys, each once. Proposals that nobody accepted are left out. */
export async function readStandingTasks(db: Db, keys: TaskKeys): Promise<StandingTask[]> {
  const found = new Map<number, StandingTask>();
  const conditions: Prisma.TaskWhereInput[] = [
    ...inParts(keys.numbers).map((part) => ({ number: { in: part } })),
    ...inParts(keys.references).map((part) => ({ reference: { in: part } })),
    ...inParts(keys.symbols).map((part) => ({ symbol: { in: part } })),
  ];
  for (const where of conditions) {
    const rows = await db.task.findMany({
      where: { ...where, status: { not: "PROPOSED" } },
      select: standingSelect,
    });
    for (const { owner, responsible, ...row } of rows)
      found.set(row.number, { ...row, owner: owner?.name ?? null, responsible: responsible?.name ?? null });
  }
  return [...found.values()];
}

/** Lists of values go to the database in parts that one statement can hold. */
function inParts<T>(values: readonly T[], size = 2_000): T[][] {
  const unique = [...new Set(values)];
  return Array.from({ length: Math.ceil(unique.length / size) }, (_none, index) =>
    unique.slice(index * size, (index + 1) * size),
  );
}

/** Active people with one of these names or addresses; compared in lower case. */
export async function findPeople(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string; email: string }[]> {
  if (names.length === 0) return [];
  const among = [...new Set(names)];
  return db.person.findMany({
    where: {
      isActive: true,
      OR: [{ name: { in: among, mode: "insensitive" } }, { email: { in: among, mode: "insensitive" } }],
    },
    select: { id: true, name: true, email: true },
  });
}

/** What reports need of a task beyond its line in a list. */
export type ReportDetails = {
  readonly id: string;
  readonly planned: Planned;
  readonly jobNumber: string;
  readonly evidence: readonly string[];
  readonly history: readonly Pick<
    TaskEvent,
    "type" | "transition" | "from" | "to" | "reason" | "evidence" | "effectiveOn" | "actorName"
  >[];
};

/** Details of these tasks, by id; their histories, oldest line first, only where asked for. */
export async function readReportDetails(
  db: Db,
  ids: readonly string[],
  withHistory: boolean,
): Promise<ReadonlyMap<string, ReportDetails>> {
  const found = new Map<string, ReportDetails>();
  for (const part of inParts(ids, 500)) {
    const rows = await db.task.findMany({
      where: { id: { in: part } },
      select: {
        id: true,
        status: true,
        deliverable: true,
        adopted: true,
        meetingOn: true,
        agreedSlot: true,
        jobNumber: true,
        targetOrgan: true,
        targetSession: true,
        targetPart: true,
        dueFrom: true,
        dueOn: true,
        dueCertainty: true,
        host: { select: { reference: true } },
        evidence: { select: { symbol: true, title: true, fileName: true }, orderBy: { addedAt: "asc" } },
      },
    });
    const lines = withHistory ? await historiesOf(db, part) : new Map<string, ReportDetails["history"]>();
    for (const row of rows) {
      const deadline = {
        rules: [],
        quote: "",
        recurrence: null,
        because: [],
        targetOrgan: row.targetOrgan,
        targetSession: row.targetSession,
        targetPart: row.targetPart as TaskDeadline["targetPart"],
        dueFrom: row.dueFrom,
        dueOn: row.dueOn,
        certainty: row.dueCertainty as TaskDeadline["certainty"],
      };
      found.set(row.id, {
        id: row.id,
        planned: {
          deadline,
          deliverable: row.deliverable as Planned["deliverable"],
          meetingOn: row.meetingOn,
          agreedSlot: row.agreedSlot,
          status: row.status as Planned["status"],
          adopted: row.adopted,
          host: row.host?.reference ?? null,
        },
        jobNumber: row.jobNumber,
        evidence: row.evidence
          .map((one) => one.symbol || one.title || one.fileName)
          .filter((name) => name !== ""),
        history: lines.get(row.id) ?? [],
      });
    }
  }
  return found;
}

async function historiesOf(db: Db, ids: readonly string[]): Promise<Map<string, ReportDetails["history"]>> {
  const rows = await db.taskEvent.findMany({
    where: { taskId: { in: [...ids] } },
    orderBy: [{ taskId: "asc" }, { sequence: "asc" }],
    select: {
      taskId: true,
      type: true,
      transition: true,
      from: true,
      to: true,
      reason: true,
      evidence: true,
      effectiveOn: true,
      actorName: true,
    },
  });
  const byTask = new Map<string, ReportDetails["history"][number][]>();
  for (const { taskId, ...row } of rows) {
    const line = { ...row, evidence: row.evidence ?? [] } as unknown as ReportDetails["history"][number];
    const lines = byTask.get(taskId);
    if (lines) lines.push(line);
    else byTask.set(taskId, [line]);
  }
  return byTask;
}

/** The resolutions with these symbols, as reports name them, in the order of their symbols. */
export async function readReportResolutions(db: Db, symbols: readonly string[]): Promise<ReportResolution[]> {
  const found: ReportResolution[] = [];
  for (const part of inParts(symbols)) {
    const select = { symbol: true, title: true, organ: true, session: true, adopted: true } as const;
    found.push(...(await db.resolution.findMany({ where: { symbol: { in: part } }, select })));
  }
  return found.sort((a, b) => a.symbol.localeCompare(b.symbol, "en", { numeric: true }));
}

/** Members of a body with their roles, for people who have to ask somebody. */
export async function readContacts(
  db: Db,
  bodyId: string,
): Promise<{ name: string; role: string; email: string }[]> {
  const rows = await db.membership.findMany({
    where: { bodyId, until: null, person: { isActive: true } },
    select: { role: true, person: { select: { name: true, email: true } } },
    orderBy: { person: { name: "asc" } },
    take: 100,
  });
  return rows.map((row) => ({ role: row.role, ...row.person }));
}

/** The newest reading of a resolution, its paragraphs in order, and the language it is in. */
export async function readText(
  db: Db,
  symbol: string,
): Promise<{
  language: string;
  paragraphs: { stableId: string; number: string; kind: string; depth: number; text: string }[];
}> {
  const version = await db.resolutionVersion.findFirst({
    where: { resolution: { symbol } },
    orderBy: { version: "desc" },
    select: {
      source: { select: { language: true } },
      paragraphs: {
        orderBy: { ordinal: "asc" },
        select: { stableId: true, number: true, kind: true, depth: true, text: true },
      },
    },
  });
  return { language: version?.source.language ?? "en", paragraphs: version?.paragraphs ?? [] };
}
