import { bodyOfHolder } from "../../bodies/holder";
import type { DeadlineOperator, DeadlineRule, SessionPart } from "../../calendar/rule";
import type { LanguagePack, SessionPattern } from "../../language/pack";
import type { DocumentContext } from "../context";
import { quotedStretches } from "./clauses";
import type { Lexicon } from "./lexicon";

/** A time limit in a folded text. */
export type FoldedDeadline = {
  readonly rule: DeadlineRule;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly basis: "exact" | "inferred";
  readonly certainty: number;
};

type Mention = {
  readonly start: number;
  readonly end: number;
  readonly kind: SessionPattern["kind"];
  readonly ords: string;
  readonly year: string;
};

/** Where clauses begin: a body named in an earlier clause does not own a session of a later one. */
export type ClauseStarts = readonly number[];

const meets = /Assembly|Council|Commission|Committee|Conference|Board|Forum|Congress|Parties|Authority/;

/** Every session that is named as a time limit, in order. `named` is the one named last before this paragraph. */
export function readPackSessions(
  pack: LanguagePack,
  lexicon: Lexicon,
  text: string,
  starts: ClauseStarts,
  context: DocumentContext,
  named: DeadlineRule | null,
): FoldedDeadline[] {
  if (!pack.sessions.word.test(text)) return [];
  const found: FoldedDeadline[] = [];
  let last = named;
  let lastEnd = -1;
  const quoted = quotedStretches(text);
  for (const mention of mentionsOf(pack, text)) {
    if (mention.start < lastEnd) continue;
    // "intitulée « Convocation de la quatrième session extraordinaire »": a title sets no limit.
    if (quoted.some((one) => mention.start > one.start && mention.start < one.end)) continue;
    const before = text.slice(Math.max(0, mention.start - 110), mention.start);
    const owner = ownerOf(pack, lexicon, text, starts, context, mention);
    const isSpecial =
      owner.series === "GA" &&
      pack.sessions.special.test(`${before.slice(-50)}${text.slice(mention.start, mention.end + 24)}`);
    // Years number the sessions of the Economic and Social Council, never those of the Assembly.
    const isCouncils = mention.kind === "year" && owner.series === "GA";
    const series = isSpecial ? "GA-special" : isCouncils ? "ECOSOC" : owner.series;
    const rules = rulesOf(pack, text, mention, series, context, last, before);
    lastEnd = mention.end;
    const final = rules[rules.length - 1];
    if (
      final === undefined ||
      isNoLimit(pack, before, rules, context) ||
      wasDoneBy(pack, text, owner.start ?? mention.start, final, context) ||
      isBehind(pack, text, mention, final, context)
    )
      continue;
    last = final;
    const isPointed = mention.kind !== "numbered" && mention.kind !== "year";
    for (const rule of rules)
      found.push({
        rule,
        start: mention.start,
        end: Math.max(mention.end, owner.end),
        by: `${pack.language}:${mention.kind}-session`,
        basis: isPointed ? "inferred" : "exact",
        certainty: (isPointed ? 0.85 : 0.93) * pack.sureness,
      });
  }
  return found;
}

