import { fixedPhrases, isActorWord } from "../../language/en/addressees";
import { isBaseVerb } from "../../language/en/base-verbs";
import {
  bodyEstablished,
  decidedAtOnce,
  declaringPredicate,
  deployedUntil,
  doerOfNoun,
  establishedPredicate,
  eventPredicate,
  eventSubject,
  keepsConsidering,
  madeBy,
  mandateOf,
  remainsSeized,
} from "../../language/en/decisions";
import { infinitiveAsks } from "../../language/en/verbs";
import type { NoFollowUpReason } from "../../vocabulary/verbs";
import type { Draft, DraftParty, Place, Reading } from "../draft";
import { joinParts } from "../refiners/products";
import { type AskShape, type Part, readAsk, type Stretch } from "./asks";
import { headNoun } from "./names";
import { namesSomebody, readLeads } from "./parties";
import { readPart } from "./parts";

/** The verb under which a stretch is read: that of a clause, or one lent by a chapeau. */
export type AskVerb = {
  readonly verb: string;
  readonly rule: string;
  readonly place: Place;
  readonly inherited: boolean;
};

/** What a clause yields: actions, or the reason why there are none. */
export type ClauseDrafts = {
  readonly drafts: Draft[];
  readonly reason: NoFollowUpReason | null;
  readonly shape: AskShape;
  readonly leads: readonly DraftParty[];
};

/** Verbs that ask even where nobody is named. */
const strong = new Set([
  "request",
  "recommend",
  "decide",
  "demand",
  "authorize",
  "direct",
  "instruct",
  "mandate",
  "entrust",
  "ask",
]);

/** Reads one clause: who is asked, and each thing asked of them. `earlier` are the parties named before, for pronouns. */
export function draftClause(
  reading: Reading,
  verb: AskVerb,
  from: number,
  to: number,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const shape = readAsk(reading.paragraph.text, from, to, verb.verb);
  if (verb.verb === "decide") return draftDecision(reading, verb, shape, earlier, to);
  if (shape.mode === "that") return draftThat(reading, verb, shape, earlier);
  const firstPart = shape.parts[0];
  const second =
    shape.mode !== "infinitive" || firstPart === undefined || to - from > 6000
      ? null
      : secondParty(reading.paragraph.text, firstPart.start, to);
  if (second !== null) {
    const one = draftClause(reading, verb, from, second.end, earlier);
    const other = draftClause(reading, verb, second.start, to, [...earlier, ...one.leads]);
    if (one.drafts.length > 0 && other.drafts.length > 0 && other.leads.length > 0)
      return { ...other, drafts: [...one.drafts, ...other.drafts] };
  }
  return shape.mode === "infinitive"
    ? draftInfinitive(reading, verb, shape, earlier)
    : draftNominal(reading, verb, shape, earlier);
}

const words = (reading: Reading, stretch: Stretch): string =>
  reading.paragraph.text.slice(stretch.start, stretch.end);
const nothing = (
  reason: NoFollowUpReason,
  shape: AskShape,
  leads: readonly DraftParty[] = [],
): ClauseDrafts => ({
  drafts: [],
  reason,
  shape,
  leads,
});

/** The rows for some parts with one addressee. */
export function draftParts(
  reading: Reading,
  verb: AskVerb,
  parts: readonly Part[],
  leads: readonly DraftParty[],
  shared: Stretch,
  subject = "",
): Draft[] {
  return joinParts(
    parts.map((part, index) => readPart(reading, verb, part, leads, shared, index === 0 ? subject : "")),
  );
}

/** Reads a stretch whose shape and addressees are known: a sub-paragraph of an open chapeau. */
export function draftByShape(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  leads: readonly DraftParty[],
  earlier: readonly DraftParty[],
  to: number,
): ClauseDrafts {
  if (verb.verb === "decide" && leads.every((lead) => lead.rule === "adopting-organ"))
    return draftDecision(reading, verb, shape, earlier, to);
  const parts = shape.parts.filter((part) => /[a-z]/i.test(words(reading, part).replace(/^to\b/i, "")));
  return { drafts: draftParts(reading, verb, parts, leads, shape.shared), reason: null, shape, leads };
}

