import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { readInbox } from "@/lib/db/outbox";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { ingestText } from "@/lib/services/ingest";
import { answerRowInput, decideRowInput, sendRoundInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { answerRow, decideRow } from "@/lib/services/round-answers";
import { closeRound, remindRound } from "@/lib/services/round-running";
import { previewRound, roundPage, rounds, sendRound } from "@/lib/services/rounds";
import { assignOwner, taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const numbers = new Map<string, number>();
let round = 0;

const rowOf = async (actor: Actor, task: number) =>
  succeeded(await roundPage(world.deps, actor, { number: round }))
    .units.flatMap((unit) => unit.rows)
    .find((row) => row.taskNumber === task);
const answer = async (actor: Actor, task: number, given: object) =>
  answerRow(
    world.deps,
    actor,
    answerRowInput.parse({
      round,
      task,
      expectedVersion: (await rowOf(world.secretary, task))?.version,
      ...given,
    }),
  );
const decide = async (actor: Actor, task: number, accept: boolean, note = "") =>
  decideRow(
    world.deps,
    actor,
    decideRowInput.parse({
      round,
      task,
      expectedVersion: (await rowOf(world.secretary, task))?.version,
      accept,
      note,
    }),
  );
const shown = async (number: number) => succeeded(await taskPage(world.deps, world.viewer, { number }));
const no = (action: string): number => numbers.get(action) ?? 0;

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  const units = { "9/2": "special-unit", "12/2": "unossc", "11/1": "desa", "10/1": null } as const;
  for (const [action, responsibleId] of Object.entries(units)) {
    const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/205" }));
    const candidateId =
      page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId.endsWith(`#op${action}`))
        ?.id ?? "";
    const accepted = await acceptProposal(world.deps, world.secretary, {
      resolutionId: page.resolutionId,
      expectedVersion: page.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId,
      ownerId: null,
    });
    numbers.set(action, succeeded(accepted).taskNumbers[0] ?? 0);
  }
  for (const action of ["9/2", "12/2"]) {
    const { version: expectedVersion } = (await shown(no(action))).row;
    succeeded(
      await assignOwner(world.deps, world.focalPoint, {
        number: no(action),
        expectedVersion,
        ownerId: "ana",
        reason: "",
      }),
    );
  }
});
afterAll(async () => {
  await world.close();
});

