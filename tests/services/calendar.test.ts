import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { addCalendarPack, moveSession, previewSessionMove, sessionPage } from "@/lib/services/calendar";
import { ingestText } from "@/lib/services/ingest";
import { calendarPackInput, moveSessionInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
let numbers: number[] = [];
const symbol = "A/RES/52/205";

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  for (const place of ["9/1", "9/2", "10/1", "11/1", "12/1", "4/1"]) {
    const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol }));
    const candidateId =
      page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId === `${symbol}#op${place}`)
        ?.id ?? "";
    const input = {
      resolutionId: page.resolutionId,
      expectedVersion: page.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId: "special-unit",
      ownerId: null,
    };
    numbers.push(...succeeded(await acceptProposal(world.deps, world.secretary, input)).taskNumbers);
  }
});
afterAll(async () => {
  numbers = [];
  await world.close();
});

const move = (given: object) =>
  moveSessionInput.parse({
    organ: "GA",
    session: 53,
    expectedVersion: 1,
    opens: "1998-09-15",
    closes: null,
    reason: "The Assembly decided on another day.",
    source: "A/RES/52/232",
    ...given,
  });
const rows = async () =>
  Promise.all(numbers.map(async (number) => succeeded(await taskPage(world.deps, world.viewer, { number }))));

describe("moving a session", () => {
  it("shows what would move and writes nothing", async () => {
    const preview = succeeded(await previewSessionMove(world.deps, world.admin, move({})));
    expect(preview).toMatchObject({
      from: { opens: "1998-09-09" },
      to: { opens: "1998-09-15" },
      moved: 4,
      version: 1,
    });
    expect(preview.examples.map((one) => one.para).toSorted()).toEqual(["10", "11", "9", "9"]);
    expect((await rows()).map((page) => page.row.version)).toEqual([1, 1, 1, 1, 1, 1]);
    expect((await world.db.calendarSession.findFirst({ where: { organ: "GA", session: 53 } }))?.opens).toBe(
      "1998-09-09",
    );
  });

  it("is for an Admin or the organ's Secretary, with a reason, a source, and days in order", async () => {
    for (const actor of [world.contributor, world.focalPoint, world.viewer, world.stranger]) {
      expect(await moveSession(world.deps, actor, move({}))).toMatchObject({
        ok: false,
        error: { code: "not-permitted" },
      });
    }
    expect(await moveSession(world.deps, world.admin, move({ reason: "" }))).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
    expect(await moveSession(world.deps, world.admin, move({ source: "" }))).toMatchObject({
      ok: false,
      error: { fields: { source: expect.any(String) } },
    });
    expect(
      await moveSession(world.deps, world.admin, move({ opens: "1998-09-15", closes: "1998-09-01" })),
    ).toMatchObject({ ok: false, error: { code: "invalid-input" } });
    expect(await moveSession(world.deps, world.admin, move({ session: 4711 }))).toMatchObject({ ok: false });
    expect(await moveSession(world.deps, world.admin, move({ expectedVersion: 7 }))).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    expect(await world.db.calendarChange.count()).toBe(0);
  });

  it("moves every date that follows from it and writes one line for each task, all or nothing", async () => {
    const before = await rows();
    expect(succeeded(await moveSession(world.deps, world.admin, move({})))).toEqual({
      version: 2,
      tasksMoved: 4,
    });
    const after = await rows();
    for (const [index, page] of after.entries()) {
      const isDueAt53 = before[index]?.row.target?.session === 53;
      expect(page.row.dueFrom, page.row.para).toBe(isDueAt53 ? "1998-09-15" : before[index]?.row.dueFrom);
      expect(page.history.filter((line) => line.type === "session-moved")).toHaveLength(isDueAt53 ? 1 : 0);
      expect(page.row.version).toBe(isDueAt53 ? 2 : 1);
    }
    const eleven = after.find((page) => page.row.para === "11");
    expect(eleven?.because.map((one) => one.text).join(" ")).toContain("15 September 1998");
    expect(eleven?.history[0]?.sentence.text).toMatch(/^Ada Nowak moved the dates of session 53/);
    const session = succeeded(await sessionPage(world.deps, world.admin, { organ: "GA", session: 53 }));
    expect(session).toMatchObject({
      version: 2,
      mayMove: true,
      session: { opens: "1998-09-15" },
      changes: [{ by: "Ada Nowak", tasksMoved: 4, source: "A/RES/52/232" }],
    });
    expect((await world.db.calendarSession.findFirst({ where: { organ: "GA", session: 52 } }))?.closes).toBe(
      "1998-09-14",
    );
  });

  it("lets one of two movers through", async () => {
    const both = await Promise.all([
      moveSession(world.deps, world.admin, move({ expectedVersion: 2, opens: "1998-09-16" })),
      moveSession(world.deps, world.secretary, move({ expectedVersion: 2, opens: "1998-09-17" })),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { code: "conflict" } });
  });

  it("moves a session that only a rule proposed, by making it a row", async () => {
    expect(
      succeeded(
        await moveSession(
          world.deps,
          world.admin,
          move({ session: 90, expectedVersion: 0, opens: "2035-09-12" }),
        ),
      ),
    ).toMatchObject({ version: 1, tasksMoved: 0 });
  });
});