/** "…, and relevant United Nations entities to make available …": the same verb asks somebody else. */
const anotherParty =
  /(?:,|;)? and (?:for )?(?=(?:all |the |other |relevant |interested |concerned |those )*((?:Member )?States(?: (?:members of|parties to) [^,;:.()]{2,80}?)?|[A-Z][^,;:.()]{2,90}?|(?:[a-z-]+ ){0,4}(?:organizations|entities|agencies|countries|Governments|donors|stakeholders|partners|institutions|parties))(?: concerned)? to ([a-z]+)([ ,]))/g;

/** Where the words begin that ask a second party under the same verb, or null. */
function secondParty(text: string, from: number, to: number): { end: number; start: number } | null {
  // No sentence is that long; the bound keeps the time linear.
  const region = text.slice(from, Math.min(to, from + 3000));
  for (const match of region.matchAll(anotherParty)) {
    const [whole, name = "", verb = "", after = ""] = match;
    // "…, and all stakeholders to assist, when requested, in": said of those before, not asked.
    if (/,$/.test(after) && !/^States (?:members|parties) /.test(name)) continue;
    const isMarked = /^[,;]/.test(whole) || /for $/.test(whole);
    if (!isMarked || !isBaseVerb(verb) || /\b(?:in order|so as|with|through|by|between)\b/.test(name))
      continue;
    const isSomebody =
      /^[a-z]/.test(name) || isActorWord(headNoun(name)) || /^Member States|^States/.test(name);
    if (isSomebody) return { end: from + match.index, start: from + match.index + whole.length };
  }
  return null;
}

function draftInfinitive(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const named = words(reading, shape.addressees);
  const leads = readLeads(
    reading.paragraph,
    shape.addressees.start,
    shape.addressees.end,
    reading.context,
    earlier,
  );
  const isStrong =
    strong.has(verb.verb) ||
    verb.verb === "call upon" ||
    verb.verb === "appeal" ||
    verb.verb === "invite" ||
    verb.verb === "urge";
  const isPronoun = leads.some((one) => one.rule === "pronoun");
  // "encourages further cooperation between A and B to reach …": a noun of doing with its doers.
  if (deedBetween.test(named.trim()) && !strong.has(verb.verb)) {
    const deed = draftNominal(reading, verb, { ...shape, mode: "nominal" }, earlier);
    if (deed.drafts.length > 0) return deed;
  }
  if (leads.length > 0 && !isPronoun && !namesSomebody(leads[0]?.printed ?? named, isStrong)) {
    if (!strong.has(verb.verb) || abstractLead.test(leads[0]?.printed ?? ""))
      return draftNominal(
        reading,
        verb,
        {
          ...shape,
          addressees: {
            start: shape.addressees.start,
            end: shape.parts[shape.parts.length - 1]?.end ?? shape.addressees.end,
          },
        },
        earlier,
      );
  }
  const parts = shape.parts.filter((part) => /[a-z]/i.test(words(reading, part).replace(/^to\b/, "")));
  return { drafts: draftParts(reading, verb, parts, leads, shape.shared), reason: null, shape, leads };
}

const deedBetween =
  /^(?:the |all |its |their )?(?:(?!(?:with|of|in|for|on|to|through|by|under|within|that|which|who)\b)[a-z-]+,? (?:and )?){0,5}(?:cooperation|collaboration|coordination|dialogue|partnerships?|exchanges?|engagement|synergies|consultations|efforts|support|participation|involvement)\b[^,;:]{0,60}? (?:between|among|by|of) /;

/** "Authorizes the deployment of the Mission": nobody is named before the infinitive. */
const abstractLead = /^[a-z]+(?:tion|sion|ment|ance|ence|ing|al) of\b/;

