import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealMailLink } from "@/lib/auth/mail-link";
import { readSession, storeSession } from "@/lib/db/sessions";
import { addFeed, feedCalendar, takeBackFeed } from "@/lib/services/feeds";
import { answerFromMail, answerPage } from "@/lib/services/reminder-answer";
import { unsubscribe, unsubscribePreview } from "@/lib/services/reminder-unsubscribe";
import { aWorld, succeeded, type World } from "./a-world";
import { aTaskRow } from "./reminder-fixtures";

const secret = "a secret of at least thirty-two characters";
let world: World;
let number: number;
let taskId: string;

beforeAll(async () => {
  world = await aWorld("1998-06-26");
  taskId = await aTaskRow(world.db, { ownerId: "ana", ask: "Include the item" });
  number = (await world.db.task.findUniqueOrThrow({ where: { id: taskId }, select: { number: true } }))
    .number;
});
afterAll(() => world?.close());

const linkFor = (personId: string, messageId: string, expiresAt = "1998-07-10T00:00:00Z") =>
  sealMailLink(
    { kind: "answer", personId, taskNumber: number, messageId, expiresAt: new Date(expiresAt) },
    secret,
  );
const said = { move: "start" as const, note: "Draft is with the editor.", documentSymbol: "" };

describe("an answer from the mail", () => {
  it("is recorded once as proposed, with who said it, and leaves the status to the Secretary", async () => {
    const token = linkFor("ben", "m1");
    for (let scan = 0; scan < 3; scan += 1)
      expect(succeeded(await answerPage(world.deps, token, secret))).toMatchObject({
        personName: "Ben Osei",
        taskNumber: number,
      });
    const both = await Promise.all([
      answerFromMail(world.deps, token, secret, said),
      answerFromMail(world.deps, token, secret, said),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await answerFromMail(world.deps, token, secret, said)).toMatchObject({
      error: { code: "not-allowed-now" },
    });
    expect(await answerPage(world.deps, token, secret)).toMatchObject({ error: { code: "not-allowed-now" } });
    const rows = await world.db.roundRow.findMany({ where: { taskId } });
    expect(rows).toMatchObject([{ state: "answered", answeredById: "ben", answer: { move: "start" } }]);
    expect((await world.db.task.findUniqueOrThrow({ where: { id: taskId } })).status).toBe("PENDING");
    const events = await world.db.taskEvent.findMany({ where: { taskId, type: "answered" } });
    expect(events).toMatchObject([{ actorId: "ben", reason: "Draft is with the editor." }]);
  });

  it("is refused after its time, to somebody without the right, and where a letter was changed", async () => {
    expect(
      await answerFromMail(world.deps, linkFor("ben", "m2", "1998-06-26T14:00:00Z"), secret, said),
    ).toMatchObject({ error: { code: "not-allowed-now" } });
    expect(await answerFromMail(world.deps, linkFor("vic", "m3"), secret, said)).toMatchObject({
      error: { code: "not-permitted" },
    });
    expect(await answerFromMail(world.deps, `${linkFor("ben", "m4")}x`, secret, said)).toMatchObject({
      error: { code: "not-found" },
    });
    await world.db.person.update({ where: { id: "ben" }, data: { isActive: false } });
    const gone = await answerFromMail(world.deps, linkFor("ben", "m5"), secret, said);
    await world.db.person.update({ where: { id: "ben" }, data: { isActive: true } });
    expect(gone).toMatchObject({ error: { code: "not-found" } });
  });

  it("offers what can be said from where the task stands, by whoever asks, and that nothing changed last", async () => {
    const movesOf = async (personId: string) =>
      succeeded(await answerPage(world.deps, linkFor(personId, "moves"), secret)).moves;
    const set = (data: { status?: string; ownerId?: string | null }) =>
      world.db.task.update({ where: { id: taskId }, data });
    expect(await movesOf("ben")).toEqual(["start", "none"]);
    await set({ ownerId: null });
    expect(await movesOf("ben")).toEqual(["none"]);
    await set({ status: "IN_PROGRESS", ownerId: "ana" });
    expect(await movesOf("ben")).toEqual(["submit", "implement", "none"]);
    expect(await movesOf("ana")).toEqual(["submit", "none"]);
    await set({ status: "PENDING" });
  });

  it("uses the link up only where the answer was taken", async () => {
    const token = linkFor("ben", "m6");
    expect(
      await answerFromMail(world.deps, token, secret, { ...said, move: "none", note: "" }),
    ).toMatchObject({ error: { code: "invalid-input" } });
    succeeded(await answerFromMail(world.deps, token, secret, { ...said, move: "none", note: "As before." }));
  });
});

describe("unsubscribing by the link of a mail", () => {
  it("stops the mails of that person alone, is on record, and may be done twice", async () => {
    const token = sealMailLink({ kind: "unsubscribe", who: "person", id: "ana" }, secret);
    expect(succeeded(await unsubscribePreview(world.deps, token, secret)).isStopped).toBe(false);
    succeeded(await unsubscribe(world.deps, token, secret));
    succeeded(await unsubscribe(world.deps, token, secret));
    const muted = await world.db.person.findMany({ where: { mailMuted: true }, select: { id: true } });
    expect(muted).toEqual([{ id: "ana" }]);
    expect(await world.db.auditEntry.count({ where: { action: "mail-stopped", subject: "ana" } })).toBe(1);
    expect(await unsubscribe(world.deps, linkFor("ana", "m7"), secret)).toMatchObject({
      error: { code: "not-found" },
    });
  });
});

describe("a calendar feed", () => {
  const read = async (key: string) => {
    const { ics } = succeeded(await feedCalendar(world.deps, key, "https://m.example.org"));
    const calendar = new ICAL.Component(ICAL.parse(ics));
    return { ics, events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) };
  };

  it("keeps its ids, and raises SEQUENCE for what moved when the session moves", async () => {
    const { secret: key } = succeeded(
      await addFeed(world.deps, world.contributor, { label: "", bodyId: "" }),
    );
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await world.db.accessToken.count({ where: { tokenHash: key } })).toBe(0);
    const before = await read(key);
    expect((await read(key)).ics).toBe(before.ics);
    const agenda = before.events.find(({ uid }) => uid.startsWith(`${taskId}-provisionalAgenda`));
    expect([agenda?.startDate.toString(), agenda?.sequence]).toEqual(["1998-07-10", 0]);
    const { version, ...row } = (await readSession(world.db, "GA", 53)) ?? expect.fail();
    await storeSession(world.db, { ...row, opens: "1998-09-23" }, version, new Date());
    const after = await read(key);
    await storeSession(world.db, row, version + 1, new Date());
    expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
    const moved = after.events.find(({ uid }) => uid === agenda?.uid);
    expect([moved?.startDate.toString(), moved?.sequence]).toEqual(["1998-07-24", 1]);
  });

  it("is not found alike where it is unknown, taken back, or its owner left", async () => {
    const { id, secret: key } = succeeded(
      await addFeed(world.deps, world.contributor, { label: "", bodyId: "special-unit" }),
    );
    expect((await read(key)).events.length).toBeGreaterThan(0);
    await world.db.person.update({ where: { id: "ana" }, data: { isActive: false } });
    const left = await feedCalendar(world.deps, key, "https://m.example.org");
    await world.db.person.update({ where: { id: "ana" }, data: { isActive: true } });
    expect(await takeBackFeed(world.deps, world.focalPoint, { id })).toMatchObject({
      error: { code: "not-found" },
    });
    succeeded(await takeBackFeed(world.deps, world.contributor, { id }));
    const revoked = await feedCalendar(world.deps, key, "https://m.example.org");
    for (const wrong of [left, revoked])
      expect(wrong).toEqual(await feedCalendar(world.deps, "x".repeat(43), "https://m.example.org"));
    expect(await feedCalendar(world.deps, "../../etc", "https://m.example.org")).toEqual(revoked);
  });
});
