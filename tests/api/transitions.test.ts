import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { roles, type Transition, type TransitionName, workflow } from "@/lib/core/task/workflow";
import { createClient, fetchCall } from "@/lib/http/v1/client";
import { handleApi } from "@/lib/http/v1/handle";
import { apiScopeIds, makeToken } from "@/lib/services/api-tokens";
import { addTasks, openScene, type Scene } from "../services/exchange/scene";

const base = "http://api.test";
type Move = Transition & { readonly name: TransitionName };
let scene: Scene;

const everything = {
  reason: "Because.",
  documentSymbol: "A/53/226",
  evidence: [{ symbol: "A/53/226" }],
  decidingDocument: "A/RES/53/192",
  newSession: { organ: "GA", session: 56 },
  reviewSession: { organ: "GA", session: 54 },
  successor: "A/RES/54/226#op4",
};
/** What the request itself has to bring; the rest (an owner, an addressee, a closed session) stands with the task. */
const brought = [
  "reason",
  "comment",
  "documentSymbol",
  "evidence",
  "decidingDocument",
  "newSession",
  "reviewSession",
  "successor",
];

beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.database.close());

const clientOf = async (actor: Actor) => {
  const made = await makeToken(scene.deps, actor, { label: "walk", scopes: [...apiScopeIds], days: 30 });
  if (!made.ok) throw new Error(made.error.message);
  return createClient(
    fetchCall(`${base}/api/v1`, made.value.token, (request) =>
      handleApi(request, { deps: scene.deps, signedIn: null, base }),
    ),
  );
};

describe("the table of moves, over the API", () => {
  it("lets each role make exactly its moves, with all that they need; every refusal leaves task and record untouched", async () => {
    const { db } = scene.deps;
    // A task of its own for each cell: what one move leaves behind, the next one would find.
    const cells = roles.flatMap((role) =>
      (workflow as readonly Move[]).flatMap((move) =>
        (move.by.includes(role) ? [false, true] : [true]).map((isWhole) => ({ role, move, isWhole })),
      ),
    );
    const numbers = await addTasks(
      scene.deps,
      "A/RES/52/777",
      cells.map(() => ({ ask: "to report", dueOn: "1998-07-01" })),
    );
    const setTo = async (number: number, status: string): Promise<number> => {
      const stored = await db.task.update({
        where: { number },
        data: {
          status,
          statusSince: "1998-02-02",
          ownerId: "focal",
          closureProposal: { by: "focal", byName: "Name of focal", on: "1998-07-01", evidence: [], note: "" },
        },
        select: { version: true },
      });
      return stored.version;
    };
    const apis = new Map<string, Awaited<ReturnType<typeof clientOf>>>();
    for (const role of roles) {
      const id = `walker-${role.toLowerCase().replace("_", "-")}`;
      const email = `${id}@example.org`;
      await db.person.create({
        data: { id, name: `Walker ${role}`, email, memberships: { create: { role } } },
      });
      const memberships = [{ bodyId: null, role }];
      apis.set(role, await clientOf({ personId: id, name: `Walker ${role}`, email, memberships }));
    }
    let made = 0;
    let refused = 0;
    for (const [index, { role, move, isWhole }] of cells.entries()) {
      const number = numbers[index] ?? 0;
      const from = move.from[0] ?? "PENDING";
      const cell = `${role} ${move.name} ${isWhole ? "with" : "without"} what it needs`;
      const version = await setTo(number, from);
      const lines = await db.taskEvent.count();
      const api = apis.get(role);
      const answer = await api?.moveTask({
        number,
        body: { transition: move.name, ...(isWhole ? everything : {}) },
        ifMatch: (await api.getTask({ number })).etag ?? "",
      });
      const isMet = isWhole
        ? !move.needs.includes("sessionClosed")
        : !move.needs.some((need) => brought.includes(need));
      const stored = await db.task.findUniqueOrThrow({ where: { number } });
      if (move.by.includes(role) && isMet) {
        expect(answer, cell).toMatchObject({ ok: true });
        expect([stored.status, stored.version], cell).toEqual([move.to, version + 1]);
        expect(await db.taskEvent.count(), cell).toBeGreaterThan(lines);
        made++;
      } else {
        const status = move.by.includes(role) ? expect.toBeOneOf([409, 422]) : 403;
        expect(answer, cell).toMatchObject({ ok: false, status });
        expect([stored.status, stored.version], cell).toEqual([from, version]);
        expect(await db.taskEvent.count(), cell).toBe(lines);
        refused++;
      }
    }
    expect(made).toBeGreaterThan(workflow.length);
    expect(made + refused).toBe(cells.length);
  }, 180_000);
});