describe("a round of questions to the units", () => {
  it("shows what each unit would get, under today's name of the unit, and what nobody would", async () => {
    const preview = succeeded(await previewRound(world.deps, world.secretary, { filter: {} }));
    expect(preview.units.map((unit) => [unit.id, unit.rows.length])).toEqual([
      ["desa", 1],
      ["unossc", 2],
    ]);
    expect(preview.withoutUnit.map((row) => row.number)).toEqual([no("10/1")]);
    expect(await previewRound(world.deps, world.focalPoint, { filter: {} })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
  });

  it("is sent with one click, once even for a double click, and is on the record of every task", async () => {
    const input = sendRoundInput.parse({
      title: "Before the session",
      question: "How?",
      answerBy: "1998-03-01",
      key: "k",
    });
    const sent = succeeded(await sendRound(world.deps, world.secretary, input));
    expect(sent).toMatchObject({ units: 2, tasks: 3 });
    expect(succeeded(await sendRound(world.deps, world.secretary, input)).number).toBe(sent.number);
    round = sent.number;
    expect(await world.db.round.count()).toBe(1);
    expect((await shown(no("9/2"))).history[0]?.sentence.text).toBe(
      "Eva Lind asked United Nations Office for South-South Cooperation how it stands, to be answered by 1 March 1998 on 2 February 1998. How?",
    );
    const entry = (await readInbox(world.db, "ben", 9, false)).find((one) => one.kind === "round");
    expect(entry?.title).toBe("Eva Lind asks how 2 tasks stand by 1 March 1998: Before the session");
    for (const actor of [world.focalPoint, world.contributor])
      expect(await sendRound(world.deps, actor, { ...input, key: "other" })).toMatchObject({ ok: false });
  });

  it("shows a unit its own rows, a Secretary all, and to others there is no such round", async () => {
    const units = async (actor: Actor) =>
      succeeded(await roundPage(world.deps, actor, { number: round })).units.map((unit) => unit.id);
    expect(await units(world.secretary)).toEqual(["desa", "unossc"]);
    expect(await units(world.contributor)).toEqual(["unossc"]);
    for (const actor of [world.stranger, world.viewer, world.admin])
      expect(await roundPage(world.deps, actor, { number: round })).toMatchObject({
        ok: false,
        error: { code: "not-found" },
      });
    expect(succeeded(await rounds(world.deps, world.stranger)).rounds).toEqual([]);
  });

  it("refuses an answer that could not be accepted, from the wrong unit, or to another round", async () => {
    expect(await answer(world.stranger, no("9/2"), { move: "none", note: "x" })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(await answer(world.contributor, no("9/2"), { move: "none" })).toMatchObject({
      ok: false,
      error: { fields: { note: expect.any(String) } },
    });
    expect(await answer(world.contributor, no("9/2"), { move: "submit", note: "x" })).toMatchObject({
      ok: false,
    });
    expect(await answer(world.contributor, no("9/2"), { move: "implement", note: "x" })).toMatchObject({
      ok: false,
    });
    expect(
      await answerRow(
        world.deps,
        world.contributor,
        answerRowInput.parse({ round: 999, task: no("9/2"), expectedVersion: 1, move: "none", note: "x" }),
      ),
    ).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect((await rowOf(world.secretary, no("9/2")))?.state).toBe("asked");
  });

  it("makes the answered move when the Secretary accepts, and tells who answered", async () => {
    succeeded(await answer(world.contributor, no("9/2"), { move: "start", note: "Begun last week" }));
    expect((await shown(no("9/2"))).row.status).toBe("PENDING");
    expect(await decide(world.contributor, no("9/2"), true)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    succeeded(await decide(world.secretary, no("9/2"), true));
    const page = await shown(no("9/2"));
    expect(page.row.status).toBe("IN_PROGRESS");
    expect(page.history[0]?.sentence.text).toMatch(
      /^Eva Lind started work on 2 February 1998\. Ana Silva answered for .+: Begun last week/,
    );
    expect((await readInbox(world.db, "ana", 9, false))[0]?.title).toMatch(/^Eva Lind accepted your answer/);
    expect(await decide(world.otherSecretary, no("9/2"), true)).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
  });

  it("returns an answer with what is missing; a later answer replaces it and both stay in the history", async () => {
    const number = no("12/2");
    succeeded(await answer(world.contributor, number, { move: "none", note: "Nothing new" }));
    expect(await decide(world.secretary, number, false)).toMatchObject({
      ok: false,
      error: { fields: { note: expect.any(String) } },
    });
    succeeded(await decide(world.secretary, number, false, "Give the day of the outline."));
    expect(await rowOf(world.contributor, number)).toMatchObject({
      state: "returned",
      decisionNote: "Give the day of the outline.",
      mayAnswer: true,
    });
    succeeded(await answer(world.focalPoint, number, { move: "start", note: "Outline on 1 June" }));
    expect((await shown(number)).history.map((line) => line.type).slice(0, 4)).toEqual([
      "answered",
      "answer-returned",
      "answered",
      "asked",
    ]);
  });

  it("lets nobody accept an answer of their own", async () => {
    const number = no("11/1");
    succeeded(await answer(world.otherSecretary, number, { move: "none", note: "As before" }));
    expect(await decide(world.otherSecretary, number, true)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    succeeded(await decide(world.secretary, number, true));
    expect((await rowOf(world.secretary, number))?.state).toBe("accepted");
  });

  it("reminds the units that have not answered, once a day, and says so in the record", async () => {
    for (const actor of [world.focalPoint, world.contributor, world.stranger, world.viewer, world.admin])
      expect(await remindRound(world.deps, actor, { number: round })).toMatchObject({
        ok: false,
        error: { code: "not-permitted" },
      });
    // Everything is answered or accepted here: nobody is disturbed for nothing.
    expect(await remindRound(world.deps, world.secretary, { number: round })).toMatchObject({ ok: false });
    succeeded(await decide(world.secretary, no("12/2"), false, "Which outline?"));
    expect(succeeded(await remindRound(world.deps, world.secretary, { number: round }))).toMatchObject({
      units: 1,
      people: 2,
    });
    const entry = (await readInbox(world.db, "ben", 9, false)).find((one) => one.kind === "round");
    expect(entry?.title).toBe(
      "Eva Lind still waits for your answer on one task by 1 March 1998: Before the session",
    );
    expect(await remindRound(world.deps, world.secretary, { number: round })).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
  });

  it("closes with a reason once no answer waits; then nobody answers in it, and the record says what was left", async () => {
    const number = no("12/2");
    succeeded(await answer(world.contributor, number, { move: "start", note: "Outline on 1 June" }));
    expect(
      await closeRound(world.deps, world.secretary, { number: round, reason: "Time is up" }),
    ).toMatchObject({ ok: false, error: { code: "not-allowed-now" } });
    succeeded(await decide(world.secretary, number, false, "By whom?"));
    expect(await closeRound(world.deps, world.secretary, { number: round, reason: "" })).toMatchObject({
      ok: false,
      error: { fields: { reason: expect.any(String) } },
    });
    expect(await closeRound(world.deps, world.contributor, { number: round, reason: "x" })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(
      succeeded(await closeRound(world.deps, world.secretary, { number: round, reason: "Time is up" })),
    ).toMatchObject({ unanswered: 1 });
    expect(await answer(world.contributor, number, { move: "none", note: "Late" })).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
    expect(succeeded(await roundPage(world.deps, world.secretary, { number: round })).closed).toMatchObject({
      byName: "Eva Lind",
      why: "Time is up",
    });
    const [line] = await world.db.auditEntry.findMany({ where: { action: "round-closed" } });
    expect(line).toMatchObject({ actorId: "eva", reason: "Time is up", to: { unanswered: 1 } });
  });

  it("counts what is answered and leaves the record intact", async () => {
    const page = succeeded(await roundPage(world.deps, world.secretary, { number: round }));
    expect(page.counts).toEqual({ asked: 0, answered: 0, returned: 1, accepted: 2 });
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
  });
});
