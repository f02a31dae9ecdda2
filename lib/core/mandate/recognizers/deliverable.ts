import { adverbialStart } from "../../language/en/addressees";
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
    .replace(/\([^()]*\)/g, "");
  phrase = withoutParentheses(phrase);
  for (let round = 0; round < 3; round++) {
    const next = phrase.replace(lightVerbs, "").replace(/^(?:to )/i, "");
    if (next === phrase) break;
    phrase = next;
  }
  for (const [pattern, verb] of nominalVerbs) phrase = phrase.replace(pattern, verb);
  return infinitiveOf(phrase);
}

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

function withoutParentheses(phrase: string): string {
  const pieces = phrase.split(/,\s*/);
  if (pieces.length === 1) return phrase;
  const kept = pieces.filter(
    (piece, index) => index === 0 || !adverbialStart.test(piece) || /^(?:and|or) /.test(piece),
  );
  return kept.join(", ");
}

/** What the words behind "to" ask for. `byBody` is true where a deliberative body is asked. */
export function readDeliverable(words: string, hasSession: boolean, byBody: boolean): DeliverableReading {
  const phrase = plainPhrase(words);
  const matches = deliverableRules.filter((rule) => rule.pattern.test(phrase));
  const first = matches[0];
  if (
    byBody &&
    hasSession &&
    considersAtSession.test(phrase) &&
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