/** "Requests that the Executive Director prepare a report", "recommends that the Guidelines be submitted". */
function draftThat(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const { text } = reading.paragraph;
  let leads: DraftParty[] = [];
  if (!shape.isPassive)
    leads = readLeads(
      reading.paragraph,
      shape.addressees.start,
      shape.addressees.end,
      reading.context,
      earlier,
    );
  else if (
    /^(?:[a-z]+ )*be (?:requested|invited|authorized|asked|encouraged|urged|mandated)\b/.test(
      words(reading, shape.parts[0] ?? shape.shared),
    )
  )
    leads = readLeads(
      reading.paragraph,
      shape.addressees.start,
      shape.addressees.end,
      reading.context,
      earlier,
    );
  else if (shape.agent !== null) leads = agentOf(reading, shape.agent, earlier);
  else leads = makerOf(reading, shape, earlier);
  // "demands that all forms of violence cease": what is to end, or to hold something, is nobody who acts.
  leads = leads.filter((one) => one.rule === "pronoun" || namesSomebody(one.printed, false));
  const isForm = /^(?:it|they|he|she)\s*$/.test(words(reading, shape.addressees).trim());
  const to = isForm ? addressedBefore(reading, verb, shape, earlier) : null;
  if (to !== null && to.length > 0) leads = to;
  if (verb.verb === "call for" && leads.length === 0) return nothing("calls-for-without-doer", shape);
  const parts = shape.parts.length > 0 ? shape.parts : [{ start: shape.addressees.start, end: text.length }];
  const subject = shape.isPassive ? words(reading, shape.addressees).trim() : "";
  return {
    drafts: draftParts(reading, verb, parts, leads, shape.shared, subject),
    reason: null,
    shape,
    leads,
  };
}

/** "Recommends to the Council that it consider": the party before "that". */
function addressedBefore(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
): DraftParty[] | null {
  const region = words(reading, { start: shape.shared.start, end: shape.addressees.start });
  const match = /(?:^|\s)(?:to|of)\s+(?=the\b|[A-Z]|all\b)/.exec(region);
  if (match === null || verb.inherited) return null;
  const start = shape.shared.start + match.index + match[0].length;
  const end = shape.shared.start + region.search(/,?\s*\bthat\b/);
  return readLeads(
    reading.paragraph,
    start,
    end > start ? end : shape.addressees.start,
    reading.context,
    earlier,
  );
}

function agentOf(reading: Reading, agent: Stretch, earlier: readonly DraftParty[]): DraftParty[] {
  const rest = words(reading, agent);
  const stop = rest.search(
    /,(?! (?:the|[A-Z]))|;|\.|\s(?:at|in|to|on|for|with|under|during|within|as|no later|before|by|and (?:to|that|requests))\s(?!the (?:Coordination|Rights))/,
  );
  const end = agent.start + (stop < 0 ? rest.length : stop);
  return readLeads(reading.paragraph, agent.start, end, reading.context, earlier).map((one) => ({
    ...one,
    rule: "agent",
  }));
}

/** A passive without agent falls to whoever made the thing: "the draft Guidelines, submitted by the Committee, … be submitted". */
function makerOf(reading: Reading, shape: AskShape, earlier: readonly DraftParty[]): DraftParty[] {
  const { text } = reading.paragraph;
  const subject = words(reading, shape.addressees)
    .trim()
    .replace(/^(?:the|that|this|those|these|such)\s+/i, "");
  if (subject.length < 4) return [];
  const before = text.slice(0, shape.addressees.start);
  const at = before.lastIndexOf(subject);
  if (at < 0) return [];
  const behind = before.slice(at + subject.length);
  const made = madeBy.exec(behind);
  if (made === null || made.index > 160) return [];
  const start = at + subject.length + made.index + made[0].length;
  const stop = text.slice(start).search(/[,;.]|\sand\s/);
  return readLeads(
    reading.paragraph,
    start,
    stop < 0 ? before.length : start + stop,
    reading.context,
    earlier,
  ).map((one) => ({
    ...one,
    basis: "inferred",
    rule: "maker",
    certainty: 0.6,
  }));
}

const isPromoted =
  /\bto (?:[a-z]+ly )?(?:promote|enhance|strengthen|increase|foster|encourage|facilitate|support|secure)(?: [a-z]+){0,4} $/;

