import { randomUUID } from "node:crypto";
import { readSource } from "@/lib/adapters/sources/read-source";
import type { Actor } from "@/lib/auth/actor";
import type { WorkStatus } from "@/lib/core/task/status";
import type { TaskDeadline } from "@/lib/core/task/task";
import { appendEvents, streamOf } from "@/lib/db/events";
import { createTask, type NewTask, readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { type TestDatabase, testDatabase } from "../../support/database";

/** A database, what the use cases need, and three people. */
export type Scene = {
  readonly database: TestDatabase;
  readonly deps: Deps;
  readonly secretary: Actor;
  readonly focalPoint: Actor;
  readonly viewer: Actor;
  readonly nobody: Actor;
};

/** The working date of these tests. */
export const today = "1998-08-03";

/** Opens the scene: the unit "unit", its focal point, a Secretary and a Viewer. */
export async function openScene(): Promise<Scene> {
  const database = await testDatabase();
  const { db } = database;
  const deps: Deps = {
    db,
    clock: { now: () => new Date("1998-08-03T14:00:00Z") },
    today: async () => today,
    reading: async () => db,
    readSource,
    extractor: { name: "none", extract: () => ({ actions: [], none: [], references: [] }) },
  };
  await db.body.create({
    data: {
      id: "unit",
      name: "Special Unit",
      kind: "unit",
      names: { create: { name: "Special Unit", key: "special unit" } },
    },
  });
  const person = async (id: string, role: string | null, bodyId: string | null): Promise<Actor> => {
    const email = `${id}@example.org`;
    await db.person.create({ data: { id, name: `Name of ${id}`, email } });
    if (role) await db.membership.create({ data: { personId: id, role, bodyId } });
    const memberships = role ? [{ bodyId, role: role as "VIEWER" }] : [];
    return { personId: id, name: `Name of ${id}`, email, memberships };
  };
  return {
    database,
    deps,
    secretary: await person("secretary", "SECRETARY", null),
    focalPoint: await person("focal", "FOCAL_POINT", "unit"),
    viewer: await person("viewer", "VIEWER", null),
    nobody: await person("nobody", null, null),
  };
}

const noDeadline: TaskDeadline = {
  rules: [],
  quote: "",
  recurrence: null,
  targetOrgan: null,
  targetSession: null,
  targetPart: null,
  dueFrom: null,
  dueOn: null,
  certainty: "unknown",
  because: [],
};

export type TaskSketch = {
  readonly para?: string;
  readonly ask?: string;
  readonly status?: WorkStatus;
  readonly dueOn?: string;
  readonly agendaTitle?: string;
  readonly deliverable?: "report" | "meeting" | "agenda_item";
};

/** Tasks of one resolution, led by "unit"; gives their numbers. */
export async function addTasks(
  deps: Deps,
  symbol: string,
  sketches: readonly TaskSketch[],
): Promise<number[]> {
  const { db } = deps;
  const source = await db.sourceDocument.create({
    data: { sha256: randomUUID(), text: `Text of ${symbol}` },
  });
  const resolution = await db.resolution.create({
    data: {
      symbol,
      organ: "GA",
      session: 52,
      adopted: "1997-12-18",
      title: `Title of ${symbol}`,
      meeting: "77",
    },
  });
  const version = await db.resolutionVersion.create({
    data: {
      resolutionId: resolution.id,
      version: 1,
      sourceId: source.id,
      header: {},
      footnotes: [],
      warnings: [],
      extractor: "none",
    },
  });
  const numbers: number[] = [];
  for (const [index, sketch] of sketches.entries()) {
    const para = sketch.para ?? String(index + 1);
    const stableId = `${symbol}#op${para}`;
    const paragraph = await db.paragraph.upsert({
      where: { versionId_stableId: { versionId: version.id, stableId } },
      update: {},
      create: {
        stableId,
        resolutionId: resolution.id,
        versionId: version.id,
        ordinal: index,
        kind: "operative",
        number: para,
        text: `Requests ${sketch.ask ?? ""}`,
        spans: [],
      },
    });
    const task: NewTask = {
      resolutionId: resolution.id,
      paragraphId: paragraph.id,
      candidateId: null,
      reference: `${stableId}/${index + 1}`,
      symbol,
      para,
      organ: "GA",
      adoptedSession: 52,
      adopted: "1997-12-18",
      ask: sketch.ask ?? "to report on the implementation of the present resolution",
      askSpans: [],
      verb: "request",
      deliverable: sketch.deliverable ?? ("report" as const),
      agendaTitle: sketch.agendaTitle ?? "",
      outputKind: null,
      draftWords: null,
      wordLimit: null,
      wordLimitSource: "",
      occurrence: 1,
      conditions: [],
      status: sketch.status ?? ("PENDING" as const),
      statusSince: "1998-01-05",
      createdOn: "1998-01-05",
      isBlocked: false,
      blockedReason: "",
      mandateStatus: "in_force" as const,
      mandateDocument: "",
      closureProposal: null,
      deadline: {
        ...noDeadline,
        ...(sketch.dueOn && {
          rules: [{ kind: "date" as const, on: sketch.dueOn, operator: "by" as const }],
          quote: `by ${sketch.dueOn}`,
          dueOn: sketch.dueOn,
          dueFrom: sketch.dueOn,
          certainty: "fixed" as const,
          targetOrgan: "GA",
          targetSession: 53,
        }),
      },
      meetingOn: null,
      agreedSlot: null,
      jobNumber: "",
      internalTarget: null,
      reviewOrgan: null,
      reviewSession: null,
      ownerId: null,
      responsibleId: "unit",
      leadBodyId: "unit",
      parentId: null,
      hostId: null,
      hostReport: "",
      previousId: null,
      nextStep: null,
      bodies: [
        {
          bodyId: "unit",
          name: "Special Unit",
          printed: "the Special Unit",
          role: "lead" as const,
          isClass: false,
          spans: [],
        },
      ],
    };
    const { id, number } = await createTask(db, task);
    const stored = await readTask(db, number);
    if (!stored) throw new Error("The task is not there.");
    await appendEvents(db, [
      {
        type: "created",
        transition: null,
        from: null,
        to: {
          status: stored.status,
          statusSince: stored.statusSince,
          ask: stored.ask,
          para,
          responsibleId: "unit",
          ownerId: null,
          deadline: stored.deadline,
        },
        reason: "",
        evidence: [],
        taskId: id,
        stream: streamOf(stored),
        sequence: 1,
        at: new Date("1998-01-05T10:00:00Z"),
        effectiveOn: "1998-01-05",
        actorId: null,
        actorName: "System",
      },
    ]);
    numbers.push(number);
  }
  return numbers;
}

/** A small resolution, written for these tests. */
export const aResolution = (
  number: string,
  words = "on the state of the archive",
): string => `RESOLUTION ${number}

Adopted at the 80th plenary meeting, on 12 January 1998

${number}. Keeping of records

The General Assembly,

Recalling its earlier resolutions,

1. Takes note of the report of the Secretary-General;

2. Requests the Secretary-General to report to it at its fifty-third session ${words}.
`;
