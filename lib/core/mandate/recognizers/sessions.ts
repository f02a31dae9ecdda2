import { knownNameAt } from "../../bodies/key";
import type { DeadlineOperator, DeadlineRule, SessionPart } from "../../calendar/rule";
import {
  doneByBody,
  gluedOrdinal,
  numberedSession,
  operators,
  pastBefore,
  pointedSession,
  sessionIsNoLimit,
  sessionParts,
  yearSession,
} from "../../language/en/deadlines";
import { ordinalPattern, parseOrdinal } from "../../language/en/ordinals";
import type { DocumentContext } from "../context";
import type { ClauseScope, DeadlineReading } from "./deadlines";

type Groups = Record<string, string | undefined>;
type Mention = {
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  readonly kind: "numbered" | "year" | "pointed";
};

/** Every session named in a paragraph as a time limit: numbered, by year, or pointed at ("that session"). */
export function readSessions(
  text: string,
  scopes: readonly ClauseScope[],
  context: DocumentContext,
  named: DeadlineRule | null,
): DeadlineReading[] {
  if (!text.includes("session")) return [];
  const mentions: Mention[] = [
    ...collect(text, numberedSession, "numbered"),
    ...collect(text, yearSession, "year"),
    ...collect(text, pointedSession, "pointed"),
  ].sort((a, b) => a.start - b.start);
  const found: DeadlineReading[] = [];
  let last: DeadlineRule | null = named;
  let lastEnd = -1;
  for (const mention of mentions) {
    if (mention.start < lastEnd) continue;
    lastEnd = mention.end;
    const rules = rulesOf(text, mention, scopes, context, last);
    if (rules.length === 0) continue;
    const window = text.slice(Math.max(0, mention.start - 110), mention.start);
    const final = rules[rules.length - 1];
    if (isNoLimit(window, rules, context) || wasDoneThere(text, mention.start, rules, context)) continue;
    if (final !== undefined) last = final;
    const start = mention.start - leadLength(window);
    const isPointed = mention.kind === "pointed";
    for (const rule of rules)
      found.push({
        rule,
        start,
        end: mention.end,
        by: `${mention.kind}-session`,
        basis: isPointed ? "inferred" : "exact",
        certainty: isPointed ? 0.85 : 0.93,
        alternatives: [],
        isDuration: false,
        ofEvent: false,
      });
  }
  return found;
}

function collect(text: string, pattern: RegExp, kind: Mention["kind"]): Mention[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: match.groups as Groups,
    kind,
  }));
}

const leads =
  /(?:\b(?:at|by|before|during|in|until|after|prior to|no later than|not later than|from|starting|beginning|in time for|for|to)\s+)?(?:the )?(?:(?:beginning|start|opening|end|close|conclusion|main part|first part|second part|high-level segment|general debate|resumed part)(?: of)?(?: the)?\s+)?$/i;
const leadLength = (window: string): number => leads.exec(window)?.[0].length ?? 0;

function rulesOf(
  text: string,
  mention: Mention,
  scopes: readonly ClauseScope[],
  context: DocumentContext,
  last: DeadlineRule | null,
): DeadlineRule[] {
  const { groups } = mention;
  const window = text.slice(Math.max(0, mention.start - 60), mention.start);
  const operator = operatorOf(window);
  const part = partOf(`${window.slice(-40)}${text.slice(mention.start, mention.end)}`);
  if (mention.kind === "pointed") return pointedRule(text, mention, scopes, context, last, operator, part);
  const numbers =
    mention.kind === "year" ? [Number(groups.year1 ?? groups.year2)] : readNumbers(groups.ords ?? "");
  const organ = ownerOf(text, mention, scopes, context, numbers[0] ?? 0);
  if (organ === null) return [];
  // The Council's regular sessions of old are told apart by their year: "its first regular session of 1991".
  const ofYear = mention.kind === "numbered" ? mention.groups.of_year : undefined;
  if (organ === "ECOSOC" && ofYear !== undefined) return [sessionRule(organ, Number(ofYear), operator, part)];
  const series = /\bspecial\b/.test(`${groups.pre} ${groups.kind}`) && organ === "GA" ? "GA-special" : organ;
  return numbers.map((session) => sessionRule(series, session, operator, part));
}

