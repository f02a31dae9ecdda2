import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/core/task/workflow";
import {
  findPublic,
  listForPublication,
  previewPublic,
  publicResolution,
  publishResolution,
} from "@/lib/services/public";
import { demoDay, seedDemo } from "@/lib/services/seed-demo";
import { changeSetting } from "@/lib/services/settings";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const symbol = "A/RES/52/205";
const person = async (id: string, role: Role, bodyId: string): Promise<Actor> => {
  const email = `${id}@example.org`;
  await world.db.person.create({ data: { id, name: id, email, memberships: { create: { role, bodyId } } } });
  return { personId: id, name: id, email, memberships: [{ bodyId, role }] };
};
beforeAll(async () => {
  world = await aWorld(demoDay);
  await seedDemo(
    world.deps,
    {
      secretary: world.secretary,
      specialUnit: { focalPoint: world.focalPoint, contributor: world.contributor },
      desa: { contributor: await person("luis", "CONTRIBUTOR", "desa") },
      conferences: { focalPoint: await person("nadia", "FOCAL_POINT", "dgacm") },
    },
    source52205,
  );
});
afterAll(async () => {
  await world.close();
});

const publish = async (isPublic: boolean, actor = world.secretary, reason = "") => {
  const { version } = succeeded(await previewPublic(world.deps, world.secretary, { symbol }));
  return publishResolution(world.deps, actor, { symbol, isPublic, version, reason });
};
const open = (value: boolean) =>
  changeSetting(world.deps, world.admin, { key: "publicPages", value, reason: "" });

describe("what anybody may read", () => {
  it("is nothing until an Admin opens the public pages, even of a published resolution", async () => {
    succeeded(await publish(true));
    expect((await publicResolution(world.deps, { symbol })).ok).toBe(false);
    expect((await findPublic(world.deps, { text: "" })).ok).toBe(false);
  });

  it("is nothing of a resolution that was not published, or withdrawn again with a reason", async () => {
    succeeded(await open(true));
    expect((await publish(false)).ok).toBe(false);
    succeeded(await publish(false, world.secretary, "A corrigendum is coming."));
    expect((await publicResolution(world.deps, { symbol })).ok).toBe(false);
    expect(succeeded(await findPublic(world.deps, { text: symbol }))).toEqual({ symbol: null, rows: [] });
  });

  it("is the text with plain states, documents and the office that confirmed them, and nothing internal", async () => {
    succeeded(await open(true));
    succeeded(await publish(true));
    const page = succeeded(await publicResolution(world.deps, { symbol }));
    const para10 = page.paragraphs.find((paragraph) => paragraph.anchor === "op10");
    expect(para10?.actions[0]?.status).toBe("handedOver");
    expect(page.confirmed?.on).toBe("1998-07-30");
    const everything = JSON.stringify(page);
    for (const name of [world.focalPoint.name, world.contributor.name, world.secretary.name, "@example.org"])
      expect(everything).not.toContain(name);
    const blocked = await world.db.task.findFirst({ where: { isBlocked: true } });
    expect(blocked?.blockedReason).toBeTruthy();
    expect(everything).not.toContain(blocked?.blockedReason);
  });

  it.each(["A/RES/52/205", "ga 52/205", "52/205"])("is found by the symbol typed as %s", async (text) => {
    succeeded(await open(true));
    expect(succeeded(await findPublic(world.deps, { text })).symbol).toBe(symbol);
  });

  it("is opened by a Secretary alone, and the record says who did", async () => {
    expect(await publish(true, world.focalPoint)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    const line = await world.db.auditEntry.findFirst({ where: { action: "resolution-published" } });
    expect(line).toMatchObject({ actorName: world.secretary.name, subject: symbol });
  });

  it("is listed for those who publish, beside what is reviewed and may be", async () => {
    const before = succeeded(await listForPublication(world.deps, world.secretary));
    expect(before).toMatchObject({ isOpen: true, reviewed: [] });
    expect(before.published.map((row) => row.symbol)).toEqual([symbol]);
    succeeded(await publish(false, world.secretary, "Read once more."));
    const after = succeeded(await listForPublication(world.deps, world.secretary));
    expect(after.published).toEqual([]);
    expect(after.reviewed.map((row) => row.symbol)).toEqual([symbol]);
    // A paragraph that waits for a decision keeps its resolution out.
    await world.db.resolution.update({ where: { symbol }, data: { decidedCount: { decrement: 1 } } });
    expect(succeeded(await listForPublication(world.deps, world.secretary)).reviewed).toEqual([]);
    await world.db.resolution.update({ where: { symbol }, data: { decidedCount: { increment: 1 } } });
    for (const actor of [world.focalPoint, world.contributor])
      expect(await listForPublication(world.deps, actor)).toMatchObject({
        ok: false,
        error: { code: "not-permitted" },
      });
  });
});
