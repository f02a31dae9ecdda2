import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/unsubscribe/[token]/route";
import { emailChannel } from "@/lib/adapters/channels/email";
import { systemActor } from "@/lib/auth/actor";
import type { Channel } from "@/lib/core/reminder/message";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import { storePolicy } from "@/lib/db/reminder-policies";
import { readSession, storeSession } from "@/lib/db/sessions";
import type { Deps } from "@/lib/deps";
import { locales } from "@/lib/i18n/locale";
import { advanceTask } from "@/lib/services/advance-task";
import { advanceInput } from "@/lib/services/inputs";
import { sent, sentInput } from "@/lib/services/reminder-sent";
import { changeUnitDigest, unitDigests } from "@/lib/services/reminder-units";
import { inbox, runDueReminders } from "@/lib/services/reminders";
import { type MailServer, startMailServer } from "../support/mail-server";
import { aWorld, succeeded, type World } from "./a-world";
import { aTaskRow, clearReminders } from "./reminder-fixtures";

let world: World;
let server: MailServer;
let mail: Channel & { close(): void };
const secret = "a secret of at least thirty-two characters";

/** A run on this day at this hour of New York, where everybody of the world is. */
const at = async (day: string, hour = 11) => {
  world.on(day);
  const now = new Date(`${day}T00:00:00Z`);
  now.setUTCHours(hour + 4);
  const deps: Deps = { ...world.deps, clock: { now: () => now } };
  return succeeded(await runDueReminders(deps, systemActor, { channels: [mail] }));
};
const lettersTo = (id: string) =>
  server.received
    .filter(({ to }) => to[0] === `${id}@example.org`)
    .map(({ mail: letter, raw }) => ({
      subject: letter.subject ?? "",
      text: letter.text ?? "",
      html: letter.html || "",
      headers: (raw.split("\r\n\r\n")[0] ?? "").replaceAll(/\r\n[ \t]+/g, " "),
    }));
const change = (id: string, data: Parameters<World["db"]["person"]["update"]>[0]["data"]) =>
  world.db.person.update({ where: { id }, data });

const mailbox = {
  bodyId: "special-unit",
  address: "unit@example.org",
  locale: "en" as const,
  timeZone: "America/New_York",
  digestHour: 8,
  digestDays: [1],
  isActive: true,
};

beforeAll(async () => {
  world = await aWorld("1998-06-22");
  const by = { at: new Date("1998-01-01T00:00:00Z"), actorId: null };
  for (const policy of defaultPolicies) await storePolicy(world.db, policy, true, 0, by);
  // The route finds this installation as it finds any other: its database and its secret.
  Object.assign(globalThis, { mandatesDeps: world.deps });
  process.env.AUTH_SECRET = secret;
});
afterAll(() => world?.close());
beforeEach(async () => {
  await clearReminders(world.db);
  await world.db.unitDigest.deleteMany();
  const usual = { locale: "en", digestHour: 8, urgentAtOnce: false, mailMuted: false };
  await world.db.person.updateMany({ data: usual });
  server = await startMailServer();
  mail = emailChannel({
    smtpUrl: server.url,
    from: { name: "Mandate tracker", address: "mandates@example.org" },
    baseUrl: "https://mandates.example.org",
    secret,
  });
});
afterEach(async () => {
  mail.close();
  await server.stop();
});

