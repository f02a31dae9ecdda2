import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { taskFilterSchema } from "@/lib/core/task/filter";
import type { Role } from "@/lib/core/task/workflow";
import { undoChange } from "@/lib/services/advance-task";
import { bodyPage } from "@/lib/services/bodies";
import { sessionPage } from "@/lib/services/calendar";
import { pendingDashboard, sessionBrief } from "@/lib/services/dashboard";
import { demoDay, seedDemo } from "@/lib/services/seed-demo";
import { listTasks, setMeeting, taskPage } from "@/lib/services/tasks";
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

describe("resolution 52/205 row by row, as an expert would track it", () => {
  /** Paragraph, leads, due window, next step, deliverable; the demonstration's own routing and status are left out. */
  const expected: readonly (readonly [
    string,
    string,
    string | null,
    string | null,
    string | null,
    string,
  ])[] = [
    ["3/1", "Administrative Committee on Coordination", "1998-09-09", "1999-09-13", "due 1999-09-13", "text"],
    ["4/1", "3 leads", null, null, null, "implementation"],
    ["6/1", "2 leads", null, null, null, "funding"],
    ["7/1", "countries", null, null, null, "funding"],
    ["8/1", "organizations and bodies of the United Nations system", null, null, null, "implementation"],
    [
      "8/2",
      "intergovernmental organizations involved in international development cooperation",
      null,
      null,
      null,
      "implementation",
    ],
    ["9/1", "General Assembly", "1998-09-09", "1998-10-13", "issue 1998-07-29", "meeting"],
    [
      "9/2",
      "Special Unit for Technical Cooperation among Developing Countries",
      "1998-09-09",
      "1998-10-13",
      "issue 1998-07-29",
      "meeting",
    ],
    ["10/1", "General Assembly", "1998-09-09", "1999-09-13", "due 1999-09-13", "agenda_item"],
    ["11/1", "Secretary-General", "1998-09-09", "1999-09-13", "consideration 1999-09-13", "report"],
    ["12/1", "General Assembly", "1999-09-14", "2000-09-05", "provisional-agenda 1999-07-16", "agenda_item"],
    ["12/2", "Secretary-General", "1999-09-14", "2000-09-05", "issue 1999-08-03", "report"],
  ];
  it("has its twelve actions with their addressees, windows, next steps and deliverables", async () => {
    const all = await rowsOf({ count: 12, filter: {} });
    const shown = [...all]
      .sort((a, b) => a.number - b.number)
      .map((row) => [
        row.reference.split("#op")[1],
        row.leads.length > 1 ? `${row.leads.length} leads` : row.leads[0]?.name,
        row.dueFrom,
        row.dueOn,
        row.nextStep && `${row.nextStep.code} ${row.nextStep.on}`,
        row.deliverable,
      ]);
    expect(shown).toEqual(expected);
  });
  it("knows the unit by both forms of its name, the way through the Council, the host report and the part of the meeting", async () => {
    const page = async (action: string) => {
      const [row] = await rowsOf({ count: 1, filter: { text: `A/RES/52/205#op${action}` } });
      return succeeded(await taskPage(world.deps, world.viewer, { number: row?.number ?? 0 }));
    };
    const [three, four, nine, ten, eleven] = [
      await page("3/1"),
      await page("4/1"),
      await page("9/2"),
      await page("10/1"),
      await page("11/1"),
    ];
    expect(three.bodies.find((body) => body.role === "through")?.name).toBe("Economic and Social Council");
    expect(four.bodies.filter((body) => body.bodyId !== null).map((body) => body.bodyId)).toEqual([
      "unctad",
      expect.stringMatching(/^special-unit/),
    ]);
    expect(nine.links).toMatchObject([{ relation: "parent", para: "9" }]);
    expect(ten.plan.find((step) => step.code === "provisional-agenda")?.on).toBe("1998-07-10");
    expect(ten.evidence.map((one) => one.symbol)).toEqual(["A/53/150"]);
    expect(eleven.hostReport).toBe(
      "report for the triennial policy review of operational activities for development",
    );
    expect(eleven.plan.map((step) => step.code)).toContain("contribution");
  });
  it("gives the part of the commemorative meeting the day of the meeting, once it is known", async () => {
    const number = async (action: string) =>
      (await rowsOf({ count: 1, filter: { text: `A/RES/52/205#op${action}` } }))[0]?.number ?? 0;
    const [whole, part] = [await number("9/1"), await number("9/2")];
    const nadia = succeeded(await taskPage(world.deps, world.viewer, { number: whole }));
    const input = { number: whole, expectedVersion: nadia.row.version, meetingOn: "1998-10-07", reason: "" };
    succeeded(await setMeeting(world.deps, world.otherSecretary, input));
    const after = succeeded(await taskPage(world.deps, world.viewer, { number: part }));
    expect(after).toMatchObject({
      meetingOn: "1998-10-07",
      row: { status: "IN_PROGRESS", nextStep: { code: "issue", on: "1998-08-26" } },
    });
    expect(after.plan.find((step) => step.code === "slot")?.on).toBe("1998-07-29");
    expect(after.history[0]?.sentence.text).toMatch(/set the meeting for 7 October 1998/);
    for (const [one, version] of [
      [part, after.row.version],
      [whole, nadia.row.version + 1],
    ] as const)
      succeeded(
        await undoChange(world.deps, world.otherSecretary, {
          number: one,
          expectedVersion: version,
          reason: "",
        }),
      );
  });
});

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
