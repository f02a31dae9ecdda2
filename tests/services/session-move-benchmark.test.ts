import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { moveSession, previewSessionMove } from "@/lib/services/calendar";
import { pendingDashboard } from "@/lib/services/dashboard";
import { ingestText } from "@/lib/services/ingest";
import { listTasksInput, moveSessionInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { listTasks, taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

/** Takes a minute: runs with BENCH=1, for the figures of the README. BENCH_TASKS sets the number of tasks. */
const tasks = Number(process.env.BENCH_TASKS ?? 100_000);

describe.skipIf(process.env.BENCH !== "1")(`with ${tasks} tasks due at one session`, () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld("1998-02-02");
    succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
    const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/205" }));
    const candidateId =
      page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId === "A/RES/52/205#op11/1")
        ?.id ?? "";
    const input = {
      resolutionId: page.resolutionId,
      expectedVersion: page.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId: "desa",
      ownerId: null,
    };
    succeeded(await acceptProposal(world.deps, world.secretary, input));
    // Copies of the one task, spread over twenty days of adoption, so that dates have to be worked out more than once.
    const owner = openDatabase(world.ownerUrl, { statementTimeoutMs: 600_000 });
    await owner.$executeRaw`
      insert into task (id, resolution_id, paragraph_id, reference, symbol, para, organ, adopted_session, adopted, ask, verb, deliverable, status, status_since,
        deadline_rules, deadline_quote, target_organ, target_session, due_from, due_on, due_certainty, because, next_step, next_step_on, lead_body_id, responsible_id, created_on)
      select 'copy-' || lpad(n::text, 8, '0'), resolution_id, paragraph_id, reference || '-' || n, symbol, para, organ, adopted_session,
        to_char(date '1997-12-01' + n % 20, 'YYYY-MM-DD'), ask, verb, deliverable, status, status_since, deadline_rules, deadline_quote, target_organ, target_session,
        due_from, due_on, due_certainty, because, next_step, next_step_on, lead_body_id, responsible_id, created_on
      from task, generate_series(1, ${tasks - 1}::int) as n`;
    await world.db
      .$executeRaw`insert into task_body (id, task_id, printed, role, ordinal) select 'b' || id, id, 'Secretary-General', 'lead', 0 from task where id like 'copy-%'`;
    await owner.$executeRaw`analyze`;
    await owner.$disconnect();
  }, 600_000);
  afterAll(async () => {
    await world.close();
  }, 60_000);

  const timed = async <T>(what: string, work: () => Promise<T>, times = 1): Promise<T> => {
    const seconds: number[] = [];
    let value: T | undefined;
    for (let time = 0; time < times; time++) {
      const started = performance.now();
      value = await work();
      seconds.push(performance.now() - started);
    }
    const median = seconds.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
    console.log(`${what}: ${median.toFixed(0)} ms${times > 1 ? ` (median of ${times})` : ""}`);
    return value as T;
  };

  it("re-resolves them all in one transaction in less than ten seconds", async () => {
    const input = moveSessionInput.parse({
      organ: "GA",
      session: 53,
      expectedVersion: 1,
      opens: "1998-09-15",
      closes: null,
      reason: "Measured.",
      source: "A/RES/52/232",
    });
    expect(
      succeeded(await timed("preview", () => previewSessionMove(world.deps, world.admin, input))).moved,
    ).toBe(tasks);
    const started = performance.now();
    expect(succeeded(await timed("move", () => moveSession(world.deps, world.admin, input))).tasksMoved).toBe(
      tasks,
    );
    expect(performance.now() - started).toBeLessThan((10_000 * Math.max(tasks, 100_000)) / 100_000);
    expect(await timed("verify the record", () => verifyTaskChains(world.db))).toMatchObject({
      intact: true,
      links: tasks + 1,
    });
    const first = succeeded(
      await timed("list, first page", () => listTasks(world.deps, world.viewer, listTasksInput.parse({})), 9),
    );
    await timed(
      "list, next page",
      () => listTasks(world.deps, world.viewer, listTasksInput.parse({ cursor: first.nextCursor })),
      9,
    );
    await timed(
      "list, by two words",
      () =>
        listTasks(world.deps, world.viewer, listTasksInput.parse({ filter: { text: "triennial policy" } })),
      3,
    );
    await timed(
      "list, body and open",
      () =>
        listTasks(
          world.deps,
          world.viewer,
          listTasksInput.parse({ filter: { body: "secretary-general", open: "1" } }),
        ),
      9,
    );
    await timed("dashboard", () => pendingDashboard(world.deps, world.viewer, {}), 9);
    await timed(
      "task page",
      () => taskPage(world.deps, world.viewer, { number: first.rows[0]?.number ?? 0 }),
      9,
    );
  }, 600_000);
});