/** "Invites the Special Adviser to an interactive dialogue with the Council". */
const invitedTo =
  /\sto (?:an?|the|its) (?=(?:[a-z-]+ ){0,4}(?:dialogue|meeting|discussion|session|debate|briefing|event|panel|exchange|conference|seminar|workshop|consultations?)\b)/;

/** A verb with a noun: "Calls for the immediate release of …", "Invites contributions from Member States". */
function draftNominal(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const region = words(reading, shape.addressees);
  const named = doerOfNoun.exec(region);
  // "efforts to promote the involvement of the private sector": those who are to be involved are not asked.
  const doer = named !== null && isPromoted.test(region.slice(0, named.index)) ? null : named;
  const isOpenChapeau = /:\s*$/.test(region);
  const split =
    /\s(?:with (?:the|a|responsibility)|for (?=contributions|assistance|support|funds|generous|increased)|in (?=the task))\b/.exec(
      region,
    );
  if (verb.verb === "entrust" || verb.verb === "appeal" || verb.verb === "mandate") {
    const cut = split === null ? shape.addressees.end : shape.addressees.start + split.index;
    const leads = readLeads(reading.paragraph, shape.addressees.start, cut, reading.context, earlier);
    if (leads.length > 0 && split !== null && namesSomebody(leads[0]?.printed ?? "", true))
      return {
        drafts: draftParts(reading, verb, [{ start: cut, end: shape.addressees.end }], leads, shape.shared),
        reason: null,
        shape,
        leads,
      };
  }
  const event = verb.verb === "invite" ? invitedTo.exec(region) : null;
  if (event !== null) {
    const cut = shape.addressees.start + event.index;
    const leads = readLeads(reading.paragraph, shape.addressees.start, cut, reading.context, earlier);
    if (leads.length > 0 && namesSomebody(leads[0]?.printed ?? "", false))
      return {
        drafts: draftParts(reading, verb, [{ start: cut, end: shape.addressees.end }], leads, shape.shared),
        reason: null,
        shape,
        leads,
      };
  }
  const advised = verb.verb === "recommend" ? advisedBody(reading, shape, earlier) : null;
  if (advised !== null && advised.leads.length > 0)
    return {
      drafts: draftParts(reading, verb, [advised.thing], advised.leads, shape.shared),
      reason: null,
      shape,
      leads: advised.leads,
    };
  if (
    (isOpenChapeau && doer === null) ||
    shape.mode === "open" ||
    (region.length < 260 && namesSomebody(region.trim(), false) && doer === null)
  ) {
    const leads = readLeads(
      reading.paragraph,
      shape.addressees.start,
      shape.addressees.end,
      reading.context,
      earlier,
    );
    return { drafts: [], reason: null, shape: { ...shape, mode: "open" }, leads };
  }
  if (
    doer !== null &&
    doer.index < 200 &&
    ["call for", "encourage", "urge", "invite", "request", "appeal", "recommend", "demand"].includes(
      verb.verb,
    )
  ) {
    const start = shape.addressees.start + doer.index + doer[0].length;
    const rest = reading.paragraph.text.slice(start, shape.addressees.end);
    const stop = rest.search(
      /[;.]|(?<!\b(?:active|engaged|working|involved|interested|specialized|specializing))\s(?:to|in|on|for|with|at|through|aimed|that|under|towards|within|during|against)\s|(?<=[a-z]) of (?:these|its|their|the(?! (?:United Nations|system|region|Secretariat|international|[A-Z])))\s/,
    );
    const leads = readLeads(
      reading.paragraph,
      start,
      stop < 0 ? shape.addressees.end : start + stop,
      reading.context,
      earlier,
    );
    if (leads.length > 0 && namesSomebody(leads[0]?.printed ?? "", true))
      return {
        drafts: draftParts(reading, verb, [shape.addressees], leads, shape.shared),
        reason: null,
        shape,
        leads,
      };
  }
  if (!strong.has(verb.verb) || region.trim().length < 4) return nothing("calls-for-without-doer", shape);
  return {
    drafts: draftParts(reading, verb, [shape.addressees], [], shape.shared),
    reason: null,
    shape,
    leads: [],
  };
}