describe("a calendar pack", () => {
  const pack = {
    organ: "River Commission",
    name: "River Commission",
    timeZone: "Europe/Vienna",
    sessions: [
      {
        session: 3,
        label: "3",
        opens: "1998-05-04",
        closes: "1998-05-08",
        standing: "fixed",
        source: "RC/3/1",
      },
    ],
  };
  const input = (given: object = {}) =>
    calendarPackInput.parse({ pack, reason: "A body of ours.", source: "RC/3/1", ...given });
  it("adds the sessions of a body once, and says what is wrong with it", async () => {
    expect(await addCalendarPack(world.deps, world.contributor, input())).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(await addCalendarPack(world.deps, world.admin, input({ pack: "{" }))).toMatchObject({
      ok: false,
      error: { code: "invalid-input" },
    });
    expect(await addCalendarPack(world.deps, world.admin, input({ reason: "" }))).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
    expect(succeeded(await addCalendarPack(world.deps, world.admin, input()))).toEqual({
      organ: "River Commission",
      added: 1,
      unchanged: 0,
      tasksMoved: 0,
    });
    expect(succeeded(await addCalendarPack(world.deps, world.admin, input()))).toEqual({
      organ: "River Commission",
      added: 0,
      unchanged: 1,
      tasksMoved: 0,
    });
  });
});

describe("the record", () => {
  it("names the first broken link when a line is changed, removed or put in, or the end is cut off", async () => {
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
    await expect(
      world.db.$executeRaw`update task_event set reason = 'x' where stream_seq = 2`,
    ).rejects.toThrow();
    await expect(world.db.$executeRaw`delete from task_event`).rejects.toThrow();
    // The app's own role cannot; whoever owns the tables can.
    const owner = openDatabase(world.ownerUrl);
    const tampered = async (change: (sql: typeof world.db) => Promise<unknown>): Promise<unknown> => {
      let verdict: unknown = null;
      await owner
        .$transaction(async (tx) => {
          await tx.$executeRaw`alter table task_event disable trigger user`;
          await change(tx as typeof world.db);
          verdict = await verifyTaskChains(tx);
          throw new Error("put back");
        })
        .catch((error: Error) => {
          if (error.message !== "put back") throw error;
        });
      return verdict;
    };
    const [line] = await world.db.taskEvent.findMany({
      where: { streamSeq: 2n },
      orderBy: { stream: "asc" },
      take: 1,
    });
    const [stream, id] = [line?.stream ?? "", line?.id ?? 0n];
    expect(
      await tampered((tx) => tx.$executeRaw`update task_event set reason = 'x' where id = ${id}`),
    ).toMatchObject({ intact: false, stream, streamSeq: "2", problem: expect.stringMatching(/content/) });
    expect(
      await tampered(
        (tx) => tx.$executeRaw`update task_event set effective_on = '1990-01-01' where id = ${id}`,
      ),
    ).toMatchObject({ intact: false, stream, streamSeq: "2" });
    expect(await tampered((tx) => tx.$executeRaw`delete from task_event where id = ${id}`)).toMatchObject({
      intact: false,
      stream,
      streamSeq: "2",
      problem: expect.stringMatching(/missing|ends/),
    });
    expect(
      await tampered(
        (tx) =>
          tx.$executeRaw`delete from task_event where stream = ${stream} and stream_seq = (select max(stream_seq) from task_event where stream = ${stream})`,
      ),
    ).toMatchObject({ intact: false, stream });
    expect(
      await tampered((tx) => tx.$executeRaw`update task_event set hash = prev_hash where id = ${id}`),
    ).toMatchObject({ intact: false, stream, streamSeq: "2" });
    expect(
      await tampered((tx) => tx.$executeRaw`delete from chain_head where stream = ${stream}`),
    ).toMatchObject({ intact: false, stream });
    await owner.$disconnect();
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
  });
});
