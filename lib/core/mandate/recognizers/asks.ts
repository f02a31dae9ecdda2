import { isBaseVerb, isNounToo, isThirdPerson } from "../../language/en/base-verbs";
import { findInfinitives } from "../../language/en/infinitives";

/** A stretch of a paragraph's text. */
export type Stretch = { readonly start: number; readonly end: number };

/** One thing asked; `aside` is where the words before its infinitive begin ("and, in consultation with States, to submit"). */
export type Part = Stretch & { readonly aside?: number };

/** What one operative verb asks, before names and products are read. */
export type AskShape = {
  readonly mode: "infinitive" | "that" | "nominal" | "open";
  /** Where the addressees are named; empty where nobody is. */
  readonly addressees: Stretch;
  /** For "that X be done by Y": the stretch of Y. */
  readonly agent: Stretch | null;
  readonly isPassive: boolean;
  /** Words between addressee and first infinitive that belong to every part ("in cooperation with …"). */
  readonly shared: Stretch;
  /** The things asked, one by one: "to prepare …", "to report …". */
  readonly parts: readonly Part[];
};

const openingWords =
  /^[\s,]*(?:(?:also|again|further|once (?:again|more)|in particular|strongly|therefore|urgently|in this regard|inter alia|hereby),?\s+)*/i;
const thatOpening =
  /^[\s,]*(?:(?:also|again|further|in this regard|therefore|as appropriate|accordingly|inter alia|in particular|once again|to that end|as an exceptional measure|as a matter of (?:priority|urgency)|on an exceptional basis),?\s*)*(?:,?\s?(?:in|on|for|with|without|within|subject|pursuant|following|having|bearing|taking|given|upon|notwithstanding|as|under|by|to)\b[^,;]{1,200},(?: and[^,;]{1,120},)?\s*)?(?:(?:(?<party>(?:of|to) (?:the )?[^,;]{3,160}?),? )that(?=\s+(?:it|they|he|she|the|an?|all|any|each|every|both|such|this|these|those|its|their|Member|States|in|when|where|consideration|due|further|appropriate|adequate|special)\b)|that\b)\s*/i;
/** "decides the three Committees will jointly brief": the subject follows without "that". */
const subjectAtOnce =
  /^[\s,]*(?=(?:the|all|each|both)\s(?:(?!to\b)[^\s,;]+\s){1,12}?(?:shall|will|should)\s)/;
const toParty =
  /^[\s,]*(?:(?:also|again|further|once (?:again|more)|urgently|strongly),?\s+)*(?:to|upon|on|of|for|from)\s+(?=the\b|all\b|its\b|[A-Z]|any\b|both\b|each\b|those\b|other\b|relevant\b|member\b|governments?\b|countries\b|donors?\b|interested\b|parties\b|international\b|developed\b|every\b|organizations\b|it\b|him\b|her\b|them\b|States\b)/;

/** Reads what stands between an operative verb and the next one. `verb` is its base form. */
export function readAsk(text: string, from: number, to: number, verb: string): AskShape {
  const region = text.slice(from, to);
  const that = thatOpening.exec(region) ?? (verb === "decide" ? subjectAtOnce.exec(region) : null);
  // "its request to the Secretary-General to ensure that …": the infinitive comes first.
  const party = that?.groups?.party;
  const isInfinitive = party !== undefined && findInfinitives(party, 2, party.length).length > 0;
  if (that !== null && !isInfinitive)
    return readThat(
      text,
      from + that[0].length,
      to,
      from,
      from + that[0].length - that[0].trimStart().length,
    );
  let start = from + (openingWords.exec(region)?.[0].length ?? 0);
  if (verb !== "decide") start = from + (toParty.exec(region)?.[0].length ?? start - from);
  const infinitives = findInfinitives(text, verb === "decide" ? from : start, to);
  // "its first session, to be held in 2013, …, to initiate": the first belongs to what it follows.
  while (
    infinitives.length > 1 &&
    toBeHeld.test(text.slice(infinitives[0]?.start, (infinitives[0]?.start ?? 0) + 30))
  )
    infinitives.shift();
  const first = infinitives[0];
  if (first === undefined) return nominal(start, to);
  // "…, and that the report be submitted" behind a first infinitive stays with it.
  return {
    mode: "infinitive",
    addressees: { start: Math.min(start, first.start), end: first.start },
    agent: null,
    isPassive: false,
    shared: { start: Math.min(start, first.start), end: first.start },
    parts: cutParts(text, [...infinitives.map((one) => one.start)], to),
  };
}