function mentionsOf(pack: LanguagePack, text: string): Mention[] {
  return pack.sessions.patterns
    .flatMap(({ kind, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        kind,
        ords: match.groups?.ords ?? "",
        year: match.groups?.year ?? "",
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function rulesOf(
  pack: LanguagePack,
  text: string,
  mention: Mention,
  organ: string | null,
  context: DocumentContext,
  last: DeadlineRule | null,
  before: string,
): DeadlineRule[] {
  const operator = operatorOf(pack, before);
  if (mention.kind === "same") return last?.kind === "session" ? [{ ...last, operator }] : [];
  const near = `${before.slice(-40)}${text.slice(mention.start, mention.end)}${text.slice(mention.end, mention.end + 14)}`;
  const part = pack.sessions.parts.find(({ pattern }) => pattern.test(near))?.part;
  if (mention.kind === "next" || mention.kind === "current") {
    if (organ === null || organ !== context.organ || context.session === null) return [];
    return [sessionRule(organ, context.session + (mention.kind === "next" ? 1 : 0), operator, part)];
  }
  if (organ === null) return [];
  const numbers = mention.kind === "year" ? [Number(mention.year)] : pack.ordinals.parseList(mention.ords);
  return numbers.map((session) => sessionRule(organ, session, operator, part));
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

function operatorOf(pack: LanguagePack, before: string): DeadlineOperator {
  const near = before.slice(-40);
  return pack.sessions.operators.find(({ pattern }) => pattern.test(near))?.operator ?? "at";
}

/** "第九十八届会议通过的": what was adopted at a session sets no limit. */
function isBehind(
  { sessions }: LanguagePack,
  text: string,
  { end }: Mention,
  rule: DeadlineRule,
  { organ, session }: DocumentContext,
): boolean {
  if (rule.kind === "session" && rule.organ === organ && session !== null && rule.session > session)
    return false;
  if (sessions.noLimitBehind === null) return false;
  sessions.noLimitBehind.lastIndex = end;
  return sessions.noLimitBehind.test(text);
}

/** "adopté par la Conférence des Parties à sa vingt-cinquième session": what another body did there. */
function wasDoneBy(
  { sessions }: LanguagePack,
  text: string,
  ownerStart: number,
  rule: DeadlineRule,
  { organ }: DocumentContext,
): boolean {
  if (rule.kind !== "session" || rule.organ === organ) return false;
  return sessions.doneBefore.test(text.slice(Math.max(0, ownerStart - 50), ownerStart));
}

function isNoLimit(
  pack: LanguagePack,
  before: string,
  rules: readonly DeadlineRule[],
  context: DocumentContext,
): boolean {
  const first = rules[0];
  if (first?.kind !== "session") return false;
  const isOwn = first.organ === context.organ;
  if (isOwn && context.session !== null && first.session < context.session) return true;
  if (isOwn && context.session !== null && first.session > context.session) return false;
  return pack.sessions.noLimit.test(before);
}

/** Whose session it is: the body named behind, the one named just before, or the organ that speaks. */
function ownerOf(
  pack: LanguagePack,
  lexicon: Lexicon,
  text: string,
  starts: ClauseStarts,
  context: DocumentContext,
  mention: Mention,
): { series: string | null; end: number; start?: number } {
  const { ownerBehind } = pack.sessions;
  if (ownerBehind !== null) {
    ownerBehind.lastIndex = mention.end;
    const of = ownerBehind.exec(text);
    if (of !== null) {
      const at = mention.end + of[0].length;
      const hit = lexicon.at(text, at);
      if (hit !== null && meets.test(hit.name))
        return { series: context.sessionSeries(bodyOfHolder(hit.name), 0), end: hit.end };
      const short = pack.parties.shortForms.find(({ pattern }) =>
        new RegExp(`^(?:${pattern})`).test(text.slice(at, at + 60)),
      );
      if (short !== undefined) return { series: longNameOf(text, at, context), end: mention.end };
    }
  }
  const from = Math.max(starts.filter((one) => one <= mention.start).pop() ?? 0, mention.start - 260);
  const hits = lexicon.all(text, from, mention.start).filter((hit) => meets.test(hit.name) && !hit.isClass);
  const nearest = hits[hits.length - 1];
  const fits = context.session === null || context.organ === null || numberFits(pack, mention, context);
  if (nearest !== undefined) {
    const isAdjacent = pack.sessions.gap.test(text.slice(nearest.end, mention.start));
    if (isAdjacent || !fits)
      return {
        series: context.sessionSeries(bodyOfHolder(nearest.name), 0),
        end: mention.end,
        start: nearest.start,
      };
  }
  return { series: fits ? context.organ : null, end: mention.end };
}

/** What a short name stands for; null where the document never names it in full. */
function longNameOf(text: string, at: number, context: DocumentContext): string | null {
  const printed = text.slice(at, at + 60);
  const name = context.resolve(printed, at);
  return name === printed || name === "" ? null : context.sessionSeries(name, at);
}

/** A number that the speaking organ can mean: not long past, not far ahead. */
function numberFits(pack: LanguagePack, mention: Mention, context: DocumentContext): boolean {
  if (mention.kind !== "numbered" || context.session === null) return true;
  const first = pack.ordinals.parseList(mention.ords)[0] ?? 0;
  return first >= context.session - 20 && first <= context.session + 15;
}
