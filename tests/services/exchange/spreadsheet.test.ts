import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheets } from "@/lib/adapters/archive/read-sheets";
import { csvRecord } from "@/lib/core/export/csv";
import { writeXlsx } from "@/lib/core/export/xlsx";
import type { Sheet } from "@/lib/core/import/csv";
import { readTask } from "@/lib/db/tasks";
import { exportTasks } from "@/lib/services/export";
import { applySheet, previewSheet } from "@/lib/services/spreadsheet";
import { commentOnTask } from "@/lib/services/task-record";
import { aTable, bytesOf, liveCells } from "../../core/export/a-table";
import { addTasks, openScene, type Scene } from "./scene";

let scene: Scene;
let numbers: number[];
beforeAll(async () => {
  scene = await openScene();
  numbers = await addTasks(scene.deps, "A/RES/52/401", [
    { ask: "to report to it on the state of the archive", dueOn: "1998-09-30" },
    { ask: liveCells[17] ?? "", agendaTitle: "=1+1" },
    { ask: "to convene a meeting", deliverable: "meeting" },
    {
      para: "4",
      ask: "to include in the provisional agenda an item on archives",
      deliverable: "agenda_item",
    },
    { para: "4", ask: "to submit a study on the keeping of maps" },
  ]);
});
afterAll(() => scene.database.close());

const exported = async (format: "csv" | "xlsx"): Promise<Sheet> => {
  const file = await exportTasks(scene.deps, scene.viewer, {
    filter: { resolution: "A/RES/52/401" },
    sort: { by: "number", direction: "asc" },
    format,
    title: "Tasks",
  });
  if (!file.ok) throw new Error(file.error.message);
  const sheets = await readSheets(file.value.fileName, await bytesOf(file.value.chunks));
  if (!sheets.ok || !sheets.value[0]) throw new Error("no sheet");
  return sheets.value[0];
};

/** The same sheet with cells changed, by row (0 = first task) and heading. */
function edited(
  sheet: Sheet,
  changes: readonly (readonly [row: number, heading: string, value: string])[],
): Sheet {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [row, heading, value] of changes) {
    const column = rows[0]?.indexOf(heading) ?? -1;
    if (column === -1) throw new Error(`No column ${heading}`);
    const cells = rows[row + 1];
    if (cells) cells[column] = value;
  }
  return { ...sheet, rows };
}

const preview = async (sheet: Sheet) => {
  const shown = await previewSheet(scene.deps, scene.secretary, { sheet });
  if (!shown.ok) throw new Error(shown.error.message);
  return shown.value;
};
const apply = async (sheet: Sheet, digest: string, actor = scene.secretary) => {
  const applied = await applySheet(scene.deps, actor, { sheet, digest, reason: "Weekly sheet." });
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value;
};

