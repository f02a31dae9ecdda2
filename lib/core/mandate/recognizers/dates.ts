import type { DeadlineOperator, DeadlineRule } from "../../calendar/rule";
import {
  decadeYears,
  endOfDecade,
  exactDate,
  monthFirstDate,
  monthOnly,
  namedEvent,
  periodAfter,
  relativeNext,
  relativePeriod,
  yearOnly,
} from "../../language/en/deadlines";
import { parseCardinal } from "../../language/en/ordinals";
import { months } from "../../language/en/structure";
import type { DocumentContext } from "../context";
import type { DeadlineReading } from "./deadlines";

/** What a named event cannot do without. */
const mayNameEvent = /onference|ummit|ongress|Forum|Symposium|Meeting/;

type Groups = Record<string, string | undefined>;

/** Days, months, years, periods and named events of a paragraph that bind what is asked. */
export function readDates(text: string, context: DocumentContext): DeadlineReading[] {
  const found: DeadlineReading[] = [];
  const add = (reading: DeadlineReading | null): void => {
    if (reading !== null && !found.some((one) => reading.start < one.end && one.start < reading.end))
      found.push(reading);
  };
  const hasYear = /\d{4}/.test(text);
  const hasUnit = /day|week|month|year/i.test(text);
  for (const match of hasYear ? text.matchAll(exactDate) : []) {
    add(readDay(text, match, context));
    const second = secondDay(text, match, context);
    if (second !== null) found.push(second);
    for (const further of furtherDays(text, match, context)) found.push(further);
  }
  for (const match of hasYear ? text.matchAll(monthFirstDate) : []) add(readDay(text, match, context));
  for (const match of hasYear ? text.matchAll(monthOnly) : []) add(readMonth(text, match, context));
  for (const match of hasUnit ? text.matchAll(relativePeriod) : []) add(readPeriod(text, match));
  for (const match of hasUnit ? text.matchAll(relativeNext) : []) add(readNext(text, match));
  for (const match of hasUnit ? text.matchAll(periodAfter) : []) add(readPeriodAfter(text, match));
  for (const match of mayNameEvent.test(text) ? text.matchAll(namedEvent) : []) add(readEvent(text, match));
  for (const match of hasYear ? text.matchAll(yearOnly) : []) add(readYear(text, match, context));
  for (const match of text.includes("Decade") ? text.matchAll(endOfDecade) : [])
    add(readDecade(text, match, context));
  return found;
}

const operatorOf = (words: string, edge = ""): DeadlineOperator => {
  const op = words.toLowerCase();
  if (/^(?:by|until|no later|not later|up to|to\b|ending|through|latest|within)/.test(op))
    return /^end|conclusion/.test(edge) ? "end" : "by";
  if (/^(?:before|prior to)/.test(op)) return /^end/.test(edge) ? "end" : "before";
  if (/^(?:from|after|as of|as from|starting|beginning|commencing|effective)/.test(op)) return "after";
  if (/^end/.test(edge)) return "end";
  if (/^(?:beginning|start)/.test(edge)) return "beginning";
  if (/^(?:in|during|throughout|over|for)/.test(op)) return "during";
  return "at";
};

const heldBefore =
  /\b(?:held|convened|take place|scheduled|organized|hosted|opened|celebrated|observed|commence|meet)\b[^,;]{0,60}$/i;
/** Words that make a date one of the past or of a name. */
const pastBefore =
  /\b(?:was|were|has been|had been|adopted|launched|initiated|dated|signed|concluded|issued|since|which (?:took|entered|began)|done at|report of|letter of)\b[^,;]{0,60}$/i;
/** "resolution 1325 (2000) of 31 October 2000": the day of a document; "… until 15 November" is none. */
const documentBefore = /\bresolutions? [\d/ ()A-Z]{1,30}[^,;]{0,12}$/i;
const isOfDocument = (op: string, before: string): boolean =>
  !/^(?:by|before|until|through|no later|not later|within|up to|from|starting|ending)/i.test(op) &&
  documentBefore.test(before);
/** "the goal of ending hunger by 2030", "which should be reached by 2020" describe; they do not bind this action. */
const describedBefore =
  /\bin (?:accordance|line) with (?:the|its|his) [^,;]{3,120}$|\b(?:goals?|targets?|objectives?|commitments?|aims?|vision|aspirations?|pledges?|deadline|promise)\b (?:of|to|for|in|that)\b[^,;]{0,140}$/i;
/** "the general elections in 2020": when something else takes place. */
const eventBefore =
  /\b(?:elections?|crisis|outbreak|conflict|war|coup|earthquake|referendum|entered into force|adoption)\s*$/i;
const whichBefore = /\bwhich\b[^;]{0,100}$/i;

const base = (
  rule: DeadlineRule,
  by: string,
  text: string,
  start: number,
  length: number,
  more: Partial<DeadlineReading> = {},
): DeadlineReading => ({
  rule,
  by,
  start,
  end: start + length,
  basis: "exact",
  certainty: 0.9,
  alternatives: [],
  isDuration: false,
  ofEvent: heldBefore.test(text.slice(Math.max(0, start - 80), start)),
  ...more,
});