const toBeHeld =
  /^to be (?:held|convened|established|submitted|prepared|issued|provided|considered|organi[sz]ed|undertaken|adopted|concluded|completed|determined|appointed|elected)\b/i;

const nominal = (start: number, end: number): AskShape => ({
  mode: start >= end ? "open" : "nominal",
  addressees: { start, end },
  agent: null,
  isPassive: false,
  shared: { start, end: start },
  parts: [],
});

const coordinated =
  /(?:,|;|\band|\bor|,? as well as|(?:,|\band),? (?:in (?:this|that) (?:regard|context|connection|respect)|to (?:this|that) (?:end|effect)|thereafter|thereby|subsequently|further|also|in particular|accordingly|in so doing|if necessary|as appropriate|where appropriate|inter alia|in addition|at the same time|for (?:this|that) purpose|then|when appropriate|as necessary),?)\s*$/i;
const coordinatedPhrase =
  /(?:\band|;),? (?:in|with|on|for|through|within|by|as|at|where|when|if|without|under|upon|taking|bearing|subject)\b[^;]{1,260},\s*$/i;

/** "…, and, in the light of the results, to": not where "and" stands inside an aside ("in consultation with A and in the context of B,"). */
function coordinatedBehindPhrase(before: string): RegExpExecArray | null {
  const match = coordinatedPhrase.exec(before);
  if (match === null) return null;
  const segment = before.slice(before.lastIndexOf(",", match.index - 1) + 1, match.index);
  return /^\s*(?:in|with|within|through|on|by|for|as|under|at|taking|bearing|based|building)\b/.test(segment)
    ? null
    : match;
}

/** Reports and the like that go on without a second "to": "to examine … and report to the Assembly". */
const bareProduct =
  /(?:,? and|,),?\s+(?:(?:also|further|thereafter|then|subsequently|regularly|periodically|to|if appropriate|as appropriate|where appropriate|if necessary|as necessary),? )*(?:(?:report|brief|inform|update)\b(?! (?:of|on the Secretary))(?= (?:back|to|thereon|on|the|it|at|regularly|annually|its|orally|Member|him|in|by|every|within|as))|make\b(?= recommendations to the )|(?:submit|present|provide|transmit)\b(?= (?:[\w-]+ ){0,8}?(?:reports?|recommendations?|proposals?|updates?|briefings?|findings|summary|stud(?:y|ies)|conclusions)\b))/g;

const oneVerb = /\bto (?!continue$)[a-z]+$/;

/** A second report without a verb of its own: "an initial report within 15 days …, and regular reports, every 90 days". */
const furtherReport =
  /(,(?= a (?:final|second|further) )|,? and,? (?:except [^,;]{3,80}, )?)(?: ?(?:an? |the )?(?:(?:regular|periodic|subsequent|final|interim|further|written|annual|follow-up|updated|progress|second),? (?:and )?)+(?:\w+ ){0,2}?(?:reports?|updates?|briefings?)\b(?=[^;.]{0,60}?\b(?:every|thereafter|within|by|no later|at (?:its|the)|before|in (?:19|20)\d\d|\w+ly)\b)|(?:updates?|reports?|briefings?) (?:each|every) (?:week|month|year)\b)/g;

