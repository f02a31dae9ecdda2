import type { OutputKind } from "@/lib/core/calendar/document-rules";
import type { Because, Certainty, DeadlineRule, Recurrence, SessionPart } from "@/lib/core/calendar/rule";
import type { Deliverable } from "@/lib/core/mandate/candidate-action";
import type { MandateStatus } from "@/lib/core/task/mandate-status";
import type { Planned } from "@/lib/core/task/schedule";
import type { WorkStatus } from "@/lib/core/task/status";
import type { ClosureProposal, EvidenceRef, Task, TaskBodyRef, TaskChanges } from "@/lib/core/task/task";
import type { Span } from "@/lib/core/text/span";
import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { toJson } from "./json";
import { pendingStatuses } from "./task-query";

/** A task with what a change of it has to look at. */
export type StoredTask = Task & {
  readonly resolutionId: string;
  readonly paragraphId: string;
  readonly adopted: string | null;
  readonly leadBodyIds: readonly string[];
  readonly parentId: string | null;
  readonly hostId: string | null;
  /** The report of which this is a section, in the words of the text; "" where it is none. */
  readonly hostReport: string;
  readonly previousId: string | null;
  /** 1, 2, 3 … in a lineage that comes back. */
  readonly occurrence: number;
  readonly candidateId: string | null;
  /** The report that carries this one, as far as dates go. */
  readonly hostTask: Planned | null;
  readonly conditions: readonly string[];
  readonly nextStep: { readonly code: string; readonly on: string } | null;
};

const hostSelect = {
  status: true,
  deliverable: true,
  outputKind: true,
  adopted: true,
  meetingOn: true,
  agreedSlot: true,
  targetOrgan: true,
  targetSession: true,
  targetPart: true,
  dueFrom: true,
  dueOn: true,
  dueCertainty: true,
  deadlineRules: true,
} as const satisfies Prisma.TaskSelect;

const taskSelect = {
  id: true,
  number: true,
  resolutionId: true,
  paragraphId: true,
  reference: true,
  symbol: true,
  para: true,
  organ: true,
  adoptedSession: true,
  adopted: true,
  ask: true,
  verb: true,
  deliverable: true,
  agendaTitle: true,
  outputKind: true,
  draftWords: true,
  wordLimit: true,
  wordLimitSource: true,
  occurrence: true,
  candidateId: true,
  conditions: true,
  status: true,
  statusSince: true,
  createdOn: true,
  isBlocked: true,
  blockedReason: true,
  mandateStatus: true,
  mandateDocument: true,
  closureProposal: true,
  deadlineRules: true,
  deadlineQuote: true,
  recurrence: true,
  targetOrgan: true,
  targetSession: true,
  targetPart: true,
  dueFrom: true,
  dueOn: true,
  dueCertainty: true,
  because: true,
  meetingOn: true,
  agreedSlot: true,
  jobNumber: true,
  internalTarget: true,
  nextStep: true,
  nextStepOn: true,
  reviewOrgan: true,
  reviewSession: true,
  ownerId: true,
  responsibleId: true,
  leadBodyId: true,
  parentId: true,
  hostId: true,
  hostReport: true,
  previousId: true,
  version: true,
} as const satisfies Prisma.TaskSelect;

type TaskRecord = Prisma.TaskGetPayload<{ select: typeof taskSelect }>;

/** The task with this number; null where there is none. */
export const readTask = (db: Db, number: number): Promise<StoredTask | null> =>
  readOne(db, Prisma.sql`t.number = ${number}`);

/**
 * Open tasks of a person in the order of their ids, after `after`, locked until the transaction ends: what a handover
 * works through in batches.
 */