describe("the digest of a unit", () => {
  const enter = async (more: Partial<typeof mailbox> = {}, expectedVersion = 0) =>
    succeeded(await changeUnitDigest(world.deps, world.focalPoint, { ...mailbox, ...more, expectedVersion }));

  it("gathers on its day what the week told of its tasks, one line each, with no link that answers for a person", async () => {
    world.on("1998-06-22");
    await enter();
    const ask = "Include the sub-item in the provisional agenda";
    await aTaskRow(world.db, { ask, ownerId: "ana" }); // told to ana and ben on Friday
    await aTaskRow(world.db, {
      ask: "Convene a meeting",
      ownerId: "ana",
      dueFrom: null,
      dueOn: "1998-07-08",
    }); // on Wednesday
    await aTaskRow(world.db, { ask: "Of another unit", ownerId: "sam", responsibleId: "dgacm" });
    for (const day of ["1998-06-24", "1998-06-25", "1998-06-26", "1998-06-28"]) await at(day);
    expect(lettersTo("unit")).toEqual([]);
    await at("1998-06-29", 7); // before its hour
    expect(lettersTo("unit")).toEqual([]);
    for (const hour of [9, 10, 11]) await at("1998-06-29", hour);
    const [letter, ...more] = lettersTo("unit");
    expect(more).toEqual([]);
    expect(letter?.subject).toBe(
      "Special Unit for Technical Cooperation among Developing Countries, 2 tasks need attention: 29 June 1998",
    );
    for (const body of [letter?.text ?? "", letter?.html ?? ""]) {
      expect(body.split(ask)).toHaveLength(2);
      expect(body).toContain("Convene a meeting");
      expect(body).not.toContain("Of another unit");
      expect(body).not.toContain("/answer/");
      expect(body).toContain("https://mandates.example.org/reminders/units");
    }
    await at("1998-07-06");
    expect(lettersTo("unit")).toHaveLength(1); // silent: the week brought nothing
    expect(await world.db.inboxEntry.count({ where: { kind: "unit" } })).toBe(0);
  });

  it("goes nowhere while it is switched off, and tells what it missed once it is on again", async () => {
    world.on("1998-06-22");
    await enter();
    await enter({ isActive: false }, 1);
    await aTaskRow(world.db, { ownerId: "ana" });
    await at("1998-06-29");
    expect(lettersTo("unit")).toEqual([]);
    await enter({ isActive: true }, 2);
    await at("1998-07-06");
    expect(lettersTo("unit")).toHaveLength(1);
  });

  it("is kept by its own focal point, by nobody of another unit", async () => {
    for (const actor of [world.viewer, world.contributor, world.stranger])
      expect(await changeUnitDigest(world.deps, actor, { ...mailbox, expectedVersion: 0 })).toMatchObject({
        error: { code: "not-permitted" },
      });
    expect(
      await changeUnitDigest(world.deps, world.focalPoint, {
        ...mailbox,
        bodyId: "dgacm",
        expectedVersion: 0,
      }),
    ).toMatchObject({ error: { code: "not-permitted" } });
    await enter();
    expect(succeeded(await unitDigests(world.deps, world.focalPoint))).toMatchObject([mailbox]);
  });
});

describe("urgent at once", () => {
  it("reaches who asked for it before the hour of the digest, once; the rest comes at that hour", async () => {
    await change("ana", { urgentAtOnce: true, digestHour: 18 });
    await change("ben", { digestHour: 18 });
    await aTaskRow(world.db, {
      targetOrgan: null,
      targetSession: null,
      ask: "Answer the Committee",
      ownerId: "ana",
      dueFrom: null,
      dueOn: "1998-06-25",
    });
    await aTaskRow(world.db, { ask: "Include the item", ownerId: "ana" }); // 10 July: not urgent
    await aTaskRow(world.db, { ask: "Report", ownerId: "ben", dueFrom: null, dueOn: "1998-06-25" });
    for (const hour of [9, 10]) await at("1998-06-26", hour);
    expect(lettersTo("ben")).toEqual([]);
    const [urgent, ...more] = lettersTo("ana");
    expect(more).toEqual([]);
    expect(urgent?.subject).toBe("One task cannot wait: 26 June 1998");
    expect(urgent?.text).toContain("Answer the Committee");
    expect(urgent?.text).not.toContain("Include the item");
    await at("1998-06-26", 18);
    const digest = lettersTo("ana")[1];
    expect(digest?.text).toContain("Include the item");
    expect(digest?.text).not.toContain("Answer the Committee");
    expect(lettersTo("ben").map(({ text }) => text.includes("Report"))).toEqual([true]);
    await at("1998-06-26", 19);
    expect(server.received).toHaveLength(3);
    expect(succeeded(await inbox(world.deps, world.contributor, { onlyUnread: true })).unread).toBe(2);
  });

  it("says at once that a day moved close, also after the digest of the day", async () => {
    await change("ana", { urgentAtOnce: true });
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    await at("1998-06-26", 9);
    const { version, ...row } = (await readSession(world.db, "GA", 53)) ?? expect.fail();
    await storeSession(world.db, { ...row, opens: "1998-09-02" }, version, new Date());
    await at("1998-06-26", 10);
    await storeSession(world.db, row, version + 1, new Date());
    expect(lettersTo("ana").map(({ subject }) => subject)).toEqual([
      "One task needs you: 26 June 1998",
      "One task cannot wait: 26 June 1998",
    ]);
    expect(lettersTo("ana")[1]?.text).toContain("Date changed from 10 July 1998.");
  });
});