const sessionRule = (
  organ: string,
  session: number,
  operator: DeadlineOperator,
  part: SessionPart | undefined,
): DeadlineRule =>
  part === undefined
    ? { kind: "session", organ, session, operator }
    : { kind: "session", organ, session, operator, part };

const ordinalOnly = new RegExp(`${gluedOrdinal}|${ordinalPattern}`, "gi");
const unglue = (word: string): string =>
  word.replace(/^(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?=[a-z])/i, "$1-");

/** "seventy-first, seventy-second and seventy-third" → 71, 72, 73; "seventy-first to seventy-fourth" → 71 … 74. */
function readNumbers(words: string): number[] {
  const numbers = [...words.matchAll(ordinalOnly)]
    .map((match) => parseOrdinal(unglue(match[0])) ?? 0)
    .filter((n) => n > 0);
  const [first, second] = numbers;
  if (
    numbers.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    /\bto\b|through|–|(?<=[a-z])-(?=\d)/.test(words)
  ) {
    if (second > first && second - first < 12)
      return Array.from({ length: second - first + 1 }, (_, index) => first + index);
  }
  return numbers;
}

function operatorOf(window: string): DeadlineOperator {
  const trimmed = `${window.trimEnd()} `;
  for (const { pattern, operator } of operators) if (pattern.test(trimmed)) return operator;
  return "at";
}

const partOf = (words: string): SessionPart | undefined =>
  sessionParts.find(({ pattern }) => pattern.test(words))?.part;

function isNoLimit(window: string, rules: readonly DeadlineRule[], context: DocumentContext): boolean {
  if (sessionIsNoLimit.test(window)) return true;
  const first = rules[0];
  if (first?.kind !== "session") return false;
  const isOwn = first.organ === context.organ;
  const isPast = isOwn && context.session !== null && first.session < context.session;
  if (isPast) return true;
  if (isOwn && context.session !== null && first.session > context.session) return false;
  return pastBefore.test(window);
}

/** "the programme adopted by the Conference of the Parties at its twenty-fifth session": what another body did there. */
function wasDoneThere(
  text: string,
  at: number,
  rules: readonly DeadlineRule[],
  context: DocumentContext,
): boolean {
  const first = rules[0];
  if (first?.kind !== "session" || first.organ === context.organ) return false;
  return doneByBody.test(text.slice(Math.max(0, at - 260), at));
}

/** Names of bodies that meet in sessions. */
const bodyName = /[A-Z][\w’'-]+(?:(?:(?: (?:of|on|for|the|and|in|against)){0,2}| to) [A-Z][\w’'-]+)*/g;
const holdsSessions =
  /\b(?:Assembly|Council|Commission|Committee|Conference|Board|Forum|Group|Congress|Sub-Commission|Parties|Mechanism|Bureau)\b/;