export async function lockOwnedTasks(
  tx: Db,
  ownerId: string,
  after: string,
  limit: number,
): Promise<StoredTask[]> {
  const rows = await tx.task.findMany({
    where: { ownerId, status: { in: [...pendingStatuses] }, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    select: taskSelect,
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await tx.$queryRaw`select 1 from task where id = any(${ids}) order by id for update`;
  const names = await tx.$queryRaw<(NamesOfTask & { readonly id: string })[]>`
    select t.id, p.name as "ownerName", b.name as "responsibleName",
           coalesce((select jsonb_agg(tb.body_id order by tb.ordinal) from task_body tb where tb.task_id = t.id and tb.role = 'lead'), '[]'::jsonb) as leads
    from task t left join person p on p.id = t.owner_id left join body b on b.id = t.responsible_id
    where t.id = any(${ids})`;
  const byId = new Map(names.map(({ id, ...one }) => [id, one]));
  // Another owner moves no date, so the report that a section belongs to is not looked at.
  return rows.map((row) =>
    toTask(row, byId.get(row.id) ?? { ownerName: null, responsibleName: null, leads: [] }, null),
  );
}

/** Gives tasks to another owner in one statement, each only if it still stands at its version. Gives the ids that moved. */
export async function storeOwner(
  tx: Db,
  tasks: readonly { readonly id: string; readonly version: number }[],
  ownerId: string,
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update task t set owner_id = ${ownerId}, version = t.version + 1, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(tasks.map(({ id, version }) => ({ id, version })))}::jsonb)
         as d(id text, version int)
    where t.id = d.id and t.version = d.version returning t.id`;
  return new Set(rows.map(({ id }) => id));
}

/** The task with this reference ("A/RES/52/205#op9/2"); null where there is none. */
export const readTaskByReference = (db: Db, reference: string): Promise<StoredTask | null> =>
  readOne(db, Prisma.sql`t.reference = ${reference}`);

/** The columns of a task under the names of the schema. */
const taskColumns = Prisma.raw(
  Object.keys(taskSelect)
    .map((name) => `t.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${name}"`)
    .join(", "),
);

type NamesOfTask = {
  readonly ownerName: string | null;
  readonly responsibleName: string | null;
  /** The leads in the order of the text; null for one that the registry does not know. */
  readonly leads: readonly (string | null)[];
};

/** One statement: it is asked with every page and every change of a task. */
async function readOne(db: Db, which: Prisma.Sql): Promise<StoredTask | null> {
  const [row] = await db.$queryRaw<(TaskRecord & NamesOfTask)[]>(Prisma.sql`
    select ${taskColumns}, (select name from person where id = t.owner_id) as "ownerName",
           (select name from body where id = t.responsible_id) as "responsibleName",
           coalesce((select jsonb_agg(body_id order by ordinal) from task_body where task_id = t.id and role = 'lead'), '[]'::jsonb) as leads
    from task t where ${which}`);
  if (!row) return null;
  return toTask(row, row, row.hostId === null ? null : await readPlanned(db, row.hostId));
}

/** A host report as far as the dates of its sections go. */
function toHost(row: Prisma.TaskGetPayload<{ select: typeof hostSelect }>): Planned {
  return {
    status: row.status as WorkStatus,
    deliverable: row.deliverable as Deliverable,
    outputKind: row.outputKind as OutputKind | null,
    adopted: row.adopted,
    meetingOn: row.meetingOn,
    agreedSlot: row.agreedSlot,
    deadline: {
      rules: row.deadlineRules as DeadlineRule[],
      quote: "",
      recurrence: null,
      targetOrgan: row.targetOrgan,
      targetSession: row.targetSession,
      targetPart: row.targetPart as SessionPart | null,
      dueFrom: row.dueFrom,
      dueOn: row.dueOn,
      certainty: row.dueCertainty as Certainty,
      because: [],
    },
  };
}

/** The dates of a task by id, for those that hang on it; null where there is none. */
export async function readPlanned(db: Db, id: string): Promise<Planned | null> {
  const row = await db.task.findUnique({ where: { id }, select: hostSelect });
  return row && toHost(row);
}

function toTask(
  row: TaskRecord,
  { ownerName, responsibleName, leads }: NamesOfTask,
  hostTask: Planned | null,
): StoredTask {
  return {
    id: row.id,
    number: row.number,
    resolutionId: row.resolutionId,
    paragraphId: row.paragraphId,
    reference: row.reference,
    symbol: row.symbol,
    para: row.para,
    organ: row.organ,
    adoptedSession: row.adoptedSession,
    adopted: row.adopted,
    ask: row.ask,
    verb: row.verb,
    deliverable: row.deliverable as Deliverable,
    agendaTitle: row.agendaTitle,
    outputKind: row.outputKind as OutputKind | null,
    draftWords: row.draftWords,
    wordLimit: row.wordLimit,
    wordLimitSource: row.wordLimitSource,
    occurrence: row.occurrence,
    candidateId: row.candidateId,
    conditions: row.conditions as string[],
    status: row.status as WorkStatus,
    statusSince: row.statusSince,
    createdOn: row.createdOn,
    isBlocked: row.isBlocked,
    blockedReason: row.blockedReason,
    mandateStatus: row.mandateStatus as MandateStatus,
    mandateDocument: row.mandateDocument,
    closureProposal: row.closureProposal as ClosureProposal | null,
    deadline: {
      rules: row.deadlineRules as DeadlineRule[],
      quote: row.deadlineQuote,
      recurrence: row.recurrence as Recurrence | null,
      targetOrgan: row.targetOrgan,
      targetSession: row.targetSession,
      targetPart: row.targetPart as SessionPart | null,
      dueFrom: row.dueFrom,
      dueOn: row.dueOn,
      certainty: row.dueCertainty as Certainty,
      because: row.because as unknown as Because[],
    },
    meetingOn: row.meetingOn,
    agreedSlot: row.agreedSlot,
    jobNumber: row.jobNumber,
    internalTarget: row.internalTarget,
    nextStep:
      row.nextStep !== null && row.nextStepOn !== null ? { code: row.nextStep, on: row.nextStepOn } : null,
    reviewOrgan: row.reviewOrgan,
    reviewSession: row.reviewSession,
    ownerId: row.ownerId,
    ownerName,
    responsibleId: row.responsibleId,
    responsibleName,
    leadBodyId: row.leadBodyId,
    leadCount: leads.length,
    leadBodyIds: leads.filter((id) => id !== null),
    parentId: row.parentId,
    hostId: row.hostId,
    hostReport: row.hostReport,
    hostTask,
    previousId: row.previousId,
    version: row.version,
  };
}

/** What a change stores beside the core's changes. */
export type StoredChanges = TaskChanges & {
  readonly nextStep?: { readonly code: string; readonly on: string } | null;
  readonly parentId?: string | null;
  readonly hostId?: string | null;
  readonly previousId?: string | null;
};

/**
 * Stores a change if the task still stands at `version`, and raises the version by one. False where somebody else was
 * faster: then nothing is stored.
 */
export async function storeChanges(
  tx: Db,
  id: string,
  version: number,
  changes: StoredChanges,
): Promise<boolean> {
  const { deadline, nextStep, closureProposal, ...plainChanges } = changes;
  const { count } = await tx.task.updateMany({
    where: { id, version },
    data: {
      ...plainChanges,
      ...(closureProposal !== undefined && { closureProposal: toJson(closureProposal) }),
      ...(deadline && deadlineColumns(deadline)),
      ...(nextStep !== undefined && { nextStep: nextStep?.code ?? null, nextStepOn: nextStep?.on ?? null }),
      version: version + 1,
      updatedAt: new Date(),
    },
  });
  return count === 1;
}

/** A deadline as columns. */
export const deadlineColumns = (deadline: Task["deadline"]) => ({
  deadlineRules: deadline.rules as unknown as Prisma.InputJsonValue,
  deadlineQuote: deadline.quote,
  recurrence: toJson(deadline.recurrence),
  targetOrgan: deadline.targetOrgan,
  targetSession: deadline.targetSession,
  targetPart: deadline.targetPart,
  dueFrom: deadline.dueFrom,
  dueOn: deadline.dueOn,
  dueCertainty: deadline.certainty,
  because: deadline.because as unknown as Prisma.InputJsonValue,
});

/** A task to be made, with its bodies in the order of the text. */
export type NewTask = Omit<
  StoredTask,
  "id" | "number" | "version" | "leadBodyIds" | "leadCount" | "ownerName" | "responsibleName" | "hostTask"
> & {
  readonly askSpans: readonly Span[];
  readonly bodies: readonly TaskBodyRef[];
};

/** Makes a task; gives its id and number. */
export async function createTask(tx: Db, task: NewTask): Promise<{ id: string; number: number }> {
  const { deadline, bodies, nextStep, closureProposal, conditions, askSpans, ...columns } = task;
  return tx.task.create({
    data: {
      ...columns,
      ...deadlineColumns(deadline),
      conditions: [...conditions],
      askSpans: askSpans as unknown as Prisma.InputJsonValue,
      closureProposal: toJson(closureProposal),
      nextStep: nextStep?.code ?? null,
      nextStepOn: nextStep?.on ?? null,
      version: 1,
      bodies: { create: bodies.map((body, ordinal) => bodyColumns(body, ordinal)) },
    },
    select: { id: true, number: true },
  });
}

const bodyColumns = (body: TaskBodyRef, ordinal: number) => ({
  bodyId: body.bodyId,
  printed: body.printed,
  role: body.role,
  isClass: body.isClass,
  ordinal,
  spans: body.spans as unknown as Prisma.InputJsonValue,
});

/** The bodies of a task in the order of the text, under their names of today. */
export async function readTaskBodies(db: Db, taskId: string): Promise<TaskBodyRef[]> {
  return db.$queryRaw<TaskBodyRef[]>`
    select tb.body_id as "bodyId", coalesce(b.name, tb.printed) as name, tb.printed, tb.role, tb.is_class as "isClass", tb.spans
    from task_body tb left join body b on b.id = tb.body_id where tb.task_id = ${taskId} order by tb.ordinal`;
}

/** Puts other bodies in place of those of a task. */
export async function replaceTaskBodies(
  tx: Db,
  taskId: string,
  bodies: readonly TaskBodyRef[],
): Promise<void> {
  await tx.taskBody.deleteMany({ where: { taskId } });
  await tx.taskBody.createMany({
    data: bodies.map((body, ordinal) => ({ taskId, ...bodyColumns(body, ordinal) })),
  });
}

/** Evidence on file for a task, oldest first; without the bytes of files. */
export const readEvidence = (db: Db, taskId: string) => db.$queryRaw<
  {
    id: string;
    symbol: string;
    title: string;
    url: string;
    day: string | null;
    fileName: string;
    mediaType: string;
    addedById: string;
    addedAt: Date;
  }[]
>`
  select id, symbol, title, url, day, file_name as "fileName", media_type as "mediaType", added_by_id as "addedById",
         added_at as "addedAt"
  from evidence where task_id = ${taskId} order by added_at`;

/** A file kept as evidence, for download; null where there is none or it is only a symbol. */
export const readEvidenceFile = (db: Db, id: string) =>
  db.evidence.findUnique({
    where: { id },
    select: { fileName: true, mediaType: true, bytes: true, taskId: true },
  });

/** Keeps evidence, with the file's bytes where there is one. */
export async function createEvidence(
  tx: Db,
  taskId: string,
  addedById: string,
  evidence: EvidenceRef & {
    readonly id?: string;
    readonly fileName?: string;
    readonly mediaType?: string;
    readonly bytes?: Uint8Array<ArrayBuffer>;
  },
): Promise<void> {
  await tx.evidence.create({
    data: {
      ...(evidence.id !== undefined && { id: evidence.id }),
      taskId,
      addedById,
      symbol: evidence.symbol,
      title: evidence.title,
      url: evidence.url,
      day: evidence.day,
      fileName: evidence.fileName ?? "",
      mediaType: evidence.mediaType ?? "",
      ...(evidence.bytes && { bytes: evidence.bytes }),
    },
  });
}

/** Comments on a task, oldest first. */
export const readComments = (db: Db, taskId: string) => db.$queryRaw<
  {
    id: string;
    authorId: string;
    at: Date;
    text: string;
    mentions: string[];
    isQuestion: boolean;
    answersId: string | null;
  }[]
>`
  select id, author_id as "authorId", at, text, mentions, is_question as "isQuestion", answers_id as "answersId"
  from comment where task_id = ${taskId} order by at limit 500`;

/** Who wrote a comment of this task; null where there is none. */
export async function readAuthor(db: Db, number: number, commentId: string): Promise<string | null> {
  const row = await db.comment.findFirst({
    where: { id: commentId, task: { number } },
    select: { authorId: true },
  });
  return row?.authorId ?? null;
}

/** Keeps a comment. */
export async function createComment(
  tx: Db,
  comment: {
    readonly taskId: string;
    readonly authorId: string;
    readonly at: Date;
    readonly id?: string;
    readonly text: string;
    readonly mentions: readonly string[];
    readonly isQuestion?: boolean;
    readonly answersId?: string | null;
  },
): Promise<void> {
  await tx.comment.create({ data: { ...comment, mentions: [...comment.mentions] } });
}

/** Names of people by id, for history, comments and evidence; ids that nobody bears are absent. */
export async function namesOfPeople(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from person where id = any(${wanted})`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Tasks beside this one: of the same paragraph, tied to it, and of its lineage. */
export async function readLinkedTasks(db: Db, task: StoredTask) {
  const tied = [task.parentId, task.hostId, task.previousId].filter((id) => id !== null);
  return db.$queryRaw<
    {
      id: string;
      number: number;
      reference: string;
      para: string;
      ask: string;
      status: WorkStatus;
      dueOn: string | null;
      paragraphId: string;
      parentId: string | null;
      hostId: string | null;
      previousId: string | null;
    }[]
  >`
    select id, number, reference, para, ask, status, due_on as "dueOn", paragraph_id as "paragraphId",
           parent_id as "parentId", host_id as "hostId", previous_id as "previousId"
    from task where id <> ${task.id} and status not in ('PROPOSED', 'NOT_ACTIONABLE')
      and (paragraph_id = ${task.paragraphId} or id = any(${tied}) or parent_id = ${task.id} or host_id = ${task.id}
           or previous_id = ${task.id})
    order by number limit 100`;
}

/** People who may own a task: members of these bodies with a working role, or working everywhere. */
export async function membersOf(db: Db, bodyIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    select p.id, p.name from person p where p.is_active and exists (
      select from membership m where m.person_id = p.id and m.until is null
        and m.role in ('CONTRIBUTOR', 'FOCAL_POINT', 'SECRETARY') and (m.body_id = any(${[...bodyIds]}) or m.body_id is null))
    order by p.name limit 200`;
}

/** True where following the ties of one kind from `start` comes to `goal`: such a tie would close a circle. */
export async function leadsTo(
  db: Db,
  start: string,
  tie: "parentId" | "hostId" | "previousId",
  goal: string,
): Promise<boolean> {
  const seen = new Set<string>();
  let at: string | null = start;
  while (at !== null && !seen.has(at)) {
    if (at === goal) return true;
    seen.add(at);
    const row: Record<typeof tie, string | null> | null = await db.task.findUnique({
      where: { id: at },
      select: { parentId: true, hostId: true, previousId: true },
    });
    at = row?.[tie] ?? null;
  }
  return false;
}

/** True where a comment or a piece of evidence with this id is kept already. */
export async function isKept(db: Db, what: "comment" | "evidence", id: string): Promise<boolean> {
  const where = { where: { id }, select: { id: true } };
  return (await (what === "comment" ? db.comment.findUnique(where) : db.evidence.findUnique(where))) !== null;
}

/** Numbers of the tasks that are parts of another one. */
export async function partsOf(db: Db, taskId: string): Promise<number[]> {
  const rows = await db.task.findMany({ where: { parentId: taskId }, select: { number: true }, take: 100 });
  return rows.map((row) => row.number);
}

/** Deferred tasks whose new window has begun by a day. */
export const deferredUntil = (db: Db, day: string) =>
  db.task.findMany({
    where: { status: "DEFERRED", dueFrom: { lte: day } },
    orderBy: { id: "asc" },
    take: 5000,
    select: { number: true, version: true, targetOrgan: true, targetSession: true },
  });
