import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { emptyMove } from "@/lib/core/task/move";
import { workStatuses } from "@/lib/core/task/status";
import { roles, workflow } from "@/lib/core/task/workflow";
import { readInbox } from "@/lib/db/outbox";
import { advanceTask } from "@/lib/services/advance-task";
import { bulkChange } from "@/lib/services/bulk-change";
import { evidenceFile } from "@/lib/services/evidence-files";
import { ingestText } from "@/lib/services/ingest";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { addEvidence, assignOwner, commentOnTask, taskPage } from "@/lib/services/tasks";
import type { TaskPage } from "@/lib/services/types";
import { findPeople, watchTask } from "@/lib/services/watching";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const numbers: number[] = [];
const shown = async (number: number, actor: Actor = world.viewer): Promise<TaskPage> =>
  succeeded(await taskPage(world.deps, actor, { number }));
const at = async (number: number) => ({ number, expectedVersion: (await shown(number)).row.version });
const inboxOf = async (actor: Actor) => readInbox(world.db, actor.personId, 50, false);

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  for (const action of ["9/2", "12/2", "4/1"]) {
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
      responsibleId: "special-unit",
      ownerId: null,
    });
    numbers.push(succeeded(accepted).taskNumbers[0] ?? 0);
  }
});
afterAll(async () => {
  await world.close();
});

describe("people who work on one task", () => {
  it("mentions by @Name and by id reach the inbox of those who are meant, and nobody else's", async () => {
    const [number = 0] = numbers;
    succeeded(
      await commentOnTask(world.deps, world.secretary, {
        number,
        text: "@Ben Osei, can this be ready by July? cc someone@Ana Silva",
        mentions: ["ana", "nobody"],
        isQuestion: true,
      }),
    );
    const [toBen] = await inboxOf(world.focalPoint);
    expect(toBen).toMatchObject({ kind: "question", readAt: null });
    expect(toBen?.title).toBe(`Eva Lind asks you about task ${number} (A/RES/52/205, para. 9)`);
    expect(toBen?.lines).toMatchObject([{ taskNumber: number, why: expect.stringContaining("by July") }]);
    expect((await inboxOf(world.contributor)).map((entry) => entry.kind)).toEqual(["question"]);
    expect(await inboxOf(world.secretary)).toEqual([]);
    expect(await inboxOf(world.stranger)).toEqual([]);
  });

  it("an answer stands with its question, and whoever asked is told", async () => {
    const [number = 0] = numbers;
    const question = (await shown(number)).comments.find((one) => one.isQuestion);
    const answer = { number, text: "By 20 July.", mentions: [], answers: question?.id ?? "" };
    succeeded(await commentOnTask(world.deps, world.focalPoint, answer));
    expect((await shown(number)).comments.at(-1)).toMatchObject({
      answersId: question?.id,
      text: "By 20 July.",
    });
    expect((await inboxOf(world.secretary)).map((entry) => entry.title)).toEqual([
      `Ben Osei answered your question on task ${number} (A/RES/52/205, para. 9)`,
    ]);
    const [, other = 0] = numbers;
    expect(await commentOnTask(world.deps, world.focalPoint, { ...answer, number: other })).toMatchObject({
      ok: false,
      error: { code: "invalid-input" },
    });
  });

  it("who watches is told of every change of others, once, and of none after watching ends", async () => {
    const [, number = 0] = numbers;
    succeeded(await watchTask(world.deps, world.viewer, { number, watch: true }));
    expect((await shown(number, world.viewer)).isWatching).toBe(true);
    succeeded(
      await assignOwner(world.deps, world.focalPoint, { ...(await at(number)), ownerId: "ana", reason: "" }),
    );
    expect((await inboxOf(world.viewer)).map((entry) => entry.title)).toEqual([
      `Ben Osei changed task ${number} (A/RES/52/205, para. 12), which you watch`,
    ]);
    expect((await inboxOf(world.contributor))[0]?.kind).toBe("given");
    succeeded(await watchTask(world.deps, world.viewer, { number, watch: false }));
    succeeded(
      await assignOwner(world.deps, world.focalPoint, { ...(await at(number)), ownerId: "ben", reason: "" }),
    );
    expect(await inboxOf(world.viewer)).toHaveLength(1);
  });

  it("finds people for @ by part of a name, and nobody for people without a role", async () => {
    const names = succeeded(await findPeople(world.deps, world.contributor, { text: "osei" }));
    expect(names.map((one) => one.name)).toEqual(["Ben Osei"]);
    expect(await findPeople(world.deps, { ...world.viewer, memberships: [] }, { text: "" })).toMatchObject({
      ok: false,
    });
  });
});

