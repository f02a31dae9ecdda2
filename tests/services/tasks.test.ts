import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Result } from "@/lib/core/result";
import { emptyMove } from "@/lib/core/task/move";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { advanceTask, bulkAdvance, undoChange } from "@/lib/services/advance-task";
import { ingestText } from "@/lib/services/ingest";
import { addActionInput, advanceInput, listTasksInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import {
  addEvidence,
  assignOwner,
  blockTask,
  changeDeadline,
  commentOnTask,
  declineDeadline,
  linkTask,
  listTasks,
  proposeDeadline,
  setAgreedSlot,
  setInternalTarget,
  setMeeting,
  setResponsible,
  taskPage,
  unblockTask,
} from "@/lib/services/tasks";
import type { TaskChanged, TaskList, TaskPage } from "@/lib/services/types";
import { deleteView, savedViews, saveView } from "@/lib/services/views";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
let serial = 1;
/** A fresh task of the Special Unit: paragraph 9, second action, under a symbol of its own. */
async function aTask(reference = "9/2", responsibleId = "special-unit"): Promise<number> {
  serial += 1;
  const symbol = `A/RES/52/${300 + serial}`;
  succeeded(
    await ingestText(world.deps, world.secretary, {
      text: source52205.replaceAll("52/205", `52/${300 + serial}`),
    }),
  );
  const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol }));
  const candidateId =
    page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId === `${symbol}#op${reference}`)
      ?.id ?? "";
  const input = {
    resolutionId: page.resolutionId,
    expectedVersion: page.version,
    candidateId,
    parentReference: null,
    hostReference: null,
    responsibleId,
    ownerId: null,
  };
  return succeeded(await acceptProposal(world.deps, world.secretary, input)).taskNumbers[0] ?? 0;
}
const shown = async (number: number, actor: Actor = world.viewer, asOf?: string): Promise<TaskPage> =>
  succeeded(await taskPage(world.deps, actor, { number, ...(asOf !== undefined && { asOf }) }));
const versionOf = async (number: number): Promise<number> => (await shown(number)).row.version;
const move = async (
  actor: Actor,
  number: number,
  transition: Parameters<typeof advanceTask>[2]["transition"],
  given: Partial<Parameters<typeof advanceTask>[2]> = {},
): Promise<Result<TaskChanged>> =>
  advanceTask(world.deps, actor, {
    ...emptyMove,
    evidence: [],
    expectedVersion: await versionOf(number),
    number,
    transition,
    ...given,
  });
const owned = async (number: number, by: Actor = world.focalPoint, ownerId = "ana") =>
  succeeded(
    await assignOwner(world.deps, by, {
      number,
      expectedVersion: await versionOf(number),
      ownerId,
      reason: "",
    }),
  );

beforeAll(async () => {
  world = await aWorld("1998-02-02");
});
afterAll(async () => {
  await world.close();
});
beforeEach(() => {
  world.on("1998-02-02");
});