describe("sheets out and in again", () => {
  it.each(["csv", "xlsx"] as const)("an export as %s that nobody touched changes nothing", async (format) => {
    const sheet = await exported(format);
    expect(sheet.rows).toHaveLength(6);
    expect((await preview(sheet)).counts).toEqual({ rows: 5, changed: 0, unchanged: 5, unusable: 0 });
  });

  it("shows each change first, then makes it through the use cases, with its line in the history", async () => {
    const sheet = edited(await exported("xlsx"), [
      [0, "Internal target", "1998-08-20"],
      [0, "What is asked", "to report to it on the state of the archives"],
      [2, "Owner", "nobody@example.org"],
      [3, "Status", "IMPLEMENTED"],
    ]);
    const shown = await preview(sheet);
    expect(shown.counts).toEqual({ rows: 5, changed: 3, unchanged: 2, unusable: 0 });
    expect(shown.rows[0]?.changes).toEqual([
      {
        field: "ask",
        from: "to report to it on the state of the archive",
        to: "to report to it on the state of the archives",
      },
      { field: "internalTarget", from: "", to: "1998-08-20" },
    ]);
    expect((await readTask(scene.deps.db, numbers[0] ?? 0))?.version).toBe(1);

    const outcome = await apply(sheet, shown.digest);
    expect(outcome).toMatchObject({ changed: 1, unchanged: 2, refused: 2 });
    // Without a role in the unit nobody becomes owner; a pending task cannot be implemented at once.
    expect(outcome.rows[0]).toMatchObject({ ok: true, made: ["ask", "internalTarget"], problems: [] });
    expect(outcome.rows[1]?.problems[0]).toMatchObject({ field: "owner" });
    expect(outcome.rows[1]?.problems[0]?.message).toContain("Choose somebody of the responsible unit");
    expect(outcome.rows[2]?.problems[0]?.message).toContain("cannot go from PENDING to IMPLEMENTED");
    const task = await readTask(scene.deps.db, numbers[0] ?? 0);
    expect(task).toMatchObject({
      internalTarget: "1998-08-20",
      ask: "to report to it on the state of the archives",
      version: 3,
    });
    expect(await scene.deps.db.taskEvent.count({ where: { taskId: task?.id ?? "" } })).toBe(3);
    expect((await preview(sheet)).counts.changed).toBe(2);
  });

  it("moves a task on, with owner and status in one row", async () => {
    const sheet = edited(await exported("csv"), [
      [2, "Owner", "Name of focal"],
      [2, "Status", "In progress"],
    ]);
    expect(await apply(sheet, (await preview(sheet)).digest)).toMatchObject({ changed: 1, refused: 0 });
    expect(await readTask(scene.deps.db, numbers[2] ?? 0)).toMatchObject({
      status: "IN_PROGRESS",
      ownerName: "Name of focal",
    });
  });

  it("does not apply what no longer is what was shown", async () => {
    const sheet = edited(await exported("csv"), [[1, "Internal target", "1998-08-25"]]);
    const { digest } = await preview(sheet);
    await commentOnTask(scene.deps, scene.secretary, {
      number: numbers[1] ?? 0,
      text: "Seen.",
      mentions: [],
    });
    const applied = await applySheet(scene.deps, scene.secretary, { sheet, digest, reason: "" });
    expect(applied).toMatchObject({ ok: false, error: { code: "conflict" } });
    const again = await preview(sheet);
    expect(again.rows[0]?.staleVersion).toEqual({ sheet: 1, now: 2 });
    expect(await apply(sheet, again.digest)).toMatchObject({ changed: 1 });
  });

  it("lets nobody do by a sheet what they may not do by hand", async () => {
    const sheet = edited(await exported("csv"), [[1, "What is asked", "to do as I please"]]);
    const seen = await preview(sheet);
    expect(await apply(sheet, seen.digest, scene.focalPoint)).toMatchObject({ changed: 0, refused: 1 });
    expect(await previewSheet(scene.deps, scene.viewer, { sheet })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });
});

describe("sheets that staff keep", () => {
  const csv = async (rows: readonly (readonly string[])[]): Promise<Sheet> => {
    const sheets = await readSheets("follow-up.csv", Buffer.from(rows.map(csvRecord).join(""), "latin1"));
    if (!sheets.ok || !sheets.value[0]) throw new Error("no sheet");
    return sheets.value[0];
  };

  it("finds tasks by resolution and paragraph, and says why it cannot", async () => {
    const shown = await preview(
      await csv([
        ["Document symbol", "OP", "Action", "Remarks"],
        ["52/401", "1", "Report", "D\u00e9j\u00e0 vu"],
        ["A/RES/52/401", "4", "Study on the keeping of maps", "Drafted"],
        ["A/RES/52/401", "4", "Follow up", "Which one?"],
        ["A/RES/60/1", "2", "x", "Not here"],
        ["A/RES/52/401", "1", "Report", "Again"],
      ]),
    );
    expect(shown.rows.map((row) => row.number)).toEqual([numbers[0], numbers[4], null, null, numbers[0]]);
    expect(shown.rows[0]?.comment).toBe("Déjà vu");
    expect(shown.rows[2]?.problems[0]?.message).toContain("has 2 tasks");
    expect(shown.rows[3]?.problems[0]?.message).toContain("Import the resolution");
    expect(shown.rows[4]?.problems[0]?.message).toContain("stands in row 2 already");
  });

  it("says what is missing where no column names a task", async () => {
    const shown = await previewSheet(scene.deps, scene.secretary, {
      sheet: await csv([["Colour"], ["blue"]]),
    });
    expect(shown).toMatchObject({ ok: false, error: { code: "invalid-input" } });
  });

  it("reads an XLSX that staff made as well", async () => {
    const table = { ...aTable([["A/RES/52/401", "3", "Noted"]]), title: "Follow-up" };
    const named = {
      ...table,
      columns: table.columns.map((column, index) => ({
        ...column,
        title: ["Resolution", "Para", "Comment"][index] ?? "",
      })),
    };
    const sheets = await readSheets("f.xlsx", await bytesOf(writeXlsx(named)));
    if (!sheets.ok || !sheets.value[0]) throw new Error("no sheet");
    const shown = await preview(sheets.value[0]);
    expect(shown.counts).toMatchObject({ changed: 1 });
    expect(await apply(sheets.value[0], shown.digest)).toMatchObject({ changed: 1 });
  });
});

describe("exports", () => {
  it("gives every row past one batch, in order, and writes it into the record", async () => {
    const file = await exportTasks(scene.deps, scene.viewer, {
      filter: {},
      sort: { by: "due", direction: "asc" },
      format: "json",
      title: "All",
    });
    if (!file.ok) throw new Error(file.error.message);
    const json = JSON.parse(new TextDecoder().decode(await bytesOf(file.value.chunks)));
    expect(json.rows).toHaveLength(5);
    expect(json.rows[0]).toMatchObject({ symbol: "A/RES/52/401", dueOn: "1998-09-30" });
    expect(file.value.fileName).toBe("all-1998-08-03.json");
    expect(
      await scene.deps.db.auditEntry.count({ where: { action: "export", actorId: "viewer" } }),
    ).toBeGreaterThan(0);
  });

  it("gives linked data that needs nothing fetched", async () => {
    const input = {
      filter: {},
      sort: { by: "number" as const, direction: "asc" as const },
      format: "jsonld" as const,
      title: "All",
    };
    const file = await exportTasks(scene.deps, scene.secretary, input, "https://m.example.org");
    if (!file.ok) throw new Error(file.error.message);
    const json = JSON.parse(new TextDecoder().decode(await bytesOf(file.value.chunks)));
    expect(typeof json["@context"]).toBe("object");
    expect(json["@graph"][0]).toMatchObject({
      "@id": `https://m.example.org/tasks/${numbers[0]}`,
      "@type": "Action",
      object: { legislationIdentifier: "A/RES/52/401" },
    });
  });

  it("stops one person who drains the server", async () => {
    let last: Awaited<ReturnType<typeof exportTasks>> | null = null;
    for (let index = 0; index < 31; index += 1)
      last = await exportTasks(scene.deps, scene.focalPoint, {
        filter: {},
        sort: { by: "due", direction: "asc" },
        format: "csv",
        title: "x",
      });
    expect(last).toMatchObject({ ok: false, error: { code: "too-many" } });
    expect(
      await exportTasks(scene.deps, scene.nobody, {
        filter: {},
        sort: { by: "due", direction: "asc" },
        format: "csv",
        title: "x",
      }),
    ).toMatchObject({ ok: false });
  });
});