/** "to all Member States and to the Organization the early study of …": several are advised. */
const thingAdvised =
  /^.{3,200}?(?= the (?:[a-z-]+,? (?:and )?){0,4}?(?:study|adoption|ratification|continuation|implementation|establishment|use|application|exchange|development|strengthening)\b)/;

/** "Recommends to the Economic and Social Council the adoption of …": who is advised, and what. */
function advisedBody(
  reading: Reading,
  shape: AskShape,
  earlier: readonly DraftParty[],
): { leads: DraftParty[]; thing: Stretch } | null {
  const { start, end } = shape.addressees;
  const { text } = reading.paragraph;
  if (!/\bto\s+$/.test(text.slice(0, start))) return null;
  const listed = thingAdvised.exec(text.slice(start, Math.min(end, start + 260)));
  if (listed !== null && / and /.test(listed[0])) {
    const cut = start + listed[0].length;
    return {
      leads: readLeads(reading.paragraph, start, cut, reading.context, earlier),
      thing: { start: cut, end },
    };
  }
  const match =
    /^(?:the )?[A-Z][\w’'-]*(?: (?:of|on|for|and|the|to|in) [A-Z][\w’'-]*| (?:of|on|for|and|to) the [A-Z][\w’'-]*| [A-Z][\w’'-]*){0,14}(?=,? (?:for (?:adoption|approval|consideration)|the|an?|its) )/.exec(
      text.slice(start, Math.min(end, start + 260)),
    );
  if (match === null) return null;
  const cut = start + match[0].length;
  return {
    leads: readLeads(reading.paragraph, start, cut, reading.context, earlier),
    thing: { start: cut, end },
  };
}

/**
 * What a clause asks that stayed open and on which no sub-paragraph hangs: "Requests the following reports from the
 * Secretary-General: …". Only verbs that bind ask without saying more.
 */
export function draftOpen(reading: Reading, verb: AskVerb, result: ClauseDrafts): Draft[] {
  const { addressees } = result.shape;
  if (!strong.has(verb.verb) || addressees.end - addressees.start < 30) return [];
  return draftParts(reading, verb, [addressees], [], result.shape.shared);
}

/** The adopting organ as the one who acts on its own decision. */
function organAsLead(reading: Reading, verb: AskVerb): DraftParty[] {
  const { organName } = reading.context;
  if (organName === "") return [];
  return [
    {
      name: organName,
      printed: organName,
      isClass: false,
      basis: "inferred",
      rule: "adopting-organ",
      certainty: 0.95,
      place: verb.place,
    },
  ];
}

/** "Renews the mandate of …": the operative verb is itself what is decided. */
const prolongingVerb = /\b(?:extend|renew|prolong)s$/i;

/** "Decides to …", "Decides that X shall …". */
function draftDecision(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
  to: number,
): ClauseDrafts {
  if (shape.mode === "that") return draftDecisionThat(reading, verb, shape, earlier);
  const organ = organAsLead(reading, verb);
  const prolongs = prolongingVerb.exec(words(reading, verb.place));
  if (prolongs !== null && !verb.inherited) {
    const part = { start: verb.place.start + prolongs.index, end: to };
    return {
      drafts: draftParts(reading, verb, [part], organ, shape.shared),
      reason: null,
      shape,
      leads: organ,
    };
  }
  if (shape.mode !== "infinitive") {
    const region = words(reading, { start: shape.addressees.start, end: to });
    if (/:\s*$/.test(region))
      return { drafts: [], reason: null, shape: { ...shape, mode: "open" }, leads: organ };
    return nothing("sets-a-rule", shape, organ);
  }
  const drafts: Draft[] = [];
  let reason: NoFollowUpReason | null = null;
  const kept: Part[] = [];
  for (const part of shape.parts) {
    const phrase = words(reading, part).replace(
      /^(?:to )?(?:(?:also|further|therefore|hereby|again|once again|[a-z]+ly)\s)*/i,
      "",
    );
    const asked = askInside(reading, verb, part);
    const inner = asked === null ? [] : draftAsks(reading, asked, part.end, earlier);
    // "Decides to authorize the retention of guards": where nobody is authorized, the organ itself decides.
    const isOwn = asked?.verb.verb === "authorize" && inner.every((one) => one.leads.length === 0);
    if (asked !== null && !isOwn) drafts.push(...inner);
    else if (remainsSeized.test(phrase) || (reason === "remains-seized" && keepsConsidering.test(phrase)))
      reason = "remains-seized";
    else if (decidedAtOnce.some((one) => one.pattern.test(phrase))) reason ??= "decides-at-once";
    else if (/[a-z]/i.test(phrase)) kept.push(part);
  }
  drafts.unshift(...mandateReports(reading, verb, kept, organ, shape, earlier));
  return { drafts, reason: drafts.length === 0 ? (reason ?? null) : null, shape, leads: organ };
}

