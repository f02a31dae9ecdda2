import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createClient, fetchCall } from "@/lib/http/v1/client";
import { handleApi } from "@/lib/http/v1/handle";
import { type ApiScope, apiScopeIds, endToken, makeToken, myTokens } from "@/lib/services/api-tokens";
import { anArchive } from "../adapters/archive/hostile";
import { addTasks, aResolution, openScene, type Scene } from "../services/exchange/scene";

const base = "http://api.test";
let scene: Scene;
let numbers: number[];
const send = (request: Request): Promise<Response> =>
  handleApi(request, { deps: scene.deps, signedIn: null, base });

async function tokenFor(
  actor: Actor,
  scopes: readonly ApiScope[] = apiScopeIds,
): Promise<{ id: string; token: string }> {
  const made = await makeToken(scene.deps, actor, { label: "test", scopes: [...scopes], days: 30 });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
const clientFor = async (actor: Actor, scopes?: readonly ApiScope[]) =>
  createClient(fetchCall(`${base}/api/v1`, (await tokenFor(actor, scopes)).token, send));

beforeAll(async () => {
  scene = await openScene();
  numbers = await addTasks(
    scene.deps,
    "A/RES/52/501",
    Array.from({ length: 7 }, (_none, index) => ({
      ask: `to do thing ${index}`,
      dueOn: `1998-1${index % 3}-0${index + 1}`,
    })),
  );
});
afterAll(() => scene.database.close());

describe("tokens", () => {
  it("are shown once, kept as a hash, and open nothing once ended or expired", async () => {
    const { id, token } = await tokenFor(scene.secretary);
    const kept = JSON.stringify(await scene.deps.db.accessToken.findMany());
    expect(kept).not.toContain(token);
    const api = createClient(fetchCall(`${base}/api/v1`, token, send));
    expect(await api.me()).toMatchObject({ ok: true, value: { personId: "secretary", scopes: apiScopeIds } });
    const mine = await myTokens(scene.deps, scene.secretary);
    expect(mine.ok && mine.value.find((one) => one.id === id)?.lastUsedAt).toBe("1998-08-03T14:00:00.000Z");
    expect(await endToken(scene.deps, scene.viewer, { id })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await endToken(scene.deps, scene.secretary, { id })).toMatchObject({ ok: true });
    expect(await api.me()).toMatchObject({ ok: false, status: 401 });
    const late = await tokenFor(scene.secretary);
    await scene.deps.db.accessToken.update({
      where: { id: late.id },
      data: { expiresAt: new Date("1998-08-03T13:59:59Z") },
    });
    expect(await createClient(fetchCall(`${base}/api/v1`, late.token, send)).me()).toMatchObject({
      ok: false,
      status: 401,
    });
  });

  it("open what their scopes say and never more than their owner may do", async () => {
    const reader = await clientFor(scene.secretary, ["tasks:read"]);
    const number = numbers[0] ?? 0;
    expect(await reader.comment({ number, body: { text: "x" } })).toMatchObject({ ok: false, status: 403 });
    const viewer = await clientFor(scene.viewer);
    expect(await viewer.setOwner({ number, body: { ownerId: "focal" }, ifMatch: '"v1"' })).toMatchObject({
      ok: false,
      status: 403,
    });
    expect(await viewer.ingestResolution({ body: { text: aResolution("52/599") } })).toMatchObject({
      ok: false,
      status: 403,
    });
    await scene.deps.db.person.update({ where: { id: "viewer" }, data: { isActive: false } });
    expect(await viewer.me()).toMatchObject({ ok: false, status: 401 });
    await scene.deps.db.person.update({ where: { id: "viewer" }, data: { isActive: true } });
  });

  it.each(["", "Bearer", "Bearer mdt_", `Bearer mdt_${"A".repeat(43)}`, "Basic eA=="])(
    "refuses %j",
    async (authorization) => {
      const response = await send(new Request(`${base}/api/v1/me`, { headers: { authorization } }));
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
    },
  );
});

describe("lists", () => {
  it("come page by page, each row once, in one order", async () => {
    const api = await clientFor(scene.viewer);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.listTasks({
        resolution: "A/RES/52/501",
        sortBy: "due",
        limit: 3,
        ...(cursor !== undefined && { cursor }),
      });
      if (!page.ok) throw new Error(page.problem.title);
      seen.push(...page.value.rows.map((row) => row.number));
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([...seen].sort((a, b) => a - b)).toEqual(numbers);
  });

  it("refuse a filter that does not exist instead of dropping it", async () => {
    const { token } = await tokenFor(scene.viewer);
    const response = await send(
      new Request(`${base}/api/v1/tasks?statsu=PENDING`, { headers: { authorization: `Bearer ${token}` } }),
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid-input", fields: { statsu: "not known" } });
  });

  it("are not sent again where nothing changed", async () => {
    const { token } = await tokenFor(scene.viewer);
    const ask = (headers: Record<string, string> = {}) =>
      send(
        new Request(`${base}/api/v1/tasks?status=PENDING&status=IN_PROGRESS`, {
          headers: { authorization: `Bearer ${token}`, ...headers },
        }),
      );
    const first = await ask();
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("ratelimit-limit")).toBe("600");
    const again = await ask({ "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await ask({ "if-none-match": '"other"' })).status).toBe(200);
  });
});

describe("changes", () => {
  it("name the version that was seen: missing 428, stale 412, right 200 with the new ETag", async () => {
    const api = await clientFor(scene.secretary);
    const number = numbers[1] ?? 0;
    const task = await api.getTask({ number });
    const bare = await tokenFor(scene.secretary);
    const put = new Request(`${base}/api/v1/tasks/${number}/internal-target`, {
      method: "PUT",
      headers: { authorization: `Bearer ${bare.token}`, "content-type": "application/json" },
      body: "{}",
    });
    expect((await send(put)).status).toBe(428);
    const changed = await api.setInternalTarget({
      number,
      body: { internalTarget: "1998-09-01" },
      ifMatch: task.etag ?? "",
    });
    expect(changed).toMatchObject({ ok: true, value: { number, version: 2 } });
    expect(
      await api.setMeeting({ number, body: { meetingOn: "1998-10-07" }, ifMatch: task.etag ?? "" }),
    ).toMatchObject({
      ok: false,
      status: 412,
      problem: { code: "conflict", status: 412 },
    });
    expect(
      await api.setMeeting({ number, body: { meetingOn: "1998-10-07" }, ifMatch: changed.etag ?? "" }),
    ).toMatchObject({ ok: true });
    const history = await api.getHistory({ number });
    expect(history.ok && history.value.rows.map((row) => row.type)).toEqual(["meeting", "target", "created"]);
  });

  it("are made once for one Idempotency-Key", async () => {
    const api = await clientFor(scene.secretary);
    const number = numbers[2] ?? 0;
    const comment = (text: string) => api.comment({ number, body: { text }, idempotencyKey: "key-1" });
    const [first, again] = [await comment("Once."), await comment("Once.")];
    expect(again).toEqual(first);
    expect(first).toMatchObject({ ok: true, status: 201, value: { number } });
    expect(await scene.deps.db.comment.count({ where: { text: "Once." } })).toBe(1);
    expect(await comment("Twice.")).toMatchObject({ ok: false, status: 422 });
    const other = await clientFor(scene.focalPoint);
    expect(await other.comment({ number, body: { text: "Mine." }, idempotencyKey: "key-1" })).toMatchObject({
      ok: true,
    });
  });

  it("are made once even where many send them at the same moment", async () => {
    const api = await clientFor(scene.secretary);
    const number = numbers[3] ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        api.comment({ number, body: { text: "At once." }, idempotencyKey: "key-2" }),
      ),
    );
    expect(await scene.deps.db.comment.count({ where: { text: "At once." } })).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
  });

  it("do not free a key that a failed request took: it can be tried again", async () => {
    const api = await clientFor(scene.secretary);
    const number = numbers[4] ?? 0;
    const wrong = { number, body: { ownerId: "viewer" }, ifMatch: '"v1"', idempotencyKey: "key-3" };
    expect(await api.setOwner(wrong)).toMatchObject({ ok: false, status: 422 });
    expect(await api.setOwner({ ...wrong, body: { ownerId: "focal" } })).toMatchObject({ ok: true });
  });

  it("take resolutions and archives in", async () => {
    const api = await clientFor(scene.secretary);
    expect(await api.ingestResolution({ body: { text: aResolution("52/510") } })).toMatchObject({
      ok: true,
      status: 201,
      value: { outcome: "created", symbol: "A/RES/52/510" },
    });
    expect(await api.getResolution({ symbol: "52/510" })).toMatchObject({
      ok: true,
      value: { symbol: "A/RES/52/510", organ: "GA" },
    });
    const started = await api.startImport({
      name: "s.zip",
      body: anArchive({ "a.txt": strToU8(aResolution("52/511")), "b.bin": new Uint8Array(64) }),
    });
    if (!started.ok) throw new Error(started.problem.title);
    await expect
      .poll(async () => api.getImport({ id: started.value.id }), { timeout: 10_000 })
      .toMatchObject({ ok: true, value: { state: "done", tally: { created: 1, refused: 1 } } });
    const rows = await api.getImportRows({ id: started.value.id, outcome: "refused" });
    expect(rows.ok && rows.value.rows.map((row) => row.name)).toEqual(["b.bin"]);
  });
});

describe("files", () => {
  it("come as attachments that no browser runs", async () => {
    const api = await clientFor(scene.viewer);
    const file = await api.exportTasks({ resolution: "A/RES/52/501", format: "csv" });
    if (!file.ok) throw new Error(file.problem.title);
    const response = file.value as unknown as Response;
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="tasks-1998-08-03.csv"');
    expect((await response.text()).split("\r\n")).toHaveLength(9);
    for (const format of ["docx", "pdf", "html"] as const) {
      const report = await api.makeReport({ kind: "follow-up-resolution", symbol: "A/RES/52/501", format });
      if (!report.ok) throw new Error(report.problem.title);
      expect((await (report.value as unknown as Response).arrayBuffer()).byteLength).toBeGreaterThan(2_000);
    }
    expect(await api.makeReport({ kind: "session-brief" })).toMatchObject({
      ok: false,
      status: 422,
      problem: { title: "This document also needs: organ, session." },
    });
  });
});

describe("the frame", () => {
  it("answers unknown addresses and methods in the same way", async () => {
    const { token } = await tokenFor(scene.viewer);
    const ask = (path: string, method = "GET") =>
      send(new Request(`${base}${path}`, { method, headers: { authorization: `Bearer ${token}` } }));
    expect((await ask("/api/v1/nothing")).status).toBe(404);
    expect((await ask("/api/v1/tasks/%zz")).status).toBe(404);
    const wrong = await ask("/api/v1/tasks", "DELETE");
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
    const head = await ask("/api/v1/tasks", "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("stops a machine that asks without end", async () => {
    const { token, id } = await tokenFor(scene.viewer);
    await scene.deps.db.rateCount.create({
      data: { key: `api:token:${id}`, count: 600, windowEnd: new Date("1998-08-03T14:00:30Z") },
    });
    const response = await send(
      new Request(`${base}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } }),
    );
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "30"]);
  });

  it("keeps the client in the repository as the description would make it", () => {
    const folder = mkdtempSync(join(tmpdir(), "client-"));
    try {
      const made = join(folder, "client.ts");
      execFileSync("npx", ["tsx", "lib/cli/api-client.ts", made], { stdio: "ignore" });
      execFileSync("npx", ["biome", "format", "--config-path=.", "--vcs-enabled=false", "--write", made], {
        stdio: "ignore",
      });
      expect(readFileSync(made, "utf8")).toBe(readFileSync("lib/http/v1/client.ts", "utf8"));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