describe("a task from beginning to end", () => {
  it("is owned, begun, submitted, proposed for closure and confirmed by another person, with its history as sentences", async () => {
    const number = await aTask();
    await owned(number);
    succeeded(await move(world.focalPoint, number, "start"));
    world.on("1998-07-30");
    succeeded(await move(world.contributor, number, "submit", { documentSymbol: "A/53/226" }));
    world.on("1998-10-08");
    const evidence = [{ symbol: "DEV/2184", title: "", url: "", day: "1998-10-07" }];
    succeeded(
      await move(world.focalPoint, number, "proposeClosure", { evidence, reason: "Held on 7 October" }),
    );
    expect(await move(world.focalPoint, number, "implement")).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    succeeded(await move(world.secretary, number, "implement"));
    const page = await shown(number);
    expect(page.row).toMatchObject({ status: "IMPLEMENTED", timeliness: "DONE", isClosureProposed: false });
    expect(page.evidence.map((one) => one.symbol)).toEqual(["A/53/226", "DEV/2184"]);
    expect(page.history.map((line) => line.sentence.text)).toEqual([
      "Eva Lind confirmed it as implemented on 8 October 1998: DEV/2184.",
      "Ben Osei proposed its closure on 8 October 1998: DEV/2184. Held on 7 October.",
      "Ana Silva marked it submitted on 30 July 1998: A/53/226.",
      "Ben Osei started work on 2 February 1998.",
      "Ben Osei gave it to Ana Silva on 2 February 1998.",
      "Eva Lind made this a task on 2 February 1998.",
    ]);
    expect((await shown(number, world.viewer, "1998-08-01")).row.status).toBe("SUBMITTED");
    world.on("1998-11-02");
    succeeded(await move(world.secretary, number, "reopen", { reason: "The documentation is missing." }));
    expect((await shown(number)).evidence).toHaveLength(2);
  });

  it("never closes with its twin in a compound paragraph", async () => {
    const first = await aTask("9/1", "special-unit");
    const symbol = (await shown(first)).row.symbol;
    const review = succeeded(await reviewPage(world.deps, world.secretary, { symbol }));
    const candidateId =
      review.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId === `${symbol}#op9/2`)
        ?.id ?? "";
    const input = {
      resolutionId: review.resolutionId,
      expectedVersion: review.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId: null,
      ownerId: null,
    };
    const second = succeeded(await acceptProposal(world.deps, world.secretary, input)).taskNumbers[0] ?? 0;
    succeeded(await move(world.secretary, first, "retire", { decidingDocument: "A/RES/53/1" }));
    expect((await shown(second)).row.status).toBe("PENDING");
    expect((await shown(second)).links).toMatchObject([
      { number: first, relation: "sibling", status: "RETIRED" },
    ]);
  });

  it("defers to a later session only by a document, and its dates follow", async () => {
    const number = await aTask("11/1", "desa");
    expect(
      await move(world.secretary, number, "defer", { newSession: { organ: "GA", session: 54 } }),
    ).toMatchObject({ ok: false, error: { fields: { decidingDocument: expect.any(String) } } });
    succeeded(
      await move(world.secretary, number, "defer", {
        newSession: { organ: "GA", session: 54 },
        decidingDocument: "A/RES/53/192",
      }),
    );
    const page = await shown(number);
    expect(page).toMatchObject({
      mandateStatus: "deferred",
      mandateDocument: "A/RES/53/192",
      row: { status: "DEFERRED", target: { session: 54 }, dueFrom: "1999-09-14" },
    });
  });
});

describe("who may", () => {
  it("another unit's people, viewers and admins change nothing, whatever they send", async () => {
    const number = await aTask();
    await owned(number);
    const expectedVersion = await versionOf(number);
    const base = { number, expectedVersion, reason: "Because." };
    const attempts = (actor: Actor): Promise<Result<unknown>>[] => [
      advanceTask(world.deps, actor, {
        ...emptyMove,
        evidence: [],
        number,
        expectedVersion,
        transition: "start",
      }),
      assignOwner(world.deps, actor, { ...base, ownerId: null }),
      setResponsible(world.deps, actor, { ...base, responsibleId: "dgacm" }),
      setMeeting(world.deps, actor, { ...base, meetingOn: "1998-10-07" }),
      setAgreedSlot(world.deps, actor, { ...base, agreedSlot: "1998-07-29" }),
      setInternalTarget(world.deps, actor, { ...base, internalTarget: "1998-07-01" }),
      changeDeadline(world.deps, actor, { ...base, rules: [], authorisingText: "A/RES/53/1" }),
      proposeDeadline(world.deps, actor, { ...base, rules: [], authorisingText: "" }),
      declineDeadline(world.deps, actor, base),
      blockTask(world.deps, actor, base),
      addEvidence(world.deps, actor, { number, symbol: "A/1", title: "", url: "", day: null, file: null }),
      linkTask(world.deps, actor, { ...base, relation: "parent", other: null }),
      undoChange(world.deps, actor, base),
    ];
    for (const actor of [world.stranger, world.viewer, world.admin, { ...world.stranger, memberships: [] }]) {
      for (const result of await Promise.all(attempts(actor)))
        expect(result).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    }
    expect(
      await commentOnTask(world.deps, world.viewer, { number, text: "Hello", mentions: [] }),
    ).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    expect(await versionOf(number)).toBe(expectedVersion);
  });
  it("offers each person exactly what that person may do", async () => {
    const number = await aTask();
    const names = async (actor: Actor) => (await shown(number, actor)).transitions.map((one) => one.name);
    expect(await names(world.viewer)).toEqual([]);
    expect(await names(world.contributor)).toEqual([]);
    expect(await names(world.focalPoint)).toEqual(["start", "monitor"]);
    expect(await names(world.secretary)).toEqual([
      "start",
      "monitor",
      "defer",
      "supersede",
      "retire",
      "fail",
    ]);
    expect((await shown(number, world.focalPoint)).transitions[0]?.problem).toMatch(/Name an owner/);
    expect((await shown(number, world.focalPoint)).may).toMatchObject({
      assign: true,
      changeDeadline: false,
      proposeDeadline: true,
    });
    expect((await shown(number, world.focalPoint)).possibleOwners.map((one) => one.id)).toEqual(
      expect.arrayContaining(["ana", "ben"]),
    );
    expect((await shown(number, world.focalPoint)).possibleOwners.map((one) => one.id)).not.toContain("sam");
  });
  it("gives nobody a task who has no working role in its unit", async () => {
    const number = await aTask();
    for (const ownerId of ["sam", "vic", "nobody"]) {
      const input = { number, expectedVersion: await versionOf(number), ownerId, reason: "" };
      expect(await assignOwner(world.deps, world.focalPoint, input)).toMatchObject({
        ok: false,
        error: { fields: { ownerId: expect.any(String) } },
      });
    }
  });
});