/** "to request X to …, and invite Y to …": each is read on its own. */
function draftAsks(
  reading: Reading,
  asked: { verb: AskVerb; from: number },
  to: number,
  earlier: readonly DraftParty[],
): Draft[] {
  const { text } = reading.paragraph;
  const next = anotherAsk.exec(text.slice(asked.from, to));
  const end = next === null ? to : asked.from + next.index;
  const drafts = draftClause(reading, asked.verb, asked.from, end, earlier).drafts;
  if (next === null) return drafts;
  const start = end + next[0].length;
  const second = askInside(reading, asked.verb, { start, end: to });
  return second === null ? drafts : [...drafts, ...draftAsks(reading, second, to, earlier)];
}

const anotherAsk =
  /,? and (?:(?:also|further) )?(?=(?:request|invite|urge|encourage|call upon|call on|appeal to|authorize|instruct) (?:the\b|all\b|[A-Z]|its\b|relevant\b|other\b|interested\b))/;

/** "to request the Executive Director to …" within a decision is a request. */
function askInside(reading: Reading, verb: AskVerb, part: Stretch): { verb: AskVerb; from: number } | null {
  const { text } = reading.paragraph;
  const start =
    part.start +
    (/^(?:to )?(?:(?:also|further)\s)*/i.exec(text.slice(part.start, part.end))?.[0].length ?? 0);
  for (const { pattern, verb: name } of infinitiveAsks) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || start + match[0].length > part.end) continue;
    const place = { paragraph: reading.paragraph, start, end: start + match[0].length };
    return {
      verb: { verb: name, rule: "ask-in-decision", place, inherited: verb.inherited },
      from: place.end,
    };
  }
  return null;
}

/** Reports asked in the same breath as a mandate is set up or extended are the mandate holder's. */
function mandateReports(
  reading: Reading,
  verb: AskVerb,
  parts: readonly Part[],
  organ: readonly DraftParty[],
  shape: AskShape,
  earlier: readonly DraftParty[],
): Draft[] {
  const holder = parts[0] === undefined ? [] : holderOf(reading, parts[0], earlier);
  if (holder.length === 0) return draftParts(reading, verb, parts, organ, shape.shared);
  const read = parts.map((part, index) => {
    const own = readPart(reading, verb, part, organ, shape.shared);
    return index > 0 && own.deliverable === "report"
      ? readPart(reading, verb, part, holder, shape.shared)
      : own;
  });
  return joinParts(read);
}

/** The holder of the mandate that a decision extends or sets up: "the mandate of the Special Rapporteur on …". */
export function holderOf(reading: Reading, part: Stretch, earlier: readonly DraftParty[]): DraftParty[] {
  const phrase = words(reading, part);
  const match = mandateOf.exec(phrase) ?? bodyEstablished.exec(phrase);
  const holder = match?.groups?.holder;
  if (match === null || holder === undefined) return [];
  const start = part.start + match.index + match[0].indexOf(holder);
  const end = behindPhrase(reading.paragraph.text, start, start + holder.trim().length);
  const printed = reading.paragraph.text.slice(start, end);
  const name = reading.context.resolve(printed, start);
  const place = { paragraph: reading.paragraph, start, end };
  void earlier;
  return [
    {
      name,
      printed,
      isClass: false,
      basis: "inferred",
      rule: "mandate-holder",
      certainty: 0.75,
      place,
    },
  ];
}

