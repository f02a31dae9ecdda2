import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { taskFilterSchema } from "@/lib/core/task/filter";
import type { Role } from "@/lib/core/task/workflow";
import { coverageChart, loadCharts, reportingLoad, scopeCharts, sessionCharts } from "@/lib/services/charts";
import { readSearch, type SearchHit, searchAll, searchInput } from "@/lib/services/search";
import { demoDay, seedDemo } from "@/lib/services/seed-demo";
import { listTasks } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const person = async (id: string, role: Role, bodyId: string): Promise<Actor> => {
  const email = `${id}@example.org`;
  await world.db.person.create({ data: { id, name: id, email, memberships: { create: { role, bodyId } } } });
  return { personId: id, name: id, email, memberships: [{ bodyId, role }] };
};
beforeAll(async () => {
  world = await aWorld(demoDay);
  await seedDemo(
    world.deps,
    {
      secretary: world.secretary,
      specialUnit: { focalPoint: world.focalPoint, contributor: world.contributor },
      desa: { contributor: await person("luis", "CONTRIBUTOR", "desa") },
      conferences: { focalPoint: await person("nadia", "FOCAL_POINT", "dgacm") },
    },
    source52205,
  );
});
afterAll(async () => {
  await world.close();
});

const search = async (text: string, more: Record<string, unknown> = {}) =>
  succeeded(await searchAll(world.deps, world.viewer, searchInput.parse({ text, ...more })));
const of = <K extends SearchHit["kind"]>(hits: readonly SearchHit[], kind: K) =>
  hits.filter((hit): hit is Extract<SearchHit, { kind: K }> => hit.kind === kind);

describe("search", () => {
  it("takes apart phrases, words and the word that may go on", () => {
    expect(readSearch('"provisional agenda" item comm')).toEqual({
      phrases: ["provisional agenda"],
      words: "item",
      prefix: "comm",
    });
    expect(readSearch("agenda ")).toEqual({ phrases: [], words: "agenda", prefix: "" });
  });

  it("finds paragraphs and their tasks by an unfinished word, with the hits marked", async () => {
    const found = await search("commemorat");
    const [paragraph] = of(found.hits, "texts");
    expect(paragraph?.excerpt.some((piece) => piece.isHit && /commemorative/i.test(piece.text))).toBe(true);
    expect(of(found.hits, "tasks").map((hit) => hit.para)).toContain("9");
    expect(found.counts.tasks.count).toBeGreaterThan(0);
  });

  it("keeps a phrase together: the same words apart do not match", async () => {
    expect((await search('"provisional agenda"', { isExact: true })).counts.texts.count).toBe(2);
    expect((await search('"agenda provisional"', { isExact: true })).counts.texts.count).toBe(0);
  });

  it("puts a mistyped word right and says so; as typed it finds nothing", async () => {
    const found = await search("coperation");
    expect(found.corrected).toBe("cooperation");
    expect(found.counts.texts.count).toBeGreaterThan(0);
    expect((await search("coperation", { isExact: true })).counts.texts.count).toBe(0);
  });

  it("finds today's office by the name it had in 1997, and by a name with a slip", async () => {
    expect(
      of((await search("Special Unit for Technical Cooperation")).hits, "bodies").map((hit) => hit.id),
    ).toContain("special-unit");
    expect(of((await search("Confrence on Trade")).hits, "bodies").map((hit) => hit.id)).toContain("unctad");
  });

  it.each(["A/RES/52/205", "ga 52/205", "52/205", "Resolution 52/205"])(
    "knows the symbol in %s",
    async (text) => {
      expect((await search(text)).symbol).toEqual({ canonical: "A/RES/52/205", isHere: true });
    },
  );

  it("counts by adopting session, and a session narrows to its texts", async () => {
    const found = await search("cooperation ");
    expect(found.sessions[0]).toMatchObject({ organ: "GA", session: 52 });
    expect((await search("cooperation ", { organ: "GA", session: 51 })).counts.texts.count).toBe(0);
  });

  it.each(["", "()", "a & | !", "'; drop table task; --", '"', ":*", "\\"])(
    "answers %j without an error, whatever is typed",
    async (text) => {
      expect((await search(text)).hits).toBeInstanceOf(Array);
    },
  );
});

