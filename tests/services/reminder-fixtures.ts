import type { Prisma, PrismaClient } from "@/lib/db/generated/client";

let made = 0;

/** One open agenda item for the 53rd session, with a paragraph of its own to stand on. Gives the task's id. */
export async function aTaskRow(
  db: PrismaClient,
  more: Partial<Prisma.TaskUncheckedCreateInput> = {},
): Promise<string> {
  made += 1;
  const symbol = `A/RES/52/${1000 + made}`;
  const resolution = await db.resolution.create({
    data: { symbol, organ: "GA", session: 52, title: "Test" },
  });
  const source = await db.sourceDocument.create({ data: { sha256: symbol, text: "1. Decides." } });
  const version = await db.resolutionVersion.create({
    data: {
      resolutionId: resolution.id,
      version: 1,
      sourceId: source.id,
      header: {},
      footnotes: [],
      warnings: [],
      extractor: "rules",
    },
  });
  const paragraph = await db.paragraph.create({
    data: {
      stableId: `${symbol}#op1`,
      resolutionId: resolution.id,
      versionId: version.id,
      ordinal: 1,
      kind: "operative",
      number: "1",
      text: "Decides",
      spans: [],
    },
  });
  const task = await db.task.create({
    data: {
      resolutionId: resolution.id,
      paragraphId: paragraph.id,
      reference: `${symbol}#op1/1`,
      symbol,
      para: "1",
      organ: "GA",
      adoptedSession: 52,
      adopted: "1997-12-18",
      ask: "Include the item in the provisional agenda",
      verb: "decides",
      deliverable: "agenda_item",
      statusSince: "1998-01-05",
      createdOn: "1998-01-05",
      targetOrgan: "GA",
      targetSession: 53,
      dueFrom: "1998-09-09",
      dueOn: "1999-09-13",
      dueCertainty: "fixed",
      responsibleId: "special-unit",
      ...more,
    },
    select: { id: true },
  });
  return task.id;
}

/** Empties the record of reminders, the outbox and the inbox; closes the tasks unless they are to be kept. */
export async function clearReminders(
  db: PrismaClient,
  options: { readonly keepTasks?: boolean; readonly keepPeople?: boolean } = {},
): Promise<void> {
  await db.reminder.deleteMany();
  await db.inboxEntry.deleteMany();
  await db.delivery.deleteMany();
  if (options.keepTasks !== true) await db.task.updateMany({ data: { status: "RETIRED" } });
  if (options.keepPeople === false)
    await db.person.updateMany({ where: { id: { startsWith: "crowd" } }, data: { isActive: false } });
}

/**
 * The same database for a process that is killed before its `steps`-th statement: every call, within transactions
 * too, counts, and from then on nothing works. A transaction under way is rolled back, as the server does. `die` may
 * end the process in earnest; `step` counts what is no statement.
 */
export function dyingAfter(
  db: PrismaClient,
  steps: number,
  die: () => never = () => {
    throw new Error("killed");
  },
): { readonly db: PrismaClient; readonly step: () => void } {
  let left = steps;
  const step = () => {
    left -= 1;
    if (left < 0) die();
  };
  const wrap = <T extends object>(client: T): T =>
    new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name === "$transaction")
          return (work: (tx: object) => Promise<unknown>) => {
            step();
            return (value as (run: (tx: object) => Promise<unknown>) => Promise<unknown>).call(
              target,
              async (tx) => {
                const answer = await work(wrap(tx));
                step(); // a kill just before the commit
                return answer;
              },
            );
          };
        if (typeof value === "function")
          return (...args: unknown[]) => {
            step();
            return (value as (...all: unknown[]) => unknown).apply(target, args);
          };
        return typeof value === "object" && value !== null && !String(name).startsWith("_")
          ? wrap(value as object)
          : value;
      },
    });
  return { db: wrap(db), step };
}
