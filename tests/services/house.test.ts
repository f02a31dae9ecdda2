import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { noteRefusal } from "@/lib/http/note-refusal";
import { auditInput, auditPage } from "@/lib/services/audit";
import { bodyPage, searchBodies } from "@/lib/services/bodies";
import { changeBody, createBody, nameBody } from "@/lib/services/body-admin";
import { ingestText } from "@/lib/services/ingest";
import { listTasksInput } from "@/lib/services/inputs";
import { changePreferences, giveRole } from "@/lib/services/people";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { changeSetting } from "@/lib/services/settings";
import { listTasks } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
beforeAll(async () => {
  world = await aWorld("1998-01-05");
});
afterAll(() => world?.close());
const notAdmins = (): readonly Actor[] => [
  world.secretary,
  world.focalPoint,
  world.contributor,
  world.viewer,
];

describe("the register of bodies", () => {
  const unit = (name: string, more: object = {}) => ({
    name,
    kind: "unit" as const,
    parentId: null,
    continuesId: null,
    source: "A/RES/58/220",
    ...more,
  });

  it("is an Admin's to change, with a source", async () => {
    for (const actor of notAdmins()) {
      const denied = { error: { code: "not-permitted" } };
      expect(await createBody(world.deps, actor, unit("New Unit"))).toMatchObject(denied);
      expect(
        await nameBody(world.deps, actor, { id: "desa", name: "X", kind: "alias", source: "s" }),
      ).toMatchObject(denied);
      const place = {
        id: "desa",
        parentId: null,
        successorId: null,
        validFrom: null,
        validTo: null,
        reason: "r",
      };
      expect(await changeBody(world.deps, actor, place)).toMatchObject(denied);
    }
  });

  it("finds a task of 1997 under the successor's name and the other way round, in lists, filters and search", async () => {
    succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
    const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/205" }));
    const candidate = page.paragraphs
      .flatMap(({ proposals }) => proposals)
      .find(({ stableId }) => stableId.endsWith("#op9/2"));
    const accepted = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        resolutionId: page.resolutionId,
        expectedVersion: page.version,
        candidateId: candidate?.id ?? "",
        parentReference: null,
        hostReference: null,
        responsibleId: "special-unit",
        ownerId: null,
      }),
    );
    // A second rename, made by an Admin: the chain has three links now.
    const { id } = succeeded(
      await createBody(
        world.deps,
        world.admin,
        unit("United Nations Centre for South-South Cooperation", { continuesId: "unossc" }),
      ),
    );
    const numbersFor = async (filter: object) =>
      succeeded(await listTasks(world.deps, world.viewer, listTasksInput.parse({ filter }))).rows.map(
        ({ number }) => number,
      );
    for (const body of ["special-unit", "unossc", id]) {
      expect(await numbersFor({ body }), body).toEqual(accepted.taskNumbers);
      expect(await numbersFor({ responsible: body }), body).toEqual(accepted.taskNumbers);
      const shown = succeeded(await bodyPage(world.deps, world.viewer, { id: body }));
      expect(shown.figures.pending.count, body).toBe(1);
      expect(shown.lineage.map((one) => one.id)).toEqual(
        expect.arrayContaining(["special-unit", "unossc", id]),
      );
    }
    expect(await numbersFor({ body: "desa" })).toEqual([]);
    for (const [words, found] of [
      ["technical cooperation among developing", "special-unit"],
      ["Centre for South-South", id],
    ] as const)
      expect(
        succeeded(await searchBodies(world.deps, world.viewer, { text: words, limit: 10 })).map(
          (one) => one.id,
        ),
      ).toContain(found);
  });

  it("matches a name that was added, keeps one name for one body, and closes no circle", async () => {
    const named = {
      id: "desa",
      name: "Department for Development Support",
      kind: "historical",
      source: "ST/SGB/1997",
    } as const;
    succeeded(await nameBody(world.deps, world.admin, named));
    expect(
      succeeded(await searchBodies(world.deps, world.viewer, { text: "Development Support", limit: 5 })),
    ).toMatchObject([{ id: "desa" }]);
    expect(await nameBody(world.deps, world.admin, { ...named, id: "acc" })).toMatchObject({
      error: { code: "invalid-input" },
    });
    const place = (id: string, change: object) =>
      changeBody(world.deps, world.admin, {
        id,
        parentId: null,
        successorId: null,
        validFrom: null,
        validTo: null,
        reason: "A/RES/1",
        ...change,
      });
    expect(await place("unossc", { successorId: "special-unit" })).toMatchObject({
      error: { fields: { successorId: expect.stringContaining("circle") } },
    });
    expect(await place("desa", { parentId: "desa" })).toMatchObject({ error: { code: "invalid-input" } });
    expect(await place("desa", { parentId: "nowhere" })).toMatchObject({ error: { code: "not-found" } });
    expect(await createBody(world.deps, world.admin, unit("desa"))).toMatchObject({ ok: false });
  });
});