/** Whose session it is: the body named behind, the one asked to act at it, or the organ that speaks. */
function ownerOf(
  text: string,
  mention: Mention,
  scopes: readonly ClauseScope[],
  context: DocumentContext,
  session: number,
): string | null {
  const { of } = mention.groups;
  if (of !== undefined)
    return context.sessionSeries(knownNameAt(text, text.indexOf(of, mention.start)) ?? of, mention.start);
  const scope = scopes.find((one) => mention.start >= one.start && mention.start < one.end);
  const from = scope?.start ?? 0;
  const before = text.slice(from, mention.start);
  const bodies = [...before.matchAll(bodyName)].filter((match) => holdsSessions.test(match[0]));
  const nearest = bodies[bodies.length - 1];
  const own = context.organ;
  const ownFits = own !== null && fits(context, session);
  if (nearest !== undefined) {
    const trimmed = trimName(nearest[0]);
    const at = nearest.index + nearest[0].length - trimmed.length;
    const known = knownNameAt(before, at);
    const name = known !== null && known.length > trimmed.length ? known : trimmed;
    const series = context.sessionSeries(name, mention.start);
    const gap = before.slice(at + name.length);
    const isAdjacent =
      /^[\s,]*(?:(?:(?:fully |regularly )?(?:informed|apprised|updated)|for (?:its )?consideration|through [^,]{1,60}|if possible|as appropriate|in [\d]{4}|at the latest)[\s,]*)*(?:(?:and|at|during|before|by|in|until|prior to|not later than|no later than|to|starting|beginning|from|for|the|its|of|part|main|first|second|resumed|end|opening|regular)[\s,]*)*$/i.test(
        gap,
      );
    const opener = (
      scope?.isDecision === true ? /\b(?:to|by) (?:the )?$/i : /\b(?:to|by|for|upon|before|with) (?:the )?$/i
    ).test(before.slice(0, nearest.index));
    // "that the Council, pursuant to the decisions on the mandate of the Commission, should consider at its session": the subject's.
    if (
      scope?.body != null &&
      !isAdjacent &&
      /^its /.test(text.slice(mention.start, mention.start + 4)) &&
      behindSubject.test(gap)
    )
      return context.sessionSeries(scope.body, mention.start);
    // A working group of the organ meets "at the seventy-eighth session" of the organ.
    if (
      ownFits &&
      mention.groups.det === "the" &&
      series.length > 6 &&
      /\b(?:Group|Committee)\b/.test(series) &&
      own === "GA"
    )
      return own;
    if (isAdjacent && (opener || !scope?.isDecision || !ownFits)) return series;
    if (!ownFits) return series;
    if (opener && !scope?.isDecision && series !== own && gap.length < 160 && !fits(context, session))
      return series;
  }
  const addressed = bodies.filter((match) =>
    /\b(?:to|by|for) (?:the )?$/i.test(before.slice(0, match.index)),
  );
  const lastAddressed = addressed[addressed.length - 1];
  if (!scope?.isDecision && lastAddressed !== undefined && mention.groups.det !== undefined)
    return context.sessionSeries(trimName(lastAddressed[0]), mention.start);
  if (!scope?.isDecision && scope?.body != null && mention.groups.det === "its" && !ownFits)
    return context.sessionSeries(scope.body, mention.start);
  if (!ownFits && scope?.body != null) return context.sessionSeries(scope.body, mention.start);
  return own ?? (scope?.body != null ? context.sessionSeries(scope.body, mention.start) : null);
}

const behindSubject = /^[^,;]{0,60},(?: [^,;]{3,80},)? (?:should|shall|will|must) [a-z]+/;

const trimName = (name: string): string =>
  name.replace(
    /^(?:(?:Requests|Invites|Decides|Urges|Encourages|Recommends|Calls|Directs|Asks|Also|Further|The|the|In|At)\s+)*(?:(?:President|Vice-Presidents?|Chair|Chairman|Chairperson|Bureau|Secretary|Members|Presidency) of (?:the )?)?/,
    "",
  );

/** A session number that the speaking organ can mean: not long past, not far ahead. */
const fits = (context: DocumentContext, session: number): boolean =>
  context.session === null || (session >= context.session - 1 && session <= context.session + 15);

function pointedRule(
  text: string,
  mention: Mention,
  scopes: readonly ClauseScope[],
  context: DocumentContext,
  last: DeadlineRule | null,
  operator: DeadlineOperator,
  part: SessionPart | undefined,
): DeadlineRule[] {
  const { which, det } = mention.groups;
  if (which === undefined) {
    if (det !== "that" && det !== "this") return [];
    return last?.kind === "session" ? [{ ...last, operator }] : [];
  }
  if (which === "same" || which === "said") return last?.kind === "session" ? [{ ...last, operator }] : [];
  const organ = ownerOf(text, mention, scopes, context, (context.session ?? 0) + 1);
  if (organ === null || organ !== context.organ || context.session === null) return [];
  const isNow = which === "current" || which === "present" || which === "ongoing";
  return [sessionRule(organ, context.session + (isNow ? 0 : 1), operator, part)];
}
