import { isBaseVerb } from "../../language/en/base-verbs";
import { findInfinitives } from "../../language/en/infinitives";
import type { Paragraph } from "../../resolution/resolution";
import type { DraftParty, Inheritance, Reading } from "../draft";
import { type AskShape, cutParts, readThat } from "../recognizers/asks";
import { type AskVerb, type ClauseDrafts, draftByShape, draftClause } from "../recognizers/clause-drafts";
import { clausesOf } from "../recognizers/clauses";
import type { OpenChapeau } from "./tree";

/** How a sub-paragraph goes on from its chapeau: with its own verb, "To …", "That …", a bare verb, a clause, words that only hand it on, or as an item of a list. */
export type ChildStyle = "own" | "to" | "that" | "bare" | "clause" | "passes" | "listed";

const firstWord =
  /^[\s“"(]*(?:(?:[A-Za-z]+ly|also|further|inter alia|not|in particular|as appropriate|if necessary|where appropriate),?\s+)*([A-Za-z][A-Za-z-]*)/i;

const reportNoun =
  /^(?:(?:an?|the|regular|periodic|further|written|oral|annual|progress|interim|final|comprehensive|updated|initial|first|second),? (?:and )?)+(?:[a-z]+ )?(?:reports?|updates?|briefings?|assessments?|reviews?)\b/i;

/** Says how a sub-paragraph hangs on its chapeau. */
export function childStyle(paragraph: Paragraph, open: OpenChapeau | null): ChildStyle {
  const { text } = paragraph;
  const clauses = clausesOf(paragraph);
  if (clauses[0] !== undefined && clauses[0].start < 3) return "own";
  if (open === null) return "own";
  // "To assist the Government with its efforts to: (i) Plan elections": the efforts are the Government's.
  if (/\b(?:its|their|his|her) (?:[a-z]+ )?efforts to:?$/i.test(open.ending.trimEnd())) return "listed";
  if (/^(?:not )?to\b/i.test(text)) return "to";
  if (/^that\b/i.test(text)) return "that";
  const ending = open.ending
    .trimEnd()
    .replace(/[:,–—-]+$/, "")
    .trimEnd();
  if (/\bthat$/i.test(ending)) return "clause";
  if (open.inheritance.verb === "decide" && ownSubject.test(text)) return "clause";
  // "a report including, inter alia: (a) Clear and specific measures": what the report holds.
  if (/\bincluding(?:, inter alia)?$/i.test(ending)) return "listed";
  const word = (firstWord.exec(text)?.[1] ?? "").toLowerCase();
  const isBare = isBaseVerb(word) && !/^(?:the|a|an)\b/i.test(text);
  if (
    isBare &&
    (/\b(?:to|(?<!\b(?:that|which|who) )(?:shall|should|will|must))(?:, inter alia,?)?$/i.test(ending) ||
      open.isOpen ||
      /\bto,? (?:[^:]{0,60})$/i.test(ending))
  )
    return "bare";
  if (
    isBare &&
    /\b(?:following|as follows|including to|inter alia|this end|in particular)\b[^:]{0,60}$/i.test(ending)
  )
    return "bare";
  // "Requests the following reports: (a) an update on …"
  if (
    reportNoun.test(text) &&
    /\b(?:reports?|updates?|briefings?|documents|information)\b[^:]{0,60}$/i.test(ending)
  )
    return "bare";
  // "with the support of the United Nations, accelerate …", "through the Ministry, to promote …"
  if (open.isOpen || /\bto(?:, inter alia,?)?$/i.test(ending)) {
    const behind = behindAside(text);
    if (behind !== null) return behind;
  }
  if (/,? with (?:regard|respect) to/i.test(text.slice(0, 30)) && open.isOpen) return "to";
  // "(f) recalling resolution 1325 (2000): (i) advance …": only hands on what its chapeau asks.
  if (
    /^(?:recalling|noting|recognizing|in |with |within |on |for |through )/i.test(text) &&
    /:\s*$/.test(text) &&
    text.length < 240
  )
    return "passes";
  return "listed";
}

/** "(a) The Council, in assisting the Assembly, will promote …": a sub-paragraph of a decision with its own doer. */
const ownSubject =
  /^(?:the |each |all |both )?(?:[A-Z][\w’'-]*|[a-z]+(?= [A-Z]))(?: [\w’'-]+){0,14}?(?:,(?: [^\s,;:]+){1,40}(?:, (?:in particular|including)(?: [^\s,;:]+){1,16})?,)? (?:shall|will|should|must) (?!not\b|be\b|have\b)[a-z]/i;

const aside =
  /^(?:with|through|in|within|by|as|on|upon|where|if|when|under|for|recalling|noting|building|drawing|taking|bearing|working|acting|based|including|pursuant|consistent|at|during|without)\b/i;

/** How a sub-paragraph that begins with an aside goes on behind it: at the first comma that a verb follows. */
function behindAside(text: string): ChildStyle | null {
  if (!aside.test(text)) return null;
  const region = text.slice(0, 200).split(/[:;]/, 1)[0] ?? "";
  for (const match of region.matchAll(/, (to )?([a-z-]+)\b/g))
    if (isBaseVerb(match[2] ?? "")) return match[1] === undefined ? "bare" : "to";
  return null;
}

/** The actions of a sub-paragraph that goes on from its chapeau; `end` is where a verb of its own takes over. */
export function draftInherited(
  reading: Reading,
  inherited: Inheritance,
  end: number,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const { text } = reading.paragraph;
  const verb: AskVerb = {
    verb: inherited.verb,
    rule: "chapeau",
    place: inherited.verbPlace,
    inherited: true,
  };
  const shape = shapeOf(text, end);
  const result =
    shape.mode === "that" && inherited.verb === "decide"
      ? draftByShape(reading, verb, shape, ownSubject.test(text) ? [] : inherited.leads, earlier, end)
      : shape.mode === "that"
        ? thatOfChapeau(reading, verb, inherited, end, shape, earlier)
        : draftByShape(reading, verb, shape, inherited.leads, earlier, end);
  const drafts = result.drafts.map((draft) => ({
    ...draft,
    leads: draft.leads,
    partners: [
      ...draft.partners,
      ...inherited.partners.filter((one) => !draft.partners.some((other) => other.name === one.name)),
    ],
    deadlines: draft.deadlines.length > 0 ? draft.deadlines : [...inherited.deadlines],
  }));
  return { ...result, drafts, leads: result.leads.length > 0 ? result.leads : inherited.leads };
}

/** "(a) That it consider …": the chapeau's addressee, unless the clause names its own. */
function thatOfChapeau(
  reading: Reading,
  verb: AskVerb,
  inherited: Inheritance,
  end: number,
  shape: AskShape,
  earlier: readonly DraftParty[],
): ClauseDrafts {
  const result = draftClause(reading, verb, 0, end, [...earlier, ...inherited.leads]);
  const subject = reading.paragraph.text.slice(shape.addressees.start, shape.addressees.end).trim();
  const ownLead = inherited.leads.length === 0 ? null : inherited.leads;
  const leads =
    ownLead !== null &&
    (/^(?:it|they|he|she|such\b.*|this\b.*|the\b.*)$/i.test(subject) || result.leads.length === 0)
      ? ownLead
      : result.leads;
  return { ...result, leads, drafts: result.drafts.map((draft) => ({ ...draft, leads })) };
}

function shapeOf(text: string, end: number): AskShape {
  const that = /^that\b\s*/i.exec(text);
  if (that !== null) return readThat(text, that[0].length, end, 0, 0);
  const infinitives = findInfinitives(text, 0, end).map((one) => one.start);
  const isTo = /^(?:not )?to\b/i.test(text);
  if (!isTo && /^(?:the|a|an|all|any|its|each|in|for|on)\b/i.test(text)) {
    const clause = readThat(text, 0, end, 0, 0);
    if (clause.parts.length > 0 && clause.addressees.end > clause.addressees.start) return clause;
  }
  const none = { start: 0, end: 0 };
  return {
    mode: "infinitive",
    addressees: none,
    agent: null,
    isPassive: false,
    shared: none,
    parts: cutParts(text, [0, ...infinitives.filter((at) => at > 2)], end),
  };
}
