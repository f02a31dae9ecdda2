import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { formatDatabaseUrl, parseDatabaseUrl } from "@/lib/db/connection";
import { readingFrom } from "@/lib/db/replica";
import { depsWith } from "@/lib/deps";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { exportTasks, exportTasksInput } from "@/lib/services/export";
import { fillWithFinished, type OwnServer, ownServer, secretary } from "./a-server";
import { reopen } from "./reopen";

let server: OwnServer;
let standby: EmbeddedPostgres;
const closing: (() => Promise<unknown>)[] = [];

/** A standby of PostgreSQL's own kind: a copy of the stopped server's files that follows its log from then on. */
beforeAll(async () => {
  server = await ownServer({ isMigrated: true });
  await fillWithFinished(server, 20);
  await server.pause();
  const cluster = join(server.folder, "standby");
  execFileSync("cp", ["-a", join(server.folder, "postgres"), cluster]);
  copyFileSync(join(server.folder, "postgres.password"), `${cluster}.password`);
  // Copied, so that it belongs to the server's account; what it holds does not matter.
  execFileSync("cp", ["-a", join(cluster, "PG_VERSION"), join(cluster, "standby.signal")]);
  await server.start();
  const { host, port, user, password } = server.superuser();
  standby = await startEmbeddedPostgres({
    cluster,
    settings: { primary_conninfo: `host=${host} port=${port} user=${user} password=${password}` },
  });
}, 240_000);

afterAll(async () => {
  for (const close of closing) await close();
  await standby?.stop();
  await server.stop();
});

it("reads search, charts, exports and public pages from a standby that follows, and from the primary while it does not", async () => {
  const app = parseDatabaseUrl(server.appUrl());
  const primary = openDatabase(server.appUrl(), { poolSize: 2 });
  const replica = openDatabase(
    formatDatabaseUrl({ ...app, ...(({ host, port }) => ({ host, port }))(standby.connection("mandates")) }),
    { poolSize: 2 },
  );
  closing.push(
    () => primary.$disconnect(),
    () => replica.$disconnect(),
  );
  let now = 0;
  const reading = readingFrom(primary, replica, () => now);
  const deps = depsWith(primary, reading);

  // Never looked at: the primary serves. One look later the standby has what the primary had.
  expect(await reading()).toBe(primary);
  const served = async () => {
    now += 6_000;
    await reading();
    await new Promise((done) => setTimeout(done, 200));
    return (await reading()) === replica ? "replica" : "primary";
  };
  await expect.poll(served, { timeout: 60_000 }).toBe("replica");

  // What is written on the primary arrives in what is exported from the standby.
  const changed = await reopen(deps, 1);
  expect(changed.ok).toBe(true);
  const rows = async () => {
    const file = await exportTasks(
      deps,
      secretary,
      exportTasksInput.parse({ format: "csv", title: "All", filter: { status: ["IN_PROGRESS"] } }),
    );
    if (!file.ok) throw new Error(file.error.message);
    let text = "";
    for await (const chunk of file.value.chunks) text += Buffer.from(chunk as Uint8Array).toString("utf8");
    return text.includes("A/RES/40/0") ? 1 : 0;
  };
  await expect.poll(rows, { timeout: 60_000, interval: 1_500 }).toBe(1);
  // A standby takes no change, whoever asks.
  await expect(replica.$executeRaw`update task set version = version + 1`).rejects.toThrow(/read-only/);

  // One that stands still is found out: what the primary wrote meanwhile has not been replayed.
  const owner = openDatabase(formatDatabaseUrl(standby.connection("mandates")), { poolSize: 1 });
  closing.push(() => owner.$disconnect());
  await owner.$queryRaw`select 1 as one from (select pg_wal_replay_pause()) paused`;
  expect((await reopen(deps, 2)).ok).toBe(true);
  await expect.poll(served, { timeout: 60_000 }).toBe("primary");
  await owner.$queryRaw`select 1 as one from (select pg_wal_replay_resume()) going`;
  await expect.poll(served, { timeout: 60_000 }).toBe("replica");

  // One that has gone is missed by nobody.
  await standby.stop();
  await expect.poll(served, { timeout: 60_000 }).toBe("primary");
  expect(await rows()).toBe(1);
}, 240_000);
