import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadLine, loadLineSchema } from "@/lib/core/import/load-line";
import { loadResolutions } from "@/lib/db/load";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { listTasks } from "@/lib/services/tasks";
import { openScene, type Scene } from "../services/exchange/scene";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.database.close());

/** Resolutions with ten tasks each. */
async function* lines(count: number, start = 0): AsyncGenerator<LoadLine> {
  for (let index = start; index < start + count; index += 1)
    yield loadLineSchema.parse({
      symbol: `A/RES/40/${index}`,
      title: `Title ${index}\twith a tab, a \\ and\na line end`,
      organ: "GA",
      session: 40,
      adopted: "1985-12-11",
      committee: index % 2 === 0 ? "2" : "plenary",
      paragraphs: Array.from({ length: 10 }, (_none, para) => ({
        number: String(para + 1),
        text: `Requests thing ${para} of ${index}`,
      })),
      tasks: Array.from({ length: 10 }, (_none, para) => ({
        para: String(para + 1),
        ask: `to do thing ${para} of ${index}`,
        status: para % 3 === 0 ? "IMPLEMENTED" : "PENDING",
        statusSince: "1986-01-10",
        leads: ["Special Unit", "A body that nobody knows"],
        dueOn: `1986-0${(para % 9) + 1}-15`,
        targetOrgan: "GA",
        targetSession: 41,
      })),
    });
}

const moment = { at: new Date("1998-08-03T14:00:00Z"), day: "1998-08-03" };
const tasks = Number(process.env.LOAD_TASKS ?? 40_000);

describe("bulk load", () => {
  it("loads tasks with their history and chain, fast, and again without a change", {
    timeout: 600_000,
  }, async () => {
    const began = performance.now();
    const count = await loadResolutions(scene.database.url, lines(tasks / 10), moment);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${count.tasks} tasks in ${seconds.toFixed(1)} s: ${Math.round(count.tasks / seconds)} a second`,
    );
    expect(count).toEqual({ created: tasks / 10, unchanged: 0, tasks });
    const { db } = scene.deps;
    const totals = () =>
      Promise.all([db.task.count(), db.taskEvent.count(), db.taskBody.count(), db.paragraph.count()]);
    expect(await totals()).toEqual([tasks, tasks, tasks * 2, tasks]);
    expect(await verifyTaskChains(db)).toMatchObject({ intact: true, links: tasks });
    expect(await loadResolutions(scene.database.url, lines(tasks / 10), moment)).toEqual({
      created: 0,
      unchanged: tasks / 10,
      tasks: 0,
    });
    expect(await totals()).toEqual([tasks, tasks, tasks * 2, tasks]);
  });

  it("gives tasks that the list finds, under the body that the register knows", async () => {
    const found = await listTasks(scene.deps, scene.viewer, {
      filter: { body: "unit", resolution: "A/RES/40/7", status: ["PENDING"] },
      sort: { by: "due", direction: "asc" },
      cursor: null,
      limit: 50,
    });
    expect(found.ok && found.value.rows.map((row) => [row.para, row.timeliness, row.leads.length])).toEqual(
      ["2", "3", "5", "6", "8", "9"].map((para) => [para, "OVERDUE", 2]),
    );
    const resolution = await scene.deps.db.resolution.findUnique({ where: { symbol: "A/RES/40/7" } });
    expect(resolution?.title).toBe("Title 7\twith a tab, a \\ and\na line end");
    const ofCommittee = await listTasks(scene.deps, scene.viewer, {
      filter: { committee: "2", adoptedSession: 40 },
      sort: { by: "number", direction: "asc" },
      cursor: null,
      limit: 50,
    });
    expect(resolution?.committee).toBe("plenary");
    expect(ofCommittee.ok && new Set(ofCommittee.value.rows.slice(0, 20).map((row) => row.symbol))).toEqual(
      new Set(["A/RES/40/0", "A/RES/40/2"]),
    );
    expect(
      loadLineSchema.safeParse({
        symbol: "A/RES/40/1",
        title: "x",
        organ: "GA",
        paragraphs: [],
        committee: "7",
      }).success,
    ).toBe(false);
  });

  it("keeps summary and rows in agreement", async () => {
    const [row] = await scene.deps.db.$queryRaw<{ tallied: bigint; counted: bigint }[]>`
      select (select sum(count) from task_tally where status = 'PENDING')::bigint as tallied, (select count(*) from task where status = 'PENDING')::bigint as counted`;
    expect(row?.tallied).toBe(row?.counted);
  });

  it("leaves nothing of a batch that breaks, and keeps the batches before it", async () => {
    async function* broken() {
      yield* lines(250, 7_000_000);
      for await (const line of lines(1, 7_000_250))
        yield { ...line, tasks: line.tasks.map((task) => ({ ...task, para: "99" })) };
    }
    await expect(loadResolutions(scene.database.url, broken(), moment)).rejects.toThrow(/paragraph 99/);
    expect(await scene.deps.db.resolution.count({ where: { symbol: { startsWith: "A/RES/40/7000" } } })).toBe(
      250,
    );
    expect(await verifyTaskChains(scene.deps.db)).toMatchObject({ intact: true });
  });
});
