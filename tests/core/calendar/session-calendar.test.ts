import { describe, expect, it } from "vitest";
import { builtInPacks, builtInSessions } from "@/lib/core/calendar/built-in";
import { parseCalendarPack } from "@/lib/core/calendar/packs";
import { startOf } from "@/lib/core/calendar/projections";
import type { CalendarSession } from "@/lib/core/calendar/rule";
import { loadCalendar, withSessions } from "@/lib/core/calendar/session-calendar";

const calendar = loadCalendar(builtInSessions());

describe("the built-in packs", () => {
  it("are well formed, each row with a source, its standing and the survey's own words", () => {
    for (const pack of builtInPacks()) {
      for (const row of pack.sessions) {
        const where = `${row.organ} ${row.label}`;
        expect(row.source.length, where).toBeGreaterThan(3);
        expect(row.details?.confidence, where).toBeTruthy();
        expect(startOf(row) ?? row.standing, where).toMatch(/^\d{4}-|^unknown$/);
        for (const part of row.resumedParts) {
          if (part.to) expect(part.from <= part.to, where).toBe(true);
        }
      }
    }
  });

  it("hold each session of a series once", () => {
    const keys = builtInSessions().map((row) => `${row.organ} ${row.session}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("call a day fixed only where the survey had a document for it", () => {
    for (const row of builtInSessions().filter((one) => one.standing === "fixed")) {
      expect(row.details?.confidence, `${row.organ} ${row.label}`).toMatch(/^high/);
    }
  });

  it("hold all regular sessions of the Assembly without a gap or an overlap", () => {
    const rows = calendar.rows("GA");
    expect(rows.map((row) => row.session)).toEqual(Array.from({ length: 81 }, (_, index) => index + 1));
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      expect(row.opens !== null && row.closes !== null && row.opens < row.closes).toBe(true);
      if (next) expect((row.closes ?? "") <= (next.opens ?? ""), row.label).toBe(true);
    }
  });

  it("agree with the days on which the sessions adopted resolutions", () => {
    // "evidence: resolutions dated 1998-10-15 (53/6) .. 1999-09-13 (53/243)"
    let checked = 0;
    for (const row of calendar.rows("GA")) {
      const dates = /resolutions dated (\d{4}-\d\d-\d\d).*?\.\. ?(\d{4}-\d\d-\d\d)/.exec(row.note);
      if (!dates) continue;
      checked++;
      expect((row.opens ?? "") <= (dates[1] ?? ""), row.label).toBe(true);
      expect((row.closes ?? "") >= (dates[2] ?? ""), row.label).toBe(true);
    }
    expect(checked).toBeGreaterThan(75);
  });
});

describe("finding sessions", () => {
  it("finds the session of a day, from the opening to the day before the next", () => {
    expect(calendar.at("GA", "1998-09-08")?.session).toBe(52);
    expect(calendar.at("GA", "1998-09-09")?.session).toBe(53);
    expect(calendar.at("GA", "1999-09-13")?.session).toBe(53);
    expect(calendar.at("GA", "2026-11-24")?.session).toBe(81);
    expect(calendar.at("GA", "2035-01-01")?.session).toBe(89);
    expect(calendar.at("GA", "1945-12-31")).toBeNull();
  });

  it("finds the Council's year, also where only the rule knows it", () => {
    expect(calendar.at("ECOSOC", "2023-07-26")?.session).toBe(2023);
    expect(calendar.at("ECOSOC", "2023-07-27")?.session).toBe(2024);
    expect(calendar.at("ECOSOC", "1998-07-10")?.session).toBe(1998);
    expect(calendar.at("ECOSOC", "1973-05-17")?.session).toBe(54);
  });

  it("finds nothing for a body that it does not know", () => {
    expect(calendar.find("Committee of Dreams", 3)).toBeNull();
    expect(calendar.at("Committee of Dreams", "2026-01-01")).toBeNull();
    expect(calendar.rows("Committee of Dreams")).toEqual([]);
    expect(calendar.find("SC", 5)).toBeNull();
    expect(calendar.find("GA-special", 33)).toBeNull();
    expect(calendar.find("GA", 0)).toBeNull();
    expect(calendar.find("GA", 5.5)).toBeNull();
  });

  it("proposes three sessions of the Human Rights Council a year and says by what", () => {
    const sessions = [64, 65, 66].map((number) => calendar.find("HRC", number));
    expect(sessions.map((one) => one?.opens)).toEqual(["2027-02-22", null, "2027-09-13"]);
    expect(sessions[1]?.details?.within).toEqual({ from: "2027-06-01", to: "2027-07-20" });
    for (const one of sessions) expect(one).toMatchObject({ standing: "derived", closes: null });
  });

  it("would have proposed the Council's February and September openings since 2017 right", () => {
    const without = loadCalendar([]);
    for (const row of calendar.rows("HRC").filter((one) => (one.opens ?? "") >= "2017")) {
      const proposal = without.find("HRC", row.session);
      if (proposal?.opens) expect(proposal.opens, row.label).toBe(row.opens);
      const within = proposal?.details?.within;
      if (row.opens && row.closes && row.session !== 43) {
        expect(row.opens >= (within?.from ?? "9") && row.closes <= (within?.to ?? ""), row.label).toBe(true);
      }
    }
  });

  it("completes the Council's running cycle by its rule and proposes the next", () => {
    expect(calendar.find("ECOSOC", 2026)).toMatchObject({ opens: "2025-07-31", closes: null });
    expect(calendar.find("ECOSOC", 2026)?.details?.within).toEqual({ from: "2025-07-31", to: "2026-07-31" });
    expect(calendar.find("ECOSOC", 2027)?.standing).toBe("derived");
  });

  it("proposes only the year of a body with a yearly or two-yearly rhythm", () => {
    expect(calendar.find("UNEA", 8)).toMatchObject({ opens: null, standing: "derived" });
    expect(calendar.find("UNEA", 8)?.details?.within?.from).toBe("2027-01-01");
    expect(calendar.find("Commission on the Status of Women", 71)?.details?.within?.from).toBe("2027-01-01");
    expect(calendar.find("UNCTAD Conference", 17)).toBeNull();
    expect(calendar.find("Commission on Human Rights", 63)).toBeNull();
  });

  it("lets a row win over the rule, and the projected neighbour end before it", () => {
    const row: CalendarSession = {
      organ: "GA",
      session: 83,
      label: "83",
      opens: "2028-09-12",
      closes: null,
      mainPartEnds: null,
      resumedParts: [],
      highLevel: null,
      standing: "fixed",
      source: "a decision of the Assembly",
      note: "",
      timeZone: "America/New_York",
    };
    const changed = withSessions(calendar, [row]);
    expect(changed.find("GA", 83)).toMatchObject({ opens: "2028-09-12", closes: "2029-09-10" });
    expect(changed.find("GA", 82)?.closes).toBe("2028-09-11");
    expect(changed.find("HRC", 57)).toEqual(calendar.find("HRC", 57));
    expect(calendar.find("GA", 83)?.opens).toBe("2028-09-05");
  });
});

describe("reading a calendar pack", () => {
  const pack = {
    organ: "Conference of the Parties",
    name: "Conference of the Parties",
    timeZone: "Europe/Zurich",
    sessions: [
      {
        session: 7,
        label: "7",
        opens: "2027-03-01",
        closes: "2027-03-12",
        standing: "fixed",
        source: "notification 12",
      },
    ],
  };

  it("adds a body that was not there, from one file", () => {
    const read = parseCalendarPack(JSON.stringify(pack));
    if (!read.ok) throw new Error(read.error.message);
    const wider = loadCalendar([...builtInSessions(), ...read.value.sessions]);
    expect(wider.find("Conference of the Parties", 7)?.opens).toBe("2027-03-01");
    expect(wider.find("GA", 53)?.opens).toBe("1998-09-09");
  });

  it.each([
    ["text that is no JSON", "{", /not valid JSON/],
    [
      "a day that does not exist",
      { ...pack, sessions: [{ ...pack.sessions[0], opens: "2027-02-30" }] },
      /day that exists/,
    ],
    [
      "a closing before the opening",
      { ...pack, sessions: [{ ...pack.sessions[0], closes: "2027-02-01" }] },
      /closes before it opens/,
    ],
    [
      "a row without a source",
      { ...pack, sessions: [{ ...pack.sessions[0], source: " " }] },
      /name the document/,
    ],
    ["an unknown zone", { ...pack, timeZone: "Mars/Olympus" }, /IANA/],
    ["a session that stands twice", { ...pack, sessions: [pack.sessions[0], pack.sessions[0]] }, /twice/],
    ["a field that nobody knows", { ...pack, sessions: [{ ...pack.sessions[0], opening: "x" }] }, /opening/],
    ["no sessions", { ...pack, sessions: [] }, /at least one session/],
    ["nothing", null, /fault/],
  ])("refuses %s and says where", (_, json, message) => {
    const read = parseCalendarPack(json);
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.error.code).toBe("invalid-input");
      expect(`${read.error.message} ${JSON.stringify(read.error.fields ?? {})}`).toMatch(message);
    }
  });
});