describe("a form that is sent twice", () => {
  it("writes one comment and keeps one file", async () => {
    const [number = 0] = numbers;
    const before = (await shown(number)).history.length;
    const comment = { number, text: "Once.", mentions: [], key: "form-1" };
    const file = { name: "note.pdf", mediaType: "", bytes: new TextEncoder().encode("%PDF-1.4") };
    const evidence = { number, symbol: "", title: "", url: "", day: null, file, key: "form-2" };
    for (let again = 0; again < 2; again++) {
      succeeded(await commentOnTask(world.deps, world.contributor, comment));
      succeeded(await addEvidence(world.deps, world.contributor, evidence));
    }
    const page = await shown(number);
    expect(page.comments.filter((one) => one.text === "Once.")).toHaveLength(1);
    expect(page.evidence).toHaveLength(1);
    expect(page.history).toHaveLength(before + 2);
    const kept = succeeded(await evidenceFile(world.deps, world.viewer, { id: page.evidence[0]?.id ?? "" }));
    expect([kept.name, kept.mediaType, new TextDecoder().decode(kept.bytes)]).toEqual([
      "note.pdf",
      "application/pdf",
      "%PDF-1.4",
    ]);
    expect(await evidenceFile(world.deps, world.viewer, { id: "nothing" })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("moves a status once; the second click is told that it has happened already", async () => {
    const [, , number = 0] = numbers;
    succeeded(
      await assignOwner(world.deps, world.focalPoint, { ...(await at(number)), ownerId: "ben", reason: "" }),
    );
    const input = { ...emptyMove, evidence: [], ...(await at(number)), transition: "start" as const };
    succeeded(await advanceTask(world.deps, world.focalPoint, input));
    expect(await advanceTask(world.deps, world.focalPoint, input)).toMatchObject({
      ok: false,
      error: {
        code: "conflict",
        message: expect.stringMatching(/^You changed this task already.*Nothing was changed again/),
      },
    });
  });
});

describe("many tasks at once", () => {
  it("changes each row that may be changed and says of every other why not", async () => {
    const rows = await Promise.all(numbers.map(at));
    const change = { kind: "target" as const, internalTarget: "1998-07-01", reason: "" };
    const outcome = succeeded(
      await bulkChange(world.deps, world.contributor, { rows: [...rows, ...rows], change }),
    );
    expect(outcome).toMatchObject({ changed: 3, refused: 0 });
    const stale = succeeded(await bulkChange(world.deps, world.contributor, { rows, change }));
    expect(stale.rows.map((row) => row.ok)).toEqual([false, false, false]);
    expect(stale.rows[0]?.message).toMatch(/already since this page was drawn/);
    const fresh = await Promise.all(numbers.map(at));
    const foreign = succeeded(
      await bulkChange(world.deps, world.stranger, {
        rows: fresh,
        change: { kind: "owner", ownerId: "sam", reason: "" },
      }),
    );
    expect(foreign).toMatchObject({ changed: 0, refused: 3 });
    const watched = succeeded(
      await bulkChange(world.deps, world.viewer, { rows: fresh, change: { kind: "watch", watch: true } }),
    );
    expect(watched).toMatchObject({ changed: 3 });
    const moved = succeeded(
      await bulkChange(world.deps, world.secretary, {
        rows: fresh,
        change: {
          kind: "deadline",
          rules: [{ kind: "session", organ: "GA", session: 55, operator: "at" }],
          reason: "Moved as one.",
          authorisingText: "A/RES/53/192",
        },
      }),
    );
    expect(moved).toMatchObject({ changed: 3, refused: 0 });
    expect((await shown(numbers[0] ?? 0)).row.target?.session).toBe(55);
  });
});

describe("every status, every move, every role, through the use case", () => {
  it("lets exactly the cells of the table through and leaves the task untouched in all others", async () => {
    const [number = 0] = numbers;
    const holds = (role: (typeof roles)[number]): Actor => ({
      personId: "omar",
      name: "Omar Haddad",
      email: "omar@example.org",
      memberships: [{ bodyId: null, role }],
    });
    const everything = {
      ...emptyMove,
      reason: "Because.",
      documentSymbol: "A/53/226",
      evidence: [{ symbol: "A/53/226", title: "", url: "", day: null }],
      decidingDocument: "A/RES/53/192",
      newSession: { organ: "GA", session: 56 },
      reviewSession: { organ: "GA", session: 54 },
      successor: "A/RES/54/226#op4",
    };
    world.on("2001-10-01");
    const proposal = { by: "ben", byName: "Ben Osei", on: "1998-10-08", evidence: [], note: "" };
    // A deferral moves the deadline; each cell begins with the one that the task had.
    const { deadlineRules, ...before } = await world.db.task.findUniqueOrThrow({
      where: { number },
      select: {
        deadlineRules: true,
        targetOrgan: true,
        targetSession: true,
        targetPart: true,
        dueFrom: true,
        dueOn: true,
        dueCertainty: true,
        mandateStatus: true,
        mandateDocument: true,
      },
    });
    const setTo = async (status: string): Promise<number> => {
      const data = {
        ...before,
        deadlineRules: deadlineRules ?? [],
        status,
        statusSince: "1998-02-02",
        ownerId: "ana",
        closureProposal: proposal,
      };
      return (await world.db.task.update({ where: { number }, data, select: { version: true } })).version;
    };
    let allowed = 0;
    for (const status of workStatuses) {
      let version = await setTo(status);
      for (const move of workflow) {
        for (const role of roles) {
          const input = { ...everything, number, expectedVersion: version, transition: move.name };
          const result = await advanceTask(world.deps, holds(role), input);
          const cell = `${status} ${move.name} ${role}`;
          const isFrom = (move.from as readonly string[]).includes(status);
          if (isFrom && (move.by as readonly string[]).includes(role)) {
            expect(result, cell).toMatchObject({ ok: true, value: { status: move.to } });
            allowed++;
            version = await setTo(status);
          } else {
            expect(result, cell).toMatchObject({
              ok: false,
              error: { code: isFrom ? "not-permitted" : "not-allowed-now" },
            });
          }
        }
      }
      const now = await world.db.task.findUniqueOrThrow({ where: { number } });
      expect([now.status, now.version]).toEqual([status, version]);
    }
    expect(allowed).toBe(35);
  }, 180_000);
});
