import type { DeadlineRule, Recurrence } from "../calendar/rule";
import { paragraphQuote } from "../resolution/paragraph-quote";
import type { Paragraph } from "../resolution/resolution";
import type { Quote } from "../text/span";
import type { Addressee, CandidateAction, Found, NoFollowUp } from "./candidate-action";
import type { Draft, DraftPartner, DraftParty, Place } from "./draft";
import { readAgendaTitle } from "./recognizers/conditions";
import type { PlacedDraft, TreeDrafts } from "./refiners/tree";

const quoteOf = (place: Place): Quote => paragraphQuote(place.paragraph, place.start, place.end);

/** Gives drafts their quotes and stable ids: "A/RES/52/205#op9/2" is the second action of paragraph 9. */
export function quoteActions(placed: readonly PlacedDraft[]): CandidateAction[] {
  const counts = new Map<string, number>();
  return placed.map(({ draft, paragraph }) => {
    const count = (counts.get(paragraph.id) ?? 0) + 1;
    counts.set(paragraph.id, count);
    return quoteAction(draft, paragraph, `${paragraph.id}/${count}`);
  });
}

function quoteAction(draft: Draft, paragraph: Paragraph, id: string): CandidateAction {
  const ask = joinQuotes(draft.asks.map(quoteOf));
  return {
    id,
    paragraphId: paragraph.id,
    para: paragraph.number,
    verb: {
      value: draft.verb,
      quote: quoteOf(draft.verbPlace),
      basis: draft.verbInherited ? "inferred" : "exact",
      rule: draft.verbRule,
      certainty: draft.verbInherited ? 0.85 : 0.97,
      alternatives: [],
    },
    lead: draft.leads.map(quoteParty),
    with: draft.partners.map((one) => ({ ...quoteParty(one), role: one.role })),
    deliverable: {
      value: draft.deliverable,
      quote: ask,
      basis: "exact",
      rule: draft.deliverableRule,
      certainty: draft.deliverableCertainty,
      alternatives: draft.deliverableAlternatives.filter((one) => one !== draft.deliverable),
    },
    deadlines: draft.deadlines.map(
      (one): Found<DeadlineRule> => ({
        value: one.rule,
        quote: paragraphQuote(one.paragraph, one.start, one.end),
        basis: one.inherited ? "inferred" : one.basis,
        rule: one.inherited ? `${one.by}-of-chapeau` : one.by,
        certainty: one.inherited ? one.certainty * 0.85 : one.certainty,
        alternatives: one.alternatives,
      }),
    ),
    recurrence: recurrenceOf(draft),
    ask,
    agendaTitle: titleOf(draft),
    conditions: draft.conditions.map(
      (one): Found<string> => ({
        value: one.id,
        quote: paragraphQuote(one.paragraph, one.start, one.end),
        basis: "exact",
        rule: `condition:${one.id}`,
        certainty: 0.95,
        alternatives: [],
      }),
    ),
  };
}

const quoteParty = (party: DraftParty | DraftPartner): Found<Addressee> => {
  const value: Addressee = { name: party.name, isClass: party.isClass };
  return {
    value,
    quote: quoteOf(party.place),
    basis: party.basis,
    rule: party.rule,
    certainty: party.certainty,
    alternatives:
      party.name === party.printed || party.basis === "exact"
        ? []
        : [{ name: party.printed, isClass: party.isClass }],
  };
};

function recurrenceOf(draft: Draft): Found<Recurrence> | null {
  if (draft.cadence !== null)
    return {
      value: draft.cadence.recurrence,
      quote: paragraphQuote(draft.cadence.paragraph, draft.cadence.start, draft.cadence.end),
      basis: "exact",
      rule: "cadence",
      certainty: 0.85,
      alternatives: [],
    };
  return impliedRecurrence(draft);
}

/** Several sessions of one body at an even distance imply a rhythm; it is marked as implied and never stated as the text's. */
function impliedRecurrence(draft: Draft): Found<Recurrence> | null {
  const sessions = draft.deadlines.flatMap((one) => (one.rule.kind === "session" ? [one] : []));
  const [first, second] = sessions;
  if (sessions.length < 2 || first?.rule.kind !== "session" || second?.rule.kind !== "session") return null;
  const step = second.rule.session - first.rule.session;
  const organ = first.rule.organ;
  const isEven = sessions.every((one, index) => {
    const before = sessions[index - 1];
    if (one.rule.kind !== "session" || one.rule.organ !== organ) return false;
    return (
      before === undefined ||
      (before.rule.kind === "session" && one.rule.session - before.rule.session === step)
    );
  });
  if (!isEven || step < 1) return null;
  return {
    value: {
      every: step,
      unit: "session",
      label: step === 1 ? "every session" : `every ${step} sessions`,
      basis: "implied",
    },
    quote: paragraphQuote(first.paragraph, first.start, first.end),
    basis: "inferred",
    rule: "session-arithmetic",
    certainty: 0.5,
    alternatives: [],
  };
}

function titleOf(draft: Draft): Quote | null {
  for (const ask of draft.asks) {
    const title = readAgendaTitle(ask.paragraph.text, ask.start, ask.end);
    if (title !== null) return paragraphQuote(ask.paragraph, title.start, title.end);
  }
  return null;
}

/** Things asked in several places of one sentence are quoted one after the other. */
const joinQuotes = (quotes: readonly Quote[]): Quote => ({
  text: quotes.map((one) => one.text).join(" … "),
  spans: quotes.flatMap((one) => one.spans),
});

/** A paragraph that asks for nothing, with the words that say so. */
export const quoteNone = (paragraph: Paragraph, drafts: TreeDrafts): NoFollowUp => ({
  paragraphId: paragraph.id,
  para: paragraph.number,
  reason: drafts.reason,
  quote: drafts.reasonPlace === null ? null : quoteOf(drafts.reasonPlace),
});
