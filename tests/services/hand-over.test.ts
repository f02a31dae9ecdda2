import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLineSchema } from "@/lib/core/import/load-line";
import { loadResolutions } from "@/lib/db/load";
import { verifyRecord } from "@/lib/db/verify-record";
import { handOver, holdings } from "@/lib/services/hand-over";
import { aWorld, succeeded, type World } from "./a-world";

let world: World;
const many = Number(process.env.HAND_OVER_TASKS ?? 1_200);
beforeAll(async () => {
  world = await aWorld("1998-08-03");
  async function* lines() {
    for (let index = 0; index < many / 100; index += 1)
      yield loadLineSchema.parse({
        symbol: `A/RES/40/${index + 1}`,
        title: `Title ${index}`,
        organ: "GA",
        session: 40,
        adopted: "1985-12-11",
        paragraphs: [{ number: "1", text: `Requests things of ${index}` }],
        tasks: Array.from({ length: 100 }, (_none, at) => ({
          para: "1",
          ask: `to do thing ${at} of ${index}`,
          status: "PENDING",
          statusSince: "1986-01-10",
          leads: ["Special Unit for Technical Cooperation among Developing Countries"],
          dueOn: "1999-01-15",
        })),
      });
  }
  await loadResolutions(world.url, lines(), { at: new Date("1998-01-01T00:00:00Z"), day: "1998-01-01" });
  await world.db.task.updateMany({ data: { ownerId: "ben", responsibleId: "special-unit" } });
  const [odd] = await world.db.task.findMany({ orderBy: { number: "asc" }, take: 1 });
  const desa = { responsibleId: "desa", leadBodyId: "desa" };
  await world.db.task.update({ where: { id: odd?.id ?? "" }, data: desa });
  await world.db.taskBody.updateMany({ where: { taskId: odd?.id ?? "" }, data: { bodyId: "desa" } });
  const [done] = await world.db.task.findMany({ orderBy: { number: "desc" }, take: 1 });
  await world.db.task.update({ where: { id: done?.id ?? "" }, data: { status: "IMPLEMENTED" } });
  await world.db.savedView.createMany({
    data: [
      { ownerId: "ben", name: "Shared", query: "", isShared: true },
      { ownerId: "ben", name: "My own", query: "" },
    ],
  });
  await world.db.watch.create({ data: { personId: "ben", taskId: odd?.id ?? "", kind: "watch" } });
  await world.db.person.update({
    where: { id: "vic" },
    data: { delegateId: "ben", delegateFrom: "1998-08-01" },
  });
}, 240_000);
afterAll(() => world?.close());

describe("handing over what one person holds", () => {
  it("is a Secretary's, an Admin's, or that of the focal point of the person's own unit", async () => {
    const asked = { personId: "ana", toId: "ben", reason: "moves on" };
    for (const actor of [world.viewer, world.contributor, world.stranger]) {
      expect(await holdings(world.deps, actor, { personId: "ana" })).toMatchObject({
        error: { code: "not-permitted" },
      });
      expect(await handOver(world.deps, actor, asked)).toMatchObject({ error: { code: "not-permitted" } });
    }
    const other = { personId: "sam", toId: "ana", reason: "x" };
    expect(await handOver(world.deps, world.focalPoint, other)).toMatchObject({
      error: { code: "not-permitted" },
    });
    succeeded(await holdings(world.deps, world.focalPoint, { personId: "ana" }));
    succeeded(await holdings(world.deps, world.admin, { personId: "ana" }));
  });

  it("shows everything first: open tasks, shared views, watching, and whom the person stands in for", async () => {
    const held = succeeded(await holdings(world.deps, world.admin, { personId: "ben" }));
    expect(held).toMatchObject({
      openTasks: many - 1,
      watches: 1,
      sharedViews: [{ name: "Shared" }],
      standsInFor: [{ id: "vic" }],
    });
    expect(held.tasks).toHaveLength(50);
  });

  it("refuses a receiver who is nobody, closed, or the same person, and changes nothing", async () => {
    await world.db.person.create({
      data: { id: "gone", email: "gone@example.org", name: "Gone", isActive: false },
    });
    for (const toId of ["nobody", "gone", "ben"])
      expect(
        await handOver(world.deps, world.admin, { personId: "ben", toId, reason: "leaves" }),
      ).toMatchObject({
        error: { fields: { toId: expect.any(String) } },
      });
    expect(await world.db.task.count({ where: { ownerId: "ben" } })).toBe(many);
  });

  it("moves every open task with its own history line, names the one that stays and why, and keeps the record whole", async () => {
    const began = performance.now();
    const done = succeeded(
      await handOver(world.deps, world.admin, { personId: "ben", toId: "ana", reason: "leaves the Unit" }),
    );
    if (process.env.HAND_OVER_TASKS)
      console.log(`${many} tasks in ${Math.round(performance.now() - began)} ms`);
    expect(done).toMatchObject({ handed: many - 2, kept: 1, passedOn: { sharedViews: 1, watches: 1 } });
    expect(done.rows.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({
        message: "Ana Silva holds no working role in Department of Economic and Social Affairs.",
      }),
    ]);
    const events = await world.db.taskEvent.findMany({ where: { type: "owner" } });
    expect(events).toHaveLength(many - 2);
    expect(events[0]).toMatchObject({
      actorId: "ada",
      reason: "leaves the Unit",
      from: { ownerId: "ben" },
      to: { ownerId: "ana", ownerName: "Ana Silva" },
    });
    // The closed task keeps the owner who did it.
    expect(await world.db.task.count({ where: { ownerId: "ben", status: "IMPLEMENTED" } })).toBe(1);
    expect(await world.db.task.count({ where: { ownerId: "ana", version: 2 } })).toBe(many - 2);
    expect(await world.db.savedView.findMany({ where: { ownerId: "ben" } })).toMatchObject([
      { name: "My own" },
    ]);
    expect(await world.db.auditEntry.findFirstOrThrow({ where: { action: "handed-over" } })).toMatchObject({
      subject: "ben",
      reason: "leaves the Unit",
      to: { toId: "ana", handed: many - 2, kept: 1 },
    });
    expect(await verifyRecord(world.url)).toMatchObject({ intact: true });
  }, 240_000);

  it("moves nothing when run again", async () => {
    const again = succeeded(
      await handOver(world.deps, world.admin, { personId: "ben", toId: "ana", reason: "once more" }),
    );
    expect(again).toMatchObject({ handed: 0, kept: 1 });
  });
});