describe("the record of the house", () => {
  const read = (actor: Actor, filter: object = {}) => auditPage(world.deps, actor, auditInput.parse(filter));

  it("is read by Secretaries and Admins alone", async () => {
    for (const actor of [world.focalPoint, world.contributor, world.viewer])
      expect(await read(actor)).toMatchObject({ error: { code: "not-permitted" } });
    succeeded(await read(world.secretary));
    succeeded(await read(world.admin));
  });

  it("tells settings, roles and preferences with names, values before and after, and the reason", async () => {
    succeeded(
      await changeSetting(world.deps, world.admin, {
        key: "workingDate",
        value: "1998-09-01",
        reason: "demo",
      }),
    );
    succeeded(
      await giveRole(world.deps, world.admin, {
        personId: "vic",
        role: "CONTRIBUTOR",
        bodyId: "desa",
        reason: "joins",
      }),
    );
    succeeded(await changePreferences(world.deps, world.viewer, { personId: "vic", digestHour: 6 }));
    const { rows } = succeeded(await read(world.admin));
    expect(rows.slice(0, 3)).toMatchObject([
      {
        action: "preferences-changed",
        actorName: "Vic Moreau",
        params: { fromDigestHour: "8", toDigestHour: "6" },
      },
      {
        action: "membership-added",
        subjectName: "Vic Moreau",
        params: { toRole: "CONTRIBUTOR", toBodyId: "Department of Economic and Social Affairs" },
        reason: "joins",
      },
      { action: "setting-changed", subject: "workingDate", params: { to: "1998-09-01" }, reason: "demo" },
    ]);
  });

  it("is narrowed by who, what and when, and paged", async () => {
    const only = async (filter: object) => succeeded(await read(world.admin, filter)).rows;
    expect((await only({ actor: "vic" })).map(({ action }) => action)).toEqual(["preferences-changed"]);
    expect((await only({ action: "setting-changed" })).map(({ actorId }) => actorId)).toEqual(["ada"]);
    expect(await only({ from: "1998-01-05", to: "1998-01-05" })).not.toEqual([]);
    expect(await only({ to: "1998-01-04" })).toEqual([]);
    expect(await only({ from: "1998-01-06" })).toEqual([]);
    const all = await only({});
    expect((await only({ before: all[0]?.id })).map(({ id }) => id)).toEqual(
      all.slice(1).map(({ id }) => id),
    );
    for (const bad of [{ from: "1998-02-30" }, { before: "x" }, { other: "1" }])
      expect(auditInput.safeParse(bad).success).toBe(false);
  });

  it("keeps refused attempts, one line for a series, and no other failures", async () => {
    const refusal = { code: "not-permitted", message: "Your role does not allow this." } as const;
    for (let index = 0; index < 5; index++)
      await noteRefusal(world.deps, world.viewer, refusal, "/settings/people?x=1");
    await noteRefusal(world.deps, world.viewer, { code: "not-found", message: "There is none." }, "/x");
    const rows = succeeded(await read(world.admin, { action: "refused" })).rows;
    expect(rows).toMatchObject([{ actorName: "Vic Moreau", subject: "/settings/people" }]);
  });
});
