import { type ChildProcess, fork } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { storeSession } from "@/lib/db/sessions";
import { depsWith } from "@/lib/deps";
import { endToken, makeToken } from "@/lib/services/api-tokens";
import { fillWithFinished, losses, type OwnServer, ownServer, secretary } from "./a-server";

// Three instances on one database behind a proxy that sends each request to the next of them, and leaves out the dead.

type Instance = { readonly port: number; readonly child: ChildProcess };

let server: OwnServer;
let db: ReturnType<typeof openDatabase>;
let instances: Instance[] = [];
let turn = 0;

beforeAll(async () => {
  server = await ownServer({ isMigrated: true });
  await fillWithFinished(server, 120);
  db = openDatabase(server.appUrl(), { poolSize: 2 });
  await db.membership.create({ data: { personId: secretary.personId, role: "SECRETARY" } });
  instances = await Promise.all([1, 2, 3].map(() => anInstance()));
}, 240_000);
afterAll(async () => {
  for (const { child } of instances) child.kill("SIGKILL");
  await db.$disconnect();
  await server.stop();
});

function anInstance(): Promise<Instance> {
  const child = fork("tests/platform/instance.ts", [server.appUrl()], { execArgv: ["--import", "tsx"] });
  return new Promise((done, failed) => {
    child.once("message", (port) => done({ port: Number(port), child }));
    child.once("exit", (code) => failed(new Error(`The instance ended (${code}).`)));
  });
}

/** The proxy: the next instance in turn; one that does not take the connection is left out and another is asked. */
async function ask(path: string, init: RequestInit = {}): Promise<Response & { readonly by: number }> {
  for (let tries = 0; tries < instances.length; tries++) {
    const instance = instances[turn++ % instances.length];
    if (!instance) break;
    try {
      const response = await fetch(`http://127.0.0.1:${instance.port}${path}`, init);
      return Object.assign(response, { by: instance.port });
    } catch (error) {
      // Only what surely was not begun is sent again.
      if (!/ECONNREFUSED/.test(String((error as Error).cause))) throw error;
    }
  }
  throw new Error("No instance answers.");
}

async function aToken(label: string): Promise<{ id: string; headers: Record<string, string> }> {
  const made = await makeToken(depsWith(db), secretary, {
    label,
    scopes: ["tasks:read", "tasks:write"],
    days: 1,
  });
  if (!made.ok) throw new Error(made.error.message);
  return {
    id: made.value.id,
    headers: { authorization: `Bearer ${made.value.token}`, "content-type": "application/json" },
  };
}

const reopen = (number: number, headers: Record<string, string>) =>
  ask(`/api/v1/tasks/${number}/moves`, {
    method: "POST",
    headers: { ...headers, "if-match": '"v1"' },
    body: JSON.stringify({ transition: "reopen", reason: "Again." }),
  });

describe("three instances on one database", () => {
  it("know one token, and all forget it with the request after it was ended", async () => {
    const { id, headers } = await aToken("shared");
    const answers = await Promise.all([1, 2, 3].map(() => ask("/api/v1/me", { headers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ by }) => by)).size).toBe(3);
    await endToken(depsWith(db), secretary, { id });
    for (const _ of instances) expect((await ask("/api/v1/me", { headers })).status).toBe(401);
  });

  it("count requests together: the allowance of a token is one for all", async () => {
    const { headers } = await aToken("counted");
    const left: number[] = [];
    for (let time = 0; time < 6; time++)
      left.push(Number((await ask("/api/v1/me", { headers })).headers.get("ratelimit-remaining")));
    expect(left).toEqual([0, 1, 2, 3, 4, 5].map((used) => (left[0] ?? 0) - used));
  });

  it("answer one key once: the request sent again to another instance gets the answer of the first", async () => {
    const { headers } = await aToken("key");
    const send = () =>
      ask("/api/v1/tasks/1/comments", {
        method: "POST",
        headers: { ...headers, "idempotency-key": "one-and-the-same" },
        body: JSON.stringify({ text: "Said once." }),
      });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.by).not.toBe(second.by);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await db.comment.count({ where: { text: "Said once." } })).toBe(1);
  });

  it("let one of those who change a task at the same moment through, whichever instance they asked", async () => {
    const { headers } = await aToken("race");
    const statuses = (await Promise.all(Array.from({ length: 9 }, () => reopen(2, headers)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(8);
  });

  it("see a session moved through one of them at the next request, though each keeps the calendar in memory", async () => {
    const session = {
      organ: "ORGAN", session: 1, label: "1", opens: "1998-09-09", closes: "1999-09-13", mainPartEnds: null, resumedParts: [], highLevel: null,
      standing: "fixed", source: "test", note: "", timeZone: "UTC",
    } as const; // biome-ignore format: one row
    await storeSession(db, session, 0, new Date());
    const everywhere = async () =>
      Promise.all(instances.map(async () => (await ask("/calendar/ORGAN/1")).text()));
    expect(await everywhere()).toEqual(["1998-09-09", "1998-09-09", "1998-09-09"]);
    await storeSession(db, { ...session, opens: "1998-09-15" }, 1, new Date());
    expect(await everywhere()).toEqual(["1998-09-15", "1998-09-15", "1998-09-15"]);
  });

  it("lose nothing that was acknowledged when one of them is killed, and go on without it", async () => {
    const { headers } = await aToken("killed");
    const acknowledged: number[] = [];
    let broken = 0;
    const writer = async (from: number): Promise<void> => {
      for (let number = from; number < from + 20; number++) {
        const status = await reopen(number, headers).then(
          (answer) => answer.status,
          () => 0,
        );
        if (status === 200) acknowledged.push(number);
        else broken++;
        if (acknowledged.length === 12) instances[1]?.child.kill("SIGKILL");
      }
    };
    await Promise.all([3, 23, 43, 63, 83].map(writer));
    console.log(`one of three instances killed: ${acknowledged.length} acknowledged, ${broken} broken off`);
    expect(acknowledged.length).toBeGreaterThan(80);
    expect(await losses(server, acknowledged)).toMatchObject({ lost: 0, wrong: 0 });
    expect((await ask("/api/v1/me", { headers })).status).toBe(200);
  });
});
