import { z } from "zod";
import { deliverables } from "@/lib/core/mandate/candidate-action";
import { workStatuses } from "@/lib/core/task/status";
import { timelinesses } from "@/lib/core/task/timeliness";

const day = z.string().meta({ format: "date" });
const instant = z.string().meta({ format: "date-time" });
const named = z.object({ id: z.string(), name: z.string() });

/** A failure as RFC 9457 has it; `code` is for programs, `title` a sentence for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: "Problem" });

export const taskSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    reference: z.string().meta({ examples: ["A/RES/52/205#op12/2"] }),
    symbol: z.string(),
    para: z.string(),
    ask: z.string(),
    verb: z.string(),
    deliverable: z.enum(deliverables),
    agendaTitle: z.string(),
    status: z.enum(workStatuses),
    statusSince: day,
    timeliness: z.enum(timelinesses),
    isBlocked: z.boolean(),
    blockedReason: z.string(),
    isClosureProposed: z.boolean(),
    leads: z.array(z.object({ bodyId: z.string().nullable(), name: z.string() })),
    responsible: named.nullable(),
    owner: named.nullable(),
    target: z.object({ organ: z.string(), session: z.int(), part: z.string().nullable() }).nullable(),
    dueFrom: day.nullable(),
    dueOn: day.nullable(),
    dueCertainty: z.enum(["fixed", "expected", "unknown"]),
    nextStep: z.object({ code: z.string(), on: day }).nullable(),
    internalTarget: day.nullable(),
    version: z.int(),
  })
  .meta({ id: "Task" });

export const taskListSchema = z
  .object({
    rows: z.array(taskSchema),
    total: z.object({ count: z.int(), isExact: z.boolean() }),
    nextCursor: z.string().nullable(),
    asOf: day,
    isPast: z.boolean(),
  })
  .meta({ id: "TaskList" });

const evidenceSchema = z.object({
  symbol: z.string(),
  title: z.string(),
  url: z.string(),
  day: day.nullable(),
});

export const taskDetailSchema = z
  .object({
    task: taskSchema,
    because: z.array(z.string()).meta({ description: "How the deadline was worked out, in sentences." }),
    mandateStatus: z.string(),
    mandateDocument: z.string(),
    meetingOn: day.nullable(),
    agreedSlot: day.nullable(),
    jobNumber: z.string(),
    paragraph: z.string().meta({ description: "The words of the paragraph." }),
    bodies: z.array(z.object({ bodyId: z.string().nullable(), name: z.string(), role: z.string() })),
    plan: z.array(z.object({ code: z.string(), on: day, title: z.string(), state: z.string() })),
    evidence: z.array(evidenceSchema),
    transitions: z.array(
      z.object({
        name: z.string(),
        to: z.enum(workStatuses),
        needs: z.array(z.string()),
        problem: z.string().nullable(),
      }),
    ),
    links: z.array(z.object({ number: z.int(), relation: z.string() })),
  })
  .meta({ id: "TaskDetail" });

export const historySchema = z
  .object({
    rows: z.array(
      z.object({
        sequence: z.int(),
        at: instant,
        effectiveOn: day,
        actorName: z.string(),
        type: z.string(),
        text: z.string(),
        hash: z.string(),
      }),
    ),
  })
  .meta({ id: "History" });

export const changedSchema = z
  .object({ number: z.int(), status: z.enum(workStatuses), version: z.int(), text: z.string() })
  .meta({ id: "Changed" });

export const resolutionSchema = z
  .object({
    symbol: z.string(),
    title: z.string(),
    organ: z.string(),
    session: z.int().nullable(),
    adopted: day.nullable(),
    paragraphs: z.array(
      z.object({ id: z.string(), number: z.string(), kind: z.string(), depth: z.int(), text: z.string() }),
    ),
  })
  .meta({ id: "Resolution" });

export const ingestedSchema = z
  .object({
    outcome: z.enum(["created", "version", "expression", "unchanged"]),
    symbol: z.string(),
    title: z.string(),
    version: z.int(),
    operativeCount: z.int(),
    proposals: z.int(),
    warnings: z.array(z.string()),
  })
  .meta({ id: "Ingested" });

export const importSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(["running", "done", "failed"]),
    message: z.string(),
    total: z.int(),
    done: z.int(),
    failed: z.int(),
    tally: z.record(z.string(), z.int()),
    startedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: "Import" });

export const importRowsSchema = z
  .object({
    rows: z.array(
      z.object({
        ordinal: z.int(),
        name: z.string(),
        outcome: z.string(),
        subject: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "ImportRows" });

export const bodiesSchema = z.object({ rows: z.array(named) }).meta({ id: "Bodies" });

export const meSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    memberships: z.array(z.object({ bodyId: z.string().nullable(), role: z.string() })),
    scopes: z.array(z.string()),
  })
  .meta({ id: "Me" });