describe("several people at once", () => {
  it("lets one of fifty writers with one version through; the others are told what happened", async () => {
    const number = await aTask();
    await owned(number);
    const expectedVersion = await versionOf(number);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        advanceTask(world.deps, index % 2 === 0 ? world.focalPoint : world.secretary, {
          ...emptyMove,
          evidence: [],
          number,
          expectedVersion,
          transition: "start",
        }),
      ),
    );
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    for (const one of results.filter((one) => !one.ok))
      expect(one).toMatchObject({ error: { code: "conflict", current: { status: "IN_PROGRESS" } } });
    const history = (await shown(number)).history;
    expect(history.filter((line) => line.type === "status")).toHaveLength(1);
    expect(history.map((line) => line.sequence)).toEqual([3, 2, 1]);
  });
  it("does not call a page stale because of a comment", async () => {
    const number = await aTask();
    const seen = await versionOf(number);
    succeeded(
      await commentOnTask(world.deps, world.stranger, {
        number,
        text: "Who prepares the documents?",
        mentions: ["ana", "nobody"],
      }),
    );
    succeeded(
      await assignOwner(world.deps, world.focalPoint, {
        number,
        expectedVersion: seen,
        ownerId: "ana",
        reason: "",
      }),
    );
    const page = await shown(number);
    expect(page.comments).toMatchObject([
      { text: "Who prepares the documents?", mentions: ["ana"], author: { name: "Sam Field" } },
    ]);
    expect(
      await blockTask(world.deps, world.focalPoint, { number, expectedVersion: seen, reason: "x" }),
    ).toMatchObject({
      ok: false,
      error: {
        code: "conflict",
        current: { since: expect.arrayContaining([expect.stringMatching(/gave it to Ana Silva/)]) },
      },
    });
  });
  it("moves many tasks row by row, and says of each why it could not", async () => {
    const [ready, without, foreign] = [await aTask(), await aTask(), await aTask("10/1", "dgacm")];
    await owned(ready);
    const rows = await Promise.all(
      [ready, without, foreign, 999_999].map(async (number) => ({
        number,
        expectedVersion: number === 999_999 ? 1 : await versionOf(number),
      })),
    );
    const outcome = succeeded(
      await bulkAdvance(world.deps, world.focalPoint, {
        rows,
        change: { ...emptyMove, evidence: [], transition: "start" },
      }),
    );
    expect(outcome).toMatchObject({ changed: 1, refused: 3 });
    expect(outcome.rows.map((row) => row.message)).toEqual([
      expect.stringMatching(/started work/),
      expect.stringMatching(/Name an owner first/),
      expect.stringMatching(/Only a Focal point or Secretary/),
      expect.stringMatching(/There is no task 999999/),
    ]);
  });
});

describe("deadlines", () => {
  const later = [{ kind: "session" as const, organ: "GA", session: 54, operator: "at" as const }];
  it("are asked for by the unit and decided by the Secretary, with the authorising text", async () => {
    const number = await aTask("12/2");
    const next = [{ ...later[0], session: 55 } as (typeof later)[0]];
    const input = async () => ({
      number,
      expectedVersion: await versionOf(number),
      reason: "Data come late.",
      rules: next,
      authorisingText: "",
    });
    succeeded(await proposeDeadline(world.deps, world.contributor, await input()));
    expect((await shown(number)).deadlineProposal).toMatchObject({
      byName: "Ana Silva",
      reason: "Data come late.",
    });
    expect(await changeDeadline(world.deps, world.secretary, await input())).toMatchObject({
      ok: false,
      error: { fields: { authorisingText: expect.any(String) } },
    });
    succeeded(
      await changeDeadline(world.deps, world.secretary, {
        ...(await input()),
        authorisingText: "A/RES/54/226",
      }),
    );
    const page = await shown(number);
    expect(page).toMatchObject({ deadlineProposal: null, row: { target: { session: 55 } } });
    expect(page.history[0]?.sentence.text).toMatch(
      /^Eva Lind moved the deadline from 5 September 2000 to \d+ September 2001 under A\/RES\/54\/226/,
    );
  });
  it("narrow to the meeting once it is known, and an agreed slot beats the formula", async () => {
    const number = await aTask();
    succeeded(
      await setMeeting(world.deps, world.focalPoint, {
        number,
        expectedVersion: await versionOf(number),
        meetingOn: "1998-10-07",
        reason: "",
      }),
    );
    expect((await shown(number)).row.nextStep).toEqual({ code: "issue", on: "1998-08-26" });
    succeeded(
      await setAgreedSlot(world.deps, world.contributor, {
        number,
        expectedVersion: await versionOf(number),
        agreedSlot: "1998-07-20",
        jobNumber: "98-21334",
        reason: "",
      }),
    );
    expect((await shown(number)).row.nextStep).toEqual({ code: "slot", on: "1998-07-20" });
    expect((await shown(number, world.viewer)).plan.find((step) => step.code === "slot")).toMatchObject({
      on: "1998-07-20",
      standing: "agreed",
      state: "next",
    });
  });
});