describe("charts", () => {
  const count = async (filter: unknown): Promise<number> =>
    succeeded(
      await listTasks(world.deps, world.viewer, {
        filter: taskFilterSchema.parse(filter),
        sort: { by: "due", direction: "asc" },
        cursor: null,
        limit: 200,
      }),
    ).rows.length;

  it("each end of the burn-up counts exactly the rows that its link lists", async () => {
    const { charts, marks } = succeeded(
      await sessionCharts(world.deps, world.viewer, { organ: "GA", session: 53 }),
    );
    expect(marks.map((mark) => mark.on)).toEqual(["1998-09-09", "1999-09-13"]);
    const now = charts.burnUp.find((point) => point.day === demoDay);
    const session = { organ: "GA", session: 53 };
    expect(now?.asked).toBe(await count({ ...session, addedTo: demoDay }));
    expect(now?.handedOver).toBe(
      await count({ ...session, sinceTo: demoDay, status: ["SUBMITTED", "IMPLEMENTED"] }),
    );
    expect(now?.handedOver).toBe(2);
  });

  it("each month and body counts exactly the rows that its link lists, for one session and for the whole record", async () => {
    const scope = succeeded(await scopeCharts(world.deps, world.viewer, { filter: {}, marks: [] }));
    const whole = succeeded(await loadCharts(world.deps, world.viewer, {}));
    expect(whole.months.map((one) => [one.month, one.fixed + one.expected])).toEqual(
      scope.months.map((one) => [one.month, one.fixed + one.expected]),
    );
    for (const month of scope.months)
      expect(month.fixed + month.expected + month.settled).toBe(
        await count({ dueFrom: month.from, dueTo: month.to }),
      );
    for (const row of whole.carried)
      expect(row.all).toBe(
        await count(row.body ? { body: row.body.id, bodyRole: "lead" } : { body: "none" }),
      );
  });

  it("compares with an earlier moment: what was handed over in July is new since June", async () => {
    const { moved } = succeeded(
      await scopeCharts(world.deps, world.viewer, {
        filter: { organ: "GA", session: 53 },
        marks: [],
        since: "1998-06-01",
      }),
    );
    expect(moved.handedOver.map((task) => task.para).sort()).toEqual(["10", "11"]);
    expect(moved.asked).toEqual([]);
  });

  it("reads a past day from the history: in January nothing was handed over", async () => {
    const { burnUp } = succeeded(
      await scopeCharts(world.deps, world.viewer, { filter: {}, marks: [], asOf: "1998-01-05" }),
    );
    expect(burnUp.find((point) => point.day === "1998-01-05")?.handedOver).toBe(0);
  });

  it("shows 52/205 as read to its last paragraph, and its two reports on the map", async () => {
    const coverage = succeeded(await coverageChart(world.deps, world.viewer, {}));
    expect(coverage.all).toMatchObject({ resolutions: 1, whole: 1, paragraphs: 12, decided: 12 });
    const load = succeeded(
      await reportingLoad(world.deps, world.viewer, {
        organ: "GA",
        count: 6,
        combine: false,
        biennialize: false,
      }),
    );
    expect(load.first).toBe(52);
    expect(load.map.now).toBe(2);
  });

  it("is closed to a person without a role", async () => {
    const nobody: Actor = { personId: "x", name: "x", email: "x@example.org", memberships: [] };
    expect((await loadCharts(world.deps, nobody, {})).ok).toBe(false);
    expect((await searchAll(world.deps, nobody, searchInput.parse({ text: "agenda" }))).ok).toBe(false);
  });
});