describe("one click in the mail program", () => {
  /** What a mail program does by RFC 8058 with the two headers of a letter. */
  const oneClick = async (headers: string): Promise<number> => {
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const url = /^List-Unsubscribe: <(https:[^>]+)>$/m.exec(headers)?.[1] ?? "";
    const token = /^https:\/\/mandates\.example\.org\/api\/unsubscribe\/([^/]+)$/.exec(url)?.[1] ?? "";
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    const { status } = await POST(new Request(url, { method: "POST", body }), {
      params: Promise.resolve({ token: decodeURIComponent(token) }),
    });
    return status;
  };

  it("stops the mails of a person, with those that still wait; the inbox goes on", async () => {
    await aTaskRow(world.db, { ownerId: "ana" });
    await at("1998-06-26");
    const { headers } = lettersTo("ana")[0] ?? expect.fail();
    await aTaskRow(world.db, { ownerId: "ana", responsibleId: null });
    const port = server.port;
    await server.stop();
    expect(await at("1998-06-29")).toMatchObject({ digests: 1, delivery: { failed: 1 } });
    expect(await oneClick(headers)).toBe(200);
    expect(await oneClick(headers)).toBe(200); // twice changes nothing more
    server = await startMailServer({ port });
    expect(await at("1998-06-30")).toMatchObject({ delivery: { sent: 0, failed: 0 } });
    await at("1998-07-10");
    expect(lettersTo("ana")).toEqual([]);
    expect(await world.db.auditEntry.count({ where: { action: "mail-stopped", subject: "ana" } })).toBe(1);
    expect(succeeded(await inbox(world.deps, world.contributor, { onlyUnread: true })).unread).toBe(3);
  });

  it("stops the mails to a unit's mailbox and to nobody else", async () => {
    world.on("1998-06-22");
    succeeded(
      await changeUnitDigest(world.deps, world.focalPoint, {
        ...mailbox,
        digestDays: [1, 2, 3, 4, 5],
        expectedVersion: 0,
      }),
    );
    await aTaskRow(world.db, { ownerId: "ana" });
    await at("1998-06-26");
    expect(await oneClick(lettersTo("unit")[0]?.headers ?? "")).toBe(200);
    await at("1998-07-10");
    expect([lettersTo("unit").length, lettersTo("ana").length]).toEqual([1, 2]);
    expect(await world.db.person.count({ where: { mailMuted: true } })).toBe(0);
  });

  it("does nothing for a link that was changed", async () => {
    const request = new Request("https://mandates.example.org/api/unsubscribe/x", { method: "POST" });
    expect((await POST(request, { params: Promise.resolve({ token: "x" }) })).status).toBe(404);
    expect(await world.db.person.count({ where: { mailMuted: true } })).toBe(0);
  });
});

describe("a mail server that is down for a day", () => {
  it("gets one digest for each person when it is back, with nothing lost and nothing twice", async () => {
    await aTaskRow(world.db, { ask: "Include the item", ownerId: "ana" });
    await aTaskRow(world.db, {
      ask: "Convene a meeting",
      ownerId: "ana",
      dueFrom: null,
      dueOn: "1998-07-10",
    });
    const port = server.port;
    await server.stop();
    // Every hour of a Friday's noon to Saturday's: each try fails and waits longer.
    for (let hour = 11; hour < 35; hour += 1) await at("1998-06-26", hour);
    server = await startMailServer({ port });
    for (let hour = 35; hour < 42; hour += 1) await at("1998-06-26", hour);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(["ana@example.org", "ben@example.org"]);
    const [letter] = lettersTo("ana");
    expect(letter?.text).toContain("Include the item");
    expect(letter?.text).toContain("Convene a meeting");
    expect(await world.db.delivery.count({ where: { state: { not: "sent" } } })).toBe(0);
    expect(await world.db.reminder.count({ where: { state: "due", day: { lte: "1998-06-26" } } })).toBe(0);
  });
});

