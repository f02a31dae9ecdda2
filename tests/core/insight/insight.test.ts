import { describe, expect, it } from "vitest";
import { burnUp, burnUpOn, endsOfMonths } from "@/lib/core/insight/burn-up";
import { carriedBy } from "@/lib/core/insight/carried";
import { coverageOfAll } from "@/lib/core/insight/coverage";
import { dueMonths } from "@/lib/core/insight/due-months";
import { type LineageTask, lineageRows } from "@/lib/core/insight/lineage";
import { loadMap, type ReportRequest } from "@/lib/core/insight/load-map";
import { type MovedTask, movedSince } from "@/lib/core/insight/moved";
import { similarGroups } from "@/lib/core/insight/similar";
import { committeeOf } from "@/lib/core/resolution/committee";

describe("the burn-up", () => {
  const points = burnUp(
    {
      asked: [
        { day: "1997-12-22", count: 5 },
        { day: "1998-02-01", count: 1 },
      ],
      handedOver: [{ day: "1998-07-10", count: 2 }],
      settled: [{ day: "1998-07-20", count: 1 }],
      due: [{ day: "1998-10-13", count: 6 }],
    },
    "1998-08-03",
    ["1998-09-09"],
  );
  it("adds up what there was by the end of each day, the opening included although nothing happens on it", () => {
    expect(
      points.map((point) => [point.day, point.asked, point.handedOver, point.settled, point.expected]),
    ).toEqual([
      ["1997-12-22", 5, 0, 0, 0],
      ["1998-02-01", 6, 0, 0, 0],
      ["1998-07-10", 6, 2, 0, 0],
      ["1998-07-20", 6, 2, 1, 0],
      ["1998-08-03", 6, 2, 1, 0],
      ["1998-09-09", 6, 2, 1, 0],
      ["1998-10-13", 6, 2, 1, 6],
    ]);
  });
  it("reads a day between two points from the one before it", () => {
    expect(burnUpOn(points, "1998-07-15")).toMatchObject({ handedOver: 2, settled: 0 });
    expect(burnUpOn(points, "1990-01-01")).toMatchObject({ asked: 0 });
  });
  it("keeps the ends of months and the working date where there are too many points for a table", () => {
    expect(endsOfMonths(points, "1998-08-03")).toBe(points);
    const busy = { ...points[2], day: "1998-07-15" } as (typeof points)[number];
    const kept = endsOfMonths([...points.slice(0, 3), busy, ...points.slice(3)], "1998-07-15", 3);
    expect(kept.map((point) => point.day)).toEqual([
      "1997-12-22",
      "1998-02-01",
      "1998-07-15",
      "1998-07-20",
      "1998-08-03",
      "1998-09-09",
      "1998-10-13",
    ]);
  });
});

describe("months in which things fall due", () => {
  it("keeps the empty months between, so that distance is true, and tells fixed from expected days", () => {
    const months = dueMonths(
      [
        { month: "1998-10", certainty: "fixed", open: 2, settled: 1 },
        { month: "1998-12", certainty: "expected", open: 1, settled: 0 },
      ],
      "1998-08-03",
    );
    expect(months.map((one) => [one.month, one.fixed, one.expected, one.settled])).toEqual([
      ["1998-10", 2, 0, 1],
      ["1998-11", 0, 0, 0],
      ["1998-12", 0, 1, 0],
    ]);
    expect(months[1]).toMatchObject({ from: "1998-11-01", to: "1998-11-30" });
  });
  it("shows three years around the working date where the record spans decades", () => {
    const months = dueMonths(
      [
        { month: "1950-01", certainty: "fixed", open: 1, settled: 0 },
        { month: "2030-01", certainty: "fixed", open: 1, settled: 0 },
      ],
      "1998-08-03",
    );
    expect(months).toHaveLength(36);
    expect(months[0]?.month).toBe("1997-08");
  });
});

describe("who carries what", () => {
  it("counts what a predecessor was asked with its successor, most overdue first", () => {
    const rows = carriedBy(
      [
        { bodyId: "acc", status: "PENDING", count: 2, overdue: 1 },
        { bodyId: "ceb", status: "IMPLEMENTED", count: 1, overdue: 0 },
        { bodyId: "desa", status: "PENDING", count: 9, overdue: 0 },
      ],
      (id) => (id === "acc" ? "ceb" : id),
    );
    expect(rows.map((row) => [row.bodyId, row.open, row.overdue, row.all])).toEqual([
      ["ceb", 2, 1, 3],
      ["desa", 9, 0, 9],
    ]);
  });
});

describe("coverage", () => {
  it("counts a resolution as read only when no paragraph of it is unread", () => {
    const row = { symbol: "A/RES/1/1", title: "", adopted: null };
    expect(
      coverageOfAll([
        { ...row, tasks: 3, noFollowUp: 2, unread: 0 },
        { ...row, tasks: 0, noFollowUp: 1, unread: 4 },
      ]),
    ).toEqual({ resolutions: 2, whole: 1, paragraphs: 10, decided: 6 });
  });
});

