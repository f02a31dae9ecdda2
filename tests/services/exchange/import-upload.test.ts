import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { importProgress, importRows, listImports } from "@/lib/services/import";
import { importUpload, retryImport, takeUpImport } from "@/lib/services/import-upload";
import { anArchive } from "../../adapters/archive/hostile";
import { aResolution, openScene, type Scene } from "./scene";

let scene: Scene;
const folder = mkdtempSync(join(tmpdir(), "uploads-"));
const kept = join(folder, "imports");
beforeAll(async () => {
  vi.stubEnv("MANDATES_DATA", folder);
  scene = await openScene();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await scene.database.close();
});

const progressOf = async (id: string) => {
  const progress = await importProgress(scene.deps, scene.secretary, { id });
  if (!progress.ok) throw new Error(progress.error.message);
  return progress.value;
};
const ended = (id: string) =>
  vi.waitUntil(async () => {
    const progress = await progressOf(id);
    return progress.state === "running" ? null : progress;
  }, 60_000);
const namesOf = async (id: string) => {
  const rows = await importRows(scene.deps, scene.secretary, { id, outcome: null, after: -1, limit: 500 });
  if (!rows.ok) throw new Error(rows.error.message);
  return rows.value.map((row) => [row.name, row.outcome]);
};
const upload = async (files: Record<string, Uint8Array>): Promise<string> => {
  const started = await importUpload(scene.deps, scene.secretary, {
    title: "upload",
    files: Object.entries(files).map(([name, bytes]) => ({ name, bytes: new Uint8Array(bytes) })),
  });
  if (!started.ok) throw new Error(started.error.message);
  return started.value.jobId;
};
const uploads = (): string[] => (existsSync(kept) ? readdirSync(kept) : []);

describe("files sent by a page", () => {
  it("are taken in one by one, and not kept once all of them are here", async () => {
    const id = await upload({
      "session.zip": anArchive({
        "1.txt": strToU8(aResolution("52/701")),
        "2.txt": strToU8(aResolution("52/702")),
      }),
    });
    expect(await ended(id)).toMatchObject({
      total: 2,
      done: 2,
      failed: 0,
      isKept: false,
      tally: { created: 2 },
    });
    await vi.waitUntil(() => uploads().length === 0);
    expect(await retryImport(scene.deps, scene.secretary, { id })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("stay while one of them was refused: tried again, it is taken in and the others change nothing", async () => {
    const id = await upload({
      "good.txt": strToU8(aResolution("52/711")),
      "bad.txt": strToU8("Nothing in this text says what it is."),
    });
    expect(await ended(id)).toMatchObject({ failed: 1, isKept: true, tally: { created: 1, refused: 1 } });
    const versions = await scene.deps.db.resolutionVersion.count();

    // The operator mends the file where it is kept.
    writeFileSync(join(kept, uploads()[0] ?? "", "bad.txt"), aResolution("52/712"));
    const again = await retryImport(scene.deps, scene.secretary, { id });
    if (!again.ok) throw new Error(again.error.message);
    expect(again.value.jobId).not.toBe(id);
    expect(await ended(again.value.jobId)).toMatchObject({ failed: 0, tally: { created: 1, unchanged: 1 } });
    expect(await namesOf(again.value.jobId)).toEqual([
      ["bad.txt", "created"],
      ["good.txt", "unchanged"],
    ]);
    expect(await scene.deps.db.resolutionVersion.count()).toBe(versions + 1);
    await vi.waitUntil(() => uploads().length === 0);
  });

  it("are taken up where a stopped server left them, and not while somebody is at work on them", async () => {
    const id = await upload({
      "1.txt": strToU8(aResolution("52/721")),
      "2.txt": strToU8("No resolution."),
      "3.txt": strToU8(aResolution("52/723")),
    });
    await ended(id);
    // As if the server had died after the first file, and minutes had gone by.
    await scene.deps.db.jobRow.deleteMany({ where: { jobId: id, ordinal: { gt: 0 } } });
    const stopped = { state: "running", done: 1, failed: 0, finishedAt: null };
    const now = scene.deps.clock.now();
    await scene.deps.db.job.update({ where: { id }, data: { ...stopped, updatedAt: now } });
    expect(await takeUpImport(scene.deps, scene.secretary, { id })).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
    expect(await retryImport(scene.deps, scene.secretary, { id })).toMatchObject({ ok: false });
    const longAgo = new Date(now.getTime() - 120_000);
    await scene.deps.db.job.update({ where: { id }, data: { updatedAt: longAgo } });
    expect(await progressOf(id)).toMatchObject({ isStopped: true, isKept: true, done: 1 });

    expect(await takeUpImport(scene.deps, scene.secretary, { id })).toMatchObject({ ok: true });
    expect(await ended(id)).toMatchObject({
      done: 3,
      failed: 1,
      tally: { created: 1, refused: 1, unchanged: 1 },
    });
    expect(await namesOf(id)).toEqual([
      ["1.txt", "created"],
      ["2.txt", "refused"],
      ["3.txt", "unchanged"],
    ]);
  });

  it("are not kept where the whole upload is refused, nor where somebody may not send it", async () => {
    const before = uploads().length;
    const forged = anArchive({ "../../x.txt": strToU8("x") });
    const send = (actor: Actor) =>
      importUpload(scene.deps, actor, {
        title: "x",
        files: [{ name: "x.zip", bytes: new Uint8Array(forged) }],
      });
    expect(await send(scene.secretary)).toMatchObject({ ok: false, error: { code: "invalid-input" } });
    for (const actor of [scene.viewer, scene.focalPoint, scene.nobody]) {
      expect(await send(actor)).toMatchObject({ ok: false, error: { code: "not-permitted" } });
      expect(await retryImport(scene.deps, actor, { id: "x" })).toMatchObject({ ok: false });
      expect(await takeUpImport(scene.deps, actor, { id: "x" })).toMatchObject({ ok: false });
      expect(await listImports(scene.deps, actor)).toMatchObject({ ok: false });
    }
    expect(uploads()).toHaveLength(before);
  });
});
