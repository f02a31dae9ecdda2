import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail } from "@/lib/core/result";
import { ingestText } from "@/lib/services/ingest";
import { actions, serverActions } from "../../support/doors";
import { aWorld, source52205, succeeded, type World } from "../a-world";
import type { Cell } from "./cell";
import { houseCells } from "./house-cells";
import { taskCells } from "./task-cells";

// Every server action, cell by cell: each asks its use cases as each role, and as people of another body, and is refused
// where the table says no and only there. That a visitor gets nothing, and that the actions as built refuse alike over
// HTTP, is walked in tests/e2e/doors.spec.ts.

let world: World;
let cells: readonly Cell[] = [];
let actors: readonly Actor[] = [];
const folder = mkdtempSync(join(tmpdir(), "mandates-actions-"));

beforeAll(async () => {
  process.env.AUTH_SECRET = "a secret for tests, long enough to be one";
  process.env.MANDATES_DATA = folder;
  world = await aWorld("1998-06-26");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  const { id, symbol } = await world.db.resolution.findFirstOrThrow({ select: { id: true, symbol: true } });
  cells = [...taskCells(world), ...houseCells(world, { id, symbol })];
  const foreign = async (personId: string, role: "FOCAL_POINT" | "SECRETARY"): Promise<Actor> => {
    const email = `${personId}@example.org`;
    await world.db.person.create({
      data: { id: personId, name: personId, email, memberships: { create: { role, bodyId: "dgacm" } } },
    });
    return { personId, name: personId, email, memberships: [{ bodyId: "dgacm", role }] };
  };
  const nobody = { personId: "vic", name: "Vic Moreau", email: "vic@example.org", memberships: [] };
  actors = [
    world.viewer,
    world.contributor,
    world.focalPoint,
    world.secretary,
    world.otherSecretary,
    world.admin,
    world.stranger,
    await foreign("fay", "FOCAL_POINT"),
    await foreign("sol", "SECRETARY"),
    nobody,
  ];
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const nameOf = ({ memberships: [held] }: Actor): string =>
  held === undefined ? "somebody without a role" : `${held.role} of ${held.bodyId ?? "everything"}`;

it("has a cell for every action that is not open to visitors", () => {
  const there = new Set(cells.map(({ action }) => action));
  const wanted = serverActions().filter((action) => actions[action]?.refused !== "public");
  expect(wanted.filter((action) => !there.has(action))).toEqual([]);
  expect([...there].filter((action) => !wanted.includes(action))).toEqual([]);
});

it("refuses each role and relation as the permission table says, and nobody else", async () => {
  const wrong: string[] = [];
  const counts = { refused: 0, let: 0 };
  for (const { action, verb, about, use, orAs, isLong } of cells)
    for (const actor of actors) {
      const isAllowed = can(actor, verb, about(actor));
      if (isAllowed && isLong) continue;
      const answer = await use(actor).catch((error: unknown) => fail("unavailable", String(error)));
      if (!answer.ok && answer.error.code === "unavailable") {
        wrong.push(`${action} (${verb}) broke: ${answer.error.message.slice(0, 300)}`);
        break;
      }
      const isRefused = !answer.ok && (answer.error.code === "not-permitted" || answer.error.code === orAs);
      counts[isRefused ? "refused" : "let"] += 1;
      if (isRefused === isAllowed)
        wrong.push(
          `${action} (${verb}) as ${nameOf(actor)}: ${JSON.stringify(answer.ok ? "let through" : answer.error).slice(0, 200)}`,
        );
    }
  expect(wrong).toEqual([]);
  expect(counts.refused).toBeGreaterThan(500);
  expect(counts.let).toBeGreaterThan(200);
}, 300_000);