describe("a session that moves between plan and digest", () => {
  it("takes the reminder with it: nothing on the old day, all on the new one, and no line of a change", async () => {
    await aTaskRow(world.db, { ask: "Include the item", ownerId: "ana", responsibleId: null });
    expect(await at("1998-06-26", 6)).toMatchObject({ recorded: { added: 1 }, digests: 0 });
    const { version, ...row } = (await readSession(world.db, "GA", 53)) ?? expect.fail();
    await storeSession(world.db, { ...row, opens: "1998-09-16" }, version, new Date());
    try {
      expect(await at("1998-06-26")).toMatchObject({ recorded: { cancelled: 1 }, digests: 0 });
      expect(await at("1998-07-02")).toMatchObject({ digests: 0 });
      expect(await at("1998-07-03")).toMatchObject({ digests: 1, recorded: { dateChanges: 0 } });
      expect(lettersTo("ana").map(({ text }) => text)).toEqual([
        expect.stringContaining("is due on 17 July 1998, in 14 days."),
      ]);
      expect(lettersTo("ana")[0]?.text).not.toContain("Date changed");
    } finally {
      await storeSession(world.db, row, version + 1, new Date());
    }
  });
});

describe("what was sent", () => {
  const page = async () => {
    const { rows, effects } = succeeded(
      await sent(world.deps, world.admin, sentInput.parse({ state: null, after: null })),
    );
    return { rows: rows.map(({ to, told, moved, isWeekOver }) => [to, told, moved, isWeekOver]), effects };
  };

  it("shows to whom and when, and whether the task moved within a week of it", async () => {
    const quick = await aTaskRow(world.db, { ownerId: "ana", responsibleId: "special-unit" });
    await aTaskRow(world.db, { ownerId: "sam", responsibleId: "dgacm" });
    await at("1998-06-26");
    expect((await page()).rows.toSorted()).toEqual([
      ["Ana Silva", 1, 0, false],
      ["Ben Osei", 1, 0, false],
      ["Sam Field", 1, 0, false],
    ]);
    const { number } = await world.db.task.findUniqueOrThrow({ where: { id: quick } });
    world.on("1998-06-30");
    const start = advanceInput.parse({ number, expectedVersion: 1, transition: "start" });
    succeeded(await advanceTask(world.deps, world.focalPoint, start));
    world.on("1998-07-06");
    const { rows, effects } = await page();
    expect(rows.toSorted()).toEqual([
      ["Ana Silva", 1, 1, true],
      ["Ben Osei", 1, 1, true],
      ["Sam Field", 1, 0, true],
    ]);
    expect(effects).toMatchObject([{ policyKey: "agenda-2-weeks", told: 3, moved: 2 }]);
    const own = succeeded(await sent(world.deps, world.stranger, sentInput.parse({})));
    expect(own).toMatchObject({ isAll: false, rows: [{ to: "Sam Field" }], counts: {}, effects: [] });
  });
});

describe("a digest in the reader's language", () => {
  it("says subject, reason, headings and links in each of the six, from right to left in Arabic", async () => {
    for (const locale of locales)
      await world.db.person.create({
        data: { id: `crowd-${locale}`, name: locale, email: `${locale}@example.org`, locale },
      });
    for (const locale of locales)
      await aTaskRow(world.db, { ownerId: `crowd-${locale}`, responsibleId: null });
    await at("1998-06-26");
    await clearReminders(world.db, { keepPeople: false });
    const said = {
      en: ["One task needs you: 26 June 1998", "is due on 10 July 1998, in 14 days."],
      fr: ["26 juin 1998", "10 juillet 1998"],
      es: ["26 de junio de 1998", "10 de julio de 1998"],
      ru: ["26 июня 1998", "10 июля 1998"],
      zh: ["1998年6月26日", "1998年7月10日"],
      ar: ["26 حزيران/يونيه 1998", "10 تموز/يوليه 1998"],
    } as const;
    const english = ["Answer without", "Stop these", "needs you", "provisional agenda of"];
    for (const locale of locales) {
      const [letter] = lettersTo(locale);
      expect(letter?.subject, locale).toContain(said[locale][0]);
      expect(letter?.text, locale).toContain(said[locale][1]);
      expect(letter?.html, locale).toMatch(
        new RegExp(`<html lang="${locale}"( dir="${locale === "ar" ? "rtl" : "ltr"}")`),
      );
      if (locale !== "en")
        for (const words of english) expect(letter?.text.includes(words), `${locale}: ${words}`).toBe(false);
    }
  });
});
