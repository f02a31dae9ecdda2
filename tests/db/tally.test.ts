import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chanceOf } from "@/lib/cli/bench/chance";
import { openDatabase } from "@/lib/db/client";
import { countTasksBy } from "@/lib/db/figures";
import { recountTally, tallyDifferences } from "@/lib/db/tally";
import { type TestDatabase, testDatabase } from "../support/database";

/** Operations of all writers together; TALLY_OPERATIONS=100000 for the long run. */
const operations = Number(process.env.TALLY_OPERATIONS ?? 1_200);
const writers = 6;
const statuses = ["PENDING", "IN_PROGRESS", "SUBMITTED", "IMPLEMENTED", "ONGOING", "DEFERRED", "RETIRED"];
const days = [null, "1998-06-01", "1998-09-09", "1999-09-14"];
const bodies = [null, "ga", "unit", "desa"];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await db.body.createMany({ data: ["ga", "unit", "desa"].map((id) => ({ id, name: id, kind: "body" })) });
  await db.person.create({ data: { id: "ana", email: "ana@example.org", name: "Ana" } });
  await db.resolution.create({ data: { id: "r", symbol: "A/RES/52/205", organ: "GA", title: "T" } });
  await db.sourceDocument.create({ data: { id: "s", sha256: "s", text: "t" } });
  const version = {
    id: "v",
    resolutionId: "r",
    version: 1,
    sourceId: "s",
    header: {},
    footnotes: [],
    warnings: [],
    extractor: "t",
  };
  await db.resolutionVersion.create({ data: version });
  const paragraph = {
    id: "p",
    stableId: "p",
    resolutionId: "r",
    versionId: "v",
    ordinal: 1,
    kind: "operative",
    number: "1",
    text: "t",
  };
  await db.paragraph.create({ data: { ...paragraph, spans: [] } });
});
afterAll(() => database.close());

/** One writer with a connection of its own, so that each counts in a shard of its own. */
async function write(url: string, seed: number, times: number): Promise<void> {
  const db = openDatabase(url, { poolSize: 1 });
  const chance = chanceOf(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const cell = () => {
    const session = one([null, 53, 54]);
    return {
      status: one(statuses),
      dueOn: one(days),
      targetOrgan: session === null ? null : "GA",
      targetSession: session,
      leadBodyId: one(bodies),
      responsibleId: one(bodies),
      ownerId: one([null, "ana"]),
    };
  };
  try {
    for (let time = 0; time < times; time++) {
      await once(db, cell, chance, one, seed).catch(ignoreDeadlock);
    }
  } finally {
    await db.$disconnect();
  }
}

/** One change of one kind: made, changed, removed, many at once, or taken back. */
async function once(
  db: TestDatabase["db"],
  cell: () => object,
  chance: () => number,
  one: <T>(list: readonly T[]) => T,
  seed: number,
): Promise<unknown> {
  const act = chance();
  const name = `${seed}-${Math.floor(chance() * 40)}`;
  if (act < 0.45) {
    const fixed = { resolutionId: "r", paragraphId: "p", symbol: "A/RES/52/205", para: "1", organ: "GA" };
    const words = {
      ask: "a",
      verb: "v",
      deliverable: "report",
      statusSince: "1998-01-01",
      createdOn: "1998-01-01",
    };
    const row = { ...fixed, ...words, id: name, reference: name };
    return db.task.upsert({ where: { id: name }, create: { ...row, ...cell() }, update: cell() });
  }
  // No task is ever deleted: the record that refers to it refuses.
  if (act < 0.6) {
    // Many rows by one statement, as a moved session does, over the tasks of every writer.
    const where = { id: { endsWith: `-${Math.floor(chance() * 40)}` } };
    return db.task.updateMany({ where, data: { dueOn: one(days) } });
  }
  if (act < 0.8) {
    const taken = db.$transaction(async (tx) => {
      await tx.task.updateMany({ where: { id: name }, data: cell() });
      throw new Error("taken back");
    });
    return taken.catch((error: Error) => {
      if (error.message !== "taken back") throw error;
    });
  }
  return db.task.updateMany({ where: { id: name }, data: cell() });
}

/** Two writers over the same rows may wait for each other in a circle: PostgreSQL takes one change back, whole. */
function ignoreDeadlock(error: Error): void {
  if (!/deadlock|write conflict|40P01|P2034/i.test(String(error))) throw error;
}

describe("maintained figures", () => {
  it("equal a full recount after random changes by several writers at once, taken back and bulk ones too", async () => {
    await Promise.all(
      Array.from({ length: writers }, (_none, writer) =>
        write(database.url, writer + 1, operations / writers),
      ),
    );
    expect(await database.db.task.count()).toBeGreaterThan(20);
    expect(await tallyDifferences(database.db)).toEqual([]);
  }, 900_000);

  it("give the dashboard the same counts from the coarse summary as from the tasks", async () => {
    const counts = await countTasksBy(database.db, { day: "1998-08-03", pastDay: null });
    const all = counts.find((row) => row.by === "all");
    const open = await database.db.task.count({
      where: { status: { in: ["PENDING", "IN_PROGRESS", "SUBMITTED", "ONGOING", "DEFERRED"] } },
    });
    const late = await database.db.task.count({
      where: { status: { in: ["PENDING", "IN_PROGRESS", "SUBMITTED"] }, dueOn: { lt: "1998-08-03" } },
    });
    expect(all).toMatchObject({ all: await database.db.task.count(), pending: open, overdue: late });
    for (const by of ["session", "lead", "responsible", "status"] as const)
      expect(counts.filter((row) => row.by === by).reduce((sum, row) => sum + row.pending, 0)).toBe(open);
    const session = await countTasksBy(
      database.db,
      { day: "1998-08-03", pastDay: null },
      { organ: "GA", session: 53 },
    );
    const alone = counts.find((row) => row.by === "session" && row.session === 53);
    expect(session.find((row) => row.by === "all")).toMatchObject({
      all: alone?.all,
      pending: alone?.pending,
      overdue: alone?.overdue,
      unassigned: alone?.unassigned,
    });
  });

  it("are put right by a recount after somebody has changed them by hand, and the recount says how much was wrong", async () => {
    const { db } = database;
    await db.$executeRaw`update task_tally set count = count + 5 where ctid = (select ctid from task_tally limit 1)`;
    await db.$executeRaw`delete from task_rollup where dimension = 'lead'`;
    const wrong = await tallyDifferences(db);
    expect(wrong.some((one) => one.grain === "fine")).toBe(true);
    expect(wrong.some((one) => one.grain === "coarse")).toBe(true);
    expect(await recountTally(db)).toBe(wrong.length);
    expect(await tallyDifferences(db)).toEqual([]);
  });
});