/** "to appoint two co-facilitators, to oversee the process": what somebody is appointed for. */
const saysWhy = (before: string, infinitive: string): boolean =>
  /,\s*$/.test(before) &&
  /^to (?:[a-z]+ly )?(?:appoint|establish|convene|designate|nominate|create|hold|organi[sz]e|set up|form)\b/.test(
    before,
  ) &&
  /^to (?:oversee|serve|lead|assist|advise|chair|facilitate|support|help|examine|consider|discuss|review|study|address|enable|ensure|allow|provide|focus|act)\b/.test(
    infinitive,
  );

const bringsProduct =
  /^(?:(?:an?|the|regular|periodic|written|oral|annual|initial|final|interim|progress|comprehensive|updated),? (?:and )?)*(?:reports?|updates?|briefings?)\b|^to (?:[a-z]+ly )?(?:submit|present|prepare|provide|produce|develop|convene|organi[sz]e|hold)\b[^;]*\b(?:reports?|proposals?|recommendations|stud(?:y|ies)|options|plans?|strateg(?:y|ies)|meetings?|conferences?|workshops?|seminars?|panels?)\b/;
const asksSomebody =
  /^to (?:also |further )?(?:request|invite|urge|encourage|call (?:up)?on|authori[sz]e|ask|instruct|direct|entrust)\b(?! [^;]* to [a-z])/;
const purposeVerb =
  /^to (?:better |further )?(?:improve|enhance|ensure|strengthen|enable|facilitate|promote|achieve|avoid|prevent|reduce|maximi[sz]e|increase|foster|raise|inform the (?:preparation|discussions?|deliberations|work|negotiations)|include|cover|contain|comprise)\b/;

/** Cuts the words behind the addressee at their coordinated infinitives and bare report verbs. */
export function cutParts(text: string, infinitives: readonly number[], to: number): Part[] {
  const first = infinitives[0];
  if (first === undefined) return [];
  const asides = new Map<number, number>();
  const cuts = new Map<number, number>();
  let isPurpose = false;
  let isTask = false;
  let lastCut = first;
  let previous = first;
  for (const start of infinitives.slice(1)) {
    const before = text.slice(Math.max(first, start - 290), start);
    // "contributions to support A, as well as to facilitate B": it goes on with the infinitive just before.
    const goesOn = previous !== lastCut && /\bas well as\s*$/.test(before);
    previous = start;
    if (goesOn) continue;
    const plain = coordinated.exec(before);
    const match =
      plain === null || /^[,;]\s*$/.test(plain[0]) ? (coordinatedBehindPhrase(before) ?? plain) : plain;
    // ", to be followed by a dialogue" describes what stands before it.
    const describes =
      match !== null &&
      /^[,;]\s*$/.test(match[0]) &&
      /^to (?:be \w+(?:ed|en|ld|wn|de)\b|(?:enable|allow|permit)\b)/.test(text.slice(start, start + 30));
    const isWhy = match !== null && saysWhy(text.slice(first, start), text.slice(start, start + 20));
    // "to establish a group to review A, to review B and to consider C": the last is a task of the group too.
    isTask = isWhy || (isTask && match !== null && /^\s*and\s*$/.test(match[0]));
    if (match === null || describes || isTask) continue;
    // "to submit proposals …, to improve their effectiveness and to identify efficiencies": what the proposals are for.
    const isAfterComma = /^[,;]\s*$/.test(match[0]);
    // "to invite the Secretary-General, in consultation with relevant agencies, to develop": what the invited are to do.
    if (isAfterComma && cuts.size === 0 && asksSomebody.test(text.slice(first, Math.min(start, first + 600))))
      continue;
    isPurpose =
      (isPurpose && !isAfterComma && /^\s*and\s*$/.test(match[0])) ||
      (isAfterComma &&
        bringsProduct.test(text.slice(lastCut, Math.min(start, lastCut + 600))) &&
        purposeVerb.test(text.slice(start, start + 60)));
    if (isPurpose) continue;
    const later = match[0].search(/\b(?:thereafter|subsequently)\b/i);
    const end = start - (before.length - match.index);
    const next = later < 0 ? start : end + later;
    cuts.set(end, next);
    lastCut = next;
    if (next - end > 12) asides.set(next, end);
  }
  const region = text.slice(first, to);
  for (const match of region.matchAll(bareProduct)) {
    const at = first + match.index;
    // "to study and report on the problems": both verbs share what follows.
    if (/^,? and\s/.test(match[0]) && oneVerb.test(text.slice(Math.max(0, at - 40), at))) continue;
    if (/\bto\s*$/.test(match[0]) || [...cuts.keys()].some((cut) => Math.abs(cut - at) < 8)) continue;
    cuts.set(at, at + (/^(?:,? and|,),?\s+(?:(?:if|as|where) [a-z]+,? )?/.exec(match[0])?.[0].length ?? 0));
  }
  for (const match of region.matchAll(furtherReport))
    cuts.set(first + match.index, first + match.index + (match[1]?.length ?? 0));
  const ordered = [...cuts].sort((a, b) => a[0] - b[0]);
  const parts: Part[] = [];
  let start = first;
  const push = (end: number): void => {
    const aside = asides.get(start);
    parts.push(aside === undefined ? { start, end } : { start, end, aside });
  };
  for (const [end, next] of ordered) {
    if (end <= start) continue;
    push(end);
    start = next;
  }
  push(to);
  return parts;
}