const pad = (value: string | number): string => String(value).padStart(2, "0");

/** "by 4 July 2025 and 5 January 2026": the second day is a limit of its own. */
function secondDay(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading | null {
  const groups = match.groups as Groups;
  const first = readDay(text, match, context);
  const month = months[(groups.month3 ?? "").toLowerCase()];
  if (first === null || first.rule.kind !== "date" || month === undefined || !isPair(match)) return null;
  return { ...first, rule: { ...first.rule, on: `${groups.year3}-${pad(month)}-${pad(groups.day3 ?? "")}` } };
}

const listedDay = new RegExp(
  `^(?:,|,? and) (\\d{1,2}) (${Object.keys(months)
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    .join("|")}) ((?:19|20)\\d\\d)\\b`,
);

/** "by 11 October 2010, 21 January 2011 and 13 May 2011": every day of the list is a limit; no list is longer than a dozen. */
function furtherDays(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading[] {
  const first = readDay(text, match, context);
  if (first === null || !/^(?:by|before|no later|not later|on)\b/i.test(match.groups?.op ?? "")) return [];
  const days: DeadlineReading[] = [];
  let at = (match.index ?? 0) + match[0].length;
  for (let count = 0; count < 12; count++) {
    const day = listedDay.exec(text.slice(at, at + 40));
    const month = months[(day?.[2] ?? "").toLowerCase()];
    if (day === null || month === undefined || first.rule.kind !== "date") break;
    const on = `${day[3]}-${pad(month)}-${pad(day[1] ?? "")}`;
    const start = at + day[0].length - `${day[1]} ${day[2]} ${day[3]}`.length;
    at += day[0].length;
    days.push({ ...first, rule: { ...first.rule, on }, start, end: at });
  }
  return days;
}

/** True for two days joined by "and" that are no stretch of time ("between 4 July and 5 August"). */
const isPair = (match: RegExpMatchArray): boolean =>
  !/^(?:between|from|for)/i.test(match.groups?.op ?? "") && /\d{4}\s+and\s+\d/.test(match[0]);

function readDay(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading | null {
  const groups = match.groups as Groups;
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 80), start);
  const op = groups.op ?? "";
  // "from 1 July 2025 to 30 June 2026": the limit is where it ends; of a meeting, where it begins.
  const isRange = groups.year3 !== undefined && !isPair(match);
  const useEnd = isRange && !heldBefore.test(before);
  const month = months[(useEnd ? (groups.month3 ?? "") : (groups.month ?? "")).toLowerCase()];
  const day = Number(useEnd ? groups.day3 : groups.day);
  const year = useEnd ? groups.year3 : groups.year;
  if (month === undefined || year === undefined || day < 1 || day > 31) return null;
  const on = `${year}-${pad(month)}-${pad(day)}`;
  if (context.adopted !== null && on < context.adopted) return null;
  if (pastBefore.test(before) || describedBefore.test(before) || isOfDocument(op, before)) return null;
  // "Decides to extend, to 25 September 2021, the mandate"
  if (
    /^(?:between|for|to)$/i.test(op) &&
    !(/^to$/i.test(op) && /\b(?:extend|renew|prolong)s?,?\s*$/i.test(before))
  )
    return null;
  if (/^from$/i.test(op) && /\bperiod\s*$/i.test(before)) return null;
  const isOpenStart = /^(?:from|as of|as from|after|starting|beginning|commencing|effective)/i.test(op);
  return base({ kind: "date", on, operator: operatorOf(op) }, "date", text, start, match[0].length, {
    certainty: isOpenStart ? 0.6 : 0.9,
  });
}

function readMonth(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading | null {
  const groups = match.groups as Groups;
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 80), start);
  const number = months[(groups.month ?? "").toLowerCase()];
  if (number === undefined || groups.year === undefined) return null;
  const month = `${groups.year}-${pad(number)}`;
  if (context.adopted !== null && month < context.adopted.slice(0, 7)) return null;
  if (pastBefore.test(before) || describedBefore.test(before)) return null;
  if (isOfDocument(groups.op ?? "", before)) return null;
  return base(
    { kind: "month", month, operator: operatorOf(groups.op ?? "", groups.edge ?? "") },
    "month",
    text,
    start,
    match[0].length,
  );
}

