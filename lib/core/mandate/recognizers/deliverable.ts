import { adverbialStart, partnering } from "../../language/en/addressees";
import { isBaseVerb } from "../../language/en/base-verbs";
import {
  considersAtSession,
  deliverableRules,
  lightVerbs,
  nominalVerbs,
} from "../../language/en/deliverables";
import type { Deliverable } from "../../vocabulary/deliverables";

/** What a stretch of text asks for, with the rule that said so. */
export type DeliverableReading = {
  readonly deliverable: Deliverable;
  readonly rule: string;
  readonly certainty: number;
  readonly alternatives: readonly Deliverable[];
};

/** Only the beginning decides what is produced; the rest says for what. */
const decisive = 400;

/**
 * The words behind "to" as a plain phrase: "to" itself, light verbs ("continue to", "consider") and parentheses
 * ("in cooperation with …", "as appropriate") are taken out.
 */
export function plainPhrase(words: string): string {
  let phrase = words
    .slice(0, decisive)
    .replace(/^[\s,:]*(?:(?:and|or) )?(?:(?:that|to) )?/i, "")
    .replace(/\([^()]*\)/g, "")
    .replace(/^(extend|renew|prolong)s\b/i, "$1")
    .replace(/^[A-Z](?=[a-z]+\b)/, (letter) => letter.toLowerCase());
  phrase = withoutParentheses(phrase).replace(modals, "");
  for (let round = 0; round < 3 && mayBeLight.test(phrase); round++) {
    const next = phrase.replace(lightVerbs, "").replace(/^(?:to )/i, "");
    if (next === phrase) break;
    phrase = next;
  }
  phrase = phrase.replace(partnersBeforeObject, "$1 ");
  for (const [pattern, verb] of nominalVerbs) phrase = phrase.replace(pattern, verb);
  return infinitiveOf(phrase);
}

/** First letters of the words that soften a verb. */
const mayBeLight =
  /^(?:shall|should|must|will|would|may|be |also|further|then|in turn|jointly|urgently|promptly|immediately|inter|continue|make every|do |take |seek|endeavour|strive|undertake|start|begin|consider|ensure the|arrange|carry on|to |[a-z]+ly[ ,])/i;

/** "develop in coordination with Member States a methodology" → "develop a methodology". */
const partnersBeforeObject =
  /^([a-z]+(?: and [a-z]+)?) (?:in (?:close )?(?:cooperation|co-operation|coordination|co-ordination|consultation|collaboration|partnership) with|jointly with|together with) [^,;]{3,80}? (?=an? )/;

/** "shall", "be authorized to", "urgently" before the verb. */
const modals =
  /^(?:(?:shall|should|must|will|would|may|also|then|thereafter|[a-z]+ly),? )+(?=[a-z]{2})(?!be\b)(?:to )?|^(?:shall |should |will |would |may |also )*be (?:authori[sz]ed|requested|invited|mandated|entrusted|tasked|encouraged|instructed|urged) to /;

/** "increasing allocations" → "increase allocations" is close enough for the rules: only known endings change. */
function infinitiveOf(phrase: string): string {
  const match = /^([a-z]+)ing\b/.exec(phrase);
  if (match === null) return phrase;
  const stem = match[1] ?? "";
  const base =
    /(?:vid|mak|prepar|issu|increas|creat|organiz|includ|conven|produc|propos|financ|mobiliz|nominat|designat|allocat|contribut|elaborat|formulat|finaliz|updat|revis|renew|observ|provid|schedul|serv)$/.test(
      stem,
    ) && stem !== "renew"
      ? `${stem}e`
      : stem;
  return base + phrase.slice(match[0].length);
}

const objectStart =
  /^(?:an?|its|his|her|their|the (?:[a-z-]+ ){0,3}(?:report|study|draft|plan|strategy|meeting|necessary|requested)|one|two|such)\b/;

/** "include information, in their reports to the Council": where the information goes is what is asked. */
const staysInPhrase =
  /^(?:and|or) |^in the (?:[a-z-]+ ){0,3}agenda\b|^for \w+ing\b|^for the (?:observance|celebration|commemoration|holding|convening)\b|^in (?:his|her|its|their|the) (?:\w+ ){0,3}(?:reports?|reporting|briefings?)\b/;

