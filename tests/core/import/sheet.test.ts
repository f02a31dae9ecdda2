import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taskColumns } from "../../../lib/core/export/task-columns";
import { bestMatch, diffRow, type StandingTask } from "../../../lib/core/import/diff-row";
import { guessMapping, type SheetField } from "../../../lib/core/import/fields";
import { readRow } from "../../../lib/core/import/read-row";
import { readDay } from "../../../lib/core/import/sheet-day";
import { saySentence } from "../../../lib/i18n/failure";

const aTask = (changes: Partial<StandingTask> = {}): StandingTask => ({
  number: 7,
  version: 3,
  reference: "A/RES/52/205#op12/2",
  symbol: "A/RES/52/205",
  para: "12",
  ask: "to report to it at that session on the implementation of the present resolution",
  deliverable: "report",
  agendaTitle: "",
  status: "PENDING",
  responsible: "Special Unit",
  owner: null,
  internalTarget: null,
  meetingOn: null,
  agreedSlot: null,
  jobNumber: "",
  ...changes,
});

/** A row from values by field, as if each stood in a column of its own. */
const aRow = (values: Partial<Record<SheetField, string>>) => {
  const fields = Object.keys(values) as SheetField[];
  return readRow(Object.values(values), Object.fromEntries(fields.map((field, index) => [field, index])), 2);
};

describe("mapping of columns", () => {
  it("finds every column of our own export that can change something", () => {
    const mapping = guessMapping(taskColumns.map((column) => column.title));
    const shown = Object.fromEntries(
      Object.entries(mapping).map(([field, at]) => [field, taskColumns[at]?.key]),
    );
    expect(shown).toEqual({
      number: "number",
      symbol: "symbol",
      para: "para",
      ask: "ask",
      deliverable: "deliverable",
      agendaTitle: "agendaTitle",
      responsible: "responsible",
      owner: "owner",
      status: "status",
      internalTarget: "internalTarget",
      reference: "reference",
      version: "version",
    });
  });

  it("understands how staff call their columns", () => {
    expect(
      guessMapping([
        "#",
        "Document symbol",
        "OP",
        "Action required by the Secretariat",
        "Implementation status",
        "Focal point",
        "REMARKS",
      ]),
    ).toEqual({ number: 0, symbol: 1, para: 2, ask: 3, status: 4, owner: 5, comment: 6 });
  });

  it("gives no column to two fields, whatever the headings", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Status", "Para", "Unit", "Owner", "x", "", "No.", "Text", "Item")),
        (headings) => {
          const columns = Object.values(guessMapping(headings));
          expect(new Set(columns).size).toBe(columns.length);
        },
      ),
    );
  });
});

describe("days", () => {
  it.each([
    ["1998-08-03", "1998-08-03"],
    ["3 August 1998", "1998-08-03"],
    ["3-Aug-98", "1998-08-03"],
    ["3rd Aug. 1998", "1998-08-03"],
    ["August 3, 1998", "1998-08-03"],
    ["13.8.1998", "1998-08-13"],
    ["8/13/1998", "1998-08-13"],
    ["5/5/1998", "1998-05-05"],
    ["36010", "1998-08-03"],
    ["1998-08-03 00:00:00", "1998-08-03"],
  ])("reads %s", (cell, day) => expect(readDay(cell)).toEqual({ day }));

  it.each(["31 June 1998", "1998-02-30", "soon", "3 Octember 1998", "12", "1998"])(
    "does not read %s",
    (cell) => expect(readDay(cell)).toEqual({ problem: "unreadable" }),
  );

  it("never guesses between day and month", () => {
    expect(readDay("3/4/1999")).toEqual({ problem: "ambiguous" });
  });
});

describe("rows", () => {
  it("reads statuses by code, by our words and by common ones", () => {
    for (const words of ["IN_PROGRESS", "In progress", "in  progress", "Underway"])
      expect(aRow({ status: words }).values.status).toBe("IN_PROGRESS");
    expect(aRow({ status: "nearly" }).problems[0]?.message).toContain("is no status");
  });

  it("reads symbols and paragraphs in any habit", () => {
    expect(aRow({ symbol: "52/205", para: "OP 9" }).values).toEqual({ symbol: "A/RES/52/205", para: "9" });
    for (const para of ["9 (b)", "9b", "para. 9(b)", "OP9.b", "Operative paragraph 9 (b)"])
      expect(aRow({ para }).values.para).toBe("9(b)");
  });

  it("says of each cell that cannot be used what to do", () => {
    const row = aRow({
      number: "seven",
      internalTarget: "3/4/1999",
      deliverable: "cake",
      ask: "x".repeat(5001),
    });
    expect(row.problems.map((problem) => problem.field)).toEqual([
      "number",
      "ask",
      "deliverable",
      "internalTarget",
    ]);
    for (const { message } of row.problems) {
      expect(message).toMatch(/^[“T].*\.$/);
      for (const locale of ["fr", "es", "ru", "zh", "ar"] as const)
        expect(saySentence(locale, message), locale).not.toBe(message);
    }
  });
});

describe("differences", () => {
  it("shows what changed and nothing else", () => {
    const row = aRow({
      status: "IN_PROGRESS",
      responsible: "special  unit",
      ask: aTask().ask.replace(" to ", "\nto "),
      owner: "Ana",
    });
    expect(diffRow(row, aTask(), true)).toEqual([
      { field: "owner", from: "", to: "Ana" },
      { field: "status", from: "PENDING", to: "IN_PROGRESS" },
    ]);
  });

  it("empties a field only for a sheet of ours, and never what must not be empty", () => {
    const row = aRow({ responsible: "", ask: "", status: "" });
    expect(diffRow(row, aTask(), false)).toEqual([]);
    expect(diffRow(row, aTask(), true)).toEqual([{ field: "responsible", from: "Special Unit", to: "" }]);
  });

  it("chooses among the tasks of a paragraph by their words, or not at all", () => {
    const item = aTask({
      number: 6,
      ask: "to include in the provisional agenda of its fifty-fourth session a sub-item",
    });
    const report = aTask();
    expect(
      bestMatch(aRow({ ask: "Report on implementation of the present resolution" }), [item, report])?.number,
    ).toBe(7);
    expect(bestMatch(aRow({ ask: "Follow up" }), [item, report])).toBeNull();
    expect(bestMatch(aRow({ ask: "anything" }), [report])?.number).toBe(7);
  });
});
