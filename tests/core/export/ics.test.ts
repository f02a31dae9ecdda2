import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type FeedEntry, writeIcs } from "@/lib/core/export/ics/write-ics";

const entry = (more: Partial<FeedEntry> = {}): FeedEntry => ({
  uid: "t1-window",
  kind: "window",
  taskNumber: 7,
  reference: "A/RES/52/205#op12/1",
  ask: "Report",
  from: "1998-09-09",
  to: "1998-09-11",
  isExpected: false,
  summary: "Due in this time: Report",
  description: "Report",
  url: "https://m.example.org/tasks/7",
  sequence: 2,
  changedAt: new Date("2026-01-02T03:04:05Z"),
  ...more,
});
const head = { name: "Follow-up: Ana", domain: "m.example.org" };

describe("a calendar", () => {
  it("is read back with its days, the end being the day after the last", () => {
    const calendar = new ICAL.Component(ICAL.parse(writeIcs(head, [entry()])));
    const [event] = calendar.getAllSubcomponents("vevent");
    const read = new ICAL.Event(event);
    expect(read.uid).toBe("t1-window@m.example.org");
    expect(read.sequence).toBe(2);
    expect([read.startDate.toString(), read.endDate.toString()]).toEqual(["1998-09-09", "1998-09-12"]);
    expect(read.startDate.isDate).toBe(true);
    expect(event?.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-01-02T03:04:05Z");
  });

  it("holds a to-do for a task without a day", () => {
    const calendar = new ICAL.Component(ICAL.parse(writeIcs(head, [entry({ from: null, to: null })])));
    expect(calendar.getAllSubcomponents("vevent")).toEqual([]);
    const [todo] = calendar.getAllSubcomponents("vtodo");
    expect(todo?.getFirstPropertyValue("due")).toBeNull();
    expect(todo?.getFirstPropertyValue("status")).toBe("NEEDS-ACTION");
  });

  it("cannot be bent by what people typed: no line starts a property of theirs, none is over 75 octets", () => {
    const evil = `x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:file:///etc/passwd\u0000\u2028;,\\"${"й中🕊".repeat(60)}`;
    const ics = writeIcs({ ...head, name: evil }, [entry({ summary: evil, description: evil, ask: evil })]);
    expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const lines = ics.split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => /^(?:END:VEVENT|BEGIN:|ATTACH)/.test(line))).toEqual([
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "END:VEVENT",
    ]);
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const summary = String(calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary"));
    expect(summary).toContain("й中🕊".repeat(60));
    expect(summary).toContain(';,\\"');
  });

  it("gives the same bytes for the same entries", () => {
    expect(writeIcs(head, [entry()])).toBe(writeIcs(head, [entry()]));
  });
});
