import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openImport, openUpload } from "@/lib/adapters/archive/import-files";
import { importProgress, importRows, resumeImport, startImport } from "@/lib/services/import";
import { readText } from "@/lib/services/read-text";
import { aBomb, anArchive } from "../../adapters/archive/hostile";
import { aResolution, openScene, type Scene } from "./scene";

let scene: Scene;
const folder = mkdtempSync(join(tmpdir(), "import-"));
beforeAll(async () => {
  scene = await openScene();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scene.database.close();
});

/** Imports what lies at a path or was uploaded, to its end. */
async function importAll(opened: Awaited<ReturnType<typeof openImport>>) {
  if (!opened.ok) throw new Error(opened.error.message);
  const { files, close } = opened.value;
  const started = await startImport(scene.deps, scene.secretary, { title: "test", source: "", files });
  if (!started.ok) throw new Error(started.error.message);
  const progress = await started.value.finished;
  close();
  return progress;
}

const rowsOf = async (id: string) => {
  const rows = await importRows(scene.deps, scene.secretary, { id, outcome: null, after: -1, limit: 500 });
  if (!rows.ok) throw new Error(rows.error.message);
  return rows.value;
};

describe("bulk import", () => {
  it("takes a folder in: each file by itself, in order of names, with its outcome", async () => {
    const root = join(folder, "session");
    mkdirSync(join(root, "later"), { recursive: true });
    writeFileSync(join(root, "1.txt"), aResolution("52/301"));
    writeFileSync(join(root, "2.txt"), aResolution("52/302"));
    writeFileSync(join(root, "later", "3.txt"), aResolution("52/303"));
    writeFileSync(
      join(root, "9-picture.txt"),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    );
    writeFileSync(join(root, ".hidden"), "x");
    symlinkSync("/etc/passwd", join(root, "4.txt"));
    const progress = await importAll(await openImport(root));
    expect(progress).toMatchObject({
      state: "done",
      total: 4,
      done: 4,
      failed: 1,
      tally: { created: 3, refused: 1 },
    });
    const rows = await rowsOf(progress.id);
    expect(rows.map((row) => [row.name, row.outcome, row.subject])).toEqual([
      ["1.txt", "created", "A/RES/52/301"],
      ["2.txt", "created", "A/RES/52/302"],
      ["9-picture.txt", "refused", ""],
      ["later/3.txt", "created", "A/RES/52/303"],
    ]);
    expect(rows[2]?.message).toContain("neither text nor a document");
  });

  it("changes nothing the second time, and makes a new version of a new text", async () => {
    const before = await scene.deps.db.resolutionVersion.count();
    const again = await importAll(
      await openUpload(
        "s.zip",
        anArchive({
          "1.txt": strToU8(aResolution("52/301")),
          "2.txt": strToU8(aResolution("52/302", "on archives")),
        }),
      ),
    );
    expect(again.tally).toEqual({ unchanged: 1, version: 1 });
    expect(await scene.deps.db.resolutionVersion.count()).toBe(before + 1);
  });

  it("keeps the order of names however its readers answer: the later text is the newer version", async () => {
    const texts = ["on the first", "on the second", "on the third"];
    const files = texts.map((words, index) => ({
      name: `${index}.txt`,
      open: async () => ({ ok: true as const, value: strToU8(aResolution("52/331", words)) }),
    }));
    const answered: string[] = [];
    let release = (): void => undefined;
    const last = new Promise<void>((resolve) => {
      release = resolve;
    });
    const started = await startImport(scene.deps, scene.secretary, {
      title: "ahead",
      source: "",
      files,
      reading: {
        ahead: 3,
        read: async ({ name, bytes }) => {
          // The first file is ready only after the last.
          if (name === "2.txt") release();
          else if (name === "0.txt") await last;
          answered.push(name);
          return readText(scene.deps, { file: { name, mediaType: "", bytes: new Uint8Array(bytes) } });
        },
      },
    });
    if (!started.ok) throw new Error(started.error.message);
    expect(await started.value.finished).toMatchObject({ state: "done", tally: { created: 1, version: 2 } });
    expect(answered[0]).not.toBe("0.txt");
    const versions = await scene.deps.db.resolutionVersion.findMany({
      where: { resolution: { symbol: "A/RES/52/331" } },
      orderBy: { version: "asc" },
      select: { version: true, source: { select: { text: true } } },
    });
    expect(
      versions.map(({ version, source }) => [version, /on the \w+/.exec(source.text.slice(-40))?.[0]]),
    ).toEqual(texts.map((words, index) => [index + 1, words]));
  });

  it("goes on where a stopped server left off, without opening again what is done", async () => {
    const opened: string[] = [];
    const files = ["52/311", "52/312", "52/313", "52/314"].map((number) => ({
      name: number,
      open: async () => {
        opened.push(number);
        // The second file meets a database that has gone away.
        if (number === "52/312" && opened.length === 2) throw new Error("ECONNREFUSED");
        return { ok: true as const, value: strToU8(aResolution(number)) };
      },
    }));
    const started = await startImport(scene.deps, scene.secretary, { title: "stopped", source: "/x", files });
    if (!started.ok) throw new Error(started.error.message);
    expect(await started.value.finished).toMatchObject({ state: "running", done: 1 });
    const resumed = await resumeImport(scene.deps, scene.secretary, { jobId: started.value.jobId, files });
    expect(resumed).toMatchObject({ ok: true, value: { state: "done", done: 4, tally: { created: 4 } } });
    expect(opened).toEqual(["52/311", "52/312", "52/312", "52/313", "52/314"]);
    expect(
      await resumeImport(scene.deps, scene.secretary, { jobId: started.value.jobId, files }),
    ).toMatchObject({ ok: false });
  });

  it("refuses hostile files one by one and keeps the good ones", async () => {
    const progress = await importAll(
      await openUpload(
        "mixed.zip",
        anArchive({
          "a.txt": strToU8(aResolution("52/321")),
          "b.zip": anArchive({ "c.txt": strToU8(aResolution("52/322")) }),
          "d.xml": strToU8(
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
          ),
          "e.docx": aBomb(1),
          "f.pdf": strToU8("no PDF"),
        }),
      ),
    );
    expect(progress.tally).toEqual({ created: 1, refused: 4 });
    for (const row of await rowsOf(progress.id))
      if (row.outcome === "refused") expect(row.message).toMatch(/^[“A-Z].{15,}\.$/);
  });

  it("refuses the whole archive where the archive itself is forged", async () => {
    expect(await openUpload("x.zip", anArchive({ "../../x.txt": strToU8("x") }))).toMatchObject({
      ok: false,
    });
    expect(await openImport(join(folder, "nowhere"))).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("is for Secretaries", async () => {
    for (const actor of [scene.viewer, scene.focalPoint, scene.nobody]) {
      const started = await startImport(scene.deps, actor, { title: "x", source: "", files: [] });
      expect(started).toMatchObject({ ok: false, error: { code: "not-permitted" } });
      expect(await importProgress(scene.deps, actor, { id: "x" })).toMatchObject({ ok: false });
    }
  });
});