function withoutParentheses(phrase: string): string {
  const pieces = phrase.split(/,\s*/);
  if (pieces.length === 1) return phrase;
  // "provide the Committee, as appropriate, with details": what is provided.
  const isGiven = (piece: string): boolean =>
    /^(?:provide|furnish|supply)\b/.test(pieces[0] ?? "") && /^with\b/.test(piece) && !partnering.test(piece);
  const kept: string[] = [];
  let inPartners = false;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && adverbialStart.test(piece) && !staysInPhrase.test(piece) && !isGiven(piece)) {
      inPartners = partnering.test(piece);
      continue;
    }
    // "in consultation with States, agencies and other stakeholders, a report": the list ends at the thing asked.
    if (
      inPartners &&
      !objectStart.test(piece) &&
      pieces.slice(index + 1).some((one) => objectStart.test(one))
    )
      continue;
    inPartners = false;
    kept.push(piece);
  }
  const [first = "", ...rest] = kept;
  if (rest[0] !== undefined && isGiven(rest[0])) return [`${first} ${rest[0]}`, ...rest.slice(1)].join(", ");
  // "prepare, in consultation with States, a report" → "prepare a report".
  return /^(?:continue to )?(?:[a-z-]+ )?[a-z-]+(?: and [a-z-]+)?$/.test(first) && rest.length > 0
    ? [`${first} ${rest[0]}`, ...rest.slice(1)].join(", ")
    : kept.join(", ");
}

/** "to consider the report": here "consider" is what is asked; before a gerund it only softens. */
const considersItself =
  /^[\s,:]*(?:(?:that|to) )?(?:(?:also|further|again|[a-z]+ly) )*(?:it )?(?:shall |should |will )?consider\b(?: again)?,? (?!\w+ing\b)/i;

/** "under the same agenda item and in accordance with its programme of work": a session that is not named. */
const byProgramme =
  /\bunder (?:the|its) (?:same |relevant )?(?:agenda )?items?\b|\bin (?:accordance|conformity) with its (?:annual )?programme of work\b/;

const irregular: Readonly<Record<string, string>> = {
  held: "hold", given: "give", made: "make", taken: "take", drawn: "draw", set: "set", put: "put", brought: "bring",
  sent: "send", paid: "pay", found: "find", written: "write", chosen: "choose", kept: "keep",
}; // biome-ignore format: a table reads better in rows

/** "be submitted to the Assembly" with the subject "the draft guidelines" → "submit the draft guidelines to the Assembly". */
export function activePhrase(predicate: string, subject: string): string {
  const match =
    /^(?:(?:shall|should|must|will|would|may|also|further|[a-z]+ly) )*be (?:[a-z]+ly )?([a-z-]+)\b/.exec(
      predicate,
    );
  const participle = match?.[1];
  if (match === null || participle === undefined) return predicate;
  const verb = irregular[participle] ?? baseOf(participle);
  return verb === null ? predicate : `${verb} ${subject}${predicate.slice(match[0].length)}`;
}

function baseOf(participle: string): string | null {
  if (!participle.endsWith("ed")) return null;
  const stem = participle.slice(0, -2);
  const candidates = [
    participle.slice(0, -1),
    stem,
    /(.)\1$/.test(stem) ? stem.slice(0, -1) : stem,
    stem.endsWith("i") ? `${stem.slice(0, -1)}y` : stem,
  ];
  return candidates.find(isBaseVerb) ?? null;
}

/**
 * What the words behind "to" ask for. `byBody` is true where a deliberative body is asked; `subject` is that of a
 * passive ("the guidelines be published"), "" otherwise.
 */
export function readDeliverable(
  words: string,
  hasSession: boolean,
  byBody: boolean,
  subject = "",
): DeliverableReading {
  const plain = plainPhrase(words);
  const phrase = subject === "" ? plain : activePhrase(plain, subject);
  let matches = deliverableRules.filter((rule) => rule.pattern.test(phrase));
  // "identify and develop guidance": the second verb brings the product.
  const pair = matches.length > 0 ? null : /^([a-z]+) and ([a-z]+ )/.exec(phrase);
  if (pair !== null && isBaseVerb(pair[1] ?? "") && isBaseVerb((pair[2] ?? "").trim())) {
    const second = phrase.slice((pair[1] ?? "").length + 5);
    matches = deliverableRules.filter((rule) => rule.pattern.test(second));
  }
  const first = matches[0];
  if (
    byBody &&
    (hasSession || byProgramme.test(words)) &&
    (considersAtSession.test(phrase) || considersItself.test(words)) &&
    first?.deliverable !== "renewal" &&
    first?.deliverable !== "meeting"
  )
    return {
      deliverable: "agenda_item",
      rule: "considers-at-session",
      certainty: 0.85,
      alternatives: ["implementation"],
    };
  if (first === undefined)
    return { deliverable: "implementation", rule: "no-product-named", certainty: 0.8, alternatives: [] };
  const alternatives = [...new Set(matches.map((one) => one.deliverable))].filter(
    (one) => one !== first.deliverable,
  );
  return {
    deliverable: first.deliverable,
    rule: first.id,
    certainty: alternatives.length === 0 ? 0.9 : 0.75,
    alternatives: [...alternatives, "implementation"],
  };
}
