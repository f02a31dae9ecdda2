import { isActorWord } from "../../language/en/addressees";
import { isBaseVerb, isNounToo } from "../../language/en/base-verbs";
import { findInfinitives } from "../../language/en/infinitives";
import { type PartnerRole, partnerPhrases } from "../../language/en/partners";
import { headNoun, type KnownNames, type NamedParty, readParties } from "./names";

/** A contributing body with the phrase that made it one. */
export type PartnerReading = NamedParty & { readonly role: PartnerRole; readonly phraseStart: number };

/** Prepositions that end a list of partners, unless they belong to a name ("Office on Drugs", "States of the region"). */
const listEnd =
  /[;:.]|,?\s(?:with a view|in order|so as|as appropriate|aimed|pursuant|taking|bearing|regarding|concerning|with (?:regard|respect)|when|while|where|which|that|through|throughout|within|under|upon|before|prior|during|by|an?|subject|based|building|drawing|including(?! (?:the )?[A-Z][^,;]{2,100}, (?!to\b|in\b))|in particular|especially|inter alia|such as|at|(?<!\bwell\s)as (?!well)|and (?:in|on|to|with(?! (?:other|relevant|all|Member|[A-Z]|the (?!support|assistance|help|participation|aim|view|involvement|full|active)))|within|taking|bearing|building|drawing|using|through|under|by|for|submit|report|present|subsequently|thereafter|subject|making|having|as|at|upon|where|based)|in (?:the (?:best interests?|context|framework|field|area|implementation|preparation|development|follow-up|fulfil\w*|exercise|light|development)|this|that|accordance|line|their|its|his|implementing|developing|support|particular|addressing|promoting|all|any|and|preparing|carrying|conformity|full|order|respect|regard|a)|for (?:the|its|their|a|an|consideration|this|that|this)|on (?:the (?![A-Z])|a|an|matters|issues|all|how|ways|this|that|these|their|its|any|such)|from (?!the)|to (?:the (?:extent|fullest)|that|this|ensure))\b/;

/** The contributing bodies named between two offsets: "in consultation with Member States and …", "with the support of …". */
export function readPartners(text: string, from: number, to: number, known: KnownNames): PartnerReading[] {
  const region = text.slice(from, to);
  if (!/\bwith\b|consulting/.test(region)) return [];
  const found: PartnerReading[] = [];
  for (const { pattern, role } of partnerPhrases)
    for (const match of region.matchAll(pattern)) {
      if (ofAnother.test(region.slice(Math.max(0, match.index - 200), match.index))) continue;
      const start = from + match.index + match[0].length;
      const end = endOfList(text, start, to);
      for (const party of listsIn(text, start, end).flatMap((one) =>
        readParties(text, one.start, one.end, known),
      ))
        if (
          (isParty(party.name) || isActorWord(headNoun(party.name))) &&
          !isMeans(party.name) &&
          // "together with all other privileges": only somebody goes along.
          (!goesAlong.test(match[0]) || /^[A-Z]/.test(party.name) || isActorWord(headNoun(party.name))) &&
          !found.some((one) => party.start < one.end && one.start < party.end)
        )
          found.push({ ...party, role, phraseStart: from + match.index });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** "with the bodies of the system, as well as with financial institutions": each list on its own. */
function listsIn(text: string, start: number, end: number): { start: number; end: number }[] {
  const lists: { start: number; end: number }[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/,? (?:as well as|and) with /g)) {
    lists.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  lists.push({ start: from, end });
  return lists;
}

/** "the plan as prepared by the Institute in cooperation with …", "while commending its efforts in coordination with …". */
const ofAnother =
  /(?:(?<!\b(?:be|been|being) (?:\w+ )?)\b(?:prepared|developed|elaborated|established|organi[sz]ed|submitted|convened|produced|published|issued|launched|created|drafted) (?:jointly )?by (?:the )?[A-Z][^,;:]{2,150}|\b(?:while )?(?:commending|welcoming|noting|recognizing|acknowledging|recalling)\b[^,;:]{3,180})\s$/;

const isParty = (name: string): boolean =>
  name.length < 160 &&
  !/^(?:respect|regard|a|an|this|that|those|it|each|one|them|him|her|us|both|international law|national(?! focal points?\b)|article|rule|paragraph|resolutions?)\b/i.test(
    name,
  );

const goesAlong = /^(?:together|along) with/i;

/** "together with policies for access": a means, not somebody. */
const isMeans = (name: string): boolean =>
  /^(?:policies|measures|strategies|efforts|steps|activities|initiatives|information|actions?|approaches|investments?|resources)$/.test(
    headNoun(name),
  ) && /^[a-z]/.test(name);

function endOfList(text: string, start: number, to: number): number {
  const limit = Math.min(to, start + 700);
  const infinitive = findInfinitives(text, start, limit)[0];
  let end = infinitive === undefined ? limit : infinitive.start;
  const cut = listEnd.exec(text.slice(start, end));
  if (cut !== null && cut.index > 0) end = start + cut.index;
  for (const match of text
    .slice(start, end)
    .matchAll(/,?\s(?:and|or),? (?:also |then |to )?([a-z-]+)\s(?=[a-z])/g))
    if (isBaseVerb(match[1] ?? "") && !isNounToo(match[1] ?? "")) {
      end = start + match.index;
      break;
    }
  return Math.min(end, start + listLength(text.slice(start, end)));
}

const goesOn =
  /^(?:and |as well as |or |other |relevant |the |all |[A-Z]|international|regional|subregional|intergovernmental|non-governmental|national|local|civil society|academia|funds|programmes|programs|specialized|entities|agencies|bodies|organizations|stakeholders|donors|partners|development|private|indigenous|youth|women|States|countries|Governments|treaty|special|interested|institutions|multilateral|financial|scientific|industry|academic|human rights|[a-z-]+(?:al|ic|ive|ary|ous)\b(?! at))/;

/** "in consultation with Member States, technical and methodological tools": after an adjective a thing, not somebody. */
const isThing = (piece: string): boolean =>
  /^(?!other |relevant |the |all |and |or )[a-z-]+(?:al|ic|ive|ary|ous) [a-z]/.test(piece) &&
  /(?:tools?|measures|activities|programmes of|projects|standards|guidelines|information|data|materials?|assistance|support|plans?|strategies|policies|methods|options|proposals|recommendations|reports?|stud(?:y|ies)|criteria|indicators|training|services|steps)$/.test(
    headNoun(piece),
  );

/** How far a list of partners goes: a comma ends it where what follows is nobody ("…, a report on"). */
function listLength(words: string): number {
  for (let comma = words.indexOf(", "); comma >= 0; comma = words.indexOf(", ", comma + 2)) {
    const piece = words.slice(comma + 2).split(",", 1)[0] ?? "";
    if (/^including /.test(piece)) continue;
    const isObject = /^(?:the|an?) [a-z]/.test(piece) && !isActorWord(headNoun(piece));
    if (
      (goesOn.test(piece) && !isThing(piece) && !isObject) ||
      (piece.length < 80 && isActorWord(headNoun(piece)))
    )
      continue;
    if (comma > 0) return comma;
  }
  return words.length;
}
