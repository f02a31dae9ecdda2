import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openImport } from "@/lib/adapters/archive/import-files";
import { depsWith } from "@/lib/deps";
import { type ImportProgress, startImport } from "@/lib/services/import";
import { openScene, type Scene } from "./scene";

// A whole session in Akoma Ntoso, beside the repository where the test data is at hand.
const session = "../shared/akn/en";
if (!existsSync(session)) console.warn(`Skipped: there is no ${session}.`);

describe.skipIf(!existsSync(session))("a whole session", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.database.close());

  async function importSession(): Promise<{ progress: ImportProgress; seconds: number }> {
    const opened = await openImport(session);
    if (!opened.ok) throw new Error(opened.error.message);
    const deps = { ...scene.deps, extractor: depsWith(scene.deps.db).extractor };
    const began = performance.now();
    const started = await startImport(deps, scene.secretary, {
      title: session,
      source: session,
      files: opened.value.files,
    });
    if (!started.ok) throw new Error(started.error.message);
    const progress = await started.value.finished;
    return { progress, seconds: (performance.now() - began) / 1000 };
  }

  it("is taken in whole, and again without a change", { timeout: 300_000 }, async () => {
    const first = await importSession();
    console.log(`${first.progress.total} files in ${first.seconds.toFixed(1)} s`, first.progress.tally);
    expect(first.progress).toMatchObject({ state: "done", failed: 0 });
    const count = () =>
      Promise.all([
        scene.deps.db.paragraph.count(),
        scene.deps.db.candidate.count(),
        scene.deps.db.resolutionVersion.count(),
      ]);
    const before = await count();
    const again = await importSession();
    expect(again.progress.tally).toEqual({ unchanged: first.progress.total });
    expect(await count()).toEqual(before);
  });
});