const modal = /^(?:shall|should|must|will|would|may|can|be|is|are|has|have|not|cannot|need|ought|does|do)$/;
const notBeforeVerb = new Set(
  "the a an of and its their to for in on by with this such his her all any or as at from no under between among which that relevant further other into these those both each every within current present special next annual without when where if during after before about over through than upon into including regarding concerning towards against".split(
    " ",
  ),
);

/** Terms before the subject: "that, should there be a shortfall, the Secretary-General …". */
const subjectOpening =
  /^,?\s*(?:in (?:respect of|the event|case|order to|accordance with|view of|the light of|addition|this|that|future|\d{4})|for (?:the purposes?|this)|should (?:there|the|it)|if|subject to|pursuant to|notwithstanding|upon|where|when|within|without prejudice|with (?:regard|respect|effect)|as (?:from|of|appropriate|an? (?:exceptional|interim))|until|during|at (?:its|the (?:beginning|end))|from|following|after|before|once|prior to|given|taking|bearing|beginning|starting|on an exceptional|to (?:this|that) end|having regard)\b[^,;:]{0,220},\s+(?=(?:the|all|any|its|it|an?|each|every|both|such|this|these|those|States|Member|in|for|subject|pursuant|should|if|where|when|within|with|[A-Z])\b)/;

/** "that the Executive Director prepare a report": subject, predicate, and the agent of a passive. */
export function readThat(
  text: string,
  from: number,
  to: number,
  regionStart: number,
  thatStart: number,
): AskShape {
  const opening = subjectOpening.exec(text.slice(from, to));
  if (opening !== null)
    return readThat(text, from + opening[0].length, to, regionStart, from + opening[0].length);
  const region = text.slice(from, to);
  const at = findPredicate(region);
  const predicate = at === null ? null : region.slice(at);
  const verbStart = at === null ? to : from + at;
  const passive = predicate === null ? null : passiveOf(predicate);
  const parts = cutParts(
    text,
    [
      verbStart,
      ...laterPredicates(text, verbStart, to),
      ...findInfinitives(text, Math.min(to, verbStart + 3), to).map((one) => one.start),
    ].sort((a, b) => a - b),
    to,
  );
  return {
    mode: "that",
    addressees: { start: from, end: verbStart },
    agent: passive === null || passive.agent === null ? null : { start: verbStart + passive.agent, end: to },
    isPassive: passive !== null,
    // "that the Commission, at its first session, adopt …": the aside counts for what is asked.
    shared: {
      start: regionStart,
      end: /,\s*$/.test(text.slice(from, verbStart)) ? verbStart : Math.max(regionStart, thatStart),
    },
    parts: at === null ? [{ start: from, end: to }] : parts,
  };
}

