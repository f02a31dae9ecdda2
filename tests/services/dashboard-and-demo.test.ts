import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { taskFilterSchema } from "@/lib/core/task/filter";
import type { Role } from "@/lib/core/task/workflow";
import { bodyPage } from "@/lib/services/bodies";
import { sessionPage } from "@/lib/services/calendar";
import { pendingDashboard, sessionBrief } from "@/lib/services/dashboard";
import { demoDay, seedDemo } from "@/lib/services/seed-demo";
import { listTasks } from "@/lib/services/tasks";
import type { Figure, PendingDashboard, TaskRow } from "@/lib/services/types";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const person = async (id: string, role: Role, bodyId: string): Promise<Actor> => {
  const email = `${id}@example.org`;
  await world.db.person.create({ data: { id, name: id, email, memberships: { create: { role, bodyId } } } });
  return { personId: id, name: id, email, memberships: [{ bodyId, role }] };
};
beforeAll(async () => {
  world = await aWorld(demoDay);
  const people = {
    secretary: world.secretary,
    specialUnit: { focalPoint: world.focalPoint, contributor: world.contributor },
    desa: { contributor: await person("luis", "CONTRIBUTOR", "desa") },
    conferences: { focalPoint: await person("nadia", "FOCAL_POINT", "dgacm") },
  };
  expect(await seedDemo(world.deps, people, source52205)).toEqual({ ok: true, value: 12 });
  // A second start does nothing.
  expect(await seedDemo(world.deps, people, source52205)).toEqual({ ok: true, value: 0 });
});
afterAll(async () => {
  await world.close();
});

const rowsOf = async (figure: Figure, asOf?: string): Promise<readonly TaskRow[]> => {
  const filter = taskFilterSchema.parse(JSON.parse(JSON.stringify(figure.filter)));
  return succeeded(
    await listTasks(world.deps, world.viewer, {
      filter,
      sort: { by: "due", direction: "asc" },
      cursor: null,
      limit: 200,
      ...(asOf !== undefined && { asOf }),
    }),
  ).rows;
};
const figuresIn = (value: unknown): Figure[] => {
  if (typeof value !== "object" || value === null) return [];
  if ("count" in value && "filter" in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
};
const dashboard = async (asOf?: string): Promise<PendingDashboard> =>
  succeeded(await pendingDashboard(world.deps, world.viewer, asOf === undefined ? {} : { asOf }));

describe("the dashboard of pending mandates", () => {
  it("shows the demonstration as of 3 August 1998", async () => {
    const shown = await dashboard();
    const count = (status: string): number =>
      shown.byStatus.find((row) => row.status === status)?.figure.count ?? 0;
    expect(shown).toMatchObject({
      asOf: "1998-08-03",
      isPast: false,
      pending: { count: 12 },
      overdue: { count: 0 },
      blocked: { count: 1 },
      unassigned: { count: 1 },
    });
    expect([count("PENDING"), count("IN_PROGRESS"), count("SUBMITTED"), count("ONGOING")]).toEqual([
      3, 3, 2, 4,
    ]);
    expect(shown.stepLate.count).toBeGreaterThanOrEqual(1);
    expect(shown.bySession.map((row) => [row.session?.session ?? null, row.pending.count])).toEqual([
      [53, 5],
      [54, 2],
      [null, 5],
    ]);
  });
  it("gives every figure the filter that lists exactly its rows, for today and for days gone by", async () => {
    for (const asOf of [undefined, "1998-02-10", "1997-12-25", "1998-07-31"]) {
      for (const figure of figuresIn(await dashboard(asOf))) {
        expect((await rowsOf(figure, asOf)).length, JSON.stringify({ asOf, filter: figure.filter })).toBe(
          figure.count,
        );
      }
    }
  });
  it("reads the status of each task as it was on a day gone by", async () => {
    const statusOn = async (para: string, asOf: string) =>
      (await rowsOf({ count: 0, filter: { resolution: "A/RES/52/205" } }, asOf))
        .filter((row) => row.para === para)
        .map((row) => row.status);
    expect(await statusOn("11", "1998-02-15")).toEqual(["PENDING"]);
    expect(await statusOn("11", "1998-02-16")).toEqual(["IN_PROGRESS"]);
    expect(await statusOn("11", "1998-07-29")).toEqual(["IN_PROGRESS"]);
    expect(await statusOn("11", "1998-07-30")).toEqual(["SUBMITTED"]);
    expect(await statusOn("11", "1997-12-21")).toEqual([]);
    expect((await dashboard("1997-12-21")).all.count).toBe(0);
  });
  it("says in one sentence how a session stands", async () => {
    const brief = succeeded(await sessionBrief(world.deps, world.viewer, { organ: "GA", session: 53 }));
    expect(brief.sentence.text).toBe(
      "0 of 5 actions due at the 53rd session of the General Assembly are done; 0 overdue, 1 without an owner.",
    );
    expect(brief.daysToOpening).toBe(37);
    const page = succeeded(await sessionPage(world.deps, world.admin, { organ: "GA", session: 53 }));
    expect(page.due).toHaveLength(5);
    expect(page.steps.flatMap((one) => one.steps).length).toBeGreaterThan(5);
    expect(await sessionPage(world.deps, world.admin, { organ: "NO", session: 53 })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });
  it("finds what was asked of an office under its earlier names, and the other way round", async () => {
    for (const id of ["unossc", "special-unit", "special-unit-undp-name"]) {
      const page = succeeded(await bodyPage(world.deps, world.viewer, { id }));
      expect(page.lineage.map((one) => one.id).toSorted()).toEqual([
        "special-unit",
        "special-unit-undp-name",
        "unossc",
      ]);
      expect(page.tasks.map((row) => row.para)).toContain("9");
      expect(page.figures.pending.count).toBe(page.tasks.length);
    }
  });
  it("keeps the maintained summary equal to a recount", async () => {
    expect(await world.db.$queryRaw`select * from task_tally_differences()`).toEqual([]);
  });
});