function readYear(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading | null {
  const groups = match.groups as Groups;
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 160), start);
  const year = Number(groups.year);
  if (context.adopted !== null && year < Number(context.adopted.slice(0, 4))) return null;
  if (
    pastBefore.test(before) ||
    describedBefore.test(before) ||
    whichBefore.test(before) ||
    eventBefore.test(before)
  )
    return null;
  const op = groups.op ?? "";
  if (/^(?:for|from|over|through)\b/i.test(op)) return null;
  // "for the decade beginning in 2020": when a stretch of time starts that bears a name.
  if (
    /^(?:starting|beginning)/i.test(op) &&
    /\b(?:decade|biennium|cycle|phase|plan|quadrennium|round)\s*$/i.test(before)
  )
    return null;
  if (
    /\b(?:biennium|period|years?|budget|estimates|commitments|appropriations|necessary|programme)\s*$/i.test(
      before,
    )
  )
    return null;
  return base(
    { kind: "year", year, operator: operatorOf(op, groups.edge ?? "") },
    "year",
    text,
    start,
    match[0].length,
    { certainty: /^(?:in|during|throughout)\b/i.test(op) ? 0.75 : 0.85 },
  );
}

const unitOf = (words: string): "day" | "week" | "month" | "year" =>
  words
    .toLowerCase()
    .replace(/^(?:calendar|working|business) /, "")
    .replace(/s$/, "") as "day" | "week" | "month" | "year";

const adoption =
  /\b(?:adoption|date) of (?:the present|this|the)\b|\bits adoption\b|\bthe (?:adoption|date of this) ?(?:resolution)?$|\bthis resolution\b/i;
const fromOf = (event: string | undefined): string =>
  event === undefined || adoption.test(event)
    ? "adoption"
    : event.trim().replace(/^(?:the|its|their)\s+/i, "");

function readPeriod(text: string, match: RegExpMatchArray): DeadlineReading | null {
  const groups = match.groups as Groups;
  const amount = parseCardinal(groups.amount ?? "");
  if (amount === null || amount === 0 || amount > 400) return null;
  const op = groups.op ?? "";
  const isDuration = /^for/i.test(op) || /^not exceeding/i.test(op);
  const operator: DeadlineOperator = /^after/i.test(op) ? "after" : isDuration ? "during" : "by";
  const rule: DeadlineRule = {
    kind: "relative",
    amount,
    unit: unitOf(groups.unit ?? "day"),
    from: isDuration ? "adoption" : fromOf(groups.event),
    operator,
  };
  return base(rule, "period", text, match.index ?? 0, match[0].length, { isDuration, ofEvent: false });
}

function readNext(text: string, match: RegExpMatchArray): DeadlineReading {
  const rule: DeadlineRule = {
    kind: "relative",
    amount: 1,
    unit: unitOf(match.groups?.unit ?? "year"),
    from: "adoption",
    operator: "by",
  };
  return base(rule, "period", text, match.index ?? 0, match[0].length, { certainty: 0.8, ofEvent: false });
}

function readPeriodAfter(text: string, match: RegExpMatchArray): DeadlineReading | null {
  const groups = match.groups as Groups;
  const amount = parseCardinal(groups.amount ?? "");
  const start = match.index ?? 0;
  if (amount === null || amount === 0 || amount > 400) return null;
  const event = groups.event ?? "";
  if (/^of$/i.test(groups.rel ?? "") && !adoption.test(event)) return null;
  if (
    /\b(?:last|past|previous|every|under|over|than|least)\s*$/i.test(
      text.slice(Math.max(0, start - 12), start),
    )
  ) {
    if (!/later than\s*$/i.test(text.slice(Math.max(0, start - 14), start))) return null;
  }
  const isBefore = /^(?:before|prior|in advance|ahead)/i.test(groups.rel ?? "");
  const rule: DeadlineRule = {
    kind: "relative",
    amount,
    unit: unitOf(groups.unit ?? "day"),
    from: fromOf(event),
    operator: isBefore ? "before" : "after",
  };
  return base(rule, "period-after", text, start, match[0].length, { certainty: 0.8, ofEvent: false });
}

function readEvent(text: string, match: RegExpMatchArray): DeadlineReading | null {
  const groups = match.groups as Groups;
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 80), start);
  const name = groups.event ?? "";
  if (!/^(?:\d|[A-Z]?[a-z]+(?:th|st|nd|rd)\b|First|Second|Third|first|second|third|Next)/.test(name))
    return null;
  if (
    pastBefore.test(before) ||
    /\b(?:adopted|made|agreed|reached|taken|outcome|launched|held|announced|expressed)\s*$/i.test(before)
  )
    return null;
  const op = (groups.op ?? "").toLowerCase();
  if (op === "by") return null;
  const operator: DeadlineOperator =
    op === "at" ? "at" : op === "during" ? "during" : op === "no later than" ? "by" : "before";
  return base({ kind: "event", name, operator }, "named-event", text, start, match[0].length, {
    certainty: 0.6,
    ofEvent: false,
  });
}

function readDecade(text: string, match: RegExpMatchArray, context: DocumentContext): DeadlineReading | null {
  const years = decadeYears.exec(text) ?? decadeYears.exec(context.text());
  const last = years?.[2] ?? years?.[4];
  if (last === undefined) return null;
  return base(
    { kind: "year", year: Number(last), operator: "end" },
    "end-of-decade",
    text,
    match.index ?? 0,
    match[0].length,
    { basis: "inferred", certainty: 0.7 },
  );
}
