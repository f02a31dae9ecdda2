import { lengthResumed, presupposed, purposeResumed } from "../../language/en/deadlines";
import type { DraftDeadline, DraftParty, Reading } from "../draft";
import type { PartDraft } from "../refiners/products";
import type { Part, Stretch } from "./asks";
import { readCadence } from "./cadence";
import type { AskVerb } from "./clause-drafts";
import { readConditions } from "./conditions";
import type { DeadlineReading } from "./deadlines";
import { activePhrase, plainPhrase, readDeliverable } from "./deliverable";
import { readContributors } from "./parties";

const meetsInSessions =
  /\b(?:Assembly|Council|Commission|Committee|Conference|Board|Forum|Group|Sub-Commission|Parties|Congress)\b/;

const prolonging =
  /^(?:(?:also|further|again|once more|hereby) )*(?:extend|renew|prolong|continue|maintain)s?\b/i;

/** Reads one thing asked: product, time limits, rhythm, partners, conditions. `shared` stands before it and counts for it too. */
export function readPart(
  reading: Reading,
  verb: AskVerb,
  part: Part,
  leads: readonly DraftParty[],
  shared: Stretch,
  subject = "",
): PartDraft {
  const { paragraph, context } = reading;
  const { text } = paragraph;
  const from = part.aside ?? part.start;
  const printed = text.slice(part.start, part.end).replace(/^(?:and |or )?(?:(?:to|that) )?/, "");
  const words = /^do so\b/.test(printed)
    ? (thingNotDone(text.slice(shared.start, shared.end)) ?? printed)
    : printed;
  const supposed = presupposed.exec(text.slice(part.start, part.end));
  const limit = supposed === null ? part.end : part.start + supposed.index;
  const resumed =
    supposed === null
      ? -1
      : text
          .slice(limit, part.end)
          .search(/^as\b/i.test(supposed[0]) && prolonging.test(words) ? lengthResumed : purposeResumed);
  const inPart = [
    ...within(reading.deadlines, { start: from, end: limit }),
    ...(resumed < 0 ? [] : within(reading.deadlines, { start: limit + resumed, end: part.end })),
  ];
  const inShared = within(reading.deadlines, shared).filter((one) => !isOfAnother(one, inPart));
  const cadence = readCadence(text, from, part.end) ?? readCadence(text, shared.start, shared.end);
  const hasSession =
    [...inPart, ...inShared].some((one) => one.rule.kind === "session") ||
    cadence?.recurrence.label === "annual" ||
    cadence?.recurrence.label === "every session";
  const byBody = leads.length > 0 && leads.every((lead) => meetsInSessions.test(lead.name));
  const read = readDeliverable(words, hasSession, byBody, subject);
  // "requests him, in his report, to provide benchmarks": what is asked is part of the report.
  const product =
    read.deliverable === "implementation" && inReport.test(text.slice(shared.start, shared.end))
      ? { ...read, deliverable: "report" as const, rule: "in-report", certainty: 0.7 }
      : read;
  const phrase = plainPhrase(words);
  const partners = [
    ...readContributors(paragraph, shared.start, shared.end, context, leads),
    ...readContributors(paragraph, from, part.end, context, leads),
  ];
  return {
    words: `${words}`.slice(0, 400),
    verb: verb.verb,
    verbRule: verb.rule,
    verbPlace: verb.place,
    verbInherited: verb.inherited,
    leads,
    partners: partners.filter(
      (one, index) => partners.findIndex((other) => other.name === one.name) === index,
    ),
    deliverable: product.deliverable,
    deliverableRule: product.rule,
    deliverableCertainty: product.certainty,
    deliverableAlternatives: product.alternatives,
    deadlines: uniqueDeadlines(
      [...inShared, ...inPart].filter((one) => binds(one, product.deliverable, verb.verb, phrase, text)),
    ).map((one): DraftDeadline => ({ ...one, paragraph, inherited: false })),
    cadence:
      cadence === null ||
      !isOwnRhythm(cadence.recurrence.label, product.deliverable, cadence.start - part.start)
        ? null
        : { ...cadence, paragraph },
    conditions: [
      ...readConditions(text, shared.start, shared.end),
      ...readConditions(text, from, part.end),
    ].map((one) => ({ ...one, paragraph })),
    asks: [{ paragraph, start: part.start, end: part.end }],
  };
}

/** "States that have not yet developed plans to do so": what is to be done stands in the relative clause. */
function thingNotDone(addressee: string): string | null {
  const match = /\bha(?:ve|s) not (?:yet |already )?([a-z]+ed) (.{3,160})$/.exec(addressee.trim());
  return match === null ? null : activePhrase(`be ${match[1] ?? ""}`, match[2] ?? "");
}

const within = (deadlines: readonly DeadlineReading[], stretch: Stretch): DeadlineReading[] =>
  deadlines.filter((one) => one.start >= stretch.start && one.start < stretch.end);

const inReport =
  /\bin (?:his|her|its|their|the|that) (?:(?!implementation|preparation|light|context)[\w-]+ ){0,4}reports?\b(?! (?:of the Secretary-General|entitled))/;

/** "the Commission, at its session, to review … and to transmit its views to the Council at its session": each body has its own. */
const isOfAnother = (shared: DeadlineReading, own: readonly DeadlineReading[]): boolean =>
  own.some(
    ({ rule }) =>
      rule.kind === "session" && shared.rule.kind === "session" && rule.organ !== shared.rule.organ,
  );

/** A length of time limits only what is extended, set up or allowed; the date of an event only what is held. */
function binds(
  deadline: DeadlineReading,
  deliverable: string,
  verb: string,
  phrase: string,
  text: string,
): boolean {
  if (deadline.isDuration)
    return (
      deliverable === "renewal" ||
      deliverable === "appointment" ||
      verb === "authorize" ||
      (verb === "decide" && /^(?:authorize|maintain|establish|impose|apply|keep|renew|extend)/.test(phrase))
    );
  if (!deadline.ofEvent || deliverable === "meeting") return true;
  return /\bas from\b|\bby\b|\bno later\b/.test(
    text.slice(Math.max(0, deadline.start - 90), deadline.start + 12),
  );
}

function uniqueDeadlines(deadlines: readonly DeadlineReading[]): DeadlineReading[] {
  const seen = new Set<string>();
  return deadlines.filter((one) => {
    const { operator: _, ...rule } = one.rule;
    const key = JSON.stringify(rule.kind === "session" ? [rule.organ, rule.session] : rule);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** "regularly" deep in a sentence describes something else; named rhythms count for reports, meetings and items. */
const isOwnRhythm = (label: string, deliverable: string, distance: number): boolean =>
  label === "regular"
    ? deliverable === "report" || deliverable === "meeting" || distance < 60
    : deliverable !== "implementation" || distance < 160;
