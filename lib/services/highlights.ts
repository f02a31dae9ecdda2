import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import type { Addressee, CandidateAction, Found } from "@/lib/core/mandate/candidate-action";
import type { Highlight } from "./types";

/** Every value of a proposal with the words it was read from, in the order that people read them. */
export function highlightsOf(action: CandidateAction): Highlight[] {
  const of = <T>(field: string, inWords: (value: T) => string, found: Found<T>): Highlight => ({
    field,
    value: inWords(found.value),
    quote: found.quote.text,
    spans: found.quote.spans,
    basis: found.basis,
    rule: found.rule,
    certainty: found.certainty,
    alternatives: found.alternatives.map(inWords),
  });
  const said = (
    field: string,
    quote: { readonly text: string; readonly spans: Highlight["spans"] },
  ): Highlight => ({
    field,
    value: quote.text,
    quote: quote.text,
    spans: quote.spans,
    basis: "exact",
    rule: "",
    certainty: 1,
    alternatives: [],
  });
  const plain = (value: string): string => value;
  const nameOf = (value: Addressee): string => value.name;
  return [
    of("verb", plain, action.verb),
    ...action.lead.map((found) => of("lead", nameOf, found)),
    ...action.with.map((found) => of("with", nameOf, found)),
    of("deliverable", plain, action.deliverable),
    ...action.deadlines.map((found) => of("deadline", ruleInWords, found)),
    ...(action.recurrence ? [of("recurrence", (value) => value.label, action.recurrence)] : []),
    ...(action.agendaTitle ? [said("agendaTitle", action.agendaTitle)] : []),
    said("ask", action.ask),
    ...action.conditions.map((found) => of("condition", plain, found)),
  ];
}