/** "shall submit …, and shall brief the Council": where a second predicate of the same subject begins. */
function laterPredicates(text: string, from: number, to: number): number[] {
  const region = text.slice(from, to);
  if (!/^(?:shall|will|should|must)\b/.test(region)) return [];
  return [
    ...region.matchAll(
      /(?<=\band )(?:shall|will|should|must) (?:(?:also|further|[a-z]+ly) )?(?!be\b|not\b|have\b)[a-z]/g,
    ),
  ].map((match) => from + match.index);
}

/** Where the predicate of a that-clause begins: a modal, or a verb that follows its subject. */
function findPredicate(region: string): number | null {
  let candidate: number | null = null;
  let words = 0;
  let previous = "";
  let depth = 0;
  let relative = false;
  for (const match of region.slice(0, 700).matchAll(/[A-Za-z][A-Za-z’'-]*|[(),]/g)) {
    const word = match[0];
    if (word === "(") depth++;
    else if (word === ")") depth = Math.max(0, depth - 1);
    if (word === "," || word === "(" || word === ")") {
      if (word === ",") {
        previous = ",";
        relative = false;
      }
      continue;
    }
    if (depth > 0) continue;
    words++;
    if (/^(?:which|that|who|whose)$/.test(word)) relative = true;
    else if (words > 1 && modal.test(word) && previous !== "to") {
      if (relative) relative = false;
      else if (candidate === null || words <= 40) return candidate ?? match.index;
    } else if (words > 1 && !relative && candidate === null && !notBeforeVerb.has(previous.toLowerCase())) {
      const isVerb = isBaseVerb(word) || (isThirdPerson(word) && /^[A-Z]/.test(previous));
      if (isVerb && !isNounToo(word.replace(/s$/, ""))) return match.index;
      if (isVerb && !/^[a-z]+(?:al|ive|ic|ed|ing)$/.test(previous))
        candidate = modalFollows(region, match.index) ? null : match.index;
    }
    previous = word;
  }
  return candidate;
}

const modalFollows = (region: string, at: number): boolean =>
  /^[a-z-]+(?:\s+(?!to\b)[\w’'-]+){0,8}?\s+(?:shall|should|must|will|would|be)\b/.test(
    region.slice(at, at + 120),
  );

const passivePattern =
  /^(?:(?:shall|should|must|will|would|may|can|is to|are to|not|also|accordingly|therefore|continue to|need to) )*(?:be|is|are|been)\s+(?:(?:[a-z]+ly|also|further|not|again|duly) )*(?!(?:open|even|present|different|independent|consistent|sufficient|efficient|transparent|important|relevant|equivalent)\b)([a-z]+(?:ed|en|wn|ne|pt|ld|de|ought|aught|ut|nt|it|id))\b/;

/** The agent of a passive ("be reviewed by the Secretary-General"), as an offset in the predicate. */
function passiveOf(predicate: string): { agent: number | null } | null {
  if (!passivePattern.test(predicate)) return null;
  const participle = passivePattern.exec(predicate)?.[1] ?? "";
  const by =
    /\b(?:by|to be provided by) (?=the\b|all\b|[A-Z]|its\b|Member\b|States\b|both\b|each\b)(?!the (?:end|beginning|present|time|use|date|year|provision|adoption|following|addition)\b)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/.exec(
      predicate,
    );
  if (by === null) return { agent: null };
  // "be observed … along the line supervised by the Mission": another participle has taken the agent.
  const before = /([a-z]+)\s+$/.exec(predicate.slice(0, by.index))?.[1] ?? "";
  const isTaken = before !== participle && /(?:[a-z]{3}ed|wn|made|given|taken|led|held)$/.test(before);
  return { agent: isTaken && !/\bprovided by/.test(by[0]) ? null : by.index + by[0].length };
}
