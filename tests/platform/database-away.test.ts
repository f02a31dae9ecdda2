import { connect, createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { formatDatabaseUrl, parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { depsWith } from "@/lib/deps";
import { readiness } from "@/lib/services/readiness";
import { fillWithFinished, losses, type OwnServer, ownServer } from "./a-server";
import { reopen } from "./reopen";

let server: OwnServer;
beforeAll(async () => {
  server = await ownServer({ isMigrated: true });
  await fillWithFinished(server, 60);
}, 180_000);
afterAll(() => server.stop());

/** A wire to the database that can be cut, or made to swallow everything. */
async function wire(): Promise<{
  url: string;
  cut: () => void;
  freeze: (isFrozen: boolean) => void;
  close: () => void;
}> {
  const target = parseDatabaseUrl(server.appUrl());
  const open = new Set<Socket>();
  let isFrozen = false;
  const proxy: Server = createServer((near) => {
    const far = connect(target.port, target.host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("data", (bytes) => {
        if (!isFrozen) to.write(bytes);
      });
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const address = proxy.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: formatDatabaseUrl({ ...target, port }),
    cut: () => {
      for (const socket of open) socket.destroy();
      open.clear();
    },
    freeze: (frozen) => {
      isFrozen = frozen;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      proxy.close();
    },
  };
}

const holder = async (): Promise<pg.Client> => {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(server.appUrl())));
  await client.connect();
  return client;
};

describe("a database in trouble", () => {
  it("whose row is held by somebody who went to lunch is waited for within bounds, then named as the reason", async () => {
    const db = openDatabase(server.appUrl(), { poolSize: 2, lockTimeoutMs: 500 });
    const other = await holder();
    await other.query("begin");
    await other.query("select 1 from task where number = 1 for update");
    const answer = await reopen(depsWith(db), 1);
    expect(answer.ok ? "done" : answer.error.code).toBe("unavailable");
    await other.query("rollback");
    expect(await reopen(depsWith(db), 1)).toMatchObject({ ok: true });
    await other.end();
    await db.$disconnect();
  });

  it("whose connections are all taken answers that it is not available, and works again once one is free", async () => {
    const db = openDatabase(server.appUrl(), { poolSize: 1 });
    let free: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      free = done;
    });
    const holding = db.$transaction(async (tx) => {
      await tx.$queryRaw`select 1`;
      await held;
    });
    const answer = await reopen(depsWith(db), 2);
    expect(answer.ok ? "done" : answer.error.code).toBe("unavailable");
    free();
    await holding;
    expect(await reopen(depsWith(db), 2)).toMatchObject({ ok: true });
    await db.$disconnect();
  });

  it("whose connections are cut refuses what was under way and takes the next change by a new connection", async () => {
    const line = await wire();
    const db = openDatabase(line.url, { poolSize: 2 });
    const deps = depsWith(db);
    expect(await reopen(deps, 3)).toMatchObject({ ok: true });
    const underWay = Array.from({ length: 8 }, (_none, at) => reopen(deps, 4 + at));
    await new Promise((done) => setTimeout(done, 20));
    line.cut();
    const answers = await Promise.all(underWay);
    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe("unavailable");
    expect(await reopen(deps, 12)).toMatchObject({ ok: true });
    expect(await losses(server, [1, 2, 3, 12])).toMatchObject({ lost: 0, half: 0, wrong: 0 });
    await db.$disconnect();
    line.close();
  });

  it("that says nothing any more is not ready, within seconds, and ready again when it speaks", async () => {
    const line = await wire();
    const db = openDatabase(line.url, { poolSize: 2, statementTimeoutMs: 1_000 });
    const open = () => Promise.resolve({ db });
    expect(await readiness(open)).toMatchObject({ ok: true });
    line.freeze(true);
    expect(await readiness(open)).toMatchObject({ ok: false, error: { code: "unavailable" } });
    line.freeze(false);
    line.cut();
    await expect.poll(async () => (await readiness(open)).ok, { timeout: 20_000 }).toBe(true);
    await db.$disconnect().catch(() => undefined);
    line.close();
  });
});
