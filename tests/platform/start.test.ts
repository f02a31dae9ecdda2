import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { takeAppLock } from "@/lib/platform/app-lock";
import { startDatabase } from "@/lib/platform/database";
import { migrate, migrationState } from "@/lib/platform/migrate";
import { Refusal } from "@/lib/platform/refusal";
import { refuseTakenPort, webAddress } from "@/lib/platform/web-server";
import { type OwnServer, ownServer } from "./a-server";

/** What a refused start says: one line, for a person who can do something about it. */
async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Refusal);
    const { message } = thrown as Refusal;
    expect(message).not.toContain("\n");
    return message;
  }
  throw new Error("The start was not refused.");
}

describe("a start that cannot be", () => {
  const folder = mkdtempSync(join(tmpdir(), "mandates-start-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names the port that is taken and another to try", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await refusal(() => refuseTakenPort({ host: "127.0.0.1", port }))).toMatch(
      new RegExp(`Port ${port} is in use.*PORT=${port + 1}`),
    );
    other.close();
  });

  it("waits for the port where the web server of a killed start is still ending", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    setTimeout(() => other.close(), 300);
    await refuseTakenPort({ host: "127.0.0.1", port }, 60_000);
    expect(other.listening).toBe(false);
  });

  it("refuses a port that is none", async () => {
    expect(await refusal(() => webAddress({ NODE_ENV: "test", PORT: "eighty" }))).toMatch(/from 1 to 65535/);
  });

  it("names the folder in which it cannot write", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(await refusal(() => takeAppLock(join(file, "below"), "http://localhost:3000"))).toMatch(
      /cannot be written.*MANDATES_DATA/,
    );
  });

  it("points to the address of the start that runs already, and takes over from one that was killed", async () => {
    const lock = takeAppLock(folder, "http://localhost:3000");
    expect(await refusal(() => takeAppLock(folder, "http://localhost:3001"))).toMatch(
      /runs already at http:\/\/localhost:3000/,
    );
    expect(lock.isTakenOver).toBe(false);
    lock.release();
    writeFileSync(
      join(folder, "app.lock"),
      JSON.stringify({ pid: 2 ** 22 + 1, address: "http://localhost:3000" }),
    );
    const taken = takeAppLock(folder, "http://localhost:3001");
    expect(taken.isTakenOver).toBe(true);
    taken.release();
  });

  it("names the database that does not answer, without its password", async () => {
    const DATABASE_URL = "postgresql://app:secret-word@127.0.0.1:9/mandates";
    const said = await refusal(() => startDatabase({ NODE_ENV: "test", DATABASE_URL }));
    expect(said).toMatch(/127\.0\.0\.1:9 does not answer/);
    expect(said).not.toContain("secret-word");
  });

  it("says how an address is written where it cannot be read", async () => {
    expect(await refusal(() => startDatabase({ NODE_ENV: "test", DATABASE_URL: "mandates" }))).toMatch(
      /postgresql:\/\/user:password@host/,
    );
  });
});

describe("migrations", () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await ownServer({ isMigrated: false });
  });
  afterAll(() => server.stop());

  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(poolConfig(parseDatabaseUrl(server.ownerUrl())));
    await client.connect();
    return work(client).finally(() => client.end());
  };

  it("undo the one that fails, refuse to go on with one line, and go on once the cause is gone", async () => {
    // Somebody made a table by hand that a later migration makes.
    await asOwner((client) => client.query("create table job_row (note text)"));
    expect(await refusal(() => migrate(server.ownerUrl()))).toMatch(/A migration failed and was undone/);
    const { rows } = await asOwner((client) =>
      client.query(
        "select column_name from information_schema.columns where table_name = 'job' and column_name = 'title'",
      ),
    );
    // The same migration adds this column before it comes to the table: it is gone again.
    expect(rows).toEqual([]);
    await asOwner((client) => client.query("drop table job_row"));
    expect(await migrate(server.ownerUrl())).toBeGreaterThan(0);
    expect(await migrationState(server.ownerUrl())).toMatchObject({ missing: [], failed: [], changed: [] });
  });

  it("started twice at once are applied once, and both starts go on", async () => {
    await asOwner((client) => client.query("drop schema public cascade; create schema public"));
    const counts = await Promise.all([migrate(server.ownerUrl()), migrate(server.ownerUrl())]);
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
    expect(await migrationState(server.ownerUrl())).toMatchObject({ missing: [], failed: [], changed: [] });
  });

  it("refuse a database that a newer release has written", async () => {
    await asOwner((client) =>
      client.query(
        "insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at) values ('x', 'x', '29991231000000_later', now(), now())",
      ),
    );
    expect(await refusal(() => migrate(server.ownerUrl()))).toMatch(/newer release \(29991231000000_later\)/);
  });
});
