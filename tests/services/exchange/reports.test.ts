import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheets } from "@/lib/adapters/archive/read-sheets";
import { writeBinder } from "@/lib/adapters/documents/binder";
import { readAkomaNtoso } from "@/lib/adapters/sources/akoma-ntoso";
import {
  exportForecast,
  exportResolution,
  makeReport,
  type ReportInput,
  sessionBinder,
} from "@/lib/services/reports";
import { bytesOf } from "../../core/export/a-table";
import { addTasks, openScene, type Scene } from "./scene";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await addTasks(scene.deps, "A/RES/52/801", [
    { ask: "to report to it on <b>archives</b> & maps", dueOn: "1998-10-07" },
    { ask: "to convene a meeting", deliverable: "meeting", dueOn: "1998-07-01" },
  ]);
});
afterAll(() => scene.database.close());

const reports: readonly ReportInput[] = [
  { kind: "follow-up-resolution", symbol: "52/801" },
  { kind: "follow-up-body", body: "unit" },
  { kind: "follow-up-session", organ: "GA", session: 53 },
  { kind: "session-brief", organ: "GA", session: 53 },
  { kind: "handover", body: "unit" },
  { kind: "forecast", organ: "GA", session: 53 },
  { kind: "annotated-agenda", organ: "GA", session: 53 },
];

describe("reports from the record", () => {
  it.each(reports)("$kind tells of the tasks it is about, and is written into the record", async (input) => {
    const made = await makeReport(scene.deps, scene.viewer, input);
    if (!made.ok) throw new Error(made.error.message);
    expect(JSON.stringify(made.value.report.blocks)).toContain("52/801");
    expect(made.value.report.origin).toContain("Name of viewer");
    expect(
      await scene.deps.db.auditEntry.count({ where: { action: "export", subject: made.value.title } }),
    ).toBe(1);
    expect(await makeReport(scene.deps, scene.nobody, input)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });

  it("says so where there is nothing of that name", async () => {
    expect(
      await makeReport(scene.deps, scene.viewer, { kind: "follow-up-resolution", symbol: "52/999" }),
    ).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await makeReport(scene.deps, scene.viewer, { kind: "handover", body: "nowhere" })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("forecast as a sheet, with the fields of a slot request", async () => {
    const file = await exportForecast(scene.deps, scene.secretary, {
      organ: "GA",
      session: 53,
      format: "xlsx",
    });
    if (!file.ok) throw new Error(file.error.message);
    const sheets = await readSheets(file.value.fileName, await bytesOf(file.value.chunks));
    expect(sheets.ok && sheets.value[0]?.rows[0]).toEqual([
      "Title", "Legislative mandate", "Author department", "Agenda item", "Word count", "Language of submission", "Submission", "Issue", "Meeting", "Slot or job number", "No.",
    ]); // biome-ignore format: the headings in order
    expect(sheets.ok && sheets.value[0]?.rows[1]?.[1]).toBe("Resolution 52/801, para. 1");
  });

  it("binder: one file with tasks, history and texts, that fetches nothing and runs nothing of its texts", async () => {
    const binder = await sessionBinder(scene.deps, scene.secretary, { organ: "GA", session: 53 });
    if (!binder.ok) throw new Error(binder.error.message);
    const html = writeBinder(binder.value);
    expect(html).toContain("&lt;b&gt;archives&lt;/b&gt; &amp; maps");
    expect(html).not.toMatch(/<b>archives|(?:src|href)="(?:https?:)?\/\//);
    expect(html).toContain("System");
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
  });
});

describe("a resolution out", () => {
  const out = async (format: "akn" | "json") => {
    const file = await exportResolution(scene.deps, scene.viewer, { symbol: "52/801", format });
    if (!file.ok) throw new Error(file.error.message);
    return new TextDecoder().decode(await bytesOf(file.value.chunks));
  };

  it("in Akoma Ntoso, with our analysis, as our own reader reads it", async () => {
    const xml = await out("akn");
    expect(xml).toContain(
      '<m:action id="A/RES/52/801#op1/1" href="#op1" verb="request" deliverable="report" status="PENDING">',
    );
    expect(xml).toContain('<m:deadline organ="GA" session="53" on="1998-10-07" certainty="fixed"/>');
    expect(xml).toContain('<paragraph eId="op1"><num>1.</num>');
    const read = readAkomaNtoso(xml);
    expect(read.ok && read.value.text).toContain("to report to it on <b>archives</b> & maps");
  });

  it("as rows of a registry, one for each paragraph", async () => {
    const { rows } = JSON.parse(await out("json"));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      document_symbol: "A/RES/52/801",
      paragraph_id: "A/RES/52/801#op1",
      action_verbs: "request",
      assignees: "Special Unit",
      deliverables: "report",
      deadlines: "GA 53",
    });
  });
});