describe("taking back and holding up", () => {
  it("undoes one's own last change, once, and keeps both lines", async () => {
    const number = await aTask();
    await owned(number);
    succeeded(await move(world.focalPoint, number, "start"));
    const undo = async (actor: Actor) =>
      undoChange(world.deps, actor, { number, expectedVersion: await versionOf(number), reason: "" });
    expect(await undo(world.secretary)).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    succeeded(await undo(world.focalPoint));
    expect((await shown(number)).row.status).toBe("PENDING");
    expect(await undo(world.focalPoint)).toMatchObject({ ok: false, error: { code: "not-allowed-now" } });
    expect((await shown(number)).history.map((line) => line.type)).toEqual([
      "undo",
      "status",
      "owner",
      "created",
    ]);
  });
  it("marks a task as blocked without touching its status", async () => {
    const number = await aTask();
    succeeded(
      await blockTask(world.deps, world.contributor, {
        number,
        expectedVersion: await versionOf(number),
        reason: "Funds",
      }),
    );
    expect((await shown(number)).row).toMatchObject({
      isBlocked: true,
      blockedReason: "Funds",
      status: "PENDING",
    });
    succeeded(
      await unblockTask(world.deps, world.contributor, {
        number,
        expectedVersion: await versionOf(number),
        reason: "",
      }),
    );
    expect((await shown(number)).row.isBlocked).toBe(false);
  });
});

describe("evidence", () => {
  const none = { symbol: "", title: "", url: "", day: null, file: null };
  const file = (name: string, text: string) => ({
    name,
    mediaType: "text/html",
    bytes: new TextEncoder().encode(text),
  });
  it("is a symbol, a link or a small file of a harmless kind", async () => {
    const number = await aTask();
    const add = (given: object) => addEvidence(world.deps, world.contributor, { number, ...none, ...given });
    expect(await add({})).toMatchObject({ ok: false });
    for (const bad of [
      file("x.html", "<script>"),
      file("x.pdf", "MZ"),
      file("x.svg", "<svg/>"),
      file("x.txt", "a\u0000b"),
      file("x.pdf", ""),
    ]) {
      expect(await add({ file: bad }), bad.name).toMatchObject({
        ok: false,
        error: { code: "invalid-input", fields: { file: expect.any(String) } },
      });
    }
    expect(
      await add({ file: { name: "big.pdf", mediaType: "", bytes: new Uint8Array(10 * 1024 * 1024 + 1) } }),
    ).toMatchObject({ ok: false });
    succeeded(await add({ file: file("../../etc/note\u202E.pdf", "%PDF-1.4") }));
    succeeded(await add({ symbol: "A/53/226" }));
    expect((await shown(number)).evidence.map((one) => [one.symbol, one.fileName, one.mediaType])).toEqual([
      ["", "note.pdf", "application/pdf"],
      ["A/53/226", "", ""],
    ]);
  });
});

