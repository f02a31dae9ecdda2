import ICAL from "ical.js";
import { addDays } from "../../calendar/day";
import type { IsoDate } from "../../calendar/rule";
import type { FeedItem } from "./feed-items";

// The library counts 75 octets without the space that begins a continued line; the standard counts it.
ICAL.foldLength = 74;

/** An entry with its words and with what calendars were told of it before. */
export type FeedEntry = FeedItem & {
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly sequence: number;
  readonly changedAt: Date;
};

export type FeedHead = {
  readonly name: string;
  /** The host that makes the ids of entries our own. */
  readonly domain: string;
};

/**
 * A calendar of RFC 5545: all-day events for dated entries (the end is the day after the last, as the standard counts),
 * to-dos for undated ones. Escaping and folding are the library's. The same entries give the same bytes.
 */
export function writeIcs(head: FeedHead, entries: readonly FeedEntry[]): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Mandate tracker//Follow-up//EN");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("x-wr-calname", oneLine(head.name));
  // How often a calendar may come back: RFC 7986, and the older name that Outlook knows.
  add(calendar, "refresh-interval", "duration", "PT1H");
  calendar.addPropertyWithValue("x-published-ttl", "PT1H");
  for (const entry of entries) calendar.addSubcomponent(component(head, entry));
  // The library ends its lines by CRLF and leaves the last one open.
  return `${calendar.toString().replace(/(?:\r\n)+$/, "")}\r\n`;
}

function component(head: FeedHead, entry: FeedEntry): ICAL.Component {
  const made = new ICAL.Component(entry.from === null ? "vtodo" : "vevent");
  const changed = ICAL.Time.fromJSDate(entry.changedAt, true);
  made.addPropertyWithValue("uid", `${entry.uid}@${head.domain}`);
  made.addPropertyWithValue("dtstamp", changed);
  made.addPropertyWithValue("last-modified", changed);
  made.addPropertyWithValue("sequence", entry.sequence);
  if (entry.from !== null && entry.to !== null) {
    made.addPropertyWithValue("dtstart", dayValue(entry.from));
    made.addPropertyWithValue("dtend", dayValue(addDays(entry.to, 1)));
    // Nobody is busy all day because a slot is due.
    made.addPropertyWithValue("transp", "TRANSPARENT");
  }
  made.addPropertyWithValue("summary", oneLine(entry.summary));
  made.addPropertyWithValue("description", plain(entry.description));
  made.addPropertyWithValue("url", entry.url);
  made.addPropertyWithValue(
    "status",
    entry.from === null ? "NEEDS-ACTION" : entry.isExpected ? "TENTATIVE" : "CONFIRMED",
  );
  return made;
}

const dayValue = (day: IsoDate): ICAL.Time => ICAL.Time.fromDateString(day);

function add(to: ICAL.Component, name: string, type: string, value: string): void {
  const property = new ICAL.Property(name);
  property.resetType(type);
  property.setValue(ICAL.Duration.fromString(value));
  to.addProperty(property);
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** Control characters other than the line break have no place in a calendar. */
const plain = (text: string): string =>
  text.replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, "\n").replace(/[^\P{Cc}\n]/gu, " ");