/** "Special Rapporteur on the promotion of truth, justice, …": a term of law that holds a comma does not end the name. */
function behindPhrase(text: string, start: number, end: number): number {
  for (const phrase of fixedPhrases) {
    const at = text.indexOf(phrase, start);
    if (at >= 0 && at < end && at + phrase.length > end) return at + phrase.length;
  }
  return end;
}

function draftDecisionThat(
  reading: Reading,
  verb: AskVerb,
  shape: AskShape,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const part = shape.parts[0];
  if (part === undefined) return nothing("sets-a-rule", shape);
  // "shall, as from 1 July, bear the title of": what is decided stands behind the aside.
  const predicate = words(reading, part).replace(/^(shall|should|will|must), [^,;]{3,160}, /, "$1 ");
  const subject = words(reading, shape.addressees).trim();
  const all = { start: part.start, end: shape.parts[shape.parts.length - 1]?.end ?? part.end };
  const draft = (leads: readonly DraftParty[]): ClauseDrafts => ({
    drafts: draftParts(reading, verb, shape.parts, leads, shape.shared, shape.isPassive ? subject : ""),
    reason: null,
    shape,
    leads,
  });
  if (
    shape.isPassive &&
    shape.agent !== null &&
    !/\bbe (?:composed|constituted|governed|guided|accompanied|determined|limited|bound|represented|chaired)\b/.test(
      predicate.slice(0, 60),
    )
  ) {
    const agent = agentOf(reading, shape.agent, earlier);
    if (agent.length > 0 && namesSomebody(agent[0]?.printed ?? "", false)) return draft(agent);
  }
  const provided =
    /\bto be (?:provided|prepared|submitted|undertaken|carried out|appointed|convened|organized) by (?=the |[A-Z]|Member)/.exec(
      words(reading, all),
    );
  const subjectParties = readLeads(
    reading.paragraph,
    shape.addressees.start,
    shape.addressees.end,
    reading.context,
    earlier,
  );
  const isActor = subjectParties.length > 0 && namesSomebody(subjectParties[0]?.printed ?? subject, false);
  if (
    /\bbe (?:authori[sz]ed|requested|invited|mandated|tasked|entrusted|instructed|required|responsible)\b/.test(
      predicate.slice(0, 60),
    ) &&
    isActor
  )
    return draft(subjectParties);
  if (provided !== null) {
    const agent = agentOf(
      reading,
      { start: all.start + provided.index + provided[0].length, end: all.end },
      earlier,
    );
    if (agent.length > 0) return draft(agent);
  }
  const isObligation =
    /^(?:shall|should|must|will|would|are to|is to)\b/.test(predicate) ||
    /^(?:[a-z]+ )?(?:take|submit|report|prepare|ensure|provide|continue)\b/.test(predicate);
  if (isActor && isObligation && !declaringPredicate.test(predicate)) return draft(subjectParties);
  if (
    eventSubject.test(subject) ||
    deployedUntil.test(predicate) ||
    /\bitem\b|\bquestion\b|\bmandates?\b|\bmeasures\b/.test(subject)
  ) {
    if (
      eventPredicate.test(predicate) ||
      deployedUntil.test(predicate) ||
      /^(?:shall|should|will|be) (?:be )?(?:extended|renewed|included|considered|reviewed)\b/.test(predicate)
    )
      return draft(organAsLead(reading, verb));
  }
  if (establishedPredicate.test(predicate)) {
    const made = draft(organAsLead(reading, verb));
    const product = made.drafts[0]?.deliverable;
    if (product === "appointment" || product === "funding") return made;
  }
  return nothing("sets-a-rule", shape, isActor ? subjectParties : []);
}
