import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quoted, readTables, writeBackup } from "@/lib/db/backup";
import { RestoreRefusal, restoreBackup } from "@/lib/db/restore";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { commentOnTask } from "@/lib/services/task-record";
import { addTasks, openScene, type Scene } from "../services/exchange/scene";
import { type TestDatabase, testDatabase } from "../support/database";

let scene: Scene;
let copy: TestDatabase;
const awkward = 'tab\there, line\nend, back\\slash, \\. alone, \\N, quote ", 中文 🕊';

beforeAll(async () => {
  scene = await openScene();
  copy = await testDatabase();
  const [first] = await addTasks(scene.deps, "A/RES/52/701", [
    { ask: awkward, dueOn: "1998-10-07" },
    { ask: "to report" },
  ]);
  await addTasks(
    scene.deps,
    "A/RES/52/702",
    Array.from({ length: 300 }, (_none, index) => ({ ask: `thing ${index} ${"x".repeat(500)}` })),
  );
  await commentOnTask(scene.deps, scene.secretary, {
    number: first ?? 0,
    text: `\\.\n${awkward}\n\\.`,
    mentions: [],
  });
});
afterAll(async () => {
  await copy.close();
  await scene.database.close();
});

/** A fingerprint of every row of every table, and where each counter stands. */
async function fingerprint(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const prints: Record<string, string> = {};
    for (const { name } of await readTables(client)) {
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as print from ${quoted(name)} t`,
      );
      prints[name] = rows[0].print;
    }
    const { rows } = await client.query(
      "select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'",
    );
    for (const row of rows) prints[`counter ${row.name}`] = String(row.last);
    return prints;
  } finally {
    await client.end();
  }
}

/** Rows of all tables together, out of a fingerprint. */
const countIn = (prints: Record<string, string>): number =>
  Object.entries(prints)
    .filter(([name]) => !name.startsWith("counter "))
    .reduce((sum, [, print]) => sum + Number(print.split(" ")[0]), 0);

async function backupOf(url: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeBackup(url, new Date("1998-08-03T14:00:00Z"))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes in pieces of this size: restores must not depend on where a chunk ends. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("backup and restore", () => {
  it("refuses what is damaged, cut off or foreign, and keeps the database empty", async () => {
    const bytes = await backupOf(scene.database.ownerUrl);
    const damaged = Buffer.from(bytes);
    damaged[damaged.indexOf("thing 7 ")] = "T".charCodeAt(0);
    const bad: readonly (readonly [Buffer, RegExp])[] = [
      [damaged, /hash does not agree/],
      [bytes.subarray(0, bytes.length - 40), /ends too soon/],
      [bytes.subarray(0, bytes.length / 2), /ends too soon/],
      [Buffer.from("PK\x03\x04"), /ends too soon|no backup/],
      [Buffer.from('{"format":"other"}\n'), /no backup/],
    ];
    for (const [given, words] of bad)
      await expect(restoreBackup(copy.ownerUrl, pieces(given, 50_000))).rejects.toThrow(words);
    const foreign = Buffer.from(
      bytes.toString("latin1").replace('"20261124000000_init"', '"20001124000000_init"'),
      "latin1",
    );
    await expect(restoreBackup(copy.ownerUrl, pieces(foreign, 50_000))).rejects.toThrow(RestoreRefusal);
    expect(await copy.db.person.count()).toBe(0);
  });

  it("gives back every row, counter and chain as it was", async () => {
    const before = await fingerprint(scene.database.ownerUrl);
    const rows = await restoreBackup(copy.ownerUrl, pieces(await backupOf(scene.database.ownerUrl), 777));
    expect(rows).toBe(countIn(before));
    expect(await fingerprint(copy.ownerUrl)).toEqual(before);
    expect(await verifyTaskChains(copy.db)).toMatchObject({ intact: true, links: 303 });
    // A new task goes on counting where the original stood.
    const [next] = await addTasks({ ...scene.deps, db: copy.db }, "A/RES/52/703", [{ ask: "to go on" }]);
    expect(next).toBe(303);
  });

  it("does not fill a database that holds anything", async () => {
    const bytes = await backupOf(scene.database.ownerUrl);
    await expect(restoreBackup(copy.ownerUrl, pieces(bytes, 65_536))).rejects.toThrow(/not empty/);
  });

  it("reads one moment, whatever is written meanwhile", async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of writeBackup(scene.database.ownerUrl, new Date(0))) {
      if (chunks.length === 0)
        await scene.deps.db.person.create({ data: { email: "late@example.org", name: "Late" } });
      chunks.push(chunk);
    }
    expect(Buffer.concat(chunks).toString()).not.toContain("late@example.org");
  });
});