describe("lists", () => {
  it("page by key: every row once, in order, whatever the size of a page", async () => {
    const all = async (limit: number, by: "due" | "step" | "number", direction: "asc" | "desc") => {
      const rows: number[] = [];
      let cursor: string | null = null;
      do {
        const page: TaskList = succeeded(
          await listTasks(world.deps, world.viewer, { filter: {}, sort: { by, direction }, cursor, limit }),
        );
        rows.push(...page.rows.map((row) => row.number));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return rows;
    };
    const total = succeeded(await listTasks(world.deps, world.viewer, listTasksInput.parse({}))).total;
    for (const by of ["due", "step", "number"] as const) {
      for (const direction of ["asc", "desc"] as const) {
        const whole = await all(200, by, direction);
        expect(new Set(whole).size).toBe(total.count);
        expect(await all(3, by, direction)).toEqual(whole);
      }
    }
  });
  it("refuses a forged cursor, and hostile words find nothing and break nothing", async () => {
    for (const cursor of ["x", "bnVsbA", Buffer.from('["2000-01-01",{"a":1}]').toString("base64url")]) {
      expect(await listTasks(world.deps, world.viewer, listTasksInput.parse({ cursor }))).toMatchObject({
        ok: false,
        error: { code: "invalid-input" },
      });
    }
    for (const text of [
      "'; drop table task; --",
      "%_\\",
      "A/RES/%",
      "a & | ! ( ) : * <->",
      "\u{1F600}",
      '"unclosed',
    ]) {
      expect(
        (await listTasks(world.deps, world.viewer, listTasksInput.parse({ filter: { text } }))).ok,
        text,
      ).toBe(true);
    }
  });
  it("are refused to people without any role", async () => {
    expect(
      await listTasks(world.deps, { ...world.viewer, memberships: [] }, listTasksInput.parse({})),
    ).toMatchObject({ ok: false, error: { code: "not-permitted" } });
  });
  it("find by words, symbol, number, owner, unit, body and day", async () => {
    const number = await aTask();
    await owned(number);
    const page = await shown(number);
    const found = async (filter: object) =>
      succeeded(
        await listTasks(world.deps, world.viewer, listTasksInput.parse({ filter, limit: 200 })),
      ).rows.map((row) => row.number);
    expect(await found({ text: `#${number}` })).toEqual([number]);
    expect(await found({ text: page.row.symbol })).toEqual([number]);
    expect(await found({ text: "preparation commemorative", resolution: page.row.symbol })).toEqual([number]);
    expect(await found({ owner: "ana", resolution: page.row.symbol })).toEqual([number]);
    expect(await found({ unassigned: "1", resolution: page.row.symbol })).toEqual([]);
    for (const body of ["unossc", "special-unit"])
      expect(await found({ body, resolution: page.row.symbol })).toEqual([number]);
    expect(await found({ body: "desa", resolution: page.row.symbol })).toEqual([]);
    expect(await found({ dueFrom: "1999-01-01", resolution: page.row.symbol })).toEqual([]);
  });
});

describe("forged input is stopped at the door", () => {
  it("by the schemas", () => {
    const bad = [
      {},
      { number: "x" },
      { number: 1, expectedVersion: 1, transition: "sudo" },
      { number: 1, expectedVersion: 1, transition: "start", reason: "a\u0000" },
      { number: 1, expectedVersion: 1, transition: "start", reason: "\ud800" },
      { number: 2 ** 40, expectedVersion: 1, transition: "start" },
      { number: 1, expectedVersion: 1, transition: "start", effectiveOn: "1998-13-01" },
    ];
    for (const input of bad) expect(advanceInput.safeParse(input).success).toBe(false);
    expect(addActionInput.safeParse({ selection: { start: -1, end: 2 } }).success).toBe(false);
    expect(
      advanceInput.safeParse({ number: "7", expectedVersion: "1", transition: "start", __proto__: { x: 1 } })
        .success,
    ).toBe(true);
  });
});

describe("saved views", () => {
  it("belong to a person; shared ones are seen by all; nobody removes another's", async () => {
    const own = succeeded(
      await saveView(world.deps, world.contributor, { name: "Mine", query: "?open=1", isShared: false }),
    );
    const shared = succeeded(
      await saveView(world.deps, world.contributor, {
        name: "Ours",
        query: "timeliness=OVERDUE",
        isShared: true,
      }),
    );
    expect(own.query).toBe("open=1");
    expect(succeeded(await savedViews(world.deps, world.viewer)).map((view) => view.name)).toEqual(["Ours"]);
    expect(
      await saveView(world.deps, world.viewer, { name: "All", query: "", isShared: true }),
    ).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    expect(await deleteView(world.deps, world.viewer, { id: shared.id })).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    succeeded(await deleteView(world.deps, world.contributor, { id: own.id }));
  });
});

describe("the record", () => {
  it("is intact after all this, and the summary equals a recount", async () => {
    const verdict = await verifyTaskChains(world.db);
    expect(verdict).toMatchObject({ intact: true });
    expect(verdict.intact && verdict.links).toBe(await world.db.taskEvent.count());
    expect(await world.db.$queryRaw`select * from task_tally_differences()`).toEqual([]);
  });
});