describe("lineage", () => {
  const task = (changes: Partial<LineageTask>): LineageTask => ({
    number: 1,
    line: "line",
    organ: "GA",
    session: 50,
    status: "IMPLEMENTED",
    dueOn: "1996-01-01",
    settledOn: "1995-12-01",
    symbol: "A/RES/50/1",
    para: "1",
    ask: "to report",
    recurrence: null,
    ...changes,
  });
  const biennial = { every: 2, unit: "session", label: "biennial", basis: "stated" } as const;
  it("shows delivered, late, the session passed over, the open one, and what the rhythm foresees", () => {
    const [row] = lineageRows([
      task({ session: 50 }),
      task({ number: 2, session: 52, settledOn: "1998-03-01", dueOn: "1998-01-01" }),
      task({ number: 3, session: 54, status: "PENDING", settledOn: null, recurrence: biennial }),
    ]);
    expect(row?.dots.map((dot) => [dot.session, dot.state])).toEqual([
      [50, "delivered"],
      [51, "gap"],
      [52, "late"],
      [53, "gap"],
      [54, "open"],
      [56, "foreseen"],
      [58, "foreseen"],
    ]);
  });
  it("foresees nothing after an organ ended the mandate, and leaves out what neither came back nor will", () => {
    expect(lineageRows([task({ status: "RETIRED", recurrence: biennial })])).toEqual([]);
    expect(lineageRows([task({})])).toEqual([]);
  });
});

describe("what moved between two moments", () => {
  const task = (changes: Partial<MovedTask>): MovedTask => ({
    number: 1,
    symbol: "A/RES/52/205",
    para: "9",
    ask: "to meet",
    createdOn: "1997-12-22",
    status: "PENDING",
    statusSince: "1997-12-22",
    dueOn: null,
    ...changes,
  });
  const moved = (changes: Partial<MovedTask>) => movedSince([task(changes)], "1998-06-01", "1998-08-03");
  it("calls late only what passed its last day within the stretch and is still to be done", () => {
    expect(moved({ dueOn: "1998-07-01" }).late).toHaveLength(1);
    expect(moved({ dueOn: "1998-05-01" }).late).toHaveLength(0);
    expect(moved({ dueOn: "1998-08-03" }).late).toHaveLength(0);
    expect(moved({ dueOn: "1998-07-01", status: "ONGOING" }).late).toHaveLength(0);
  });
  it("does not call redated what is new, nor what went back to the day it had", () => {
    expect(moved({ dueOn: "1999-01-01", dueBefore: "1998-10-01" }).redated).toHaveLength(1);
    expect(moved({ dueOn: "1998-10-01", dueBefore: "1998-10-01" }).redated).toHaveLength(0);
    expect(moved({ createdOn: "1998-07-01", dueOn: "1999-01-01", dueBefore: null }).redated).toHaveLength(0);
  });
});

describe("the map of the reporting load", () => {
  const request = (changes: Partial<ReportRequest>): ReportRequest => ({
    number: 1,
    symbol: "A/RES/80/1",
    para: "1",
    title: "Rural development in mountain regions",
    session: 81,
    committee: "2",
    dueOn: "2026-12-20",
    recurrence: null,
    ...changes,
  });
  const annual = { every: 1, unit: "session", label: "annual", basis: "stated" } as const;
  const span = { first: 81, count: 4 };
  it("carries an annual request on, and halves it if it were asked for every second session", () => {
    const requests = [request({ recurrence: annual })];
    expect(loadMap(requests, span, { combine: false, biennialize: false })).toMatchObject({
      now: 4,
      after: 4,
    });
    const map = loadMap(requests, span, { combine: false, biennialize: true });
    expect(map.rows[0]?.cells.map((cell) => [cell.now, cell.after])).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
    // The first is asked for by the text; the others only by its rhythm, so no row of the list stands behind them.
    expect(map.rows[0]?.cells.map((cell) => cell.foreseen)).toEqual([0, 1, 1, 1]);
  });
  it("combines requests alike before one committee, and never across committees or sessions", () => {
    const requests = [
      request({}),
      request({ number: 2, title: "Development of rural and mountain regions" }),
      request({ number: 3, committee: "3" }),
      request({ number: 4, session: 82 }),
      request({ number: 5, title: "Law of the sea" }),
    ];
    const map = loadMap(requests, span, { combine: true, biennialize: false });
    expect([map.now, map.after]).toEqual([5, 4]);
    expect(map.clusters.map((cluster) => cluster.requests.map((one) => one.number))).toEqual([[1, 2]]);
  });
});

it("groups titles by the words that tell them apart, not by those every title has", () => {
  const groups = similarGroups(
    ["Report of the Secretary-General on oceans", "Report of the Secretary-General on youth"],
    (title) => title,
  );
  expect(groups).toHaveLength(2);
});

describe("the Main Committee of a resolution", () => {
  it.each([
    ["[on the report of the Second Committee (A/52/628/Add.5)]", "2"],
    [
      "[on the report of the Special Political and Decolonization Committee (Fourth Committee) (A/75/414)]",
      "4",
    ],
    ["[without reference to a Main Committee (A/79/L.2)]", "plenary"],
    ["1. Endorses the report of the High-level Committee on its tenth session;", ""],
    ["2. Takes note of the report of the First Committee for Oceans", ""],
  ])("reads %s as %j", (text, committee) => {
    expect(committeeOf(text)).toBe(committee);
  });
});
