import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openImport } from "@/lib/adapters/archive/import-files";
import { importRows, startImport } from "@/lib/services/import";
import { hostileDocuments, hostileSheets } from "../../adapters/hostile-files";
import { addTasks, aResolution, openScene, type Scene } from "./scene";

let scene: Scene;
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
beforeAll(async () => {
  scene = await openScene();
  await addTasks(scene.deps, "A/RES/52/205", [{ ask: "to report on the keeping of records" }]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scene.database.close();
});

/** Every row that a resolution is made of, but for those of the good file. */
const kept = async () => {
  const { db } = scene.deps;
  const good = await db.resolution.findUnique({ where: { symbol: "A/RES/52/390" }, select: { id: true } });
  const own = { resolutionId: { not: good?.id ?? "" } };
  const sources = { versions: { none: { resolution: { symbol: "A/RES/52/390" } } } };
  const inOrder = { orderBy: { id: "asc" } } as const;
  return JSON.stringify(
    await Promise.all([
      db.resolution.findMany({ ...inOrder, where: { id: { not: good?.id ?? "" } } }),
      db.resolutionVersion.findMany({ ...inOrder, where: own }),
      db.sourceDocument.findMany({ ...inOrder, where: sources }),
      db.paragraph.findMany({ ...inOrder, where: own }),
      db.candidate.findMany({ ...inOrder, where: { version: own } }),
      db.task.findMany({ ...inOrder, where: own }),
      db.expression.findMany({ ...inOrder, where: own }),
    ]),
    (_key, value) => (typeof value === "bigint" ? String(value) : value),
  );
};

describe("hostile files in one folder", () => {
  it("leave all that was there as it was, and stop no good file", async () => {
    const files = [...hostileDocuments, ...hostileSheets];
    for (const [index, { name, bytes }] of files.entries())
      writeFileSync(join(folder, `${String(index).padStart(2, "0")}-${name}`), await bytes());
    const before = await kept();
    writeFileSync(join(folder, "99-good.txt"), aResolution("52/390"));
    const opened = await openImport(folder);
    if (!opened.ok) throw new Error(opened.error.message);
    const started = await startImport(scene.deps, scene.secretary, {
      title: "hostile",
      source: "",
      files: opened.value.files,
    });
    if (!started.ok) throw new Error(started.error.message);
    const progress = await started.value.finished;
    // A sheet is the text of no resolution.
    expect(progress).toMatchObject({ state: "done", tally: { refused: files.length, created: 1 } });
    const page = { id: progress.id, outcome: "refused" as const, after: -1, limit: 500 };
    const rows = await importRows(scene.deps, scene.secretary, page);
    for (const row of rows.ok ? rows.value : []) expect(row.message).toMatch(/^[“A-Z][^\n]{10,300}[.?]$/);
    expect(await kept()).toBe(before);
  });
});
